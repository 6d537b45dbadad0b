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

/** Part of a line's length that counts as distance: of two lines on top of each other the shorter one is meant. */
const LENGTH_COUNTS = 0.004;

/** Is shown lines one by one and keeps the nearest within `tolerance`; of nearly as near ones the shortest. */
export const createNearest = (point: Point, tolerance: number) => {
  let best: string | null = null;
  let least = Infinity;
  return {
    look(id: string, from: Point, to: Point): void {
      const distance = distanceToSegment(point, from, to);
      if (distance >= tolerance) return;
      const weighed = distance + LENGTH_COUNTS * Math.hypot(to.x - from.x, to.y - from.y);
      if (weighed >= least) return;
      least = weighed;
      best = id;
    },
    /** The id of the nearest line, or null. */
    found: (): string | null => best,
  };
};
