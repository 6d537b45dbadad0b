/**
 * Writes bulletins and what was read from them into a store: in batches, each one transaction, idempotent. The graph is
 * a function of the set of bulletins in it, whatever their order and batches; `ingestedAt` is its only clock value.
 */
import { z } from 'zod';
import { readResolution } from './curate/log.ts';
import type { GraphStore, WriteTransaction } from './store.ts';
import { type BulletinInput, type DropReason, prepare } from './writing/prepare.ts';
import { rewrite } from './writing/rewrite.ts';
import { parseRows } from './writing/rows.ts';

export type { BulletinInput } from './writing/prepare.ts';

export interface WriteOptions {
  /** Kept as `ingestedAt` of bulletins that are new or whose words changed. */
  readonly now: Date | string;
  /** Name and version of what made the extractions; a bulletin read by another one counts as changed. */
  readonly extractor: string;
  /** Whether bulletins that the store holds as they are get replaced too; by default they stay. */
  readonly again?: boolean;
}

/** What one call changed. */
export interface WriteReport {
  readonly bulletins: { readonly added: number; readonly replaced: number; readonly unchanged: number };
  readonly statements: { readonly written: number; readonly removed: number };
  readonly entities: { readonly created: number; readonly removed: number };
  /** Statements that the graph's rules forbid, by reason. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Mentions whose words are not at their offsets. */
  readonly droppedMentions: number;
}

/** Bounds of one transaction. A bulletin that is larger alone is still one transaction. */
const BATCH = { bulletins: 200, statements: 4000, characters: 4_000_000 };

const NOTHING_CHANGED: WriteReport = {
  bulletins: { added: 0, replaced: 0, unchanged: 0 },
  statements: { written: 0, removed: 0 },
  entities: { created: 0, removed: 0 },
  dropped: {},
  droppedMentions: 0,
};

const StoredBulletin = z.object({
  id: z.string(),
  contentHash: z.string(),
  extractor: z.string(),
  ingestedAt: z.string(),
});

/** Ids of those candidates that the store holds with the same content, read by the same extractor. */
export async function alreadyStored(
  store: GraphStore,
  candidates: readonly { readonly id: string; readonly contentHash: string }[],
  extractor: string,
): Promise<ReadonlySet<string>> {
  const stored = new Set<string>();
  for (let start = 0; start < candidates.length; start += 5000) {
    const page = candidates.slice(start, start + 5000);
    const table = await store.read(STORED, { ids: page.map(({ id }) => id) });
    const known = new Map(parseRows(table, StoredBulletin).map((row) => [row.id, row]));
    for (const { id, contentHash } of page) {
      const row = known.get(id);
      if (row?.contentHash === contentHash && row.extractor === extractor) stored.add(id);
    }
  }
  return stored;
}

/** Writes the bulletins that are new or changed; of two with one id the later one stays. */
export async function writeExtraction(
  store: GraphStore,
  bulletins: readonly BulletinInput[],
  options: WriteOptions,
): Promise<WriteReport> {
  const { extractor, again = false } = options;
  const ingestedAt = typeof options.now === 'string' ? options.now : options.now.toISOString();
  const reports: WriteReport[] = [];
  for (const batch of inBatches(bulletins)) {
    const candidates = batch.map(({ bulletin: { id }, contentHash }) => ({ id, contentHash }));
    const known = again ? new Set() : await alreadyStored(store, candidates, extractor);
    if (known.size === batch.length) {
      reports.push({ ...NOTHING_CHANGED, bulletins: { ...NOTHING_CHANGED.bulletins, unchanged: batch.length } });
      continue;
    }
    reports.push(await store.write((transaction) => writeBatch(transaction, batch, { ingestedAt, extractor, again })));
  }
  return sumOf(reports);
}

/** Takes a bulletin out, leaving the graph as if it had never been seen. Gives false where the store does not hold it. */
export async function deleteBulletin(store: GraphStore, id: string): Promise<boolean> {
  return store.write(async (transaction) => {
    const stored = await transaction.run(STORED, { ids: [id] });
    if (stored.rows.length === 0) return false;
    const resolution = await readResolution(transaction);
    await rewrite(transaction, { remove: [id], add: [], before: resolution, after: resolution });
    return true;
  });
}

const STORED = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  RETURN b.id AS id, b.contentHash AS contentHash, b.extractor AS extractor, b.ingestedAt AS ingestedAt`;

async function writeBatch(
  transaction: WriteTransaction,
  batch: readonly BulletinInput[],
  options: { readonly ingestedAt: string; readonly extractor: string; readonly again: boolean },
): Promise<WriteReport> {
  const table = await transaction.run(STORED, { ids: batch.map(({ bulletin }) => bulletin.id) });
  const stored = new Map(parseRows(table, StoredBulletin).map((row) => [row.id, row]));
  const fresh = batch.filter(({ bulletin, contentHash }) => {
    const known = stored.get(bulletin.id);
    return options.again || known?.contentHash !== contentHash || known.extractor !== options.extractor;
  });
  const replaced = fresh.map(({ bulletin }) => bulletin.id).filter((id) => stored.has(id));
  // Words that are read again have been known since they came.
  const ingestedAt = ({ bulletin, contentHash }: BulletinInput): string => {
    const known = stored.get(bulletin.id);
    return known?.contentHash === contentHash ? known.ingestedAt : options.ingestedAt;
  };
  const resolution = await readResolution(transaction);
  const prepared = fresh.map((input) => prepare(input, { ...options, ingestedAt: ingestedAt(input) }));
  const { statements, entities } =
    prepared.length === 0
      ? { statements: 0, entities: { created: 0, removed: 0 } }
      : await rewrite(transaction, { remove: replaced, add: prepared, before: resolution, after: resolution });
  return {
    bulletins: {
      added: fresh.length - replaced.length,
      replaced: replaced.length,
      unchanged: batch.length - fresh.length,
    },
    statements: {
      written: prepared.reduce(
        (sum, bulletin) => sum + bulletin.statements.filter(({ id }) => !resolution.rejected.has(id)).length,
        0,
      ),
      removed: statements,
    },
    entities,
    dropped: sumOfDropped(prepared.map(({ dropped }) => Object.fromEntries(dropped))),
    droppedMentions: prepared.reduce((sum, bulletin) => sum + bulletin.droppedMentions, 0),
  };
}

function* inBatches(bulletins: readonly BulletinInput[]): Generator<BulletinInput[]> {
  let batch: BulletinInput[] = [];
  let ids = new Set<string>();
  let statements = 0;
  let characters = 0;
  for (const input of bulletins) {
    statements += input.extraction.statements.length;
    characters += input.bulletin.text.length;
    const isFull = batch.length >= BATCH.bulletins || statements > BATCH.statements || characters > BATCH.characters;
    if (batch.length > 0 && (isFull || ids.has(input.bulletin.id))) {
      yield batch;
      batch = [];
      ids = new Set();
      statements = input.extraction.statements.length;
      characters = input.bulletin.text.length;
    }
    batch.push(input);
    ids.add(input.bulletin.id);
  }
  if (batch.length > 0) yield batch;
}

type Dropped = Partial<Record<DropReason, number>>;

function sumOfDropped(parts: readonly Dropped[]): Dropped {
  const sum = new Map<string, number>();
  for (const part of parts) {
    for (const [reason, count] of Object.entries(part)) sum.set(reason, (sum.get(reason) ?? 0) + count);
  }
  return Object.fromEntries(sum);
}

function sumOf(reports: readonly WriteReport[]): WriteReport {
  const sum = (pick: (report: WriteReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    bulletins: {
      added: sum((report) => report.bulletins.added),
      replaced: sum((report) => report.bulletins.replaced),
      unchanged: sum((report) => report.bulletins.unchanged),
    },
    statements: {
      written: sum((report) => report.statements.written),
      removed: sum((report) => report.statements.removed),
    },
    entities: {
      created: sum((report) => report.entities.created),
      removed: sum((report) => report.entities.removed),
    },
    dropped: sumOfDropped(reports.map((report) => report.dropped)),
    droppedMentions: sum((report) => report.droppedMentions),
  };
}
