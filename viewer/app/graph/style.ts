/**
 * From the scene to what sigma draws: sizes, and the one reducer pair, which reads a mutable `Look`. Changing the look
 * and refreshing only what changed is what keeps hovering cheap.
 */
import type { NodeType } from '../../contract.ts';
import type { Bundle, Tone } from '../state/scene.ts';
import type { Palette } from './palette.ts';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
  kind: NodeType;
  statements: number;
}

export interface EdgeAttributes {
  size: number;
  tone: Tone;
  type: 'line' | 'arrow' | 'both';
  bundle: Bundle;
}

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

/** Thickness in pixels: by independent sources. */
export const bundleSize = (bundle: Bundle): number => Math.min(7, 1.1 + 0.9 * Math.log2(1 + bundle.sources));

export const bundleType = (bundle: Bundle): EdgeAttributes['type'] =>
  bundle.direction === 'none' ? 'line' : bundle.direction === 'forward' ? 'arrow' : 'both';

export const createReducers = (look: Look) => ({
  nodeReducer: (node: string, attributes: NodeAttributes) => {
    const { palette, near } = look;
    const chosen = node === look.hovered || node === look.selected;
    const bright = near === null || near.nodes.has(node);
    return {
      x: attributes.x,
      y: attributes.y,
      size: attributes.size,
      color: bright ? palette.types[attributes.kind] : palette.fadedTypes[attributes.kind],
      borderColor: chosen ? palette.accent : palette.background,
      zIndex: chosen ? 3 : bright ? 2 : 1,
    };
  },
  edgeReducer: (edge: string, attributes: EdgeAttributes) => {
    const { palette, near } = look;
    const bright = near?.bundles.has(edge) ?? false;
    const quiet = near === null ? palette.edges[attributes.tone] : palette.fadedEdges[attributes.tone];
    return {
      type: attributes.type,
      size: bright ? attributes.size + 0.8 : attributes.size,
      color: bright ? palette.tones[attributes.tone] : quiet,
      zIndex: bright ? 2 : attributes.tone === 'neutral' ? 0 : 1,
    };
  },
});
