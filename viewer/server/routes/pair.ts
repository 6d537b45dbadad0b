/** GET /api/pair: everything stated between two entities, added up by relation and month, with what contradicts itself. */
import { Hono } from 'hono';
import { z } from 'zod';
import { PREDICATES } from '../../../graph/model/predicates.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { readRows } from '../../../queries/rows.ts';
import { NodeType, type PairHistory, PairQuery } from '../../contract.ts';
import { evidenceOf } from '../evidence.ts';
import { RequestError } from '../failure.ts';
import { contradictionsOf, type PairStatement, relationsOf, toneOf } from '../pair-history.ts';
import { parametersOf } from '../request.ts';

const ENTITIES = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name, e.type AS type';

const BETWEEN = `
MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(o:Entity {id: $other})
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
RETURN s.id AS id, s.predicate AS predicate, x.id AS subject, s.polarity AS polarity, s.goldstein AS goldstein,
  s.quadClass AS quadClass, coalesce(s.date, b.publishedAt) AS date, b.source AS source
ORDER BY id`;

const LINKS = `
MATCH (e:Entity {id: $id})<-[:SUBJECT|OBJECT]-(y:Statement)-[:SUBJECT|OBJECT]->(o:Entity {id: $other})
WITH DISTINCT y
MATCH (y)<-[:CONTRADICTS]-(n:Statement)
MATCH (n)-[:FROM]->(b:Bulletin)
RETURN y.id AS claim, n.id AS denial, coalesce(n.date, b.publishedAt) AS denialDay`;

const LINK_ROW = { claim: z.string(), denial: z.string(), denialDay: z.string().nullable() };

const ROW = {
  id: z.string(),
  predicate: z.string(),
  subject: z.string(),
  polarity: z.enum(['affirmed', 'negated']),
  goldstein: z.number().nullable(),
  quadClass: z.int().min(1).max(4).nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
};

/** The busiest pair of 57,000 bulletins has a few thousand. */
const MAX_STATEMENTS = 100_000;
const SHOWN_CONTRADICTIONS = 10;

export function pairRoutes(store: GraphStore): Hono {
  return new Hono().get('/pair', async (context) =>
    context.json(await pairHistory(store, parametersOf(context, PairQuery))),
  );
}

async function pairHistory(store: GraphStore, { id, other }: z.output<typeof PairQuery>): Promise<PairHistory> {
  const [entities, rows, links] = await Promise.all([
    readRows(store, 'the pair', { id: z.string(), name: z.string(), type: NodeType }, ENTITIES, { ids: [id, other] }),
    readRows(store, 'what is between the two', ROW, BETWEEN, { id, other }, { maxRows: MAX_STATEMENTS }),
    readRows(store, 'what contradicts it', LINK_ROW, LINKS, { id, other }, { maxRows: MAX_STATEMENTS }),
  ]);
  const entity = (wanted: string) => {
    const found = entities.find((each) => each.id === wanted);
    if (found !== undefined) return found;
    throw new RequestError(404, 'no-such-entity', `No entity has the id "${wanted}"; search for its name.`);
  };
  const statements = rows.map(({ subject, ...row }): PairStatement => {
    const symmetric = PREDICATES.get(row.predicate)?.symmetric ?? false;
    return { ...row, symmetric, forward: symmetric || subject === id };
  });
  const contradictions = contradictionsOf(statements, links);
  const shown = contradictions.slice(0, SHOWN_CONTRADICTIONS);
  const evidence = new Map(
    (await evidenceOf(store, [...new Set(shown.flatMap((each) => [each.newestClaim, each.newestDenial]))])).map(
      (each) => [each.id, each],
    ),
  );
  return {
    one: entity(id),
    other: entity(other),
    statements: statements.length,
    relations: relationsOf(statements),
    ...toneOf(statements),
    contradictions: shown.flatMap((each) => {
      const newestClaim = evidence.get(each.newestClaim);
      const newestDenial = evidence.get(each.newestDenial);
      // Gone since they were counted: a bulletin was changed meanwhile.
      if (newestClaim === undefined || newestDenial === undefined) return [];
      return [{ ...each, newestClaim, newestDenial }];
    }),
    contradictionsTotal: contradictions.length,
  };
}
