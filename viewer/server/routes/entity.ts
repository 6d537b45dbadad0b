/** GET /api/entity: one entity with what can be expanded from it. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { readRows } from '../../../queries/rows.ts';
import { EntityQuery, type EntityPage, NodeType } from '../../contract.ts';
import { RequestError } from '../failure.ts';
import { ALL_TYPES, parametersOf } from '../request.ts';

const ENTITY = 'MATCH (e:Entity {id: $id}) RETURN e.name AS name, e.type AS type, e.aliases AS aliases';

const STATEMENTS_BY_PREDICATE = `
MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT]-(s:Statement)
RETURN s.predicate AS predicate, count(DISTINCT s.id) AS count ORDER BY count DESC, predicate`;

const NEIGHBOURS = `
MATCH (e:Entity {id: $id})-[r:${ALL_TYPES}]-(n:Entity) WHERE n.id <> e.id
RETURN type(r) AS predicate, n.type AS type, n.id AS id`;

/** Neighbours are counted up to this many relationships; the most connected actors of 57,000 bulletins have 6,000. */
const MAX_RELATIONSHIPS = 200_000;

export function entityRoutes(store: GraphStore): Hono {
  return new Hono().get('/entity', async (context) => {
    const { id } = parametersOf(context, EntityQuery);
    return context.json(await entityPage(store, id));
  });
}

async function entityPage(store: GraphStore, id: string): Promise<EntityPage> {
  const [found, statements, relationships] = await Promise.all([
    readRows(
      store,
      'the entity',
      { name: z.string(), type: NodeType, aliases: z.array(z.string()).nullable() },
      ENTITY,
      { id },
    ),
    readRows(store, 'its statements', { predicate: z.string(), count: z.int() }, STATEMENTS_BY_PREDICATE, { id }),
    readRows(
      store,
      'its neighbours',
      { predicate: z.string(), type: NodeType, id: z.string() },
      NEIGHBOURS,
      { id },
      { maxRows: MAX_RELATIONSHIPS },
    ),
  ]);
  const entity = found[0];
  if (entity === undefined) {
    throw new RequestError(404, 'no-such-entity', `No entity has the id "${id}"; search for its name.`);
  }
  const types = new Map(relationships.map((row) => [row.id, row.type]));
  const byPredicate = new Map<string, Set<string>>();
  for (const row of relationships) {
    byPredicate.set(row.predicate, (byPredicate.get(row.predicate) ?? new Set<string>()).add(row.id));
  }
  return {
    id,
    name: entity.name,
    type: entity.type,
    aliases: entity.aliases ?? [],
    statements: statements.reduce((sum, { count }) => sum + count, 0),
    neighbours: types.size,
    predicates: statements.map((row) => ({ ...row, neighbours: byPredicate.get(row.predicate)?.size ?? 0 })),
    neighbourTypes: countTypes([...types.values()]),
  };
}

/** How many of each type, most first, ties by name. */
function countTypes(types: readonly EntityPage['type'][]): EntityPage['neighbourTypes'] {
  const counts = new Map<EntityPage['type'], number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
