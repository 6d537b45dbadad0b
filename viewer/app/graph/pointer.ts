/** From sigma's mouse events to what the page cares about: an entity, a pair, nothing; and dragging an entity. */
import { isolated, number, predicateWords } from '../text/words.ts';
import { createNearest } from './hit.ts';
import type { Point } from './layout/positions.ts';
import type { Lines } from './lines.ts';
import type { DisplayGraph, Renderer } from './renderer.ts';
import { screenOf } from './screen.ts';

export interface PointerEvents {
  onNode(id: string): void;
  onPair(id: string): void;
  onEmpty(): void;
  onExpand(id: string): void;
  /** What the pointer is over changed, or may not have. */
  onPoint(node: string | null, bundle: string | null): void;
  /** A short text for what is pointed at, with where the pointer is in the drawing. */
  onHover(text: string | null, at: Point): void;
  onDrag(node: string, point: Point): void;
  /** The end of dragging. */
  onDropped(): void;
}

/** Pixels from a line within which it counts as pointed at. */
const TOLERANCE = 7;

/** The id of the nearest line within `tolerance`, in the graph's units; null when there is none. */
const lineAt = (lines: Lines, point: Point, tolerance: number): string | null => {
  const nearest = createNearest(point, tolerance);
  for (const { id, hidden, from, to } of lines) if (!hidden) nearest.look(id, from, to);
  return nearest.found();
};

export const bindPointer = (renderer: Renderer, graph: DisplayGraph, lines: Lines, events: PointerEvents): void => {
  let over: string | null = null;
  let dragged: string | null = null;
  let moved = false;

  /** Distances are taken in the graph's units: one conversion for the pointer, none for the lines. */
  const pairAt = (at: Point): string | null => {
    const point = renderer.viewportToGraph(at);
    return lineAt(lines, point, TOLERANCE / screenOf(renderer).scale);
  };

  const describe = (pair: string): string | null => {
    const line = lines.get(pair);
    if (!line) return null;
    const { from, to, bundle } = line;
    const { edges } = bundle;
    const relations = edges
      .slice(0, 4)
      .map((edge) => `${predicateWords(edge.predicate)} ${number(edge.statements)}`)
      .join(', ');
    return `${isolated(from.label)} and ${isolated(to.label)}: ${relations}${edges.length > 4 ? ', …' : ''}`;
  };

  renderer.on('enterNode', ({ node, event }) => {
    over = node;
    events.onPoint(node, null);
    events.onHover(null, event);
    renderer.getContainer().style.cursor = 'pointer';
  });
  renderer.on('leaveNode', ({ event }) => {
    over = null;
    events.onPoint(null, null);
    events.onHover(null, event);
    renderer.getContainer().style.cursor = '';
  });
  renderer.on('downNode', ({ node }) => {
    dragged = node;
    moved = false;
  });
  renderer.on('moveBody', ({ event }) => {
    if (dragged !== null && graph.hasNode(dragged)) {
      moved = true;
      events.onDrag(dragged, renderer.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
      return;
    }
    if (over !== null) return;
    // Sigma hears the mouse over the whole page; the panels are none of the drawing's business.
    const { target } = event.original;
    if (!(target instanceof Node) || !renderer.getContainer().contains(target)) {
      events.onPoint(null, null);
      events.onHover(null, event);
      return;
    }
    const pair = pairAt(event);
    events.onPoint(null, pair);
    events.onHover(pair === null ? null : describe(pair), event);
    renderer.getContainer().style.cursor = pair === null ? '' : 'pointer';
  });
  renderer.getMouseCaptor().on('mouseup', () => {
    if (dragged !== null && moved) events.onDropped();
    dragged = null;
  });
  renderer.on('clickNode', ({ node }) => {
    if (!moved) events.onNode(node);
    moved = false;
  });
  renderer.on('doubleClickNode', (payload) => {
    payload.preventSigmaDefault();
    events.onExpand(payload.node);
  });
  renderer.on('clickStage', ({ event }) => {
    const pair = pairAt(event);
    if (pair === null) events.onEmpty();
    else events.onPair(pair);
  });
  renderer.on('leaveStage', ({ event }) => {
    if (over === null) {
      events.onPoint(null, null);
      events.onHover(null, event);
    }
  });
};
