/** Events against the statements that tell them, slot by slot (writing/happening.ts), and events that nothing tells. */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import { deriveEvents, eventProperties, writeEvents } from '../writing/events.ts';
import { parseRows } from '../writing/rows.ts';
import { type Check, isSame, PropertyMap, those } from './check.ts';
import type { Problem } from './problem.ts';

const EVENTS = 'MATCH (v:Event) WHERE v.id IN $ids RETURN v.id AS id, properties(v) AS properties';
const SEVERAL = `
  MATCH (s:Statement) WHERE s.happening IN $ids
  MATCH (s)-[r:REPORTS]->(v:Event)
  WITH s.id AS id, count(r) AS reports WHERE reports > 1
  RETURN id`;
const Stored = z.object({ id: z.string(), properties: PropertyMap });

async function wrongIn(reading: Reading, happenings: readonly string[]): Promise<Problem[]> {
  const { events, derived, reported } = await deriveEvents(reading, happenings);
  const ids = events.map(({ id }) => id);
  const stored = new Map(
    parseRows(await reading.run(EVENTS, { ids }), Stored).map(({ id, properties }) => [id, properties]),
  );
  const several = await those(reading, SEVERAL, happenings);
  const wrong = new Set<string>();
  for (const event of events) if (!isSame(stored.get(event.id), eventProperties(event))) wrong.add(event.id);
  for (const statement of new Set([...derived.keys(), ...reported.keys()])) {
    const [right, held] = [derived.get(statement), reported.get(statement)];
    if (right !== held || several.has(statement)) wrong.add(right ?? held ?? statement);
  }
  return [...wrong].map((id) => ({ kind: 'event', id }));
}

export const eventCheck: Check = {
  all: { match: 'MATCH (s:Statement) WHERE s.happening IS NOT NULL', id: 's.happening' },
  page: 500,
  examine: wrongIn,
  repair: async (transaction, happenings) => {
    // A statement may report several: without any, what it is to report is all that is left. Events of none go after.
    await transaction.run(
      'MATCH (s:Statement) WHERE s.happening IN $happenings MATCH (s)-[r:REPORTS]->(v:Event) DELETE r',
      { happenings },
    );
    await writeEvents(transaction, happenings, []);
  },
};

/** Events of statements that tell of none are reported by mistake. */
const TOLD = `
  MATCH (v:Event) WHERE v.id IN $ids
  MATCH (v)<-[:REPORTS]-(s:Statement) WHERE s.happening IS NOT NULL
  RETURN DISTINCT v.id AS id`;
const MISTOLD = `
  MATCH (v:Event) WHERE v.id IN $ids
  MATCH (v)<-[:REPORTS]-(s:Statement) WHERE s.happening IS NULL
  RETURN DISTINCT v.id AS id`;

export const orphanEventCheck: Check = {
  all: { match: 'MATCH (v:Event)', id: 'v.id' },
  page: 1000,
  examine: async (reading, ids) => {
    const told = await those(reading, TOLD, ids);
    const mistold = await those(reading, MISTOLD, ids);
    return ids.flatMap((id): Problem[] => {
      if (!told.has(id)) return [{ kind: 'orphan-event', id }];
      return mistold.has(id) ? [{ kind: 'event', id }] : [];
    });
  },
  repair: async (transaction, ids) => {
    const told = await those(transaction, TOLD, ids);
    const gone = ids.filter((id) => !told.has(id));
    await transaction.run(
      'MATCH (v:Event) WHERE v.id IN $ids MATCH (v)<-[r:REPORTS]-(s:Statement) WHERE s.happening IS NULL DELETE r',
      { ids },
    );
    await transaction.run('MATCH (v:Event) WHERE v.id IN $gone DETACH DELETE v', { gone });
  },
};
