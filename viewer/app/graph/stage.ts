/**
 * The adapter round sigma: everything else on the page hands in a scene and a selection and hears what was pointed at.
 * Owns the displayed graph, the lines, the places and the look; survives a lost WebGL context.
 */
import Graph from 'graphology';
import type { Drawn } from '../save/drawn.ts';
import { differences } from '../state/differences.ts';
import type { Scene } from '../state/scene.ts';
import { emptyScene } from '../state/scene.ts';
import type { Selection } from '../state/view.ts';
import { createArranging } from './arranging.ts';
import { crowdingOf } from './crowd.ts';
import { createCamera, frameScene, holdsAll, placeOnPage, unitsPerPixel } from './framing.ts';
import type { Positions } from './layout/force.ts';
import type { Point } from './layout/positions.ts';
import { nearOf } from './near.ts';
import type { Ranked } from './paint.ts';
import { nothingRanked, paintOverlay, rankedWith } from './paint.ts';
import type { Palette } from './palette.ts';
import { bindPointer } from './pointer.ts';
import { footprint, placeNew } from './positions-kept.ts';
import { Lines } from './lines.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import { createRenderer } from './renderer.ts';
import { drawnOf, pictureOf } from './snapshot.ts';
import type { Look } from './style.ts';
import { createNodeReducer, crowdsOf, lineColour, nodeSize, sizeOf } from './style.ts';
import type { Changes } from './sync.ts';
import { applyScene, quietly } from './sync.ts';

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
  /** Where the whole is looked at, and something shown has come to lie outside: looks at the whole again. */
  reveal(): void;
  /** Screen position, in pixels of the page, of an entity or of the clearest point of a pair's line; null when not drawn. */
  positionOf(kind: 'node' | 'pair', id: string): Point | null;
  /** What was done since the start: what tests of cheap gestures count. */
  counts(): DrawingCounts;
}

interface DrawingCounts {
  readonly reducerCalls: number;
  /** Refreshes of the whole graph. */
  readonly refreshes: number;
  /** Entities and lines that were new or looked different. */
  readonly nodes: number;
  readonly lines: number;
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
  let rank: Ranked = nothingRanked;
  let crowds = crowdsOf(0, 0);
  let crowding = 1;
  const counts = { reducerCalls: 0, refreshes: 0, nodes: 0, lines: 0 };
  const lines = new Lines((line) => lineColour(look.palette, line));
  const plain = createNodeReducer(look, () => crowds);
  const nodeReducer: typeof plain = (node, attributes) => {
    counts.reducerCalls += 1;
    return plain(node, attributes);
  };
  let renderer: Renderer = start();
  const camera = createCamera(() => renderer, still);
  const arrange = createArranging({
    onPlaces(ids, at, done) {
      if (!done && still()) return;
      move(ids, at);
      frameScene(renderer, scene, positions);
      if (!done) {
        fillLines();
        renderer.refresh({ partialGraph: { nodes: graph.nodes() }, schedule: true });
        return;
      }
      refreshAll();
      events.onLayout(false);
      events.onPlaces(positions);
    },
    onTrouble(message) {
      events.onLayout(false);
      events.onTrouble(message);
    },
  });

  function start(): Renderer {
    const made = createRenderer(graph, container, lines, nodeReducer, () => crowding);
    fillLines();
    made.on('afterRender', () => paintOverlay(made, graph, lines, look, rank, scene.pinned));
    bindPointer(made, graph, lines, {
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
        lines.follow(new Set([graph.getNodeAttributes(node)]));
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
    const place = renderer.getCamera().getState();
    const box = renderer.getCustomBBox();
    renderer.kill();
    renderer = start();
    renderer.setCustomBBox(box);
    renderer.getCamera().setState(place);
    renderer.refresh();
    events.onContext('restored');
  }

  /** From now on nothing rescales when something is added or moved. */
  const freeze = (): void => {
    if (!renderer.getCustomBBox()) frameScene(renderer, scene, positions);
  };

  /** The light is the overlay's: WebGL's picture stays as it is, dimmed by the browser, and no reducer runs. */
  const relight = (): void => {
    look.near = nearOf(scene, look);
    paintOverlay(renderer, graph, lines, look, rank, scene.pinned);
  };

  function fillLines(): void {
    lines.fill(crowds.thinLines ? 'thin' : 'styled');
  }

  const refreshAll = (): void => {
    counts.refreshes += 1;
    fillLines();
    renderer.refresh();
  };

  const room = (id: string) => {
    const node = scene.nodes.get(id);
    return footprint(node?.name ?? '', node ? sizeOf(scene, node) : nodeSize(1));
  };

  /** Straight into the attributes: sigma is told once, by a refresh. */
  const move = (ids: readonly string[], at: Positions): void => {
    ids.forEach((id, index) => {
      if (scene.pinned.has(id) && positions.has(id)) return;
      const point = { x: at[2 * index] ?? 0, y: at[2 * index + 1] ?? 0 };
      positions.set(id, point);
      if (graph.hasNode(id)) Object.assign(graph.getNodeAttributes(id), point);
    });
  };

  const layOutAll = (): void => {
    const { width, height } = renderer.getDimensions();
    events.onLayout(true);
    arrange(scene, { room, aspect: width / Math.max(1, height) });
  };

  /** Draws what changed in the next frame, and only that is written anew. */
  const redraw = ({ addedNodes, addedEdges, nodes, resized, edges }: Changes, whole: boolean): void => {
    const before = crowds;
    if (addedNodes.length + addedEdges.length > 0) {
      rank = rankedWith(rank, graph, lines, addedNodes, addedEdges);
      crowds = crowdsOf(graph.order, lines.size);
      const { width, height } = renderer.getDimensions();
      crowding = crowdingOf(
        graph.mapNodes((_, { size }) => size),
        width,
        height,
      );
    }
    counts.nodes += addedNodes.length + nodes.length;
    counts.lines += addedEdges.length + edges.length;
    if (whole || crowds.dots !== before.dots || crowds.thinLines !== before.thinLines) {
      refreshAll();
      return;
    }
    lines.append(addedEdges);
    lines.rewrite(edges);
    lines.follow(new Set(resized.map((id) => graph.getNodeAttributes(id))));
    // Sigma has heard of what was added, and fills its buffers with it in the next frame.
    renderer.refresh({ partialGraph: { nodes: [...nodes] }, skipIndexation: true, schedule: true });
  };

  const fit = (): void => {
    frameScene(renderer, scene, positions);
    refreshAll();
    camera.whole();
  };

  const observer = new ResizeObserver(() => renderer.scheduleRender());
  observer.observe(container);

  return {
    show(next, placing) {
      const before = scene;
      const changed = differences(before, next);
      scene = next;
      if (!placing.layout) {
        freeze();
        if (changed.nodes.some(({ id }) => !positions.has(id))) {
          placeNew(positions, scene, placing.parent, room, unitsPerPixel(renderer));
        }
      }
      const apply = (): Changes => applyScene(graph, lines, before, scene, positions, changed);
      const isNew = changed.nodes.length > 2 * graph.order;
      const changes = isNew ? quietly(graph, apply) : apply();
      look.near = nearOf(scene, look);
      redraw(changes, isNew || before.sizes !== next.sizes);
      if (placing.layout) layOutAll();
    },
    place(places) {
      for (const [id, point] of places) positions.set(id, point);
    },
    places: () => positions,
    drawn: () => drawnOf(renderer, graph, lines, look.palette),
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
      fillLines();
      renderer.refresh({ skipIndexation: true });
    },
    centre: (id) => camera.centre(id),
    zoom: (factor) => camera.zoom(factor),
    fit,
    reveal() {
      if (camera.isWhole() && !holdsAll(renderer, scene, positions)) fit();
    },
    positionOf: (kind, id) => placeOnPage(renderer, graph, lines, kind, id),
    counts: () => ({ ...counts }),
  };
};
