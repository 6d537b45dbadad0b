/**
 * The page's entities, relations and pairs by number, in the order of the view, so that filters are loops over arrays and
 * no text is hashed. What is added to the page gets the numbers behind the ones that are there.
 */
import type { GraphEdge, GraphNode } from '../../contract.ts';
import { pairId } from './pair.ts';
import type { View } from './view.ts';

export interface Numbered {
  /** Two numberings of one lineage agree as far as the shorter one goes. */
  readonly lineage: object;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Entities by relation. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Pairs by relation, and the ids of the pairs. */
  readonly pair: Int32Array;
  readonly pairIds: readonly string[];
  readonly pairNumbers: ReadonlyMap<string, number>;
  /** Relations by pair: those of pair p stand in `pairEdges` from `pairStart[p]` to before `pairStart[p + 1]`. */
  readonly pairStart: Int32Array;
  readonly pairEdges: Int32Array;
}

const grown = (before: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const array = new Int32Array(length);
  array.set(before);
  return array;
};

const byPair = (pair: Int32Array, pairs: number): Pick<Numbered, 'pairStart' | 'pairEdges'> => {
  const pairStart = new Int32Array(pairs + 1);
  for (const number of pair) pairStart[number + 1] = (pairStart[number + 1] ?? 0) + 1;
  for (let at = 0; at < pairs; at += 1) pairStart[at + 1] = (pairStart[at + 1] ?? 0) + (pairStart[at] ?? 0);
  const next = pairStart.slice();
  const pairEdges = new Int32Array(pair.length);
  pair.forEach((number, edge) => {
    const at = next[number] ?? 0;
    pairEdges[at] = edge;
    next[number] = at + 1;
  });
  return { pairStart, pairEdges };
};

const nothing: Numbered = {
  lineage: {},
  nodes: [],
  edges: [],
  numberOf: new Map(),
  source: new Int32Array(0),
  target: new Int32Array(0),
  pair: new Int32Array(0),
  pairIds: [],
  pairNumbers: new Map(),
  pairStart: new Int32Array(1),
  pairEdges: new Int32Array(0),
};

/** `start` with the entities and relations behind its own. */
const extended = (
  start: Numbered,
  lineage: object,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): Numbered => {
  const numberOf = new Map(start.numberOf);
  for (let at = start.nodes.length; at < nodes.length; at += 1) numberOf.set(nodes[at]?.id ?? '', at);
  const pairNumbers = new Map(start.pairNumbers);
  const pairIds = [...start.pairIds];
  const source = grown(start.source, edges.length);
  const target = grown(start.target, edges.length);
  const pair = grown(start.pair, edges.length);
  for (let at = start.edges.length; at < edges.length; at += 1) {
    const edge = edges[at];
    if (!edge) continue;
    source[at] = numberOf.get(edge.source) ?? -1;
    target[at] = numberOf.get(edge.target) ?? -1;
    const id = pairId(edge.source, edge.target);
    let number = pairNumbers.get(id);
    if (number === undefined) {
      number = pairIds.length;
      pairNumbers.set(id, number);
      pairIds.push(id);
    }
    pair[at] = number;
  }
  return {
    lineage,
    nodes,
    edges,
    numberOf,
    source,
    target,
    pair,
    pairIds,
    pairNumbers,
    ...byPair(pair, pairIds.length),
  };
};

const beginsWith = <T>(list: readonly T[], start: readonly T[]): boolean =>
  start.length <= list.length && start.every((each, at) => each === list[at]);

const kept = new WeakMap<View['edges'], { readonly nodes: View['nodes']; readonly numbered: Numbered }>();
let latest = nothing;

/** The numbering of what is on the page, made once for the same entities and relations. */
export const numberedOf = ({ nodes, edges }: Pick<View, 'nodes' | 'edges'>): Numbered => {
  const known = kept.get(edges);
  if (known?.nodes === nodes) return known.numbered;
  const nodeList = [...nodes.values()];
  const edgeList = [...edges.values()];
  // Only the latest one is continued: of two that continue the same one neither would agree with the other.
  const grows = latest.nodes.length > 0 && beginsWith(nodeList, latest.nodes) && beginsWith(edgeList, latest.edges);
  latest = grows ? extended(latest, latest.lineage, nodeList, edgeList) : extended(nothing, {}, nodeList, edgeList);
  kept.set(edges, { nodes, numbered: latest });
  return latest;
};
