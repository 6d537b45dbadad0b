/**
 * For the query console. GET /api/schema: what Cypher may name; GET /api/queries: the library; POST /api/query: one
 * reading query within its limits, refused with the place of what is wrong; POST /api/freeze: its frozen result.
 */
import { performance } from 'node:perf_hooks';
import { Hono } from 'hono';
import { EDGE_PROPERTIES, NODE_PROPERTIES, RELATIONSHIP_PROPERTIES } from '../../../graph/schema.ts';
import { PREDICATES } from '../../../graph/model/predicates.ts';
import { EntityType } from '../../../graph/model/vocabulary.ts';
import { type GraphStore, StoreError, type StoreErrorCause } from '../../../graph/store.ts';
import { type LibraryQuery, loadCatalog } from '../../../queries/catalog.ts';
import { QueryError } from '../../../queries/errors.ts';
import { freeze } from '../../../queries/frozen/freeze.ts';
import { frozenText } from '../../../queries/frozen/frozen.ts';
import { frozenPage } from '../../../queries/frozen/page.ts';
import { bindParameters, type Bound, type Given } from '../../../queries/parameters.ts';
import { queryNamed } from '../../../queries/runner.ts';
import { FreezeQuery, type GraphSchema, type LibraryEntry, type QueryAnswer, RunQuery } from '../../query-contract.ts';
import { RequestError } from '../failure.ts';
import { positionIn, withoutExcerpt } from '../query-position.ts';
import { bodyOf } from '../request.ts';

/** What is wrong with the query itself, and not with the store. */
const WRONG_QUERY: ReadonlySet<StoreErrorCause> = new Set<StoreErrorCause>([
  'syntax',
  'unportable',
  'read-only',
  'failed',
]);

/** Bookkeeping of the program: nothing to ask about. */
const HIDDEN_LABEL = 'Store';

let catalog: ReadonlyMap<string, LibraryQuery> | null = null;
function library(): ReadonlyMap<string, LibraryQuery> {
  catalog ??= loadCatalog();
  return catalog;
}

export function queryRoutes(store: GraphStore): Hono {
  return new Hono()
    .get('/schema', (context) => context.json(graphSchema()))
    .get('/queries', (context) => context.json({ queries: [...library().values()].map(libraryEntry) }))
    .post('/query', async (context) => {
      const { cypher, name, parameters, timeoutMs, maxRows } = await bodyOf(context, RunQuery);
      const limits = { timeoutMs, maxRows };
      // Whoever asked and went away, or pressed stop, needs no answer: the database stops working on it.
      const { signal } = context.req.raw;
      const started = performance.now();
      try {
        const query = name === undefined ? null : queryNamed(library(), name);
        const bound = await bind(store, query, parameters, { timeoutMs, signal });
        const table = await store.read(cypher, bound.parameters, { ...limits, signal });
        const answer: QueryAnswer = {
          columns: [...table.columns],
          rows: table.rows.map((row) => row.map(asJson)),
          truncated: table.truncated,
          milliseconds: Math.round(performance.now() - started),
          limits,
          entities: [...bound.entities].map(([parameter, { id, name: called }]) => ({ parameter, id, name: called })),
        };
        return context.json(answer);
      } catch (error) {
        throw refused(error, cypher);
      }
    });
}

export interface FreezeOptions {
  readonly store: GraphStore;
  /** The time of day that results are frozen at. */
  readonly now: () => Date;
  /** Version of the program. */
  readonly program: string;
}

/** Not over the graph as of a date: nobody could verify such a result. */
export function freezeRoutes({ store, now, program }: FreezeOptions): Hono {
  return new Hono().post('/freeze', async (context) => {
    const { cypher, name, parameters, timeoutMs, maxRows, citedPerRow, format } = await bodyOf(context, FreezeQuery);
    const limits = { timeoutMs, maxRows, signal: context.req.raw.signal };
    try {
      const named = name === undefined ? null : queryNamed(library(), name);
      const bound = await bind(store, named, parameters, limits);
      const frozenAt = now().toISOString();
      const table = await store.read(cypher, bound.parameters, limits);
      // An edited query is not the library's own any more: neither its title nor its evidence are known to hold.
      const query = named?.cypher === cypher ? named : null;
      const run = { name: query?.name ?? 'console', cypher, query, ...bound, table };
      const frozen = await freeze(store, run, { now: frozenAt, program, citedPerRow, maxRows }, limits);
      if (format === 'html') return context.html(frozenPage(frozen));
      return context.body(frozenText(frozen), 200, { 'Content-Type': 'application/json' });
    } catch (error) {
      throw refused(error, cypher);
    }
  });
}

/** Parameters that the library query's header names are checked by it; others are passed as they came. */
async function bind(
  store: GraphStore,
  query: LibraryQuery | null,
  given: Given,
  limits: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Bound> {
  if (query === null) return { parameters: given, entities: new Map() };
  const named = Object.entries(given).filter(([name]) => query.parameters.has(name));
  const bound = await bindParameters(store, query, Object.fromEntries(named), limits);
  return { ...bound, parameters: { ...given, ...bound.parameters } };
}

function refused(error: unknown, cypher: string): unknown {
  if (error instanceof QueryError) return new RequestError(400, error.reason, error.message);
  if (error instanceof StoreError && WRONG_QUERY.has(error.reason)) {
    const position = positionIn(cypher, error.message);
    return new RequestError(400, error.reason, withoutExcerpt(error.message), position);
  }
  return error;
}

type Json = QueryAnswer['rows'][number][number];
type StoreValue = Awaited<ReturnType<GraphStore['read']>>['rows'][number][number];

function asJson(value: StoreValue): Json {
  if (Array.isArray(value)) return value.map(asJson);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asJson(inner)]));
}

function graphSchema(): GraphSchema {
  const own = Object.entries(NODE_PROPERTIES).filter(([label]) => label !== HIDDEN_LABEL);
  return {
    labels: [
      ...own.map(([label, properties]) => ({ label, properties: [...properties] })),
      ...EntityType.options.map((label) => ({ label, properties: [...NODE_PROPERTIES.Entity] })),
    ],
    relationshipTypes: [
      ...Object.entries(RELATIONSHIP_PROPERTIES).map(([type, properties]) => ({
        type,
        properties: [...properties],
        meaning: null,
      })),
      ...[...PREDICATES.values()].map(({ name, meaning }) => ({
        type: name,
        properties: [...EDGE_PROPERTIES],
        meaning,
      })),
    ],
  };
}

function libraryEntry({ name, title, question, cypher, parameters, columns, chart }: LibraryQuery): LibraryEntry {
  return {
    name,
    title,
    question,
    cypher,
    parameters: [...parameters].map(([parameter, header]) => ({
      name: parameter,
      type: header.type,
      meaning: header.meaning,
      required: header.default === undefined,
      default: header.default ?? null,
      example: header.example,
      min: 'min' in header ? (header.min ?? null) : null,
      max: 'max' in header ? (header.max ?? null) : null,
    })),
    columns: [...columns].map(([column, { type, meaning }]) => ({ name: column, type, meaning })),
    chart,
  };
}
