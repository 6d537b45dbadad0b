/**
 * What the graph shows: the entities and relations on the page, what is filtered out, and what is selected. A value that
 * never changes; every action is a producer `(args) => view => view`, which is what makes undo a list of values.
 */
import type { GraphEdge, GraphNode, NodeType, Subgraph } from '../../contract.ts';
import type { Chain, Filter } from './filters.ts';
import { movedFilter, withFilter, withoutFilter } from './filters.ts';
import type { Groups } from './groups.ts';

export type Selection = { kind: 'node'; id: string } | { kind: 'pair'; id: string };

export interface View {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly hiddenTypes: ReadonlySet<NodeType>;
  readonly hiddenPredicates: ReadonlySet<string>;
  /** Entities that are not drawn until they are shown again. */
  readonly hidden: ReadonlySet<string>;
  /** Entities that no layout moves. */
  readonly pinned: ReadonlySet<string>;
  /** Filters beside the legend's, in the order in which they work. */
  readonly chain: Chain;
  readonly groups: Groups | null;
  readonly sizeBy: SizeBy;
}

/** What an entity's size says; betweenness is computed once, for the graph that was shown then. */
export type SizeBy =
  | { readonly by: 'statements' }
  | { readonly by: 'degree' }
  | { readonly by: 'betweenness'; readonly of: ReadonlyMap<string, number> };

export type Producer<S> = (state: S) => S;

export const emptyView: View = {
  nodes: new Map(),
  edges: new Map(),
  hiddenTypes: new Set(),
  hiddenPredicates: new Set(),
  hidden: new Set(),
  pinned: new Set(),
  chain: [],
  groups: null,
  sizeBy: { by: 'statements' },
};

/** Adds entities, and those edges that have both ends on the page. What is there already keeps its place in the order. */
export const addToGraph =
  (part: Pick<Subgraph, 'nodes' | 'edges'>): Producer<View> =>
  (view) => {
    const nodes = new Map(view.nodes);
    const edges = new Map(view.edges);
    for (const node of part.nodes) nodes.set(node.id, node);
    for (const edge of part.edges) {
      if (nodes.has(edge.source) && nodes.has(edge.target)) edges.set(edge.id, edge);
    }
    if (nodes.size === view.nodes.size && edges.size === view.edges.size) return view;
    return { ...view, nodes, edges };
  };

/** Takes one entity and its edges off the page; the store keeps both. */
export const removeFromGraph =
  (id: string): Producer<View> =>
  (view) => {
    if (!view.nodes.has(id)) return view;
    const nodes = new Map(view.nodes);
    nodes.delete(id);
    const edges = new Map([...view.edges].filter(([, edge]) => edge.source !== id && edge.target !== id));
    return { ...view, nodes, edges };
  };

/** Leaves one entity on the page and what is at most `steps` relations away from it. */
export const keepNeighbourhood =
  (id: string, steps = 1): Producer<View> =>
  (view) => {
    if (!view.nodes.has(id)) return view;
    let kept = new Set([id]);
    for (let step = 0; step < steps; step += 1) {
      const wider = new Set(kept);
      for (const edge of view.edges.values()) {
        if (kept.has(edge.source)) wider.add(edge.target);
        if (kept.has(edge.target)) wider.add(edge.source);
      }
      kept = wider;
    }
    return keepOnly(kept)(view);
  };

/** Leaves these entities and the relations among them on the page. */
export const keepOnly =
  (kept: ReadonlySet<string>): Producer<View> =>
  (view) => {
    const nodes = new Map([...view.nodes].filter(([key]) => kept.has(key)));
    const edges = new Map([...view.edges].filter(([, edge]) => kept.has(edge.source) && kept.has(edge.target)));
    return { ...view, nodes, edges };
  };

const toggled = <T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

export const toggleType =
  (type: NodeType): Producer<View> =>
  (view) => ({ ...view, hiddenTypes: toggled(view.hiddenTypes, type) });

export const togglePredicate =
  (predicate: string): Producer<View> =>
  (view) => ({ ...view, hiddenPredicates: toggled(view.hiddenPredicates, predicate) });

/** Hides every predicate of `all` but one; when that one is alone already, shows them all again. */
export const onlyPredicate =
  (predicate: string, all: readonly string[]): Producer<View> =>
  (view) => {
    const others = all.filter((name) => name !== predicate);
    const alone = !view.hiddenPredicates.has(predicate) && others.every((name) => view.hiddenPredicates.has(name));
    return { ...view, hiddenPredicates: new Set(alone ? [] : others) };
  };

export const clearFilters: Producer<View> = (view) => ({
  ...view,
  hiddenTypes: new Set(),
  hiddenPredicates: new Set(),
  hidden: new Set(),
  chain: [],
});

export const isFiltered = (view: View): boolean =>
  view.hiddenTypes.size > 0 || view.hiddenPredicates.size > 0 || view.hidden.size > 0 || view.chain.length > 0;

export const setFilter =
  (filter: Filter): Producer<View> =>
  (view) => ({ ...view, chain: withFilter(view.chain, filter) });

export const dropFilter =
  (kind: Filter['kind']): Producer<View> =>
  (view) => {
    const chain = withoutFilter(view.chain, kind);
    return chain === view.chain ? view : { ...view, chain };
  };

export const moveFilter =
  (kind: Filter['kind'], by: -1 | 1): Producer<View> =>
  (view) => {
    const chain = movedFilter(view.chain, kind, by);
    return chain === view.chain ? view : { ...view, chain };
  };

export const hideEntity =
  (id: string): Producer<View> =>
  (view) =>
    view.hidden.has(id) ? view : { ...view, hidden: new Set(view.hidden).add(id) };

export const showHidden: Producer<View> = (view) => (view.hidden.size === 0 ? view : { ...view, hidden: new Set() });

export const togglePin =
  (id: string): Producer<View> =>
  (view) => ({ ...view, pinned: toggled(view.pinned, id) });

export const groupBy =
  (groups: Groups | null): Producer<View> =>
  (view) => ({ ...view, groups });

/** Opens a collection, or closes it again. */
export const toggleCollection =
  (id: string): Producer<View> =>
  (view) =>
    view.groups ? { ...view, groups: { ...view.groups, open: toggled(view.groups.open, id) } } : view;

export const sizeBy =
  (size: SizeBy): Producer<View> =>
  (view) => ({ ...view, sizeBy: size });
