/** Draws what is in the light, lines and entities, on the overlay: the only thing that changes when a pointer moves. */
import type { Point } from './layout/positions.ts';
import type { DrawnBundle, DrawnNode } from './overlay.ts';
import type { Look } from './style.ts';
import { DASHED, HEAD_AT_END, HEAD_AT_START } from './style.ts';

export const drawLight = (
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  bundles: readonly DrawnBundle[],
  look: Look,
): void => {
  for (const bundle of bundles) drawLine(context, bundle, look);
  context.setLineDash([]);
  for (const node of nodes) {
    const chosen = node.id === look.hovered || node.id === look.selected;
    context.beginPath();
    context.arc(node.x, node.y, node.radius, 0, 2 * Math.PI);
    context.fillStyle = look.palette.types[node.kind];
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = chosen ? look.palette.accent : look.palette.background;
    context.stroke();
  }
};

const drawLine = (context: CanvasRenderingContext2D, drawn: DrawnBundle, look: Look): void => {
  const { from, to, radii, style, bundle } = drawn;
  const thickness = drawn.thickness + 0.8;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const colour = look.palette.tones[bundle.tone];
  const head = 4 + 2.2 * thickness;
  const atEnd = (style & HEAD_AT_END) !== 0;
  const atStart = (style & HEAD_AT_START) !== 0;
  const point = (distance: number): Point => ({ x: from.x + along.x * distance, y: from.y + along.y * distance });
  const start = point(atStart ? radii[0] + head * 0.9 : 0);
  const end = point(length - (atEnd ? radii[1] + head * 0.9 : 0));
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = thickness;
  context.setLineDash((style & DASHED) === 0 ? [] : [6.4, 4.6]);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  context.stroke();
  const drawHead = (tip: Point, sign: number): void => {
    const base = { x: tip.x - sign * along.x * head, y: tip.y - sign * along.y * head };
    const half = head * 0.46;
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    context.lineTo(base.x - along.y * half, base.y + along.x * half);
    context.lineTo(base.x + along.y * half, base.y - along.x * half);
    context.fill();
  };
  if (atEnd) drawHead(point(length - radii[1]), 1);
  if (atStart) drawHead(point(radii[0]), -1);
};
