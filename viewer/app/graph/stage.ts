/**
 * The adapter round sigma: everything else on the page hands in a scene and a selection and hears what was pointed at.
 * Owns the displayed graph, the places, the layout worker and the look; survives a lost WebGL context.
 */
import Graph from 'graphology';
import type { Scene } from '../state/scene.ts';
import { emptyScene, neighboursOf } from '../state/scene.ts';
import type { Selection } from '../state/view.ts';
import { bindPointer } from './pointer.ts';
import type { RunningLayout } from './layout/layout.ts';
import { startLayout } from './layout/layout.ts';
import type { Positions } from './layout/force.ts';
import type { Point } from './layout/positions.ts';
import type { Drawn } from '../save/drawn.ts';
import type { Palette } from './palette.ts';
import { drawnOf, pictureOf } from './snapshot.ts';
import { clearestPoint } from './clearest-point.ts';
import { paintOverlay, ranked } from './paint.ts';
import { footprint, placeNew } from './positions-kept.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import { createRenderer } from './renderer.ts';
import type { Look } from './style.ts';
import { createReducers, MOST_STYLED, nodeSize, sizeOf } from './style.ts';
import { applyScene } from './sync.ts';

interface StageEvents {
  onNode(id: string): void;
  onPair(id: string): void;
  onEmpty(): void;
  onExpand(id: string): void;
  onHover(text: string | null, at: Point): void;
  onLayout(running: boolean): void;
  /** Everything has come to rest, or was moved: the places as they are now. */
  onPlaces(places: ReadonlyMap<string, Point>): void;
  onTrouble(message: string): void;
  onContext(state: 'lost' | 'restored'): void;
}

export interface Stage {
  /** Draws a scene. Entities seen for the first time are laid out all together, or put round `parent`. */
  show(scene: Scene, placing: { layout: boolean; parent: string | null }): void;
  /** Puts entities somewhere before they are shown. */
  place(places: ReadonlyMap<string, Point>): void;
  places(): ReadonlyMap<string, Point>;
  /** What is shown, with places and colours, for a file. */
  drawn(): Drawn;
  /** The picture as it is on the screen. */
  picture(): Promise<Blob>;
  select(selection: Selection | null): void;
  repaint(palette: Palette): void;
  centre(id: string): void;
  zoom(factor: number): void;
  fit(): void;
  /** Screen position, in pixels of the page, of an entity or of the clearest point of a pair's line; null when not drawn. */
  positionOf(kind: 'node' | 'pair', id: string): Point | null;
  /** Calls of the reducers since the start: what a test of cheap hovering counts. */
  reducerCalls(): number;
  /** Refreshes of the whole graph since the start. */
  refreshes(): number;
}

export interface StageOptions {
  readonly container: HTMLElement;
  readonly palette: Palette;
  /** Without animation when true. */
  readonly still: () => boolean;
  readonly events: StageEvents;
}

export const createStage = ({ container, palette, still, events }: StageOptions): Stage => {
  const graph: DisplayGraph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false });
  const look: Look = {
    palette,
    hovered: null,
    hoveredBundle: null,
    selected: null,
    selectedBundle: null,
    near: null,
  };
  const positions = new Map<string, Point>();
  let scene = emptyScene;
  let rank = ranked(graph);
  let thin = false;
  let layout: RunningLayout | null = null;
  let calls = 0;
  let refreshes = 0;
  const plain = createReducers(look, () => thin);
  const reducers: typeof plain = {
    nodeReducer(node, attributes) {
      calls += 1;
      return plain.nodeReducer(node, attributes);
    },
    edgeReducer(edge, attributes) {
      calls += 1;
      return plain.edgeReducer(edge, attributes);
    },
  };
  let renderer: Renderer = start();

  function start(): Renderer {
    const made = createRenderer(graph, container, reducers);
    made.on('afterRender', () => paintOverlay(made, graph, look, rank, scene.pinned));
    bindPointer(made, graph, {
      ...events,
      onPoint(node, bundle) {
        if (node === look.hovered && bundle === look.hoveredBundle) return;
        look.hovered = node;
        look.hoveredBundle = bundle;
        relight();
      },
      onDrag(node, point) {
        freeze();
        positions.set(node, point);
        graph.mergeNodeAttributes(node, point);
      },
      onDropped: () => events.onPlaces(positions),
    });
    for (const canvas of Object.values(made.getCanvases())) {
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        // A renderer that was replaced gives its contexts up; that is no loss.
        if (renderer === made) events.onContext('lost');
      });
      canvas.addEventListener('webglcontextrestored', () => {
        if (renderer === made) rebuild();
      });
    }
    return made;
  }

  /** Programs and buffers died with the context: a new renderer over the same graph, at the same place. */
  function rebuild(): void {
    const camera = renderer.getCamera().getState();
    const box = renderer.getCustomBBox();
    renderer.kill();
    renderer = start();
    renderer.setCustomBBox(box);
    renderer.getCamera().setState(camera);
    renderer.refresh();
    events.onContext('restored');
  }

  /** The box round what is shown: sigma's own would hold what is hidden as well. */
  const frame = (): void => {
    const points = [...scene.nodes.keys()].flatMap((id) => positions.get(id) ?? []);
    if (points.length === 0) return;
    const extent = (axis: 'x' | 'y'): [number, number] => [
      points.reduce((least, point) => Math.min(least, point[axis]), Infinity),
      points.reduce((most, point) => Math.max(most, point[axis]), -Infinity),
    ];
    renderer.setCustomBBox({ x: extent('x'), y: extent('y') });
  };

  /** From now on nothing rescales when something is added or moved. */
  const freeze = (): void => {
    if (!renderer.getCustomBBox()) frame();
  };

  /** The light is the overlay's: WebGL's picture stays as it is, dimmed by the browser, and no reducer runs. */
  const relight = (): void => {
    look.near = nearOf(scene, look);
    paintOverlay(renderer, graph, look, rank, scene.pinned);
  };

  const refreshAll = (): void => {
    refreshes += 1;
    thin = graph.size > MOST_STYLED;
    renderer.refresh();
  };

  const room = (id: string) => {
    const node = scene.nodes.get(id);
    return footprint(node?.name ?? '', node ? sizeOf(scene, node) : nodeSize(1));
  };

  const move = (ids: readonly string[], at: Positions): void => {
    ids.forEach((id, index) => {
      if (scene.pinned.has(id) && positions.has(id)) return;
      positions.set(id, { x: at[2 * index] ?? 0, y: at[2 * index + 1] ?? 0 });
    });
    graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...positions.get(id) }), {
      attributes: ['x', 'y'],
    });
  };

  const layOutAll = (): void => {
    layout?.stop();
    const ids = [...scene.nodes.keys()];
    const { width, height } = renderer.getDimensions();
    events.onLayout(true);
    layout = startLayout(
      {
        nodes: ids.map((id) => ({ id, ...room(id) })),
        edges: [...scene.bundles.values()].map(({ source, target, statements }) => ({
          source,
          target,
          weight: statements,
        })),
        aspect: Math.min(3, Math.max(0.5, width / Math.max(1, height))),
      },
      (at, done) => {
        if (!done && still()) return;
        move(ids, at);
        frame();
        if (!done) return;
        layout = null;
        refreshAll();
        events.onLayout(false);
        events.onPlaces(positions);
      },
      (message) => {
        layout = null;
        events.onLayout(false);
        events.onTrouble(message);
      },
    );
  };

  const observer = new ResizeObserver(() => {
    renderer.resize();
    renderer.refresh({ skipIndexation: true });
  });
  observer.observe(container);

  const toPage = (point: Point): Point => {
    const at = renderer.graphToViewport(point);
    const box = container.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  };

  return {
    show(next, placing) {
      const before = scene;
      const resized = before.sizes !== next.sizes;
      scene = next;
      if (!placing.layout) {
        freeze();
        const box = renderer.getBBox();
        const ratio = renderer.getGraphToViewportRatio() * renderer.getCamera().ratio;
        placeNew(positions, scene, placing.parent, room, box.x[0] === box.x[1] || ratio <= 0 ? 1 : 1 / ratio);
      }
      const { added, nodes, edges } = applyScene(graph, before, scene, positions);
      look.near = nearOf(scene, look);
      if (added) rank = ranked(graph);
      if (added || resized) refreshAll();
      else renderer.refresh({ partialGraph: { nodes: [...nodes], edges: [...edges] }, skipIndexation: true });
      if (placing.layout) layOutAll();
    },
    place(places) {
      for (const [id, point] of places) positions.set(id, point);
    },
    places: () => positions,
    drawn: () => drawnOf(renderer, graph, look.palette),
    picture() {
      // WebGL keeps no picture between frames: it is read in the task that draws it.
      renderer.refresh({ partialGraph: {}, skipIndexation: true });
      return pictureOf(renderer, look.palette.background);
    },
    select(selection) {
      look.selected = selection?.kind === 'node' ? selection.id : null;
      look.selectedBundle = selection?.kind === 'pair' ? selection.id : null;
      relight();
    },
    repaint(next) {
      look.palette = next;
      renderer.refresh({ skipIndexation: true });
    },
    centre(id) {
      const shown = renderer.getNodeDisplayData(id);
      if (!shown) return;
      const camera = renderer.getCamera();
      const target = { x: shown.x, y: shown.y, ratio: Math.min(camera.ratio, 0.7) };
      if (still()) camera.setState(target);
      else void camera.animate(target, { duration: 400 });
    },
    zoom(factor) {
      const camera = renderer.getCamera();
      const ratio = camera.getBoundedRatio(camera.ratio / factor);
      if (still()) camera.setState({ ratio });
      else void camera.animate({ ratio }, { duration: 200 });
    },
    fit() {
      frame();
      refreshAll();
      const camera = renderer.getCamera();
      const whole = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
      if (still()) camera.setState(whole);
      else void camera.animate(whole, { duration: 300 });
    },
    positionOf(kind, id) {
      if (kind === 'node') return graph.hasNode(id) ? toPage(graph.getNodeAttributes(id)) : null;
      if (!graph.hasEdge(id)) return null;
      const clear = clearestPoint(graph, id);
      return clear && toPage(clear);
    },
    reducerCalls: () => calls,
    refreshes: () => refreshes,
  };
};

/** The pointed-at or else the selected thing, with its neighbours; null when there is none of it in the scene. */
const nearOf = (scene: Scene, look: Look): Look['near'] => {
  const pairs = [look.hoveredBundle, look.hovered === null ? look.selectedBundle : null];
  const node = look.hovered ?? (look.hoveredBundle === null ? look.selected : null);
  const pair = look.hovered === null ? pairs.find((id) => id !== null && scene.bundles.has(id)) : undefined;
  const bundle = pair === undefined || pair === null ? undefined : scene.bundles.get(pair);
  if (bundle) return { nodes: new Set([bundle.source, bundle.target]), bundles: new Set([bundle.id]) };
  if (node === null || !scene.nodes.has(node)) return null;
  const around = neighboursOf(scene, node);
  return {
    nodes: new Set([node, ...around.map(({ other }) => other)]),
    bundles: new Set(around.map((entry) => entry.bundle.id)),
  };
};
