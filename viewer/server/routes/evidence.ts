/** GET /api/evidence: statements of an entity or a pair, newest first; GET /api/bulletin: a text with its statements. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { Places, spansOf } from '../../../graph/writing/entity-support.ts';
import { readRows } from '../../../queries/rows.ts';
import { type BulletinPage, BulletinQuery, type EvidencePage, EvidenceQuery, NodeType } from '../../contract.ts';
import { evidenceOf } from '../evidence.ts';
import { RequestError } from '../failure.ts';
import { cursorAfter, parametersOf, readCursor, relationshipTypes } from '../request.ts';

const OF_ENTITY = 'MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT]-(s:Statement)';
const OF_PAIR = `${OF_ENTITY}-[:SUBJECT|OBJECT]->(o:Entity {id: $other})`;
const OF_PREDICATE = 'WHERE $predicate IS NULL OR s.predicate = $predicate';

const totalOf = (match: string): string => `${match}\n${OF_PREDICATE}\nRETURN count(DISTINCT s.id) AS total`;

const pageOf = (match: string): string => `${match}
${OF_PREDICATE}
WITH DISTINCT s
MATCH (s)-[:FROM]->(b:Bulletin)
WITH s.id AS id, coalesce(s.date, b.publishedAt, '') AS day
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND id > $afterId)
RETURN id, day ORDER BY day DESC, id LIMIT $limit`;

const KNOWN = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id';

const BULLETIN = `
MATCH (b:Bulletin {id: $id})
RETURN b.title AS title, b.source AS source, b.url AS url, b.publishedAt AS publishedAt, b.text AS text`;

const MENTIONS_OF_BULLETIN = `
MATCH (b:Bulletin {id: $id})-[m:MENTIONS]->(e:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, m.starts AS starts, m.ends AS ends`;

const MENTION_ROW = { id: z.string(), name: z.string(), type: NodeType, ...Places.shape };

const STATEMENTS_OF_BULLETIN = `
MATCH (b:Bulletin {id: $id})<-[:FROM]-(s:Statement)
RETURN s.id AS id ORDER BY s.start, s.end, id`;

/** A bulletin of 50 MB has about this many. */
const MAX_STATEMENTS = 500_000;

/** Sort keys of the last statement of a page: its day (or its bulletin's, or '') and its id. */
const Cursor = z.tuple([z.string(), z.string()]);

export function evidenceRoutes(store: GraphStore): Hono {
  return new Hono()
    .get('/evidence', async (context) => context.json(await evidencePage(store, parametersOf(context, EvidenceQuery))))
    .get('/bulletin', async (context) =>
      context.json(await bulletinPage(store, parametersOf(context, BulletinQuery).id)),
    );
}

async function evidencePage(store: GraphStore, query: z.output<typeof EvidenceQuery>): Promise<EvidencePage> {
  // Only names of the table get as far as the query.
  if (query.predicate !== undefined) relationshipTypes(query.predicate);
  const after = readCursor(query.after, Cursor);
  const match = query.other === undefined ? OF_ENTITY : OF_PAIR;
  const asked = query.other === undefined ? [query.id] : [query.id, query.other];
  const parameters = { id: query.id, other: query.other ?? null, predicate: query.predicate ?? null };
  const [known, counted, rows] = await Promise.all([
    readRows(store, 'entities', { id: z.string() }, KNOWN, { ids: asked }),
    readRows(store, 'the number of statements', { total: z.int() }, totalOf(match), parameters),
    readRows(store, 'statements', { id: z.string(), day: z.string() }, pageOf(match), {
      ...parameters,
      afterId: after?.[1] ?? null,
      afterDay: after?.[0] ?? '',
      limit: query.limit + 1,
    }),
  ]);
  const missing = asked.find((id) => !known.some((entity) => entity.id === id));
  if (missing !== undefined) {
    throw new RequestError(404, 'no-such-entity', `No entity has the id "${missing}"; search for its name.`);
  }
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    evidence: await evidenceOf(
      store,
      shown.map((row) => row.id),
    ),
    total: counted[0]?.total ?? 0,
    next: rows.length > shown.length && last !== undefined ? cursorAfter([last.day, last.id]) : null,
  };
}

async function bulletinPage(store: GraphStore, id: string): Promise<BulletinPage> {
  const [found, mentioned, statements] = await Promise.all([
    readRows(
      store,
      'the bulletin',
      {
        title: z.string().nullable(),
        source: z.string().nullable(),
        url: z.string().nullable(),
        publishedAt: z.string().nullable(),
        text: z.string(),
      },
      BULLETIN,
      { id },
    ),
    readRows(store, 'its mentions', MENTION_ROW, MENTIONS_OF_BULLETIN, { id }, { maxRows: MAX_STATEMENTS }),
    readRows(store, 'its statements', { id: z.string() }, STATEMENTS_OF_BULLETIN, { id }, { maxRows: MAX_STATEMENTS }),
  ]);
  const bulletin = found[0];
  if (bulletin === undefined) throw new RequestError(404, 'no-such-bulletin', `No bulletin has the id "${id}".`);
  return {
    id,
    ...bulletin,
    mentions: mentioned
      .flatMap(({ starts, ends, ...entity }) => spansOf({ starts, ends }).map((span) => ({ ...entity, ...span })))
      .sort((a, b) => a.start - b.start || a.end - b.end),
    evidence: await evidenceOf(
      store,
      statements.map((row) => row.id),
    ),
  };
}
