/** Which line is under the pointer: distances to segments in screen pixels. A pure function, so no second WebGL upload. */
import type { Point } from './layout/positions.ts';

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
