/** Which line is under the pointer: distances to segments in screen pixels. A pure function, so no second WebGL upload. */
import type { Point } from './layout/positions.ts';
import type { DisplayGraph } from './renderer.ts';

export interface Line {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
}

/** The distance from a point to a segment. */
export const distanceToSegment = (point: Point, from: Point, to: Point): number => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - (from.x + t * dx), point.y - (from.y + t * dy));
};

/** The id of the nearest line within `tolerance`, or null. Of equally near ones the first. */
export const nearestLine = (point: Point, lines: Iterable<Line>, tolerance: number): string | null => {
  let best: string | null = null;
  let least = tolerance;
  for (const line of lines) {
    const distance = distanceToSegment(point, line.from, line.to);
    if (distance < least) {
      least = distance;
      best = line.id;
    }
  }
  return best;
};

const SAMPLES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** The point on an edge that is farthest from every entity, in the graph's units: where it is best pointed at. */
export const clearestPoint = (graph: DisplayGraph, edge: string): Point | null => {
  const [a, b] = graph.extremities(edge).map((end) => graph.getNodeAttributes(end));
  if (!a || !b) return null;
  let best: Point | null = null;
  let most = -1;
  for (const t of SAMPLES) {
    const point = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
    const clearance = Math.min(...graph.mapNodes((_, node) => Math.hypot(node.x - point.x, node.y - point.y)));
    if (clearance > most) {
      most = clearance;
      best = point;
    }
  }
  return best;
};
