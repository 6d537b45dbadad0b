/** Whether a point is on the screen, with room for a label that reaches into it. */
import type { Point } from './layout/positions.ts';

const MARGIN = 40;

export const bounded = (point: Point, width: number, height: number): boolean =>
  point.x > -MARGIN && point.y > -MARGIN && point.x < width + MARGIN && point.y < height + MARGIN;
