/**
 * Makes the events of the slots that a write touches anew from their statements (happening.ts), and says by how much the
 * number of events of each relationship changed.
 */
import { z } from 'zod';
import type { Reading, WriteTransaction } from '../store.ts';
import { type DerivedEvent, eventsOf, type Telling } from './happening.ts';
import { edgeKeyOf, type EdgeKey } from './prepare.ts';
import { groupBy, parseRows } from './rows.ts';
import { originSources } from './sources.ts';

const Row = z.object({
  id: z.string(),
  happening: z.string(),
  predicate: z.string(),
  edge: z.string(),
  date: z.string(),
  bulletin: z.string(),
  one: z.string(),
  other: z.string(),
});
const Linked = z.object({ id: z.string(), other: z.string() });

/** Statements of slots, with what of them counts for events. */
const TELLINGS = `
  MATCH (s:Statement) WHERE s.happening IN $happenings
  MATCH (s)-[:FROM]->(b:Bulletin)
  MATCH (s)-[:SUBJECT]->(one:Entity)
  MATCH (s)-[:OBJECT]->(other:Entity)
  RETURN s.id AS id, s.happening AS happening, s.predicate AS predicate, s.edge AS edge, s.date AS date,
    b.id AS bulletin, one.id AS one, other.id AS other`;
const PLACES = `
  MATCH (s:Statement) WHERE s.happening IN $happenings
  MATCH (s)-[:AT_PLACE]->(p:Entity)
  RETURN s.id AS id, p.id AS other`;
const REPORTS = `
  MATCH (s:Statement) WHERE s.happening IN $happenings
  MATCH (s)-[:REPORTS]->(v:Event)
  RETURN s.id AS id, v.id AS other`;

export interface EventChanges {
  /** How many more events each relationship tells of, where that changed. */
  readonly edges: ReadonlyMap<string, { readonly edge: EdgeKey; readonly more: number }>;
}

export interface DerivedEvents {
  readonly events: readonly DerivedEvent[];
  /** The event that each statement is to report, by statement; those that report none are not here. */
  readonly derived: ReadonlyMap<string, string>;
  /** The event that each statement reports in the store. */
  readonly reported: ReadonlyMap<string, string>;
  readonly rows: readonly z.infer<typeof Row>[];
}

/** What the statements of these slots make of them. */
export async function deriveEvents(reading: Reading, happenings: readonly string[]): Promise<DerivedEvents> {
  const parameters = { happenings };
  const rows = parseRows(await reading.run(TELLINGS, parameters), Row);
  const places = await linked(reading, PLACES, parameters);
  const reported = await linked(reading, REPORTS, parameters);
  const sources = await originSources(reading, [...new Set(rows.map(({ bulletin }) => bulletin))]);
  const tellings = rows.map(
    ({ id, happening, predicate, date, bulletin }): Telling => ({
      id,
      happening,
      predicate,
      date,
      place: places.get(id) ?? null,
      source: sources.get(bulletin) ?? '',
    }),
  );
  const events = [...groupBy(tellings, ({ happening }) => happening).values()].flatMap(eventsOf);
  const derived = new Map(events.flatMap((event) => event.tellings.map(({ id }) => [id, event.id] as const)));
  return { events, derived, reported, rows };
}

/** @param abandoned events that lost reports; those that nothing tells of are removed */
export async function writeEvents(
  transaction: WriteTransaction,
  happenings: readonly string[],
  abandoned: readonly string[],
): Promise<EventChanges> {
  if (happenings.length === 0) return { edges: new Map() };
  const { events, derived, reported, rows } = await deriveEvents(transaction, happenings);
  await link(transaction, events, derived, reported);
  const kept = new Set(events.map(({ id }) => id));
  const gone = [...new Set([...reported.values(), ...abandoned])].filter((id) => !kept.has(id));
  if (gone.length > 0) await transaction.run('MATCH (v:Event) WHERE v.id IN $gone DETACH DELETE v', { gone });
  return { edges: changesOf(rows, reported, derived) };
}

async function linked(
  transaction: Reading,
  cypher: string,
  parameters: { readonly happenings: readonly string[] },
): Promise<Map<string, string>> {
  return new Map(parseRows(await transaction.run(cypher, parameters), Linked).map(({ id, other }) => [id, other]));
}

/** The properties of an event. */
export function eventProperties({ id, predicate, date, sources }: DerivedEvent) {
  return { id, predicate, date, sources };
}

async function link(
  transaction: WriteTransaction,
  events: readonly DerivedEvent[],
  derived: ReadonlyMap<string, string>,
  reported: ReadonlyMap<string, string>,
): Promise<void> {
  if (events.length > 0) {
    const props = events.map(eventProperties);
    await transaction.run('UNWIND $props AS p MERGE (v:Event {id: p.id}) SET v = p', { props });
  }
  const cut = [...reported].filter(([id, event]) => derived.get(id) !== event).map(([id]) => id);
  if (cut.length > 0) {
    await transaction.run('MATCH (s:Statement) WHERE s.id IN $cut MATCH (s)-[r:REPORTS]->(:Event) DELETE r', { cut });
  }
  const reports = [...derived].flatMap(([id, event]) => (reported.get(id) === event ? [] : [{ id, event }]));
  if (reports.length > 0) {
    await transaction.run(
      'UNWIND $reports AS r MATCH (s:Statement {id: r.id}) MATCH (v:Event {id: r.event}) CREATE (s)-[:REPORTS]->(v)',
      { reports },
    );
  }
}

function changesOf(
  rows: readonly z.infer<typeof Row>[],
  reported: ReadonlyMap<string, string>,
  derived: ReadonlyMap<string, string>,
): Map<string, { edge: EdgeKey; more: number }> {
  const changes = new Map<string, { edge: EdgeKey; more: number }>();
  const distinct = (own: typeof rows, events: ReadonlyMap<string, string>): number =>
    new Set(own.flatMap(({ id }) => events.get(id) ?? [])).size;
  for (const [id, own] of groupBy(rows, ({ edge }) => edge)) {
    const more = distinct(own, derived) - distinct(own, reported);
    const [first] = own;
    if (more === 0 || first === undefined) continue;
    changes.set(id, { edge: edgeKeyOf(first.predicate, first.one, first.other, id), more });
  }
  return changes;
}
