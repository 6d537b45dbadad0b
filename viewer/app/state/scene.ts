/**
 * From the view to what is drawn: the entities that no filter hides, and one bundle for each pair of them, which stands
 * for all relations between the two. A pure function of the view; nothing here knows about pixels.
 */
import type { GraphEdge, GraphNode, NodeType } from '../../contract.ts';
import type { View } from './view.ts';

export type Tone = 'cooperation' | 'conflict' | 'mixed' | 'neutral';

export interface Bundle {
  /** `pairId` of the two ends: the same for either direction. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The relations between the pair, most statements first. */
  readonly edges: readonly GraphEdge[];
  readonly statements: number;
  /** The largest number of sources of one relation: independent sources of several relations may be the same ones. */
  readonly sources: number;
  readonly tone: Tone;
  readonly direction: 'none' | 'forward' | 'both';
  readonly negated: number;
  readonly affirmed: number;
}

export interface Scene {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly bundles: ReadonlyMap<string, Bundle>;
}

/** One id for an unordered pair of entities. */
export const pairId = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/** Quad classes 1 and 2 are cooperation in words and in deed, 3 and 4 conflict. */
export const toneOf = (quadClass: number | null): Tone => {
  if (quadClass === null) return 'neutral';
  return quadClass <= 2 ? 'cooperation' : 'conflict';
};

const toneOfAll = (edges: readonly GraphEdge[]): Tone => {
  const tones = new Set(edges.map((edge) => toneOf(edge.quadClass)));
  if (tones.has('cooperation') && tones.has('conflict')) return 'mixed';
  if (tones.has('conflict')) return 'conflict';
  return tones.has('cooperation') ? 'cooperation' : 'neutral';
};

const byWeight = (a: GraphEdge, b: GraphEdge): number =>
  b.statements - a.statements || (a.predicate < b.predicate ? -1 : a.predicate > b.predicate ? 1 : 0);

const bundleOf = (id: string, unordered: readonly GraphEdge[]): Bundle | null => {
  const edges = unordered.toSorted(byWeight);
  const [first] = edges;
  if (!first) return null;
  const directed = edges.filter((edge) => !edge.symmetric);
  const lead = directed[0] ?? first;
  const back = directed.some((edge) => edge.source !== lead.source);
  return {
    id,
    source: lead.source,
    target: lead.target,
    edges,
    statements: edges.reduce((sum, edge) => sum + edge.statements, 0),
    sources: Math.max(...edges.map((edge) => edge.sources)),
    tone: toneOfAll(edges),
    direction: directed.length === 0 ? 'none' : back ? 'both' : 'forward',
    negated: edges.reduce((sum, edge) => sum + edge.negated, 0),
    affirmed: edges.reduce((sum, edge) => sum + edge.affirmed, 0),
  };
};

/** What is drawn of a view. */
export const sceneOf = (view: View): Scene => {
  const nodes = new Map([...view.nodes].filter(([, node]) => !view.hiddenTypes.has(node.type)));
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of view.edges.values()) {
    if (view.hiddenPredicates.has(edge.predicate) || !nodes.has(edge.source) || !nodes.has(edge.target)) continue;
    const id = pairId(edge.source, edge.target);
    const pair = pairs.get(id);
    if (pair) pair.push(edge);
    else pairs.set(id, [edge]);
  }
  const bundles = new Map<string, Bundle>();
  for (const [id, edges] of pairs) {
    const bundle = bundleOf(id, edges);
    if (bundle) bundles.set(id, bundle);
  }
  return { nodes, bundles };
};

/** For each entity its neighbours in the scene, by bundle. */
export const neighboursOf = (scene: Scene, id: string): { bundle: Bundle; other: string }[] => {
  const found: { bundle: Bundle; other: string }[] = [];
  for (const bundle of scene.bundles.values()) {
    if (bundle.source === id) found.push({ bundle, other: bundle.target });
    else if (bundle.target === id) found.push({ bundle, other: bundle.source });
  }
  return found.toSorted((a, b) => b.bundle.statements - a.bundle.statements);
};

export interface FilterCounts {
  readonly types: ReadonlyMap<NodeType, number>;
  readonly predicates: ReadonlyMap<string, number>;
}

/** How many entities and relations of the page each filter row stands for, hidden or not. */
export const filterCounts = (view: View): FilterCounts => {
  const types = new Map<NodeType, number>();
  const predicates = new Map<string, number>();
  for (const node of view.nodes.values()) types.set(node.type, (types.get(node.type) ?? 0) + 1);
  for (const edge of view.edges.values()) predicates.set(edge.predicate, (predicates.get(edge.predicate) ?? 0) + 1);
  return { types, predicates };
};

/** Relations drawn: the edges inside all bundles. */
export const relationsShown = (scene: Scene): number => {
  let sum = 0;
  for (const bundle of scene.bundles.values()) sum += bundle.edges.length;
  return sum;
};
