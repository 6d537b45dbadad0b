/**
 * What the graph shows: the entities and relations on the page, what is filtered out, and what is selected. A value that
 * never changes; every action is a producer `(args) => view => view`, which is what makes undo a list of values.
 */
import type { GraphEdge, GraphNode, NodeType, Subgraph } from '../../contract.ts';

export type Selection = { kind: 'node'; id: string } | { kind: 'pair'; id: string };

export interface View {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly hiddenTypes: ReadonlySet<NodeType>;
  readonly hiddenPredicates: ReadonlySet<string>;
}

export type Producer<S> = (state: S) => S;

export const emptyView: View = {
  nodes: new Map(),
  edges: new Map(),
  hiddenTypes: new Set(),
  hiddenPredicates: new Set(),
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

/** Leaves one entity and its neighbours on the page. */
export const keepNeighbourhood =
  (id: string): Producer<View> =>
  (view) => {
    if (!view.nodes.has(id)) return view;
    const kept = new Set([id]);
    for (const edge of view.edges.values()) {
      if (edge.source === id) kept.add(edge.target);
      if (edge.target === id) kept.add(edge.source);
    }
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
});

export const isFiltered = (view: View): boolean => view.hiddenTypes.size > 0 || view.hiddenPredicates.size > 0;
