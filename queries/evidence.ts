/**
 * Citations: the statements that the rows of a result rest on, each with its sentence, bulletin, source, date and who
 * said it. How they are found is part of a query's header; for Cypher without one, by the statement ids in its rows.
 */
import { z } from 'zod';
import type { GraphStore, Limits, Parameters, Table, Value } from '../graph/store.ts';
import { type LibraryQuery, ROW_PREFIX } from './catalog.ts';
import { QueryError } from './errors.ts';
import { readRows } from './rows.ts';

export const Citation = z.object({
  statement: z.string(),
  sentence: z.string(),
  /** The words within the sentence that the statement was read from. */
  quote: z.string(),
  subject: z.string(),
  predicate: z.string(),
  object: z.string().nullable(),
  polarity: z.string(),
  status: z.string(),
  /** When it is said to happen: an ISO date or a prefix of one. */
  date: z.string().nullable(),
  /** Who says it; null where the bulletin itself does. */
  said_by: z.string().nullable(),
  bulletin: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
});
export type Citation = z.infer<typeof Citation>;

export const RowEvidence = z.object({
  /** How many statements the row rests on. */
  total: z.int().min(0),
  /** Ids of the first of them, in order of date. */
  statements: z.array(z.string()),
});
export type RowEvidence = z.infer<typeof RowEvidence>;

export interface Evidence {
  /** One for each row, in the order of the rows. */
  readonly rows: readonly RowEvidence[];
  /** By statement id, in the order in which the rows name them. */
  readonly citations: ReadonlyMap<string, Citation>;
}

/** A result to be cited. `query` is null for Cypher without a header. */
export interface Citable {
  readonly query: Pick<LibraryQuery, 'name' | 'evidence'> | null;
  readonly parameters: Parameters;
  readonly table: Table;
}

const STATEMENT_ID = /^st-[0-9a-f]{24}$/;
/** Most statements that one row may rest on. */
const MOST_STATEMENTS = 1_000_000;
const BATCH = 500;

const IN_ORDER = `
WITH DISTINCT s
MATCH (s)-[:FROM]->(source:Bulletin)
RETURN s.id AS statement
ORDER BY coalesce(s.date, source.publishedAt, ''), statement`;

const CITED = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[:FROM]->(b:Bulletin)
MATCH (s)-[:SUBJECT]->(x:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
OPTIONAL MATCH (s)-[:SAID_BY]->(h:Entity)
RETURN s.id AS statement, s.sentence AS sentence, s.quote AS quote, x.name AS subject, s.predicate AS predicate,
  y.name AS object, s.polarity AS polarity, s.status AS status, s.date AS date, h.name AS said_by, b.id AS bulletin,
  b.title AS title, b.source AS source, b.publishedAt AS published, b.url AS url
ORDER BY statement`;

/**
 * The evidence of every row of a result.
 * @param perRow most statements that are cited for a row; each row's `total` says how many there are
 * @param limits bounds of each read; there is one for each row where the header gives Cypher
 * @throws QueryError `no-evidence` where rows rest on no statements or name none; StoreError
 */
export async function evidenceOf(
  store: GraphStore,
  result: Citable,
  perRow: number,
  limits: Limits = {},
): Promise<Evidence> {
  const rows: RowEvidence[] = [];
  for (const found of await statementsOfRows(store, result, limits)) {
    rows.push({ total: found.length, statements: found.slice(0, perRow) });
  }
  const ids = [...new Set(rows.flatMap(({ statements }) => statements))];
  const citations = await readCitations(store, ids, limits);
  return { rows, citations };
}

async function statementsOfRows(store: GraphStore, result: Citable, limits: Limits): Promise<string[][]> {
  const { query, parameters, table } = result;
  const header = query?.evidence;
  if (header !== undefined && 'none' in header) {
    throw new QueryError('no-evidence', `${query?.name} cannot be cited: ${header.none}.`);
  }
  if (header === undefined || 'columns' in header) {
    const named = header === undefined ? null : new Set(header.columns);
    const shown = table.columns.map((column) => named === null || named.has(column));
    const found = table.rows.map((row) => [...new Set(row.filter((_, index) => shown[index]).flatMap(statementIds))]);
    if (table.rows.length > 0 && found.every((ids) => ids.length === 0)) {
      throw new QueryError(
        'no-evidence',
        'No row holds the id of a statement, so none can be cited. Return them, for example: s.id AS statement, or collect(s.id) AS statements.',
      );
    }
    return found;
  }
  const found: string[][] = [];
  for (const row of table.rows) {
    const own = Object.fromEntries(
      table.columns.map((column, index) => [`${ROW_PREFIX}${column}`, row[index] ?? null]),
    );
    const read = await readRows(
      store,
      `the evidence of ${query?.name}`,
      { statement: z.string() },
      `${header.cypher}${IN_ORDER}`,
      used(header.cypher, { ...parameters, ...own }),
      { ...limits, maxRows: MOST_STATEMENTS },
    );
    found.push(read.map(({ statement }) => statement));
  }
  return found;
}

function statementIds(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(statementIds);
  return typeof value === 'string' && STATEMENT_ID.test(value) ? [value] : [];
}

/** Neo4j warns of parameters that a query does not use. */
function used(cypher: string, parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => new RegExp(`\\$${name}\\b`).test(cypher)));
}

async function readCitations(
  store: GraphStore,
  ids: readonly string[],
  limits: Limits,
): Promise<ReadonlyMap<string, Citation>> {
  const found = new Map<string, Citation>();
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const bounds = { ...limits, maxRows: BATCH };
    for (const citation of await readRows(store, 'citations', Citation.shape, CITED, { ids: batch }, bounds)) {
      found.set(citation.statement, citation);
    }
  }
  return new Map(
    ids.flatMap((id): [string, Citation][] => {
      const citation = found.get(id);
      return citation === undefined ? [] : [[id, citation]];
    }),
  );
}
