/**
 * Aggregated relationships among a set of entities, as the page draws them. An answer has at most MAX_EDGES, those with
 * most statements, and always says how many there are.
 */
import { z } from 'zod';
import { PREDICATES } from '../../graph/model/predicates.ts';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { GraphEdge } from '../contract.ts';
import { ALL_TYPES } from './request.ts';

/** The most edges of one answer. */
const MAX_EDGES = 5_000;

const OUTGOING = `
MATCH (a:Entity) WHERE a.id IN $ids
MATCH (a)-[r:${ALL_TYPES}]->(b:Entity) WHERE b.id IN $among AND a.id <> b.id`;

/** Those that OUTGOING has not. */
const INCOMING = `
MATCH (b:Entity) WHERE b.id IN $ids
MATCH (b)<-[r:${ALL_TYPES}]-(a:Entity)
WHERE a.id IN $among AND a.id <> b.id AND NOT (a.id IN $ids AND b.id IN $among)`;

const RETURNED = `
RETURN a.id AS source, type(r) AS predicate, b.id AS target, r.statements AS statements, r.sources AS sources,
  r.first AS first, r.last AS last, r.affirmed AS affirmed, r.negated AS negated, r.quadClass AS quadClass
ORDER BY statements DESC, source, predicate, target LIMIT ${MAX_EDGES + 1}`;

const COUNTED = `
RETURN count(r) AS edges`;

const EDGE_ROW = GraphEdge.omit({ id: true, symmetric: true }).shape;

export interface Edges {
  readonly edges: readonly GraphEdge[];
  /** Edges among the entities in the store, of which `edges` has at most MAX_EDGES. */
  readonly total: number;
}

/** The relationships among the entities with these ids, both ends in the set, no loops; most statements first. */
export async function edgesAmong(store: GraphStore, ids: readonly string[]): Promise<Edges> {
  return ids.length < 2 ? { edges: [], total: 0 } : edgesOf(store, [OUTGOING], ids, ids);
}

/** The relationships with one end in `ids` and the other in `among`, no loops; most statements first. */
export async function edgesBetween(
  store: GraphStore,
  ids: readonly string[],
  among: readonly string[],
): Promise<Edges> {
  return ids.length === 0 || among.length === 0
    ? { edges: [], total: 0 }
    : edgesOf(store, [OUTGOING, INCOMING], ids, among);
}

async function edgesOf(
  store: GraphStore,
  matches: readonly string[],
  ids: readonly string[],
  among: readonly string[],
): Promise<Edges> {
  const tables = await Promise.all(
    matches.map((match) => readRows(store, 'relationships', EDGE_ROW, match + RETURNED, { ids, among })),
  );
  const edges = tables
    .flat()
    .map((row) => ({
      id: `${row.source} ${row.predicate} ${row.target}`,
      ...row,
      symmetric: PREDICATES.get(row.predicate)?.symmetric ?? false,
    }))
    .sort(byStatements);
  const shown = edges.slice(0, MAX_EDGES);
  if (tables.every((rows) => rows.length <= MAX_EDGES)) return { edges: shown, total: edges.length };
  const counts = await Promise.all(
    matches.map((match) =>
      readRows(store, 'the number of relationships', { edges: z.int() }, match + COUNTED, { ids, among }),
    ),
  );
  return { edges: shown, total: counts.flat().reduce((sum, row) => sum + row.edges, 0) };
}

function byStatements(a: GraphEdge, b: GraphEdge): number {
  return b.statements - a.statements || (a.id < b.id ? -1 : 1);
}
