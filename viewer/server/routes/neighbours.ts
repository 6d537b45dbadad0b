/**
 * GET /api/neighbours: a page of an entity's neighbours; POST /api/edges: what joins new entities to
 * those that are displayed.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { readRows } from '../../../queries/rows.ts';
import { type EdgesAnswer, EdgesQuery, NeighboursQuery, type Subgraph } from '../../contract.ts';
import { edgesAmong, edgesBetween } from '../edges.ts';
import { RequestError } from '../failure.ts';
import type { Nodes } from '../nodes.ts';
import { bodyOf, cursorAfter, parametersOf, readCursor, relationshipTypes } from '../request.ts';

const matching = (types: string): string => `
MATCH (e:Entity {id: $id})-[r:${types}]-(n:Entity)
WHERE n.id <> e.id AND ($type IS NULL OR n.type = $type)`;

const totals = (types: string): string => `${matching(types)}
RETURN count(DISTINCT n.id) AS nodes, count(r) AS edges`;

const page = (types: string): string => `${matching(types)}
WITH n.id AS id, coalesce(sum(r.statements), 0) AS shared
WHERE $afterId IS NULL OR shared < $afterShared OR (shared = $afterShared AND id > $afterId)
RETURN id, shared ORDER BY shared DESC, id LIMIT $limit`;

/** Sort keys of the last neighbour of a page: statements shared with the entity, and its id. */
const Cursor = z.tuple([z.int(), z.string()]);

export function neighbourRoutes(store: GraphStore, nodes: Nodes): Hono {
  return new Hono()
    .get('/neighbours', async (context) =>
      context.json(await neighbours(store, nodes, parametersOf(context, NeighboursQuery))),
    )
    .post('/edges', async (context) => {
      const { ids, among } = await bodyOf(context, EdgesQuery);
      const { edges, total } = await edgesBetween(store, [...new Set(ids)], [...new Set(among)]);
      const answer: EdgesAnswer = { edges: [...edges], total };
      return context.json(answer);
    });
}

async function neighbours(store: GraphStore, nodes: Nodes, query: z.output<typeof NeighboursQuery>): Promise<Subgraph> {
  const types = relationshipTypes(query.predicate);
  const after = readCursor(query.after, Cursor);
  const parameters = { id: query.id, type: query.type ?? null };
  const [self, counted, rows] = await Promise.all([
    nodes.byIds([query.id]),
    readRows(store, 'the number of neighbours', { nodes: z.int(), edges: z.int() }, totals(types), parameters),
    readRows(store, 'neighbours', { id: z.string(), shared: z.int() }, page(types), {
      ...parameters,
      afterId: after?.[1] ?? null,
      afterShared: after?.[0] ?? 0,
      limit: query.limit + 1,
    }),
  ]);
  if (self.length === 0) {
    throw new RequestError(404, 'no-such-entity', `No entity has the id "${query.id}"; search for its name.`);
  }
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const ids = shown.map((row) => row.id);
  const [found, { edges }] = await Promise.all([
    nodes.byIds(ids),
    edgesAmong(store, query.edges === 'none' ? [] : [query.id, ...ids]),
  ]);
  return {
    nodes: [...self, ...found],
    edges: [...edges],
    total: counted[0] ?? { nodes: 0, edges: 0 },
    next: rows.length > shown.length && last !== undefined ? cursorAfter([last.shared, last.id]) : null,
  };
}
