/** Where an edge is best pointed at: for tests, and for whoever automates the page. */
import { distanceToSegment } from './hit.ts';
import type { Point } from './layout/positions.ts';
import type { Line, Lines } from './lines.ts';
import type { DisplayGraph } from './renderer.ts';

const SAMPLES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** The point on a line that is farthest from every entity and other line, in the graph's units: where it is best pointed at. */
export const clearestPoint = (graph: DisplayGraph, lines: Lines, line: Line): Point | null => {
  const { from: a, to: b } = line;
  let best: Point | null = null;
  let most = -1;
  for (const t of SAMPLES) {
    const point = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
    let clearance = graph.reduceNodes(
      (least, _, node) => (node.hidden ? least : Math.min(least, Math.hypot(node.x - point.x, node.y - point.y))),
      Infinity,
    );
    for (const other of lines) {
      if (other.hidden || other === line) continue;
      clearance = Math.min(clearance, 2 * distanceToSegment(point, other.from, other.to));
    }
    if (clearance > most) {
      most = clearance;
      best = point;
    }
  }
  return best;
};
