/**
 * Which bulletins reprint which: a bulletin with the words of another one published within a week before it (of one day, the
 * first by id), whole, edited or cut, is a reprint of the earliest such. A function of the set of bulletins; a look-up costs the
 * bulletins of three weeks that look alike, however many the store holds.
 */
import { z } from 'zod';
import type { Reading, WriteTransaction } from '../store.ts';
import { bandsOf, type Fingerprint, fingerprintOf, isSameReport } from './fingerprint.ts';
import type { PreparedBulletin } from './prepare.ts';
import { parseRows } from './rows.ts';

/** Properties by which candidates are found. */
export const BAND_PROPERTIES = ['band1', 'band2', 'band3', 'band4', 'band5', 'band6', 'band7', 'band8'] as const;

const DAYS = 7;
const SLOT_DAYS = DAYS + 1;

const Candidate = z.object({
  id: z.string(),
  publishedAt: z.string().nullable(),
  reprintOf: z.string().nullable(),
  text: z.string(),
});
type Candidate = z.infer<typeof Candidate>;

const FIELDS = 'b.id AS id, b.publishedAt AS publishedAt, b.reprintOf AS reprintOf, b.text AS text';

export interface Fingerprinted extends Candidate {
  readonly bands: readonly string[];
  readonly fingerprint: Fingerprint;
}

/** Ids of bulletins that were there before and now reprint another one, or none. Sets bands of the new ones. */
export async function writeReprints(
  transaction: WriteTransaction,
  added: readonly Pick<PreparedBulletin, 'id'>[],
  removed: readonly string[],
): Promise<readonly string[]> {
  const orphans =
    removed.length === 0
      ? []
      : parseRows(
          await transaction.run(`MATCH (b:Bulletin) WHERE b.reprintOf IN $removed RETURN ${FIELDS}`, { removed }),
          Candidate,
        );
  const fresh = new Set(added.map(({ id }) => id));
  const own = parseRows(
    await transaction.run(`MATCH (b:Bulletin) WHERE b.id IN $ids RETURN ${FIELDS}`, { ids: [...fresh] }),
    Candidate,
  );
  const asked = [...own, ...orphans.filter(({ id }) => !fresh.has(id))].map(fingerprinted);
  if (asked.length === 0) return [];
  await writeBands(transaction, asked);
  const candidates = await candidatesFor(transaction, asked);

  const open = new Set(asked.map(({ id }) => id));
  const originals = new Map<string, Candidate | null>(asked.map(({ id }) => [id, null]));
  const firsts = await originalsOf(transaction, [...candidates.values()]);
  for (const one of asked) {
    for (const other of candidates.values()) {
      if (!haveSameText(one, other)) continue;
      if (isBefore(other, one)) take(originals, one.id, other);
      else if (!open.has(other.id)) {
        if (!originals.has(other.id)) originals.set(other.id, firsts.get(other.reprintOf ?? '') ?? null);
        take(originals, other.id, one);
      }
    }
  }
  const before = new Map([...asked, ...candidates.values()].map(({ id, reprintOf }) => [id, reprintOf]));
  const changed = [...originals].filter(([id, original]) => (original?.id ?? null) !== (before.get(id) ?? null));
  await transaction.run('UNWIND $rows AS r MATCH (b:Bulletin {id: r.id}) SET b.reprintOf = r.original', {
    rows: changed.map(([id, original]) => ({ id, original: original?.id ?? null })),
  });
  return changed.map(([id]) => id).filter((id) => !fresh.has(id));
}

function take(originals: Map<string, Candidate | null>, id: string, candidate: Candidate): void {
  const known = originals.get(id) ?? null;
  if (known === null || isBefore(candidate, known)) originals.set(id, candidate);
}

export function fingerprinted(bulletin: Candidate): Fingerprinted {
  const fingerprint = fingerprintOf(bulletin.text);
  return { ...bulletin, fingerprint, bands: bandsOf(fingerprint) };
}

/** Days since 1970, of a month or year its first. */
const dayOf = ({ publishedAt }: Candidate): number | null =>
  publishedAt === null ? null : Math.floor(Date.parse(publishedAt.slice(0, 10)) / 86_400_000);

const isBefore = (a: Candidate, b: Candidate): boolean => {
  const [left, right] = [a.publishedAt ?? '', b.publishedAt ?? ''];
  return left === right ? a.id < b.id : left < right;
};

/** Infinite between a bulletin with a date and one without. */
function daysApart(a: Candidate, b: Candidate): number {
  const [left, right] = [dayOf(a), dayOf(b)];
  if (left === null || right === null) return left === right ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(left - right);
}

/** Only where they share a band: a pair that is no candidate stays none where a third one brings both together. */
function haveSameText(one: Fingerprinted, other: Fingerprinted): boolean {
  const days = daysApart(one, other);
  if (one.id === other.id || days > DAYS) return false;
  if (!one.bands.some((band, index) => band === other.bands[index])) return false;
  return isSameReport(one.fingerprint, other.fingerprint, days);
}

/** Bands as they are stored: with the time slot, so that texts of other times are never looked at. */
function keysOf(bulletin: Fingerprinted, shift: number): string[] {
  const day = dayOf(bulletin);
  const slot = day === null ? 'undated' : String(Math.floor(day / SLOT_DAYS) + shift);
  return bulletin.bands.map((band) => `${slot}:${band}`);
}

/** The bands of one bulletin, by property. */
export function bandProperties(bulletin: Fingerprinted): Record<string, string> {
  const keys = keysOf(bulletin, 0);
  return Object.fromEntries(BAND_PROPERTIES.map((name, index) => [name, keys[index] ?? '']));
}

/** The earliest bulletin that each of these reprints, where there is one; their bands and all others' are in the store. */
export async function deriveOriginals(
  reading: Reading,
  asked: readonly Fingerprinted[],
): Promise<ReadonlyMap<string, string>> {
  const candidates = [...(await candidatesFor(reading, asked)).values()];
  const originals = new Map<string, Candidate | null>();
  for (const one of asked) {
    for (const other of candidates) {
      if (isBefore(other, one) && haveSameText(one, other)) take(originals, one.id, other);
    }
  }
  return new Map([...originals].flatMap(([id, original]) => (original === null ? [] : [[id, original.id]])));
}

/** Sets the bands of these bulletins. */
export async function writeBands(transaction: WriteTransaction, bulletins: readonly Fingerprinted[]): Promise<void> {
  const rows = bulletins.map((bulletin) => ({ id: bulletin.id, props: bandProperties(bulletin) }));
  const sets = BAND_PROPERTIES.map((name) => `SET b.${name} = r.props.${name}`).join(' ');
  await transaction.run(`UNWIND $rows AS r MATCH (b:Bulletin {id: r.id}) ${sets}`, { rows });
}

async function candidatesFor(
  transaction: Reading,
  asked: readonly Fingerprinted[],
): Promise<ReadonlyMap<string, Fingerprinted>> {
  const keys = BAND_PROPERTIES.map((): string[] => []);
  for (const bulletin of asked) {
    for (const shift of dayOf(bulletin) === null ? [0] : [-1, 0, 1]) {
      keysOf(bulletin, shift).forEach((key, index) => keys[index]?.push(key));
    }
  }
  const found = new Map<string, Fingerprinted>();
  for (const [index, name] of BAND_PROPERTIES.entries()) {
    const table = await transaction.run(`MATCH (b:Bulletin) WHERE b.${name} IN $keys RETURN ${FIELDS}`, {
      keys: [...new Set(keys[index])],
    });
    for (const candidate of parseRows(table, Candidate)) {
      if (!found.has(candidate.id)) found.set(candidate.id, fingerprinted(candidate));
    }
  }
  return found;
}

async function originalsOf(
  transaction: Reading,
  bulletins: readonly Candidate[],
): Promise<ReadonlyMap<string, Candidate>> {
  const ids = [...new Set(bulletins.flatMap(({ reprintOf }) => (reprintOf === null ? [] : [reprintOf])))];
  if (ids.length === 0) return new Map();
  const table = await transaction.run(`MATCH (b:Bulletin) WHERE b.id IN $ids RETURN ${FIELDS}`, { ids });
  return new Map(parseRows(table, Candidate).map((bulletin) => [bulletin.id, bulletin]));
}
