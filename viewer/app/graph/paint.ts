/** Collects what is in view for the overlay, most important first, and draws it. Runs after each frame, and alone when only
 * the light changes: WebGL's own picture is then dimmed by the browser and not drawn again. */
import type { Point } from './layout/positions.ts';
import { drawLight } from './light.ts';
import type { DrawnBundle, DrawnNode } from './overlay.ts';
import { drawOverlay } from './overlay.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import type { Screen } from './screen.ts';
import { screenOf } from './screen.ts';
import type { Look } from './style.ts';
import { bounded } from './view-box.ts';

/** Ids by importance, hidden ones included: made when something is added, not for each frame. */
export interface Ranked {
  readonly nodes: readonly string[];
  readonly bundles: readonly string[];
}

const MOST_NODES = 700;
const MOST_BUNDLES = 1500;
/** How much of the WebGL picture is left beside what is lit. */
const DIMMED = '0.2';

export const ranked = (graph: DisplayGraph): Ranked => {
  const byWeight = (a: readonly [string, number], b: readonly [string, number]): number =>
    b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return {
    nodes: graph
      .mapNodes((id, { statements }) => [id, statements] as const)
      .sort(byWeight)
      .map(([id]) => id),
    bundles: graph
      .mapEdges((id, { bundle }) => [id, bundle.statements] as const)
      .sort(byWeight)
      .map(([id]) => id),
  };
};

const nodeOn = (renderer: Renderer, graph: DisplayGraph, screen: Screen, id: string): DrawnNode => {
  const { x, y, size, label, kind, members } = graph.getNodeAttributes(id);
  return { id, ...screen.at(x, y), radius: renderer.scaleSize(size), label, kind, members };
};

const bundleOn = (renderer: Renderer, graph: DisplayGraph, screen: Screen, id: string): DrawnBundle => {
  const { bundle, style, size } = graph.getEdgeAttributes(id);
  const [source, target] = graph.extremities(id).map((end) => graph.getNodeAttributes(end));
  const place = (end: typeof source): Point => screen.at(end?.x ?? 0, end?.y ?? 0);
  const radius = (end: typeof source): number => renderer.scaleSize(end?.size ?? 0);
  return {
    bundle,
    style,
    thickness: Math.max(1, renderer.scaleSize(size)),
    from: place(source),
    to: place(target),
    radii: [radius(source), radius(target)],
  };
};

export const paintOverlay = (
  renderer: Renderer,
  graph: DisplayGraph,
  look: Look,
  rank: Ranked,
  pinned: ReadonlySet<string>,
): void => {
  const canvases = renderer.getCanvases();
  const context = canvases['overlay']?.getContext('2d');
  if (!context) return;
  const { width, height } = renderer.getDimensions();
  const screen = screenOf(renderer);
  const inView = (point: Point): boolean => bounded(point, width, height);
  const { near } = look;
  for (const name of ['edges', 'nodes']) {
    const canvas = canvases[name];
    if (canvas) canvas.style.opacity = near ? DIMMED : '';
  }
  context.clearRect(0, 0, width, height);

  const shownNode = (id: string): boolean => graph.hasNode(id) && !graph.getNodeAttribute(id, 'hidden');
  const shownEdge = (id: string): boolean => graph.hasEdge(id) && !graph.getEdgeAttribute(id, 'hidden');
  const nodes: DrawnNode[] = [];
  for (const id of near ? rank.nodes.filter((each) => near.nodes.has(each)) : rank.nodes) {
    if (!shownNode(id)) continue;
    const node = nodeOn(renderer, graph, screen, id);
    if (inView(node)) nodes.push(node);
    if (near === null && nodes.length >= MOST_NODES) break;
  }
  const bundles: DrawnBundle[] = [];
  for (const id of near ? near.bundles : rank.bundles) {
    if (!shownEdge(id)) continue;
    const bundle = bundleOn(renderer, graph, screen, id);
    // A lit line is drawn here, so it counts even where its middle is out of view.
    if (near || inView({ x: (bundle.from.x + bundle.to.x) / 2, y: (bundle.from.y + bundle.to.y) / 2 })) {
      bundles.push(bundle);
    }
    if (near === null && bundles.length >= MOST_BUNDLES) break;
  }
  if (near) drawLight(context, nodes, bundles, look);
  drawOverlay(context, nodes, bundles, look, pinned);
};
