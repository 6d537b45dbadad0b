/**
 * GET /api/history: an entity's offices over time and its statements by year and predicate; GET /api/mentions: the
 * bulletins that mention it.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { readRows } from '../../../queries/rows.ts';
import {
  type EntityHistory,
  HistoryQuery,
  type MentionsPage,
  MentionsQuery,
  NodeType,
  type Office,
} from '../../contract.ts';
import { RequestError } from '../failure.ts';
import { cursorAfter, parametersOf, readCursor } from '../request.ts';
import { BEGINS } from '../untitled.ts';

const KNOWN = 'MATCH (e:Entity {id: $id}) RETURN e.id AS id';

const YEARS = `
MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT]-(s:Statement)
WITH DISTINCT s
MATCH (s)-[:FROM]->(b:Bulletin)
WITH substring(coalesce(s.date, b.publishedAt, ''), 0, 4) AS year, s.predicate AS predicate
RETURN year, predicate, count(*) AS statements ORDER BY year, predicate`;

const officesOf = (self: 'SUBJECT' | 'OBJECT', other: 'SUBJECT' | 'OBJECT'): string => `
MATCH (e:Entity {id: $id})<-[:${self}]-(s:Statement)-[:${other}]->(o:Entity)
WHERE s.predicate = 'REPRESENTS' AND s.polarity = 'affirmed'
MATCH (s)-[:FROM]->(b:Bulletin)
WITH o, toLower(coalesce(s.title, '')) AS folded, s, coalesce(s.date, b.publishedAt) AS stated
WITH o, folded, min(s.title) AS title, min(stated) AS first, max(stated) AS last, count(s) AS statements,
  max(s.until) AS end, coalesce(sum(CASE WHEN s.status = 'ongoing' AND s.until IS NULL THEN 1 ELSE 0 END), 0) AS open
RETURN title, o.id AS id, o.name AS name, o.type AS type, first, last, statements, end, open
ORDER BY statements DESC, last DESC, id, folded`;

const TOTAL = 'MATCH (e:Entity {id: $id})<-[:MENTIONS]-(b:Bulletin) RETURN count(b) AS total';

const MENTIONS = `
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(b:Bulletin)
WITH b, m.count AS mentions, b.id AS id, coalesce(b.publishedAt, '') AS day
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND id > $afterId)
RETURN id, day, b.title AS title, ${BEGINS} AS begins, b.source AS source, b.publishedAt AS publishedAt, mentions
ORDER BY day DESC, id LIMIT $limit`;

const OFFICE_ROW = {
  title: z.string().nullable(),
  id: z.string(),
  name: z.string(),
  type: NodeType,
  first: z.string().nullable(),
  last: z.string().nullable(),
  statements: z.int(),
  end: z.string().nullable(),
  /** Statements that nothing has closed. */
  open: z.int(),
};
const MENTION_ROW = {
  id: z.string(),
  day: z.string(),
  title: z.string().nullable(),
  begins: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable(),
  mentions: z.int(),
};

const SHOWN_OFFICES = 100;
/** A country of 57,000 bulletins has about 3,000. */
const MAX_OFFICES = 50_000;

/** Sort keys of the last bulletin of a page: its day and id. */
const Cursor = z.tuple([z.string(), z.string()]);

export function historyRoutes(store: GraphStore): Hono {
  return new Hono()
    .get('/history', async (context) => context.json(await history(store, parametersOf(context, HistoryQuery).id)))
    .get('/mentions', async (context) => context.json(await mentions(store, parametersOf(context, MentionsQuery))));
}

async function history(store: GraphStore, id: string): Promise<EntityHistory> {
  const [known, years, held, given] = await Promise.all([
    readRows(store, 'the entity', { id: z.string() }, KNOWN, { id }),
    readRows(store, 'its statements by year', { year: z.string(), predicate: z.string(), statements: z.int() }, YEARS, {
      id,
    }),
    readRows(store, 'its offices', OFFICE_ROW, officesOf('SUBJECT', 'OBJECT'), { id }, { maxRows: MAX_OFFICES }),
    readRows(store, 'its office holders', OFFICE_ROW, officesOf('OBJECT', 'SUBJECT'), { id }, { maxRows: MAX_OFFICES }),
  ]);
  if (known.length === 0) throw noSuchEntity(id);
  const offices = [...held.map(officeOf('holds')), ...given.map(officeOf('held-by'))];
  return {
    offices: offices.slice(0, SHOWN_OFFICES),
    officesTotal: offices.length,
    years: years.map(({ year, ...counted }) => ({ year: year === '' ? null : year, ...counted })),
  };
}

const officeOf =
  (side: Office['side']) =>
  ({
    title,
    id,
    name,
    type,
    first,
    last,
    statements,
    end,
    open,
  }: z.output<z.ZodObject<typeof OFFICE_ROW>>): Office => ({
    title,
    side,
    other: { id, name, type },
    first,
    last,
    until: open === 0 ? end : null,
    statements,
  });

async function mentions(store: GraphStore, query: z.output<typeof MentionsQuery>): Promise<MentionsPage> {
  const after = readCursor(query.after, Cursor);
  const { id } = query;
  const [known, counted, rows] = await Promise.all([
    readRows(store, 'the entity', { id: z.string() }, KNOWN, { id }),
    readRows(store, 'the number of its bulletins', { total: z.int() }, TOTAL, { id }),
    readRows(store, 'its bulletins', MENTION_ROW, MENTIONS, {
      id,
      afterId: after?.[1] ?? null,
      afterDay: after?.[0] ?? '',
      limit: query.limit + 1,
    }),
  ]);
  if (known.length === 0) throw noSuchEntity(id);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    bulletins: shown.map(({ day: _day, ...bulletin }) => bulletin),
    total: counted[0]?.total ?? 0,
    next: rows.length > shown.length && last !== undefined ? cursorAfter([last.day, last.id]) : null,
  };
}

const noSuchEntity = (id: string): RequestError =>
  new RequestError(404, 'no-such-entity', `No entity has the id "${id}"; search for its name.`);
