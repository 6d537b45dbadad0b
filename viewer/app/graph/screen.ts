/** From the graph's coordinates to the drawing's pixels as one affine map, so that a frame of thousands costs little. */
import type { Point } from './layout/positions.ts';
import type { Renderer } from './renderer.ts';

export interface Screen {
  readonly at: (x: number, y: number) => Point;
  /** Pixels for one unit of the graph. */
  readonly scale: number;
}

export const screenOf = (renderer: Renderer): Screen => {
  const origin = renderer.graphToViewport({ x: 0, y: 0 });
  const right = renderer.graphToViewport({ x: 1, y: 0 });
  const up = renderer.graphToViewport({ x: 0, y: 1 });
  const [ax, ay] = [right.x - origin.x, right.y - origin.y];
  const [bx, by] = [up.x - origin.x, up.y - origin.y];
  return {
    at: (x, y) => ({ x: origin.x + ax * x + bx * y, y: origin.y + ay * x + by * y }),
    scale: Math.hypot(ax, ay),
  };
};
