/**
 * Reads the bulletins of a store again with the present extractor and writes what it finds in place of what was read
 * before. Words, dates of ingestion and judgements stay; a bulletin that cannot be read keeps its statements.
 */
import { z } from 'zod';
import { contentHash } from '../graph/ids.ts';
import { Bulletin } from '../graph/model/bulletin.ts';
import type { GraphStore } from '../graph/store.ts';
import { type BulletinInput, writeExtraction } from '../graph/write.ts';
import { parseRows } from '../graph/writing/rows.ts';
import { mapConcurrent } from './concurrent.ts';
import { ExtractionError, ExtractionPool } from './pool.ts';

/** Bulletins that are read from the store, and written, together. */
const PAGE = 100;
const EVERY_ID = { maxRows: 100_000_000, timeoutMs: 10 * 60_000 };

export interface ReextractOptions {
  /** Threads that read bulletins for statements. */
  readonly jobs: number;
  /** Name and version of what reads them. */
  readonly extractor: string;
  /** Whether bulletins are left alone that this very version has read. */
  readonly onlyOthers: boolean;
  /** Ends the run after the page that is being written. */
  readonly signal: AbortSignal;
  /** A bulletin that could not be read, and why. */
  readonly onFailure: (id: string, reason: string) => void;
  readonly onStart: (total: number) => void;
  readonly onProgress: (done: number) => void;
}

export interface ReextractResult {
  readonly read: number;
  readonly failed: number;
  readonly statementsBefore: number;
  readonly statements: number;
  readonly interrupted: boolean;
}

const IDS = `
  MATCH (b:Bulletin) WHERE $extractor IS NULL OR b.extractor <> $extractor
  RETURN b.id AS id`;
const BULLETINS = `
  MATCH (b:Bulletin) WHERE b.id IN $ids
  RETURN b.id AS id, b.title AS title, b.source AS source, b.url AS url, b.publishedAt AS publishedAt,
    b.language AS language, b.text AS text`;

/** Reads all bulletins of `store` again, in order of id. @throws StoreError */
export async function reextract(store: GraphStore, options: ReextractOptions): Promise<ReextractResult> {
  const { extractor, signal } = options;
  const table = await store.read(IDS, { extractor: options.onlyOthers ? extractor : null }, EVERY_ID);
  const ids = parseRows(table, z.object({ id: z.string() }))
    .map(({ id }) => id)
    .sort();
  options.onStart(ids.length);
  const total = { read: 0, failed: 0, statementsBefore: 0, statements: 0 };
  let done = 0;
  const pool = new ExtractionPool(options.jobs);
  const extracted = async (bulletin: Bulletin): Promise<BulletinInput | null> => {
    try {
      return { bulletin, extraction: await pool.extract(bulletin), contentHash: contentHash(bulletin) };
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      total.failed++;
      options.onFailure(bulletin.id, error.message);
      return null;
    } finally {
      options.onProgress(++done);
    }
  };
  try {
    for (let start = 0; start < ids.length && !signal.aborted; start += PAGE) {
      const page = await store.read(BULLETINS, { ids: ids.slice(start, start + PAGE) });
      const inputs: BulletinInput[] = [];
      for await (const input of mapConcurrent(each(parseRows(page, Bulletin)), PAGE, extracted)) {
        if (input !== null) inputs.push(input);
      }
      const report = await writeExtraction(store, inputs, { now: new Date(), extractor, again: true });
      total.read += inputs.length;
      total.statementsBefore += report.statements.removed;
      total.statements += report.statements.written;
    }
  } finally {
    await pool.close();
  }
  return { ...total, interrupted: signal.aborted };
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
