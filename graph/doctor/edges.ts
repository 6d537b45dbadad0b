/** Aggregated relationships against the statements that they sum up, and relationships that rest on none. */
import { z } from 'zod';
import { edgeId } from '../ids.ts';
import { PREDICATES } from '../model/predicates.ts';
import type { Reading, Value } from '../store.ts';
import { deriveEdges, EdgeWriter } from '../writing/edges.ts';
import { type EdgeKey, edgeKeyOf } from '../writing/prepare.ts';
import { groupBy, parseRows } from '../writing/rows.ts';
import { type Check, isSame, pagesOf, those } from './check.ts';
import type { Problem } from './problem.ts';

const KEYS = `
  MATCH (s:Statement) WHERE s.edge IN $ids
  MATCH (s)-[:SUBJECT]->(one:Entity)
  MATCH (s)-[:OBJECT]->(other:Entity)
  RETURN DISTINCT s.edge AS id, s.predicate AS predicate, one.id AS one, other.id AS other`;
const Key = z.object({ id: z.string(), predicate: z.string(), one: z.string(), other: z.string() });
const DEGREES = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.bulletins AS bulletins';
const Degree = z.object({ id: z.string(), bulletins: z.int().nullable() });

async function wrongAmong(reading: Reading, ids: readonly string[]): Promise<{ wrong: EdgeKey[]; writer: EdgeWriter }> {
  const keys = new Map<string, EdgeKey>();
  for (const { id, predicate, one, other } of parseRows(await reading.run(KEYS, { ids }), Key)) {
    // What no table knows is told of the statement.
    if (PREDICATES.has(predicate)) keys.set(id, edgeKeyOf(predicate, one, other, id));
  }
  const ends = [...new Set([...keys.values()].flatMap(({ from, to }) => [from, to]))];
  const degrees = parseRows(await reading.run(DEGREES, { ids: ends }), Degree);
  const writer = new EdgeWriter(reading, new Map(degrees.map(({ id, bulletins }) => [id, bulletins ?? 0])));
  const { supported } = await deriveEdges(reading, [...keys.values()]);
  const stored = groupBy(await writer.stored([...keys.values()]), ({ id }) => id);
  const wrong = supported.filter(({ id, props }) => {
    const own = stored.get(id) ?? [];
    return own.length !== 1 || !isSame(own[0], props);
  });
  return { wrong: wrong.map(({ id, predicate, from, to }) => ({ id, predicate, from, to })), writer };
}

export const edgeCheck: Check = {
  all: { match: 'MATCH (s:Statement) WHERE s.edge IS NOT NULL', id: 's.edge' },
  page: 300,
  examine: async (reading, ids) => (await wrongAmong(reading, ids)).wrong.map(({ id }) => ({ kind: 'edge', id })),
  repair: async (transaction, ids) => {
    const { wrong, writer } = await wrongAmong(transaction, ids);
    await writer.remove(wrong);
    await writer.rebuild(wrong);
  },
};

const LEAVING = `
  MATCH (a:Entity) WHERE a.id IN $ids
  MATCH (a)-[r]->(b:Entity)
  RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to`;
const Leaving = z.object({ id: z.custom<Value>(), type: z.string(), from: z.string(), to: z.string() });
type Leaving = z.infer<typeof Leaving>;
const SUPPORTED = 'MATCH (s:Statement) WHERE s.edge IN $ids RETURN DISTINCT s.edge AS id';
const ASKED_AT_ONCE = 500;

async function unsupportedFrom(reading: Reading, entities: readonly string[]): Promise<Leaving[]> {
  const unsupported: Leaving[] = [];
  const named = new Map<string, Leaving>();
  for (const row of parseRows(await reading.run(LEAVING, { ids: entities }), Leaving)) {
    const isNamed = typeof row.id === 'string' && row.id === edgeId(row.type, row.from, row.to);
    if (isNamed && typeof row.id === 'string') named.set(row.id, row);
    else unsupported.push(row);
  }
  for (const ids of pagesOf([...named.keys()], ASKED_AT_ONCE)) {
    const supported = await those(reading, SUPPORTED, ids);
    unsupported.push(...ids.filter((id) => !supported.has(id)).flatMap((id) => named.get(id) ?? []));
  }
  return unsupported;
}

const BETWEEN =
  'UNWIND $rows AS r MATCH (a:Entity {id: r.from}) MATCH (b:Entity {id: r.to}) MATCH (a)-[x]->(b) WHERE type(x) = r.type';

export const orphanEdgeCheck: Check = {
  all: { match: 'MATCH (e:Entity)', id: 'e.id' },
  page: 100,
  examine: async (reading, ids) =>
    (await unsupportedFrom(reading, ids)).map(
      ({ id, type, from, to }): Problem => ({
        kind: 'orphan-edge',
        id: typeof id === 'string' ? id : `${from} ${type} ${to}`,
      }),
    ),
  repair: async (transaction, ids) => {
    const unsupported = await unsupportedFrom(transaction, ids);
    const rows = (wanted: boolean): Record<string, Value>[] =>
      unsupported.filter(({ id }) => (id === null) === wanted).map((row) => ({ ...row }));
    await transaction.run(`${BETWEEN} AND x.id IS NULL DELETE x`, { rows: rows(true) });
    await transaction.run(`${BETWEEN} AND x.id = r.id DELETE x`, { rows: rows(false) });
  },
};
