/**
 * The whole store in numbers: bulletins, entities by type, statements by predicate, first and last date. Computed once
 * for each state of the store.
 */
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { NodeType, type Summary } from '../contract.ts';
import type { Revision } from './revision.ts';

const BULLETINS = 'MATCH (b:Bulletin) RETURN count(b) AS count';
const TYPES = 'MATCH (e:Entity) RETURN e.type AS type, count(e) AS count ORDER BY count DESC, type';
const PREDICATES = `
MATCH (s:Statement)
RETURN s.predicate AS predicate, s.plover AS plover, s.quadClass AS quadClass, count(s) AS count,
  min(s.date) AS first, max(s.date) AS last
ORDER BY count DESC, predicate, plover, quadClass`;

const PREDICATE_ROW = {
  predicate: z.string(),
  plover: z.string().nullable(),
  quadClass: z.int().min(1).max(4).nullable(),
  count: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
};
type PredicateRow = z.output<z.ZodObject<typeof PREDICATE_ROW>>;

export class Overview {
  /** The numbers of the store as it is now. */
  readonly summary: () => Promise<Summary>;

  constructor(store: GraphStore, revision: Revision) {
    this.summary = revision.cached(() => readSummary(store));
  }
}

async function readSummary(store: GraphStore): Promise<Summary> {
  const [bulletins, types, rows] = await Promise.all([
    readRows(store, 'the number of bulletins', { count: z.int() }, BULLETINS),
    readRows(store, 'entities by type', { type: NodeType, count: z.int() }, TYPES),
    readRows(store, 'statements by predicate', PREDICATE_ROW, PREDICATES),
  ]);
  const predicates = byPredicate(rows);
  return {
    store: store.url,
    bulletins: bulletins[0]?.count ?? 0,
    entities: types.reduce((sum, { count }) => sum + count, 0),
    statements: predicates.reduce((sum, { count }) => sum + count, 0),
    types,
    predicates,
    firstDate: rows.map((row) => row.first).reduce(earlier, null),
    lastDate: rows.map((row) => row.last).reduce(later, null),
  };
}

/** One entry a predicate, most statements first. Rows come most first, so the first row of a predicate has its usual codes. */
function byPredicate(rows: readonly PredicateRow[]): Summary['predicates'] {
  const entries = new Map<string, Summary['predicates'][number]>();
  for (const { predicate, plover, quadClass, count } of rows) {
    const entry = entries.get(predicate);
    if (entry === undefined) entries.set(predicate, { predicate, count, plover, quadClass });
    else entry.count += count;
  }
  return [...entries.values()].sort((a, b) => b.count - a.count || (a.predicate < b.predicate ? -1 : 1));
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
