/** The drawing as a file wants it: what is shown with places and colours, or the pixels themselves. */
import type { Drawn } from '../save/drawn.ts';
import type { Palette } from './palette.ts';
import type { Lines } from './lines.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import { screenOf } from './screen.ts';
import { DASHED, HEAD_AT_END, HEAD_AT_START } from './style.ts';

export const drawnOf = (renderer: Renderer, graph: DisplayGraph, lines: Lines, palette: Palette): Drawn => {
  const { at } = screenOf(renderer);
  const { width, height } = renderer.getDimensions();
  return {
    width,
    height,
    background: palette.background,
    ink: palette.ink,
    nodes: graph
      .filterNodes((_, { hidden }) => !hidden)
      .map((id) => {
        const { x, y, size, label, kind, statements } = graph.getNodeAttributes(id);
        const radius = renderer.scaleSize(size);
        return { id, name: label, type: kind, statements, ...at(x, y), radius, colour: palette.types[kind] };
      }),
    lines: [...lines]
      .filter(({ hidden }) => !hidden)
      .map(({ source, target, size, style, tone, bundle }) => ({
        source,
        target,
        thickness: Math.max(1, renderer.scaleSize(size)),
        colour: palette.edges[tone],
        dashed: (style & DASHED) !== 0,
        headAtSource: (style & HEAD_AT_START) !== 0,
        headAtTarget: (style & HEAD_AT_END) !== 0,
        edges: bundle.edges,
      })),
  };
};

/** A PNG of all layers. To be called in the task that has rendered. */
export const pictureOf = (renderer: Renderer, background: string): Promise<Blob> => {
  const layers = renderer.getCanvases();
  const first = layers['edges'];
  const canvas = document.createElement('canvas');
  canvas.width = first?.width ?? 1;
  canvas.height = first?.height ?? 1;
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('The browser gives no canvas for the picture.'));
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const name of ['edges', 'nodes', 'overlay']) {
    const layer = layers[name];
    if (!layer) continue;
    context.globalAlpha = layer.style.opacity === '' ? 1 : Number(layer.style.opacity);
    context.drawImage(layer, 0, 0, canvas.width, canvas.height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser could not write the picture.'))));
  });
};
