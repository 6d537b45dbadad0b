/** Collects what is in view for the overlay, most important first, and draws it. Runs after each frame of sigma. */
import { bounded } from './view-box.ts';
import type { DrawnBundle, DrawnNode } from './overlay.ts';
import { drawOverlay } from './overlay.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import type { Look } from './style.ts';

export const paintOverlay = (renderer: Renderer, graph: DisplayGraph, look: Look): void => {
  const context = renderer.getCanvases()['overlay']?.getContext('2d');
  if (!context) return;
  const { width, height } = renderer.getDimensions();
  context.clearRect(0, 0, width, height);
  const nodes: (DrawnNode & { statements: number })[] = [];
  graph.forEachNode((id, { x, y, size, label, kind, statements }) => {
    const at = renderer.graphToViewport({ x, y });
    if (bounded(at, width, height))
      nodes.push({ id, ...at, radius: renderer.scaleSize(size), label, kind, statements });
  });
  nodes.sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
  const bundles: DrawnBundle[] = [];
  graph.forEachEdge((_edge, { bundle }, _source, _target, a, b) => {
    const from = renderer.graphToViewport({ x: a.x, y: a.y });
    const to = renderer.graphToViewport({ x: b.x, y: b.y });
    if (bounded({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, width, height)) bundles.push({ bundle, from, to });
  });
  drawOverlay(context, nodes, bundles, look);
};
