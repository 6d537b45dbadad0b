/** References and what is stated of seats, as a store holds them, and what single bulletins contribute to both. */
import { z } from 'zod';
import { Contribution } from '../writing/entity-support.ts';
import type { Resolution } from '../curate/resolution.ts';
import type { Reading, WriteTransaction } from '../store.ts';
import { Status } from '../model/vocabulary.ts';
import type { PreparedBulletin } from '../writing/prepare.ts';
import { parseRows } from '../writing/rows.ts';
import type { Observation } from './derive.ts';
import { parseReference } from './reference.ts';

/** What bulletins contribute: each reference once a bulletin. */
export interface Contributed {
  readonly references: readonly string[];
  readonly observations: readonly Observed[];
}

export interface Observed extends Observation {
  readonly statement: string;
  readonly bulletin: string;
}

const MENTIONED = `
  MATCH (b:Bulletin) WHERE b.id IN $bulletins
  MATCH (b)-[m:MENTIONS]->(e:Entity)
  RETURN e.id AS id, m.originals AS originals`;
const SEATS = `
  MATCH (b:Bulletin) WHERE b.id IN $bulletins
  MATCH (b)<-[:FROM]-(s:Statement) WHERE s.seat IS NOT NULL
  RETURN DISTINCT s.seat AS seat`;
const OBSERVED = `
  MATCH (s:Statement) WHERE s.seat IN $seats
  MATCH (s)-[a:SUBJECT]->(e:Entity)
  MATCH (s)-[:FROM]->(b:Bulletin) WHERE b.publishedAt IS NOT NULL
  RETURN s.id AS statement, s.seat AS seat, s.status AS status, coalesce(a.original, e.id) AS person, b.id AS bulletin,
    b.publishedAt AS day`;
const STORED = 'MATCH (r:Reference) WHERE r.of IN $of RETURN r.id AS id, r.bulletins AS bulletins';

const Mentioned = z.object({ id: z.string(), originals: z.string().nullable() });
const Seat = z.object({ seat: z.string() });
const Row = z.object({
  statement: z.string(),
  seat: z.string(),
  status: Status,
  person: z.string(),
  bulletin: z.string(),
  day: z.string(),
});
const Stored = z.object({ id: z.string(), bulletins: z.int() });

/** References in stored bulletins, one for each bulletin that has it. */
export async function referencesIn(reading: Reading, bulletins: readonly string[]): Promise<string[]> {
  if (bulletins.length === 0) return [];
  const rows = parseRows(await reading.run(MENTIONED, { bulletins }), Mentioned);
  return rows.flatMap(({ id, originals }) => {
    const read =
      originals === null
        ? [id]
        : z
            .array(Contribution)
            .parse(JSON.parse(originals))
            .map(({ entity }) => entity);
    return read.filter((one) => parseReference(one) !== null);
  });
}

export async function seatsIn(reading: Reading, bulletins: readonly string[]): Promise<string[]> {
  if (bulletins.length === 0) return [];
  return parseRows(await reading.run(SEATS, { bulletins }), Seat).map(({ seat }) => seat);
}

/** Everything that is stated of these seats, of whom as it was read. */
export async function observationsOf(reading: Reading, seats: readonly string[]): Promise<Observed[]> {
  if (seats.length === 0) return [];
  return parseRows(await reading.run(OBSERVED, { seats }), Row)
    .filter(({ day }) => isDay(day))
    .map(({ status, ...row }) => ({ ...row, former: status !== 'ongoing' }));
}

/** How many bulletins have each reference to these names and seats. */
export async function referencesTo(reading: Reading, of: readonly string[]): Promise<Map<string, number>> {
  if (of.length === 0) return new Map();
  const rows = parseRows(await reading.run(STORED, { of }), Stored);
  return new Map(rows.map(({ id, bulletins }) => [id, bulletins]));
}

/** What a bulletin that is to be written contributes; its rejected statements say nothing. */
export function contributedBy(bulletin: PreparedBulletin, { rejected }: Pick<Resolution, 'rejected'>): Contributed {
  const day = bulletin.properties['publishedAt'];
  return {
    references: bulletin.mentions.map(({ entity }) => entity).filter((id) => parseReference(id) !== null),
    observations: bulletin.statements.flatMap(({ id, properties, status, subject }): Observed[] => {
      const { seat } = properties;
      if (typeof seat !== 'string' || typeof day !== 'string' || !isDay(day) || rejected.has(id)) return [];
      const former = status !== 'ongoing';
      return [{ statement: id, bulletin: bulletin.id, seat, person: subject.original, day, former }];
    }),
  };
}

/** Only a whole day tells who came before whom. */
const isDay = (date: string): boolean => date.length === 10;

/** Writes how many bulletins have each reference; those that none has are removed. */
export async function writeReferences(
  transaction: WriteTransaction,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const kept = [...counts].flatMap(([id, bulletins]) =>
    bulletins > 0 ? [{ id, of: parseReference(id)?.of ?? id, bulletins }] : [],
  );
  const gone = [...counts].flatMap(([id, bulletins]) => (bulletins > 0 ? [] : [id]));
  if (kept.length > 0) {
    await transaction.run('UNWIND $props AS p MERGE (r:Reference {id: p.id}) SET r = p', { props: kept });
  }
  if (gone.length > 0) await transaction.run('MATCH (r:Reference) WHERE r.id IN $gone DELETE r', { gone });
}
