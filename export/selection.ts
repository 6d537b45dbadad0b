/**
 * The part of the graph that a query's result is about: the statements that its rows rest on (as citations find them) and
 * the entities that its rows name, with everything that belongs to them, so that the part is a graph by itself.
 */
import { z } from 'zod';
import type { Selection } from '../graph/export.ts';
import type { GraphStore, Limits, Parameters, Value } from '../graph/store.ts';
import { QueryError } from '../queries/errors.ts';
import { type Citable, evidenceOf } from '../queries/evidence.ts';
import { readRows } from '../queries/rows.ts';

const PAGE = 500;
/** Most statements of one row that are taken. */
const MOST_OF_A_ROW = 100_000;
const ROWS: Limits = { maxRows: 10_000_000 };

type Ids = Set<string>;

const KNOWN = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id';

const EDGES_AMONG = `
MATCH (a:Entity) WHERE a.id IN $ids
MATCH (a)-[r]->(b:Entity) WHERE b.id IN $among
RETURN r.id AS id`;

const STATEMENTS_OF_EDGES = 'MATCH (s:Statement) WHERE s.edge IN $ids RETURN s.id AS id';

const BELONGINGS = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[:FROM]->(b:Bulletin)
RETURN s.edge AS edge, b.id AS bulletin`;

const EVENTS = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[:REPORTS]->(v:Event)
RETURN v.id AS id`;

const SIDES = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[:SUBJECT|OBJECT|SAID_BY|AT_PLACE]->(e:Entity)
RETURN e.id AS id`;

/**
 * What `result` is about. Where its rows rest on no single statements (the query's header says so), the relationships
 * among the entities that they name, with all of their statements. The ids of the part are in memory.
 * @throws QueryError `no-evidence` where the rows name nothing of the store; StoreError
 */
export async function selectionOf(store: GraphStore, result: Citable, limits: Limits = {}): Promise<Selection> {
  const entity = await collected(store, KNOWN, new Set(result.table.rows.flatMap((row) => row.flatMap(texts))));
  let statement = await restingOn(store, result, limits);
  const edge: Ids = new Set();
  if (statement.size === 0) {
    for (const id of await collected(store, EDGES_AMONG, entity, { among: [...entity] })) edge.add(id);
    statement = await collected(store, STATEMENTS_OF_EDGES, edge);
  }
  const part = await belongingTo(store, statement, entity, edge);
  if (entity.size === 0) {
    throw new QueryError(
      'no-evidence',
      `${result.query?.name ?? 'The query'} gives ${result.table.rows.length === 0 ? 'no rows' : 'rows that name no entity or statement by id'}, so there is nothing to export. Try other parameters.`,
    );
  }
  return part;
}

/** The entities of these ids that the store has, the relationships among them, and all that these rest on. */
export async function selectionAmong(store: GraphStore, ids: readonly string[]): Promise<Selection> {
  const entity = await collected(store, KNOWN, new Set(ids));
  const edge = await collected(store, EDGES_AMONG, entity, { among: [...entity] });
  return belongingTo(store, await collected(store, STATEMENTS_OF_EDGES, edge), entity, edge);
}

/** Statements with what they belong to, which is added to `entity` and `edge`. */
async function belongingTo(store: GraphStore, statement: Ids, entity: Ids, edge: Ids): Promise<Selection> {
  const bulletin: Ids = new Set();
  for (const ids of pages(statement)) {
    const shape = { edge: z.string().nullable(), bulletin: z.string() };
    for (const row of await readRows(store, 'what statements belong to', shape, BELONGINGS, { ids }, ROWS)) {
      if (row.edge !== null) edge.add(row.edge);
      bulletin.add(row.bulletin);
    }
  }
  const event = await collected(store, EVENTS, statement);
  for (const id of await collected(store, SIDES, statement)) entity.add(id);
  return { bulletin, entity, event, statement, edge };
}

async function restingOn(store: GraphStore, result: Citable, limits: Limits): Promise<Ids> {
  try {
    const { rows } = await evidenceOf(store, result, MOST_OF_A_ROW, limits);
    return new Set(rows.flatMap(({ statements }) => statements));
  } catch (error) {
    if (error instanceof QueryError && error.reason === 'no-evidence') return new Set();
    throw error;
  }
}

/** What a query with one column `id` gives for `ids`, asked for in pages. */
async function collected(store: GraphStore, cypher: string, ids: Ids, parameters: Parameters = {}): Promise<Ids> {
  const found: Ids = new Set();
  for (const page of pages(ids)) {
    const rows = await readRows(
      store,
      'the part to export',
      { id: z.string() },
      cypher,
      { ...parameters, ids: page },
      ROWS,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
}

function* pages(ids: Ids): Generator<string[]> {
  const all = [...ids];
  for (let start = 0; start < all.length; start += PAGE) yield all.slice(start, start + PAGE);
}

function texts(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'string' ? [value] : [];
}
