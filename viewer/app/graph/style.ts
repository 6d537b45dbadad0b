/**
 * From the scene to what sigma draws: sizes, colours, and the one reducer. It does not know what is pointed at: the light
 * is a layer of its own (graph/light.ts), so that pointing at something runs no reducer at all.
 */
import type { NodeType } from '../../contract.ts';
import type { Bundle, Scene } from '../state/scene.ts';
import type { SceneNode } from '../state/groups.ts';
import type { Palette } from './palette.ts';
import type { Line } from './lines.ts';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
  kind: NodeType;
  statements: number;
  /** Entities that a collection stands for; 0 for an entity. */
  members: number;
  hidden: boolean;
}

export const HEAD_AT_END = 1;
export const HEAD_AT_START = 2;
export const BOTH_HEADS = HEAD_AT_END | HEAD_AT_START;
export const DASHED = 4;

/** What is pointed at or selected, with its neighbourhood. */
export interface Look {
  palette: Palette;
  hovered: string | null;
  hoveredBundle: string | null;
  selected: string | null;
  selectedBundle: string | null;
  /** Entities and bundles that stay bright; null: everything is bright. */
  near: { nodes: ReadonlySet<string>; bundles: ReadonlySet<string> } | null;
}

/** Radius in pixels at the opening zoom: 7 for one statement, 22 at most. */
export const nodeSize = (statements: number): number => Math.min(22, 6 + 1.9 * Math.sqrt(Math.max(1, statements)));

/** The radius of an entity of a scene: by statements, or by what sizes stand for there. */
export const sizeOf = (scene: Scene, node: SceneNode): number => {
  const size = scene.sizes === null ? nodeSize(node.statements) : 7 + 15 * Math.sqrt(scene.sizes.get(node.id) ?? 0);
  return node.members ? Math.min(30, size + 4) : size;
};

/** Thickness in pixels: by independent sources. */
export const bundleSize = (bundle: Bundle): number => Math.min(7, 1.1 + 0.9 * Math.log2(1 + bundle.sources));

/** Heads and dash of a bundle on an edge that was drawn from `start`: a filter may have turned the bundle since. */
export const bundleStyle = (bundle: Bundle, start: string): number => {
  const forward = bundle.source === start ? HEAD_AT_END : HEAD_AT_START;
  const heads = bundle.direction === 'none' ? 0 : bundle.direction === 'both' ? BOTH_HEADS : forward;
  return heads | (bundle.intended || bundle.change === 'gone' ? DASHED : 0);
};

/** More lines than this are drawn one pixel wide, without heads and dashes: they could not be told apart anyway. */
const MOST_STYLED = 8000;
/** More entities than this are drawn without a border. */
const MOST_BORDERED = 2000;

/** What is too much to be styled. */
export interface Crowds {
  readonly thinLines: boolean;
  readonly dots: boolean;
}

export const crowdsOf = (nodes: number, lines: number): Crowds => ({
  thinLines: lines > MOST_STYLED,
  dots: nodes > MOST_BORDERED,
});

/** `crowds` is read at each call. */
export const createNodeReducer =
  (look: Look, crowds: () => Crowds) =>
  (_node: string, { x, y, size, hidden, kind }: NodeAttributes) => ({
    type: crowds().dots ? 'dot' : 'bordered',
    x,
    y,
    size,
    hidden,
    color: look.palette.types[kind],
    borderColor: look.palette.background,
  });

export const lineColour = (palette: Palette, { tone, change }: Line): string => {
  if (change === 'new') return palette.tones[tone];
  return change === 'gone' || change === 'same' ? palette.fadedEdges[tone] : palette.edges[tone];
};
