/**
 * From the view to what is drawn: the entities that no filter hides, and one bundle for each pair of them, which stands
 * for all relations between the two. A pure function of the view; nothing here knows about pixels.
 */
import type { GraphNode, NodeType } from '../../contract.ts';
import type { Bundle, Bundled } from './bundles.ts';
import { bundleAll, bundleOf } from './bundles.ts';
import type { Counted, Plovers, Relation } from './filters.ts';
import { filterOf } from './filters.ts';
import type { SceneNode } from './groups.ts';
import { collect } from './groups.ts';
import type { Numbered } from './numbered.ts';
import type { Sieved } from './sieve.ts';
import { relationOf, sieveView } from './sieve.ts';
import type { Traits } from './traits.ts';
import { noTraits } from './traits.ts';
import type { View } from './view.ts';

export type { Bundle, Change, Tone } from './bundles.ts';
export { toneOf } from './bundles.ts';
export { pairId } from './pair.ts';

export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly pinned: ReadonlySet<string>;
  /** What sizes stand for, from 0 to 1; null: the number of statements. */
  readonly sizes: ReadonlyMap<string, number> | null;
  /** What is left after the legend's filters, and then after each filter of the chain. */
  readonly counts: readonly Counted[];
  /** The same by number, where nothing is collected: what is compared with another scene without looking up an id. */
  readonly numbers: Bundled | null;
  /** What the filters leave, before anything is collected; null of nothing at all. */
  readonly sieved: Sieved | null;
}

export const emptyScene: Scene = {
  nodes: new Map(),
  bundles: new Map(),
  pinned: new Set(),
  sizes: null,
  counts: [],
  numbers: null,
  sieved: null,
};

type Parts = Pick<Scene, 'nodes' | 'bundles'>;

const sizesOf = (view: View, { nodes, bundles }: Parts): Scene['sizes'] => {
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

const nodesOf = ({ page, nodes }: Sieved): ReadonlyMap<string, GraphNode> => {
  const shown = new Map<string, GraphNode>();
  page.nodes.forEach((node, at) => {
    if (nodes[at] === 1) shown.set(node.id, node);
  });
  return shown;
};

const bundlesById = ({ bundles }: Bundled): ReadonlyMap<string, Bundle> => {
  const shown = new Map<string, Bundle>();
  for (const each of bundles) if (each) shown.set(each.id, each);
  return shown;
};

/** A scene by number, whose maps are made when somebody looks into them: the drawing does not while a brush moves. */
class NumberedScene implements Scene {
  readonly pinned: ReadonlySet<string>;
  readonly sizes: Scene['sizes'];
  readonly counts: readonly Counted[];
  readonly numbers: Bundled;
  readonly sieved: Sieved;
  #nodes: ReadonlyMap<string, GraphNode> | null = null;
  #bundles: ReadonlyMap<string, Bundle> | null = null;

  constructor(view: View, numbers: Bundled, counts: readonly Counted[]) {
    this.pinned = view.pinned;
    this.numbers = numbers;
    this.sieved = numbers.sieved;
    this.counts = counts;
    this.sizes = sizesOf(view, this);
  }

  get nodes(): ReadonlyMap<string, GraphNode> {
    this.#nodes ??= nodesOf(this.numbers.sieved);
    return this.#nodes;
  }

  get bundles(): ReadonlyMap<string, Bundle> {
    this.#bundles ??= bundlesById(this.numbers);
    return this.#bundles;
  }
}

const relationsOf = (sieved: Sieved): Relation[] =>
  sieved.page.edges.flatMap((_, edge) => relationOf(sieved, edge) ?? []);

const collected = (view: View, groups: NonNullable<View['groups']>, sieved: Sieved): Parts => {
  const { nodes, relations } = collect({ nodes: nodesOf(sieved), relations: relationsOf(sieved) }, groups);
  const compare = filterOf(view.chain, 'compare');
  const pairs = new Map<string, Relation[]>();
  for (const relation of relations) {
    const pair = pairs.get(relation.pair);
    if (pair) pair.push(relation);
    else pairs.set(relation.pair, [relation]);
  }
  const bundles = new Map<string, Bundle>();
  for (const [id, pair] of pairs) {
    const made = bundleOf(id, pair, compare);
    if (made) bundles.set(id, made);
  }
  return { nodes, bundles };
};

/** The last bundles of all that is on the page, and of some of it: most of the next ones are the same. */
let lastWhole: Bundled | null = null;
let lastSome: Bundled | null = null;

const bundled = (view: View, sieved: Sieved): Bundled => {
  const compare = filterOf(view.chain, 'compare');
  const made = bundleAll(
    sieved,
    compare,
    [lastSome, lastWhole].filter((each) => each !== null),
  );
  const isWhole = compare === null && sieved.edges.every((mark) => mark === 1) && sieved.left.every((left) => left < 0);
  if (isWhole) lastWhole = made;
  else lastSome = made;
  return made;
};

const build = (view: View, traits: Traits, plovers: Plovers): Scene => {
  const { sieved, counts } = sieveView(view, traits, plovers, view.chain);
  if (view.groups === null) return new NumberedScene(view, bundled(view, sieved), counts);
  const parts = collected(view, view.groups, sieved);
  return { ...parts, pinned: view.pinned, sizes: sizesOf(view, parts), counts, numbers: null, sieved };
};

const noPlovers: Plovers = new Map();
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

/** Pairs by entity: those of entity n stand in `pairs` from `start[n]` to before `start[n + 1]`. */
interface Around {
  readonly start: Int32Array;
  readonly pairs: Int32Array;
}

const aroundKept = new WeakMap<Numbered, Around>();

const aroundOf = (page: Numbered): Around => {
  const known = aroundKept.get(page);
  if (known) return known;
  const start = new Int32Array(page.nodes.length + 1);
  const eachEnd = (take: (node: number, pair: number) => void): void => {
    for (let pair = 0; pair < page.pairIds.length; pair += 1) {
      const edge = page.pairEdges[page.pairStart[pair] ?? 0] ?? 0;
      const [one, other] = [page.source[edge] ?? 0, page.target[edge] ?? 0];
      take(one, pair);
      if (other !== one) take(other, pair);
    }
  };
  eachEnd((node) => {
    start[node + 1] = (start[node + 1] ?? 0) + 1;
  });
  for (let at = 0; at < page.nodes.length; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const pairs = new Int32Array(start.at(-1) ?? 0);
  const next = start.slice();
  eachEnd((node, pair) => {
    pairs[next[node] ?? 0] = pair;
    next[node] = (next[node] ?? 0) + 1;
  });
  const around = { start, pairs };
  aroundKept.set(page, around);
  return around;
};

const neighbour = (bundle: Bundle, id: string): Neighbour => ({
  bundle,
  other: bundle.source === id ? bundle.target : bundle.source,
});

/** For an entity its neighbours in the scene, by bundle, most statements first. */
export const neighboursOf = (scene: Scene, id: string): Neighbour[] => {
  const found: Neighbour[] = [];
  if (scene.numbers) {
    const { sieved, bundles } = scene.numbers;
    const node = sieved.page.numberOf.get(id);
    if (node === undefined) return [];
    const { start, pairs } = aroundOf(sieved.page);
    for (const pair of pairs.subarray(start[node], start[node + 1])) {
      const each = bundles[pair];
      if (each) found.push(neighbour(each, id));
    }
  } else {
    for (const each of scene.bundles.values())
      if (each.source === id || each.target === id) found.push(neighbour(each, id));
  }
  return found.sort((a, b) => b.bundle.statements - a.bundle.statements);
};

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

const passedKept = new WeakMap<Sieved, FilterCounts>();

/** How many entities and relations of each filter row the filters leave. */
export const passedCounts = ({ sieved }: Scene): FilterCounts => {
  if (sieved === null) return { types: new Map(), predicates: new Map() };
  const known = passedKept.get(sieved);
  if (known) return known;
  const types = new Map<NodeType, number>();
  const predicates = new Map<string, number>();
  sieved.page.nodes.forEach(({ type }, at) => {
    if (sieved.nodes[at] === 1) types.set(type, (types.get(type) ?? 0) + 1);
  });
  sieved.page.edges.forEach(({ predicate }, at) => {
    if (sieved.edges[at] === 1) predicates.set(predicate, (predicates.get(predicate) ?? 0) + 1);
  });
  const counts = { types, predicates };
  passedKept.set(sieved, counts);
  return counts;
};
