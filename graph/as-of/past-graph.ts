/**
 * The graph as it was known on a date, as a store that any query runs on: made in a private temporary folder from what the
 * source holds, by the code that writes bulletins, and removed when it is closed. The source is only read.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { appendJudgement } from '../curate/log.ts';
import { resolve } from '../curate/resolution.ts';
import { readStored } from '../curate/stored-bulletins.ts';
import { EmbeddedStore } from '../embedded/store.ts';
import { type GraphStore, StoreError } from '../store.ts';
import { rewrite } from '../writing/rewrite.ts';
import { type Known, knownOn } from './known.ts';

export interface PastGraph {
  /** The graph; the source itself where all of it was known. Its owner closes the past graph, not this. */
  readonly store: GraphStore;
  readonly known: Known;
  /** Removes what was made. The source stays open. */
  close(): Promise<void>;
}

/** Bulletins of one transaction. */
const BATCH = 200;
const READING = { maxRows: 10_000_000, timeoutMs: 600_000 };
const ATTEMPTS = 3;
const COMMITS = "MATCH (s:Store {id: 'store'}) RETURN s.commits AS commits";

/**
 * Opens `source` as it was known at the end of `date`. Takes a few seconds for each thousand bulletins that were known.
 * @param date a day, month or year
 * @throws StoreError `conflict` where others keep writing to the source meanwhile, else as the stores give them
 */
export async function openAsOf(source: GraphStore, date: string): Promise<PastGraph> {
  const commits = async (): Promise<unknown> => (await source.read(COMMITS)).rows[0]?.[0] ?? 0;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = await commits();
    const known = await knownOn(source, date);
    if (known.isAll) return { store: source, known, close: async () => {} };
    const past = await make(source, known);
    if ((await commits()) === before) return past;
    await past.close();
  }
  throw new StoreError(
    'conflict',
    `${source.url} was written to while its graph as of ${date} was made. Stop what writes, and ask again.`,
  );
}

/** Folders that are there; where the program ends before it closes a past graph, it still removes them. */
const folders = new Set<string>();
function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

async function make(source: GraphStore, known: Known): Promise<PastGraph> {
  const directory = await mkdtemp(join(tmpdir(), 'bulletin-graph-as-of-'));
  if (folders.size === 0) process.once('exit', removeFolders);
  folders.add(directory);
  let store: EmbeddedStore | null = null;
  const close = async (): Promise<void> => {
    await store?.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    folders.delete(directory);
    if (folders.size === 0) process.removeListener('exit', removeFolders);
  };
  try {
    store = await EmbeddedStore.open({ directory, url: `${source.url} as of ${known.date}`, create: true });
    await fill(store, source, known);
    return { store, known, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(store: GraphStore, source: GraphStore, known: Known): Promise<void> {
  const reading = {
    run: (cypher: string, parameters: Parameters<GraphStore['read']>[1] = {}) =>
      source.read(cypher, parameters, READING),
  };
  const { judgements } = known;
  const resolution = resolve(judgements);
  if (judgements.length > 0) {
    await store.write(async (transaction) => {
      for (const judgement of judgements) await appendJudgement(transaction, judgement);
    });
  }
  for (let start = 0; start < known.bulletins.length; start += BATCH) {
    const read = await readStored(reading, known.bulletins.slice(start, start + BATCH));
    await store.write((transaction) =>
      rewrite(transaction, { remove: [], add: read, before: resolution, after: resolution }),
    );
  }
}
