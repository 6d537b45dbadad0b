/** Which line is under the pointer: distances to segments in screen pixels. A pure function, so no second WebGL upload. */
import type { Point } from './layout/positions.ts';

/** The distance from a point to a segment. */
export const distanceToSegment = (point: Point, from: Point, to: Point): number => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - (from.x + t * dx), point.y - (from.y + t * dy));
};

/** Is shown lines one by one and keeps the nearest within `tolerance`; of equally near ones the first. */
export const createNearest = (point: Point, tolerance: number) => {
  let best: string | null = null;
  let least = tolerance;
  return {
    look(id: string, from: Point, to: Point): void {
      const distance = distanceToSegment(point, from, to);
      if (distance >= least) return;
      least = distance;
      best = id;
    },
    /** The id of the nearest line, or null. */
    found: (): string | null => best,
  };
};
