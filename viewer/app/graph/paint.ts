/** Collects what is in view for the overlay, most important first, and draws it. Runs after each frame, and alone when only
 * the light changes: WebGL's own picture is then dimmed by the browser and not drawn again. */
import type { Point } from './layout/positions.ts';
import { drawLight } from './light.ts';
import type { DrawnBundle, DrawnNode } from './overlay.ts';
import { drawOverlay } from './overlay.ts';
import type { Line, Lines } from './lines.ts';
import type { Rectangle } from './place-labels.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import type { Screen } from './screen.ts';
import { screenOf } from './screen.ts';
import type { Look } from './style.ts';
import { bounded } from './view-box.ts';

interface Weighed {
  readonly id: string;
  readonly weight: number;
}

/** By importance, hidden ones included: made when something is added, not for each frame. */
export interface Ranked {
  readonly nodes: readonly Weighed[];
  readonly bundles: readonly Weighed[];
}

export const nothingRanked: Ranked = { nodes: [], bundles: [] };

const MOST_NODES = 700;
const MOST_BUNDLES = 1500;
/** How much of the WebGL picture is left beside what is lit. */
const DIMMED = '0.2';

const byWeight = (a: Weighed, b: Weighed): number => b.weight - a.weight || (a.id < b.id ? -1 : 1);

/** A ranking with `more` in it: sorted by itself and put in between, so that a few more among many cost little. */
const merged = (ranked: readonly Weighed[], more: readonly Weighed[]): readonly Weighed[] => {
  if (more.length === 0) return ranked;
  const fresh = more.toSorted(byWeight);
  const all: Weighed[] = [];
  let at = 0;
  for (const each of ranked) {
    for (let next = fresh[at]; next && byWeight(next, each) < 0; next = fresh[at]) {
      all.push(next);
      at += 1;
    }
    all.push(each);
  }
  return all.concat(fresh.slice(at));
};

export const rankedWith = (
  ranked: Ranked,
  graph: DisplayGraph,
  lines: Lines,
  nodes: readonly string[],
  bundles: readonly string[],
): Ranked => ({
  nodes: merged(
    ranked.nodes,
    nodes.map((id) => ({ id, weight: graph.getNodeAttribute(id, 'statements') })),
  ),
  bundles: merged(
    ranked.bundles,
    bundles.map((id) => ({ id, weight: lines.get(id)?.bundle.statements ?? 0 })),
  ),
});

/** The few that are lit, most important first. */
const litNodes = (graph: DisplayGraph, near: NonNullable<Look['near']>): readonly Weighed[] =>
  [...near.nodes]
    .filter((id) => graph.hasNode(id))
    .map((id) => ({ id, weight: graph.getNodeAttribute(id, 'statements') }))
    .sort(byWeight);

const nodeOn = (renderer: Renderer, graph: DisplayGraph, screen: Screen, id: string): DrawnNode => {
  const { x, y, size, label, kind, members } = graph.getNodeAttributes(id);
  return { id, ...screen.at(x, y), radius: renderer.scaleSize(size), label, kind, members };
};

const bundleOn = (renderer: Renderer, screen: Screen, { bundle, style, size, from, to }: Line): DrawnBundle => ({
  bundle,
  style,
  thickness: Math.max(1, renderer.scaleSize(size)),
  from: screen.at(from.x, from.y),
  to: screen.at(to.x, to.y),
  radii: [renderer.scaleSize(from.size), renderer.scaleSize(to.size)],
});

/** What stands over the drawing, of the elements beside it that say so. */
const coversOf = (container: HTMLElement): Rectangle[] =>
  [...(container.parentElement?.children ?? [])].flatMap((element) =>
    element instanceof HTMLElement && element.dataset['covers'] !== undefined
      ? [{ x: element.offsetLeft, y: element.offsetTop, width: element.offsetWidth, height: element.offsetHeight }]
      : [],
  );

export const paintOverlay = (
  renderer: Renderer,
  graph: DisplayGraph,
  lines: Lines,
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

  const nodes: DrawnNode[] = [];
  for (const { id } of near ? litNodes(graph, near) : rank.nodes) {
    if (graph.getNodeAttribute(id, 'hidden')) continue;
    const node = nodeOn(renderer, graph, screen, id);
    if (inView(node)) nodes.push(node);
    if (near === null && nodes.length >= MOST_NODES) break;
  }
  const bundles: DrawnBundle[] = [];
  for (const { id } of near ? [...near.bundles].map((pair) => ({ id: pair })) : rank.bundles) {
    const line = lines.get(id);
    if (!line || line.hidden) continue;
    const bundle = bundleOn(renderer, screen, line);
    // A lit line is drawn here, so it counts even where its middle is out of view.
    if (near || inView({ x: (bundle.from.x + bundle.to.x) / 2, y: (bundle.from.y + bundle.to.y) / 2 })) {
      bundles.push(bundle);
    }
    if (near === null && bundles.length >= MOST_BUNDLES) break;
  }
  if (near) drawLight(context, nodes, bundles, look);
  drawOverlay(context, nodes, bundles, look, pinned, { width, height, covered: coversOf(renderer.getContainer()) });
};
