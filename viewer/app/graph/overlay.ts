/**
 * What is drawn over the WebGL picture, on one 2D canvas: icons in the nodes, names under them without overlap, the marks
 * of tone on the edges, and the predicates of what is pointed at. Most important first; bounded for each frame.
 */
import type { NodeType } from '../../contract.ts';
import type { Bundle } from '../state/scene.ts';
import { number, predicateWords } from '../text/words.ts';
import { ICONS } from './icons.ts';
import type { Point } from './layout/positions.ts';
import { MARKS } from './marks.ts';
import type { Placed, Sheet } from './place-labels.ts';
import { createPlaced, shortened } from './place-labels.ts';
import type { Look } from './style.ts';

export interface DrawnNode extends Point {
  readonly id: string;
  /** Radius in pixels on the screen. */
  readonly radius: number;
  readonly label: string;
  readonly kind: NodeType;
  /** Entities of a collection; 0 for an entity. */
  readonly members: number;
}

export interface DrawnBundle {
  readonly bundle: Bundle;
  /** Heads and dash, as in graph/style.ts. */
  readonly style: number;
  readonly thickness: number;
  readonly from: Point;
  readonly to: Point;
  /** Of the two ends, in pixels. */
  readonly radii: readonly [number, number];
}

const FONT = "'Inter Variable', system-ui, sans-serif";
const MOST_LABELS = 200;
const MOST_MARKS = 400;
const MOST_EDGE_LABELS = 40;
const LABEL_HEIGHT = 15;
const LETTERS = 30;
/** So many of the most important are named even in a crowd, over the discs of others. */
const ALWAYS_NAMED = 8;

const iconPaths = new Map<NodeType, Path2D>();
const iconOf = (kind: NodeType): Path2D => {
  const known = iconPaths.get(kind);
  if (known) return known;
  const path = new Path2D(ICONS[kind]);
  iconPaths.set(kind, path);
  return path;
};

/** Draws one frame. `nodes` most important first; `bundles` only those in view. */
export const drawOverlay = (
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  bundles: readonly DrawnBundle[],
  look: Look,
  pinned: ReadonlySet<string>,
  sheet: Sheet,
): void => {
  const placed = createPlaced(sheet);
  const lit = (id: string): boolean => look.near === null || look.near.nodes.has(id);
  const pairLit = look.near !== null && look.near.bundles.size === 1 && look.near.nodes.size === 2;
  const focused = (id: string): boolean => id === look.hovered || id === look.selected || (pairLit && lit(id));
  drawMarks(context, nodes, bundles, look);
  for (const node of nodes) drawIcon(context, node, look);
  for (const node of nodes) {
    if (node.members > 0) drawRing(context, node, look);
    if (pinned.has(node.id)) drawPin(context, node, look);
  }
  for (const node of nodes) {
    if (!lit(node.id)) continue;
    const edge = node.radius * 0.8;
    placed.force({ x: node.x - edge, y: node.y - edge, width: 2 * edge, height: 2 * edge });
  }
  const first = nodes.filter((node) => focused(node.id));
  const bright = nodes.filter((node) => !focused(node.id) && lit(node.id));
  const names: Names = { free: placed, written: createPlaced(sheet) };
  for (const node of first) drawLabel(context, node, look, names, 'always');
  bright.slice(0, MOST_LABELS).forEach((node, rank) => {
    drawLabel(context, node, look, names, rank < ALWAYS_NAMED ? 'over-discs' : 'where-free');
  });
  if (look.near) drawPredicates(context, bundles, look, placed);
};

const drawIcon = (context: CanvasRenderingContext2D, node: DrawnNode, look: Look): void => {
  if (node.radius < 6 || (look.near !== null && !look.near.nodes.has(node.id))) return;
  const scale = (node.radius * 1.06) / 16;
  context.save();
  context.translate(node.x - 8 * scale, node.y - 8 * scale);
  context.scale(scale, scale);
  context.fillStyle = look.palette.onType;
  context.fill(iconOf(node.kind));
  context.restore();
};

/** A second ring round a collection: many entities drawn as one. */
const drawRing = (context: CanvasRenderingContext2D, node: DrawnNode, look: Look): void => {
  context.beginPath();
  context.arc(node.x, node.y, node.radius + 2.5, 0, 2 * Math.PI);
  context.lineWidth = 1.5;
  context.strokeStyle = look.palette.types[node.kind];
  context.stroke();
};

/** A dot at the upper right of what no layout moves. */
const drawPin = (context: CanvasRenderingContext2D, node: DrawnNode, look: Look): void => {
  const offset = node.radius * 0.72;
  context.beginPath();
  context.arc(node.x + offset, node.y - offset, 4, 0, 2 * Math.PI);
  context.fillStyle = look.palette.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = look.palette.background;
  context.stroke();
};

const CHANGE_SIGNS: Readonly<Record<NonNullable<Bundle['change']>, string | null>> = {
  new: '+',
  gone: '−',
  changed: '±',
  same: null,
};

interface Names {
  /** Taken by discs and names. */
  readonly free: Placed;
  /** Taken by names alone. */
  readonly written: Placed;
}

const drawLabel = (
  context: CanvasRenderingContext2D,
  node: DrawnNode,
  look: Look,
  names: Names,
  how: 'always' | 'over-discs' | 'where-free',
): void => {
  const forced = how === 'always';
  const strong = forced || node.radius >= 13;
  context.font = `${strong ? 600 : 450} ${strong ? 13 : 12}px ${FONT}`;
  const text = shortened(node.label, forced ? 2 * LETTERS : LETTERS);
  const width = context.measureText(text).width;
  const middle = node.x - width / 2;
  const beside = node.radius + 5;
  const spot = (x: number, y: number) => ({ x: x - 3, y, width: width + 6, height: LABEL_HEIGHT });
  const below = spot(middle, node.y + node.radius + 3);
  // Where it stands best comes first.
  const spots = [
    below,
    spot(middle, node.y - node.radius - LABEL_HEIGHT - 3),
    spot(node.x + beside, node.y - LABEL_HEIGHT / 2),
    spot(node.x - beside - width, node.y - LABEL_HEIGHT / 2),
  ];
  const overDiscs = (): (typeof spots)[number] | undefined =>
    how === 'where-free' ? undefined : spots.find((each) => names.written.take(each));
  const free = spots.find((each) => names.free.take(each)) ?? overDiscs() ?? (forced ? below : null);
  if (!free) return;
  names.free.force(free);
  names.written.force(free);
  write(context, text, free.x + 3, free.y + LABEL_HEIGHT / 2, look.palette.ink, look.palette.background);
};

const write = (
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  ink: string,
  halo: string,
): void => {
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
};

const markPaths = new Map<string, Path2D>();

const drawMarks = (
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  bundles: readonly DrawnBundle[],
  look: Look,
): void => {
  // Not over a node, and not over another mark.
  const placed = createPlaced();
  for (const { x, y, radius } of nodes) {
    placed.force({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  }
  const marked = bundles.filter(
    ({ bundle }) =>
      (look.near === null || look.near.bundles.has(bundle.id)) &&
      (MARKS[bundle.tone] !== null || bundle.negated > 0 || (bundle.change !== null && bundle.change !== 'same')),
  );
  for (const { bundle, from, to } of marked.slice(0, MOST_MARKS)) {
    if (Math.hypot(to.x - from.x, to.y - from.y) < 56) continue;
    const data = MARKS[bundle.tone];
    const x = (from.x + to.x) / 2;
    const y = (from.y + to.y) / 2;
    const size = look.near === null ? 7 : 9;
    if (!placed.take({ x: x - size / 2, y: y - size / 2, width: size, height: size })) continue;
    context.save();
    context.translate(x, y);
    const sign = bundle.change === null ? null : CHANGE_SIGNS[bundle.change];
    if (sign !== null) {
      context.font = `700 15px ${FONT}`;
      context.textAlign = 'center';
      write(context, sign, 0, 0, look.palette.ink, look.palette.background);
      context.textAlign = 'start';
    } else if (data !== null) {
      const path = markPaths.get(data) ?? new Path2D(data);
      markPaths.set(data, path);
      context.save();
      context.scale(size / 16, size / 16);
      context.translate(-8, -8);
      context.lineWidth = 5;
      context.strokeStyle = look.palette.background;
      context.stroke(path);
      context.fillStyle = look.palette.tones[bundle.tone];
      context.fill(path);
      context.restore();
    }
    // Beside the sign of a change, which it would make another sign of.
    const aside = sign === null ? 0 : 11;
    if (bundle.negated > 0) drawBar(context, Math.atan2(to.y - from.y, to.x - from.x), aside, look);
    context.restore();
  }
};

/** A bar across the line: somebody denies this. */
const drawBar = (context: CanvasRenderingContext2D, angle: number, aside: number, look: Look): void => {
  context.rotate(angle);
  context.lineWidth = 4;
  context.strokeStyle = look.palette.background;
  context.beginPath();
  context.moveTo(aside, -6);
  context.lineTo(aside, 6);
  context.stroke();
  context.lineWidth = 1.5;
  context.strokeStyle = look.palette.quiet;
  context.stroke();
};

const drawPredicates = (
  context: CanvasRenderingContext2D,
  bundles: readonly DrawnBundle[],
  look: Look,
  placed: Placed,
): void => {
  const near = bundles.filter(({ bundle }) => look.near?.bundles.has(bundle.id) ?? false);
  const heaviest = near.toSorted((a, b) => b.bundle.statements - a.bundle.statements).slice(0, MOST_EDGE_LABELS);
  context.font = `600 10.5px ${FONT}`;
  for (const { bundle, from, to } of heaviest) {
    const [lead] = bundle.edges;
    if (!lead) continue;
    const more = bundle.edges.length > 1 ? ` and ${number(bundle.edges.length - 1)} more` : '';
    const text = `${predicateWords(lead.predicate)} ${number(lead.statements)}${more}`;
    const width = context.measureText(text).width;
    const steep = Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
    const x = (from.x + to.x) / 2 + (steep ? 9 : -width / 2);
    const y = (from.y + to.y) / 2 + (steep ? 0 : 13);
    if (!placed.take({ x: x - 3, y: y - 7, width: width + 6, height: 14 })) continue;
    write(context, text, x, y, look.palette.tones[bundle.tone], look.palette.background);
  }
};
