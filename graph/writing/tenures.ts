/**
 * When statements about seats end: `until` of a statement that somebody holds one is the day on which another is first stated
 * to hold it, or he to have held it. The statement stays.
 */
import { z } from 'zod';
import { endOf } from '../references/derive.ts';
import { observationsOf } from '../references/stored.ts';
import type { Reading, WriteTransaction } from '../store.ts';
import { groupBy, parseRows } from './rows.ts';

const ENDS = `
  MATCH (s:Statement) WHERE s.seat IN $seats
  MATCH (s)-[:SUBJECT]->(e:Entity)
  RETURN s.id AS id, e.id AS person, s.until AS until`;
const Row = z.object({ id: z.string(), person: z.string(), until: z.string().nullable() });

interface End {
  readonly id: string;
  readonly until: string | null;
}

/** Sets `until` of all statements about these seats, as the graph stands now. */
export async function writeTenures(transaction: WriteTransaction, seats: readonly string[]): Promise<void> {
  const ends = (await wrongTenures(transaction, seats)).map((end) => ({ ...end }));
  if (ends.length > 0) {
    await transaction.run('UNWIND $ends AS r MATCH (s:Statement {id: r.id}) SET s.until = r.until', { ends });
  }
}

/** Statements about these seats whose `until` is another than what is stated gives. */
export async function wrongTenures(reading: Reading, seats: readonly string[]): Promise<End[]> {
  if (seats.length === 0) return [];
  const rows = new Map(parseRows(await reading.run(ENDS, { seats }), Row).map((row) => [row.id, row]));
  const observed = (await observationsOf(reading, seats)).map((one) => ({
    ...one,
    person: rows.get(one.statement)?.person ?? one.person,
  }));
  const right = new Map<string, string | null>();
  for (const own of groupBy(observed, ({ seat }) => seat).values()) {
    const stated = firstStated(own);
    for (const one of own) {
      right.set(one.statement, one.former ? null : endOf(one, stated));
    }
  }
  return [...rows.values()].flatMap(({ id, until }) => {
    const end = right.get(id) ?? null;
    return end === until ? [] : [{ id, until: end }];
  });
}

/** One of each person, day and kind. */
function firstStated<T extends { person: string; day: string; former: boolean }>(stated: readonly T[]): T[] {
  return [...new Map(stated.map((one) => [`${one.person}\n${one.day}\n${String(one.former)}`, one])).values()];
}
