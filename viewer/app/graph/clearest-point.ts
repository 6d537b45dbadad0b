/** Where an edge is best pointed at: for tests, and for whoever automates the page. */
import { distanceToSegment } from './hit.ts';
import type { Point } from './layout/positions.ts';
import type { DisplayGraph } from './renderer.ts';

const SAMPLES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** The point on an edge that is farthest from every entity and other edge, in the graph's units: where it is best pointed at. */
export const clearestPoint = (graph: DisplayGraph, edge: string): Point | null => {
  const [a, b] = graph.extremities(edge).map((end) => graph.getNodeAttributes(end));
  if (!a || !b) return null;
  let best: Point | null = null;
  let most = -1;
  for (const t of SAMPLES) {
    const point = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
    const nodes = graph.reduceNodes(
      (least, _, node) => (node.hidden ? least : Math.min(least, Math.hypot(node.x - point.x, node.y - point.y))),
      Infinity,
    );
    const clearance = graph.reduceEdges(
      (least, id, { hidden }, _source, _target, from, to) =>
        hidden || id === edge ? least : Math.min(least, 2 * distanceToSegment(point, from, to)),
      nodes,
    );
    if (clearance > most) {
      most = clearance;
      best = point;
    }
  }
  return best;
};
