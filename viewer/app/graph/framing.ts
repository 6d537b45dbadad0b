/** What part of the graph is looked at: the camera, the box round what is shown, and from places to pixels of the page. */
import type { Scene } from '../state/scene.ts';
import { clearestPoint } from './clearest-point.ts';
import type { Point } from './layout/positions.ts';
import type { Lines } from './lines.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';

/** Fixes the box round what is shown: sigma's own would hold what is hidden as well. */
export const frameScene = (renderer: Renderer, scene: Scene, positions: ReadonlyMap<string, Point>): void => {
  const x: [number, number] = [Infinity, -Infinity];
  const y: [number, number] = [Infinity, -Infinity];
  for (const id of scene.nodes.keys()) {
    const point = positions.get(id);
    if (!point) continue;
    x[0] = Math.min(x[0], point.x);
    x[1] = Math.max(x[1], point.x);
    y[0] = Math.min(y[0], point.y);
    y[1] = Math.max(y[1], point.y);
  }
  if (x[0] <= x[1]) renderer.setCustomBBox({ x, y });
};

/** Whether everything that is shown lies in the part of the graph that is looked at. */
export const holdsAll = (renderer: Renderer, scene: Scene, positions: ReadonlyMap<string, Point>): boolean => {
  const { width, height } = renderer.getDimensions();
  return [...scene.nodes.keys()].every((id) => {
    const point = positions.get(id);
    if (!point) return true;
    const { x, y } = renderer.graphToViewport(point);
    return x >= 0 && y >= 0 && x <= width && y <= height;
  });
};

/** Units of the layout for one pixel of the drawing. */
export const unitsPerPixel = (renderer: Renderer): number => {
  const box = renderer.getBBox();
  const ratio = renderer.getGraphToViewportRatio() * renderer.getCamera().ratio;
  return box.x[0] === box.x[1] || ratio <= 0 ? 1 : 1 / ratio;
};

const WHOLE = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };

/** `renderer` is asked for at each call: a lost context brings another one. `still`: without animation. */
export const createCamera = (renderer: () => Renderer, still: () => boolean) => {
  const go = (to: { x?: number; y?: number; ratio?: number; angle?: number }, duration: number): void => {
    const camera = renderer().getCamera();
    if (still()) camera.setState(to);
    else void camera.animate(to, { duration });
  };
  return {
    centre(id: string): void {
      const shown = renderer().getNodeDisplayData(id);
      if (shown) go({ x: shown.x, y: shown.y, ratio: Math.min(renderer().getCamera().ratio, 0.7) }, 400);
    },
    zoom(factor: number): void {
      const camera = renderer().getCamera();
      go({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, 200);
    },
    whole: (): void => go(WHOLE, 300),
    isWhole(): boolean {
      const { x, y, ratio } = renderer().getCamera().getState();
      return x === WHOLE.x && y === WHOLE.y && ratio === WHOLE.ratio;
    },
  };
};

/** Where an entity, or the clearest point of a pair's line, is on the page; null when it is not drawn. */
export const placeOnPage = (
  renderer: Renderer,
  graph: DisplayGraph,
  lines: Lines,
  kind: 'node' | 'pair',
  id: string,
): Point | null => {
  const line = kind === 'pair' ? lines.get(id) : undefined;
  const node = kind === 'node' && graph.hasNode(id) ? graph.getNodeAttributes(id) : null;
  const point = line ? clearestPoint(graph, lines, line) : node;
  if (!point) return null;
  const at = renderer.graphToViewport(point);
  const box = renderer.getContainer().getBoundingClientRect();
  return { x: box.left + at.x, y: box.top + at.y };
};
