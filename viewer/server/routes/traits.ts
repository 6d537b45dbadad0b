/**
 * POST /api/traits: date, polarity, status, confidence, source and holder of every statement behind the edges that the
 * page shows; POST /api/nodes: entities by id, for a view that comes from a link.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { edgeId } from '../../../graph/ids.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { readRows } from '../../../queries/rows.ts';
import { type NodesAnswer, NodesQuery, Status, type TraitsAnswer, TraitsQuery } from '../../contract.ts';
import type { Nodes } from '../nodes.ts';
import { bodyOf } from '../request.ts';

/** The most statements of one answer. */
const MAX_TRAITS = 50_000;

const TRAITS = `
MATCH (s:Statement) WHERE s.edge IN $edges
MATCH (s)-[:FROM]->(b:Bulletin)
RETURN s.id AS id, s.edge AS edge, coalesce(s.date, b.publishedAt, '') AS date, s.polarity AS polarity,
  s.status AS status, s.confidence AS confidence, coalesce(b.source, '') AS source
ORDER BY date DESC, id LIMIT ${MAX_TRAITS}`;

const TOTAL = 'MATCH (s:Statement) WHERE s.edge IN $edges RETURN count(s) AS total';

const HOLDERS = `
MATCH (s:Statement) WHERE s.edge IN $edges
MATCH (s)-[:SAID_BY]->(h:Entity)
RETURN s.id AS statement, h.id AS id, h.name AS name`;

const TRAIT_ROW = {
  id: z.string(),
  edge: z.string(),
  date: z.string(),
  polarity: z.enum(['affirmed', 'negated']),
  status: Status,
  confidence: z.number(),
  source: z.string(),
};
const HOLDER_ROW = { statement: z.string(), id: z.string(), name: z.string() };

export function traitRoutes(store: GraphStore, nodes: Nodes): Hono {
  return new Hono()
    .post('/traits', async (context) => context.json(await traitsOf(store, await bodyOf(context, TraitsQuery))))
    .post('/nodes', async (context) => {
      const { ids } = await bodyOf(context, NodesQuery);
      const answer: NodesAnswer = { nodes: await nodes.byIds([...new Set(ids)]) };
      return context.json(answer);
    });
}

async function traitsOf(store: GraphStore, { edges }: z.output<typeof TraitsQuery>): Promise<TraitsAnswer> {
  const position = new Map(edges.map(([source, predicate, target], at) => [edgeId(predicate, source, target), at]));
  if (position.size === 0) return { sources: [], holders: [], statements: [], total: 0 };
  const asked = { edges: [...position.keys()] };
  const limits = { maxRows: MAX_TRAITS };
  const [rows, said] = await Promise.all([
    readRows(store, 'statements of relationships', TRAIT_ROW, TRAITS, asked, limits),
    readRows(store, 'holders of statements', HOLDER_ROW, HOLDERS, asked, { maxRows: 20 * MAX_TRAITS }),
  ]);
  const counted =
    rows.length < MAX_TRAITS ? [] : await readRows(store, 'the number of statements', { total: z.int() }, TOTAL, asked);
  const holderOf = new Map(said.map(({ statement, id, name }) => [statement, { id, name }]));
  const sources = new Map<string, number>();
  const holders = new Map<string, { at: number; name: string }>();
  const statements = rows.flatMap((row): TraitsAnswer['statements'] => {
    const edge = position.get(row.edge);
    if (edge === undefined) return [];
    const source = sources.get(row.source) ?? sources.size;
    sources.set(row.source, source);
    const held = holderOf.get(row.id);
    const holder = held && (holders.get(held.id) ?? { at: holders.size, name: held.name });
    if (held && holder) holders.set(held.id, holder);
    const status = Status.options.indexOf(row.status);
    const negated = row.polarity === 'negated' ? 1 : 0;
    return [[edge, row.date.slice(0, 10), negated, status, row.confidence, source, holder?.at ?? -1]];
  });
  return {
    sources: [...sources.keys()],
    holders: [...holders].map(([id, { name }]) => ({ id, name })),
    statements,
    total: counted[0]?.total ?? statements.length,
  };
}
