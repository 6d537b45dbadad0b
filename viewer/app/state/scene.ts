/**
 * From the view to what is drawn: the entities that no filter hides, and one bundle for each pair of them, which stands
 * for all relations between the two. A pure function of the view; nothing here knows about pixels.
 */
import type { GraphEdge, GraphNode, NodeType } from '../../contract.ts';
import type { Counted, Filter, Passing, Plovers, Relation } from './filters.ts';
import { applyFilter, countPassing, filterOf, within } from './filters.ts';
import type { SceneNode } from './groups.ts';
import { collect } from './groups.ts';
import { pairId } from './pair.ts';
import type { Trait, Traits } from './traits.ts';
import { noTraits } from './traits.ts';
import type { View } from './view.ts';

export { pairId } from './pair.ts';

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
  /** No statement says that it happened: planned, possible, demanded, threatened or cancelled only. */
  readonly intended: boolean;
  /** While two periods are compared: what became of the pair from the first to the second. */
  readonly change: Change | null;
}

export type Change = 'new' | 'gone' | 'changed' | 'same';

export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly pinned: ReadonlySet<string>;
  /** What sizes stand for, from 0 to 1; null: the number of statements. */
  readonly sizes: ReadonlyMap<string, number> | null;
  /** What is left after the legend's filters, and then after each filter of the chain. */
  readonly counts: readonly Counted[];
}

export const emptyScene: Scene = { nodes: new Map(), bundles: new Map(), pinned: new Set(), sizes: null, counts: [] };

/** Quad classes 1 and 2 are cooperation in words and in deed, 3 and 4 conflict. */
export const toneOf = (quadClass: number | null): Tone => {
  if (quadClass === null) return 'neutral';
  return quadClass <= 2 ? 'cooperation' : 'conflict';
};

const toneOfAll = (edges: readonly GraphEdge[]): Tone => {
  let cooperation = false;
  let conflict = false;
  for (const { quadClass } of edges) {
    const tone = toneOf(quadClass);
    cooperation ||= tone === 'cooperation';
    conflict ||= tone === 'conflict';
  }
  if (cooperation && conflict) return 'mixed';
  if (conflict) return 'conflict';
  return cooperation ? 'cooperation' : 'neutral';
};

const byWeight = (a: GraphEdge, b: GraphEdge): number =>
  b.statements - a.statements || (a.predicate < b.predicate ? -1 : a.predicate > b.predicate ? 1 : 0);

const happened = ({ status }: Trait): boolean => status === 'occurred' || status === 'ongoing';

const isIntended = (relations: readonly Relation[]): boolean =>
  relations.every(({ traits }) => traits !== null && traits.length > 0 && !traits.some(happened));

/** What became of a pair: the relations that were stated before, and those after. */
const changeOf = (relations: readonly Relation[], compare: Extract<Filter, { kind: 'compare' }>): Change => {
  const stated = (period: typeof compare.before): string =>
    relations
      .filter(({ traits }) => traits?.some((trait) => within(trait, period)) ?? false)
      .map(({ edge }) => edge.id)
      .toSorted()
      .join('\n');
  const [before, after] = [stated(compare.before), stated(compare.after)];
  if (before === after) return 'same';
  if (before === '') return 'new';
  return after === '' ? 'gone' : 'changed';
};

const bundleOf = (
  id: string,
  relations: readonly Relation[],
  compare: Extract<Filter, { kind: 'compare' }> | null,
): Bundle | null => {
  const unordered = relations.map(({ edge }) => edge);
  const edges = unordered.length > 1 ? unordered.toSorted(byWeight) : unordered;
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
    sources: edges.reduce((most, edge) => Math.max(most, edge.sources), 0),
    tone: toneOfAll(edges),
    direction: directed.length === 0 ? 'none' : back ? 'both' : 'forward',
    negated: edges.reduce((sum, edge) => sum + edge.negated, 0),
    affirmed: edges.reduce((sum, edge) => sum + edge.affirmed, 0),
    intended: isIntended(relations),
    change: compare && changeOf(relations, compare),
  };
};

type Compare = Extract<Filter, { kind: 'compare' }> | null;

const bundlesKept = new WeakMap<
  Relation,
  { relations: readonly Relation[]; compare: Compare; bundle: Bundle | null }
>();

/** The bundle that the same relations gave before: what a filter leaves alone is not made again. */
const keptBundle = (id: string, relations: readonly Relation[], compare: Compare): Bundle | null => {
  const [first] = relations;
  if (!first) return null;
  const known = bundlesKept.get(first);
  if (
    known?.compare === compare &&
    known.relations.length === relations.length &&
    relations.every((relation, at) => relation === known.relations[at])
  ) {
    return known.bundle;
  }
  const bundle = bundleOf(id, relations, compare);
  bundlesKept.set(first, { relations, compare, bundle });
  return bundle;
};

interface Begun {
  readonly inputs: readonly unknown[];
  readonly passing: Passing;
  readonly count: Counted;
}

let begun: Begun | null = null;

/** What the chain begins with, made once for all that only the chain changes: a brush moves often. */
const beginning = (view: View, traits: Traits): Begun => {
  const inputs = [view.nodes, view.edges, view.hiddenTypes, view.hiddenPredicates, view.hidden, traits];
  const known = begun;
  if (known?.inputs.every((input, at) => input === inputs[at])) return known;
  const passing = legendPasses(view, traits);
  begun = { inputs, passing, count: countPassing(passing) };
  return begun;
};

/** Kept from one to the next, so that a relation that no filter of the legend touches stays the same value. */
const relationsKept = new WeakMap<GraphEdge, Relation>();

const relationOf = (edge: GraphEdge, traits: readonly Trait[] | null): Relation => {
  const known = relationsKept.get(edge);
  if (known?.traits === traits) return known;
  const relation = { edge, traits, pair: known?.pair ?? pairId(edge.source, edge.target) };
  relationsKept.set(edge, relation);
  return relation;
};

/** What the legend's filters and the hidden entities leave. */
const legendPasses = (view: View, traits: Traits): Passing => {
  const nodes = new Map<string, GraphNode>();
  for (const [id, node] of view.nodes) {
    if (!view.hiddenTypes.has(node.type) && !view.hidden.has(id)) nodes.set(id, node);
  }
  const relations: Relation[] = [];
  for (const edge of view.edges.values()) {
    if (view.hiddenPredicates.has(edge.predicate) || !nodes.has(edge.source) || !nodes.has(edge.target)) continue;
    relations.push(relationOf(edge, traits.byEdge.get(edge.id) ?? null));
  }
  return { nodes, relations };
};

const noPlovers: Plovers = new Map();

/** What passes the legend's filters and then `filters`, with the counts after each. */
export const passingOf = (
  view: View,
  traits: Traits,
  plovers: Plovers,
  filters: readonly Filter[],
): Passing & { readonly counts: readonly Counted[] } => {
  const start = beginning(view, traits);
  let { passing } = start;
  const counts = [start.count];
  for (const filter of filters) {
    passing = applyFilter(filter, passing, plovers);
    counts.push(countPassing(passing));
  }
  return { ...passing, counts };
};

const sizesOf = (view: View, nodes: Scene['nodes'], bundles: Scene['bundles']): Scene['sizes'] => {
  if (view.sizeBy.by === 'statements') return null;
  const values = new Map<string, number>();
  if (view.sizeBy.by === 'betweenness') {
    for (const id of nodes.keys()) values.set(id, view.sizeBy.of.get(id) ?? 0);
  } else {
    for (const { source, target } of bundles.values()) {
      values.set(source, (values.get(source) ?? 0) + 1);
      values.set(target, (values.get(target) ?? 0) + 1);
    }
  }
  let most = 0;
  for (const value of values.values()) most = Math.max(most, value);
  return new Map([...values].map(([id, value]) => [id, most > 0 ? value / most : 0]));
};

const build = (view: View, traits: Traits, plovers: Plovers): Scene => {
  const { counts, ...passing } = passingOf(view, traits, plovers, view.chain);
  const { nodes, relations } = view.groups ? collect(passing, view.groups) : passing;
  const compare = filterOf(view.chain, 'compare');
  const pairs = new Map<string, Relation[]>();
  for (const relation of relations) {
    const pair = pairs.get(relation.pair);
    if (pair) pair.push(relation);
    else pairs.set(relation.pair, [relation]);
  }
  const bundles = new Map<string, Bundle>();
  for (const [id, pair] of pairs) {
    const bundle = keptBundle(id, pair, compare);
    if (bundle) bundles.set(id, bundle);
  }
  return { nodes, bundles, pinned: view.pinned, sizes: sizesOf(view, nodes, bundles), counts };
};

const kept = new WeakMap<View, { traits: Traits; plovers: Plovers; scene: Scene }>();

/** What is drawn of a view. The same view with the same traits gives the same scene, which is made once. */
export const sceneOf = (view: View, traits: Traits = noTraits, plovers: Plovers = noPlovers): Scene => {
  const known = kept.get(view);
  if (known && known.traits === traits && known.plovers === plovers) return known.scene;
  const scene = build(view, traits, plovers);
  kept.set(view, { traits, plovers, scene });
  return scene;
};

interface Neighbour {
  readonly bundle: Bundle;
  readonly other: string;
}

const around = new WeakMap<Scene, Map<string, Neighbour[]>>();

const neighbourhoods = (scene: Scene): Map<string, Neighbour[]> => {
  const known = around.get(scene);
  if (known) return known;
  const made = new Map<string, Neighbour[]>();
  const join = (id: string, neighbour: Neighbour): void => {
    const list = made.get(id);
    if (list) list.push(neighbour);
    else made.set(id, [neighbour]);
  };
  for (const bundle of scene.bundles.values()) {
    join(bundle.source, { bundle, other: bundle.target });
    if (bundle.source !== bundle.target) join(bundle.target, { bundle, other: bundle.source });
  }
  around.set(scene, made);
  return made;
};

/** For an entity its neighbours in the scene, by bundle, most statements first. */
export const neighboursOf = (scene: Scene, id: string): Neighbour[] =>
  (neighbourhoods(scene).get(id) ?? []).toSorted((a, b) => b.bundle.statements - a.bundle.statements);

export interface FilterCounts {
  readonly types: ReadonlyMap<NodeType, number>;
  readonly predicates: ReadonlyMap<string, number>;
}

let counted: { readonly nodes: View['nodes']; readonly edges: View['edges']; readonly counts: FilterCounts } | null =
  null;

/** How many entities and relations of the page each filter row stands for, hidden or not. */
export const filterCounts = (view: View): FilterCounts => {
  if (counted?.nodes === view.nodes && counted.edges === view.edges) return counted.counts;
  const types = new Map<NodeType, number>();
  const predicates = new Map<string, number>();
  for (const node of view.nodes.values()) types.set(node.type, (types.get(node.type) ?? 0) + 1);
  for (const edge of view.edges.values()) predicates.set(edge.predicate, (predicates.get(edge.predicate) ?? 0) + 1);
  counted = { nodes: view.nodes, edges: view.edges, counts: { types, predicates } };
  return counted.counts;
};

/** Relations drawn: the edges inside all bundles. */
export const relationsShown = (scene: Scene): number => {
  let sum = 0;
  for (const bundle of scene.bundles.values()) sum += bundle.edges.length;
  return sum;
};
