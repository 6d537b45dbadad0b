/**
 * Makes the events of the slots that a write touches anew from their statements (happening.ts), and says by how much the
 * number of events of each relationship changed.
 */
import { z } from 'zod';
import type { Reading, WriteTransaction } from '../store.ts';
import { type DerivedEvent, eventsOf } from './happening.ts';
import { edgeKeyOf, type EdgeKey } from './prepare.ts';
import { groupBy, parseRows } from './rows.ts';
import { readTellings, type StoredTelling } from './tellings.ts';

const Linked = z.object({ id: z.string(), event: z.string() });

const REPORTS = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[:REPORTS]->(v:Event)
  RETURN s.id AS id, v.id AS event`;

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
  readonly tellings: readonly StoredTelling[];
}

/** What the statements of these slots, the wider ones among them, make of every slot in which they count. */
export async function deriveEvents(reading: Reading, slots: readonly string[]): Promise<DerivedEvents> {
  const tellings = await readTellings(reading, slots);
  const ids = tellings.map(({ id }) => id);
  const reported = new Map(parseRows(await reading.run(REPORTS, { ids }), Linked).map(({ id, event }) => [id, event]));
  const events = [...groupBy(tellings, ({ slot }) => slot).values()].flatMap(eventsOf);
  const derived = new Map(events.flatMap((event) => event.tellings.map(({ id }) => [id, event.id] as const)));
  return { events, derived, reported, tellings };
}

/**
 * @param slots of statements that came or went, the wider ones among them
 * @param abandoned events that lost reports; those that nothing tells of are removed
 */
export async function writeEvents(
  transaction: WriteTransaction,
  slots: readonly string[],
  abandoned: readonly string[],
): Promise<EventChanges> {
  if (slots.length === 0) return { edges: new Map() };
  const { events, derived, reported, tellings } = await deriveEvents(transaction, slots);
  await link(transaction, events, derived, reported);
  const kept = new Set(events.map(({ id }) => id));
  const gone = [...new Set([...reported.values(), ...abandoned])].filter((id) => !kept.has(id));
  if (gone.length > 0) await transaction.run('MATCH (v:Event) WHERE v.id IN $gone DETACH DELETE v', { gone });
  return { edges: changesOf(tellings, reported, derived) };
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
  rows: readonly StoredTelling[],
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
