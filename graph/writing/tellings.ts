/**
 * Reads the statements of the slots that a write touches, each told in one slot: the wider one that statements of the same
 * participants have who say most of whom they stand for, where they agree on it; else its own wider one, else its own. So
 * "Wang Yi met Takeshi Iwaya" is told where another bulletin says that they are China's and Japan's. Two steps from what was
 * touched, never further.
 */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import { groupBy, parseRows } from './rows.ts';
import { sidesOf } from './slots.ts';
import type { Telling } from './happening.ts';
import { originSources } from './sources.ts';

const Row = z.object({
  id: z.string(),
  happening: z.string(),
  wider: z.string().nullable(),
  predicate: z.string(),
  edge: z.string(),
  date: z.string(),
  assumed: z.boolean().nullable(),
  bulletin: z.string(),
  one: z.string(),
  oneFor: z.string().nullable(),
  oneInPerson: z.boolean().nullable(),
  other: z.string(),
  otherFor: z.string().nullable(),
  otherInPerson: z.boolean().nullable(),
});
type Row = z.infer<typeof Row>;
const Place = z.object({ id: z.string(), place: z.string() });

const REST = `
  MATCH (s)-[:FROM]->(b:Bulletin)
  MATCH (s)-[x:SUBJECT]->(one:Entity)
  MATCH (s)-[y:OBJECT]->(other:Entity)
  RETURN s.id AS id, s.happening AS happening, s.widerHappening AS wider, s.predicate AS predicate, s.edge AS edge,
    s.date AS date, s.dateAssumed AS assumed, b.id AS bulletin,
    one.id AS one, x.standsFor AS oneFor, x.inPerson AS oneInPerson,
    other.id AS other, y.standsFor AS otherFor, y.inPerson AS otherInPerson`;
const OF_SLOTS = `MATCH (s:Statement) WHERE s.happening IN $slots ${REST}`;
const OF_WIDER_SLOTS = `MATCH (s:Statement) WHERE s.widerHappening IN $slots ${REST}`;
const PLACES = `
  MATCH (s:Statement) WHERE s.id IN $ids
  MATCH (s)-[:AT_PLACE]->(p:Entity)
  RETURN s.id AS id, p.id AS place`;

/** A telling with what its relationship is found by. */
export interface StoredTelling extends Telling {
  readonly edge: string;
  readonly one: string;
  readonly other: string;
}

/** All tellings of every slot in which something changed with the statements of these slots. */
export async function readTellings(reading: Reading, touched: readonly string[]): Promise<StoredTelling[]> {
  const rows = new Map<string, Row>();
  const read = async (cypher: string, slots: Iterable<string>): Promise<Row[]> => {
    const found = parseRows(await reading.run(cypher, { slots: [...slots] }), Row);
    for (const row of found) rows.set(row.id, row);
    return found;
  };
  const own = await read(OF_SLOTS, touched);
  const slots = new Set([...touched, ...own.flatMap(({ wider }) => wider ?? [])]);
  const told = [...(await read(OF_WIDER_SLOTS, slots)), ...(await read(OF_SLOTS, slots))];
  const participants = new Set(told.flatMap(({ happening }) => (slots.has(happening) ? [] : [happening])));
  if (participants.size > 0) await read(OF_SLOTS, participants);

  const placed = inSlots([...rows.values()]).filter(({ slot }) => slots.has(slot));
  const places = new Map(
    parseRows(await reading.run(PLACES, { ids: placed.map(({ row }) => row.id) }), Place).map(({ id, place }) => [
      id,
      place,
    ]),
  );
  const sources = await originSources(reading, [...new Set(placed.map(({ row }) => row.bulletin))]);
  return placed.map(({ row: { id, predicate, date, assumed, bulletin, edge, one, other }, slot, sides }) => ({
    id,
    slot,
    predicate,
    date,
    isAssumed: assumed === true,
    place: places.get(id) ?? null,
    sides,
    source: sources.get(bulletin) ?? '',
    edge,
    one,
    other,
  }));
}

type Sides = readonly [string, string];

/** The slot that each statement is told in, and who takes part in person on either side of it. */
function inSlots(rows: readonly Row[]): { row: Row; slot: string; sides: Sides }[] {
  const informed = new Map([...groupBy(rows, ({ happening }) => happening)].map(([slot, own]) => [slot, bestOf(own)]));
  return rows.map((row) => {
    const example = informed.get(row.happening) ?? row;
    if (example.wider !== null) return { row, slot: example.wider, sides: sidesIn(example) };
    return { row, slot: row.happening, sides: ['', ''] };
  });
}

/** The first of those who say most of whom the participants stand for; null where the rows do not agree on that. */
function bestOf(rows: readonly Row[]): Row | null {
  const principals = new Map<string, string>();
  for (const { one, oneFor, other, otherFor } of rows) {
    for (const [entity, principal] of [
      [one, oneFor],
      [other, otherFor],
    ] as const) {
      if (principal === null) continue;
      if ((principals.get(entity) ?? principal) !== principal) return null;
      principals.set(entity, principal);
    }
  }
  const said = ({ oneFor, otherFor }: Row): number => (oneFor === null ? 0 : 1) + (otherFor === null ? 0 : 1);
  const key = (row: Row): string => `${2 - said(row)} ${row.wider ?? ''} ${row.id}`;
  const [best] = rows.filter(({ wider }) => wider !== null).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return best ?? null;
}

function sidesIn({ predicate, one, oneFor, oneInPerson, other, otherFor, otherInPerson }: Row): Sides {
  return sidesOf(
    predicate,
    { entity: one, standsFor: oneFor ?? undefined, inPerson: oneInPerson ?? undefined },
    { entity: other, standsFor: otherFor ?? undefined, inPerson: otherInPerson ?? undefined },
  );
}
