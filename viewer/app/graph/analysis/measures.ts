/**
 * What is computed of a whole graph: communities (Louvain, seeded) and betweenness. Runs in the worker, and in tests; the
 * same graph always gives the same answer.
 */
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweenness from 'graphology-metrics/centrality/betweenness.js';

export interface PlainGraph {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[];
}

/** Beyond this many entities times relations betweenness takes more than some seconds. */
const MOST_WORK = 40_000_000;

const graphOf = ({ nodes, edges }: PlainGraph): Graph => {
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const node of nodes) graph.addNode(node);
  for (const { source, target, weight } of edges) {
    if (source !== target) graph.mergeEdge(source, target, { weight });
  }
  return graph;
};

/** Numbers in [0, 1), the same at each start. */
const seeded = (): (() => number) => {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The community of each entity, named by number; entities without relations have one each. */
export const communitiesOf = (plain: PlainGraph): [string, string][] => {
  const graph = graphOf(plain);
  if (graph.size === 0) return plain.nodes.map((id, index) => [id, String(index)]);
  const found = louvain(graph, { rng: seeded(), getEdgeWeight: 'weight' });
  return plain.nodes.map((id) => [id, String(found[id] ?? '')]);
};

/** Betweenness of each entity, or null where the graph is too large for it. */
export const betweennessOf = (plain: PlainGraph): [string, number][] | null => {
  if (plain.nodes.length * plain.edges.length > MOST_WORK) return null;
  const found = betweenness(graphOf(plain), { getEdgeWeight: null });
  return plain.nodes.map((id) => [id, found[id] ?? 0]);
};
