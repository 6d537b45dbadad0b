/** Answers about entities and what joins them, from a held graph: the same as the server's over the same graph. */
import type { z } from 'zod';
import {
  type EdgesAnswer,
  type EdgesQuery,
  type EntityPage,
  type GraphEdge,
  type NeighboursQuery,
  type NodesAnswer,
  type NodeType,
  PATH_BOUNDS,
  type PathAnswer,
  type PathQuery,
  type SearchResults,
  type Subgraph,
  type Summary,
} from '../contract.ts';
import { bestOf } from '../server/name-index.ts';
import { shortestWay, type Step } from '../server/shortest-way.ts';
import type { HeldStatement } from './graph.ts';
import { type Held, order, pageOf, push } from './held.ts';

/** The most edges of one answer. */
const MAX_EDGES = 5_000;

export function summary({ graph }: Held): Summary {
  const types = counted(graph.entities, ({ type }) => type);
  const predicates = new Map<string, HeldStatement[]>();
  for (const statement of graph.statements) push(predicates, statement.predicate, statement);
  const dates = graph.statements.flatMap(({ date }) => date ?? []).sort();
  return {
    store: graph.origin,
    bulletins: graph.bulletins.length,
    entities: graph.entities.length,
    statements: graph.statements.length,
    types: types.map(([type, count]) => ({ type, count })),
    predicates: [...predicates]
      .map(([predicate, own]) => ({ predicate, count: own.length, ...usualCodes(own) }))
      .sort((a, b) => b.count - a.count || order(a.predicate, b.predicate)),
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
  };
}

/** The codes that most of the statements have; of two alike those that sort first, none last. */
function usualCodes(statements: readonly HeldStatement[]): { plover: string | null; quadClass: number | null } {
  const codes = new Map<string, HeldStatement[]>();
  for (const each of statements) push(codes, JSON.stringify([each.plover ?? '\uFFFF', each.quadClass ?? 9]), each);
  const [most] = [...codes].sort(([a, x], [b, y]) => y.length - x.length || order(a, b));
  return { plover: most?.[1][0]?.plover ?? null, quadClass: most?.[1][0]?.quadClass ?? null };
}

export function top(held: Held, limit: number): Subgraph {
  const ids = held.graph.entities.map(({ id }) => id).filter((id) => held.statementsOf(id).length > 0);
  ids.sort((a, b) => held.statementsOf(b).length - held.statementsOf(a).length || order(a, b));
  const shown = ids.slice(0, limit);
  const { edges, total } = among(held, shown, shown);
  return {
    nodes: shown.map((id) => held.node(id)),
    edges,
    total: { nodes: held.graph.entities.length, edges: total },
    next: null,
  };
}

export async function search(held: Held, typed: string, limit: number): Promise<SearchResults> {
  const matches = (await held.names()).matches(typed);
  const counts = new Map(matches.map(({ entity: { id } }) => [id, held.statementsOf(id).length]));
  return bestOf(matches, counts, limit);
}

export function entity(held: Held, id: string): EntityPage {
  const { name, type, aliases } = held.entity(id);
  const statements = held.statementsOf(id);
  const around = new Map<string, NodeType>();
  const byPredicate = new Map<string, Set<string>>();
  for (const edge of held.edgesOf(id)) {
    const other = otherEnd(edge, id);
    if (other === id) continue;
    around.set(other, held.entity(other).type);
    byPredicate.set(edge.predicate, (byPredicate.get(edge.predicate) ?? new Set<string>()).add(other));
  }
  return {
    id,
    name,
    type,
    aliases,
    statements: statements.length,
    neighbours: around.size,
    predicates: counted(statements, ({ predicate }) => predicate).map(([predicate, count]) => ({
      predicate,
      count,
      neighbours: byPredicate.get(predicate)?.size ?? 0,
    })),
    neighbourTypes: counted([...around.values()], (each) => each).map(([each, count]) => ({ type: each, count })),
  };
}

export function neighbours(held: Held, query: z.output<typeof NeighboursQuery>): Subgraph {
  const self = held.node(query.id);
  const found = held.edgesOf(query.id).filter((edge) => {
    const other = otherEnd(edge, query.id);
    return (
      other !== query.id &&
      (query.predicate === undefined || edge.predicate === query.predicate) &&
      (query.type === undefined || held.entity(other).type === query.type)
    );
  });
  const shared = new Map<string, number>();
  for (const edge of found) {
    const other = otherEnd(edge, query.id);
    shared.set(other, (shared.get(other) ?? 0) + edge.statements);
  }
  const ranked = [...shared].sort(([a, x], [b, y]) => y - x || order(a, b)).map(([id]) => id);
  const { shown, next } = pageOf(ranked, query.after, query.limit);
  const displayed = [query.id, ...shown];
  return {
    nodes: [self, ...shown.map((id) => held.node(id))],
    edges: query.edges === 'none' ? [] : among(held, displayed, displayed).edges,
    total: { nodes: ranked.length, edges: found.length },
    next,
  };
}

export const nodes = (held: Held, ids: readonly string[]): NodesAnswer => ({
  nodes: [...new Set(ids)].filter((id) => held.has(id)).map((id) => held.node(id)),
});

export const edges = (held: Held, query: EdgesQuery): EdgesAnswer => among(held, query.ids, query.among);

export async function path(held: Held, { from, to }: z.output<typeof PathQuery>): Promise<PathAnswer> {
  held.entity(from);
  held.entity(to);
  const stepsFrom = (ids: readonly string[]): Promise<Step[]> =>
    Promise.resolve(
      ids.flatMap((id) => neighboursOf(held, id).map(([other, statements]) => ({ from: id, to: other, statements }))),
    );
  const { ids, reached, complete } = await shortestWay(stepsFrom, from, to, PATH_BOUNDS);
  const way = ids ?? [];
  const next = new Map(way.map((id, at) => [id, way[at + 1]]));
  return {
    nodes: way.map((id) => held.node(id)),
    edges: among(held, way, way).edges.filter(
      (edge) => next.get(edge.source) === edge.target || next.get(edge.target) === edge.source,
    ),
    reached,
    complete,
    bounds: PATH_BOUNDS,
  };
}

/** Other entities that it has relations with, and the statements behind them. */
function neighboursOf(held: Held, id: string): [string, number][] {
  const shared = new Map<string, number>();
  for (const edge of held.edgesOf(id)) {
    const other = otherEnd(edge, id);
    if (other !== id) shared.set(other, (shared.get(other) ?? 0) + edge.statements);
  }
  return [...shared];
}

/** Edges with one end in `ids` and the other in `those`, no loops; most statements first. */
function among(held: Held, ids: readonly string[], those: readonly string[]): EdgesAnswer {
  const [one, other] = [new Set(ids), new Set(those)];
  const found = new Set<GraphEdge>();
  for (const id of one) {
    for (const edge of held.edgesOf(id)) {
      const end = otherEnd(edge, id);
      if (end !== id && other.has(end)) found.add(edge);
    }
  }
  const sorted = [...found].sort((a, b) => b.statements - a.statements || order(a.id, b.id));
  return { edges: sorted.slice(0, MAX_EDGES), total: sorted.length };
}

const otherEnd = ({ source, target }: GraphEdge, id: string): string => (source === id ? target : source);

/** Values with how often each comes, most first, ties in order of value. */
function counted<T, K extends string>(values: readonly T[], keyOf: (value: T) => K): [key: K, count: number][] {
  const counts = new Map<K, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || order(a, b));
}
