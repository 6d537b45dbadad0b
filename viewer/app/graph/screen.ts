/** From the graph's coordinates to the drawing's pixels as one affine map, so that a frame of thousands costs little. */
import type { Point } from './layout/positions.ts';
import type { Renderer } from './renderer.ts';

export interface Screen {
  readonly at: (x: number, y: number) => Point;
  /** Pixels for one unit of the graph. */
  readonly scale: number;
  /** Where 0, 0 is, and what one unit to the right and one up add to it. */
  readonly origin: Point;
  readonly right: Point;
  readonly up: Point;
}

export const screenOf = (renderer: Renderer): Screen => {
  const origin = renderer.graphToViewport({ x: 0, y: 0 });
  const step = (x: number, y: number): Point => {
    const there = renderer.graphToViewport({ x, y });
    return { x: there.x - origin.x, y: there.y - origin.y };
  };
  const right = step(1, 0);
  const up = step(0, 1);
  return {
    at: (x, y) => ({ x: origin.x + right.x * x + up.x * y, y: origin.y + right.y * x + up.y * y }),
    scale: Math.hypot(right.x, right.y),
    origin,
    right,
    up,
  };
};
