/**
 * From paths to a graph: read, skip what the store holds already, read for statements in threads, write in batches. The
 * stages run beside each other, with a bound on what is under way; a batch is in the store whole or not at all, so that
 * an interrupted run is taken up by the same command. Ingesting twice changes nothing.
 */
import type { GraphStore } from '../graph/store.ts';
import { type BulletinInput, writeExtraction } from '../graph/write.ts';
import { admit, type Admitted, Seen } from './admission.ts';
import { batches, mapConcurrent } from './concurrent.ts';
import { ExtractionError, ExtractionPool } from './pool.ts';
import type { ReadBulletin } from './readers/bulletin.ts';
import { type Note, type ReadOptions, type Rejection, readBulletins } from './readers/reader.ts';

/** Bulletins that are written together, and as many that may wait for it. */
const BATCH = 100;

export interface IngestOptions {
  readonly read: ReadOptions;
  /** Threads that read bulletins for statements. */
  readonly jobs: number;
  /** Name and version of what reads them; bulletins that another one read are read again. */
  readonly extractor: string;
  /** Whether bulletins are read again that the store holds as they are; by default they are skipped. */
  readonly again?: boolean;
  /** Ends the run after the batch that is being written. */
  readonly signal: AbortSignal;
  readonly onRejection: (rejection: Rejection) => void;
  readonly onNote: (note: Note) => void;
  /** @param bytes of the files, up to the last bulletin that is done; @param bulletins done, whatever became of them */
  readonly onProgress: (bytes: number, bulletins: number) => void;
  /** Is told of each batch after its commit; the next one waits for it. */
  readonly onStored?: (bulletins: readonly StoredBulletin[]) => Promise<void>;
}

/** What became of one bulletin, told once it is so in the store. */
interface StoredBulletin {
  readonly id: string;
  /** `unchanged`: the store held it, or for a file its content under another place's id. */
  readonly outcome: 'written' | 'unchanged';
}

export interface IngestResult {
  /** Bulletins that were not in the store. */
  readonly added: number;
  /** Bulletins that had changed. */
  readonly replaced: number;
  /** Bulletins that the store held as they are, under this or, for files, another place's id. */
  readonly unchanged: number;
  readonly rejected: number;
  readonly statements: number;
  /** Statements that the graph's rules forbid. */
  readonly dropped: number;
  readonly interrupted: boolean;
}

/** A bulletin that has been read for statements, or one that needed not to be. */
interface Done {
  readonly id: string;
  readonly input: BulletinInput | null;
  readonly stored: boolean;
  readonly bytes: number;
}

/** Reads `paths` into `store`. What is wrong with single inputs is told to the options' callbacks. @throws StoreError */
export async function ingest(
  store: GraphStore,
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestResult> {
  const { signal, extractor, again = false } = options;
  const total = { added: 0, replaced: 0, unchanged: 0, rejected: 0, statements: 0, dropped: 0 };
  const reject = (rejection: Rejection): void => {
    total.rejected++;
    options.onRejection(rejection);
  };
  const pool = new ExtractionPool(options.jobs);
  const seen = new Seen();
  let bytesRead = 0;

  async function* bulletins(): AsyncGenerator<{ readonly read: ReadBulletin; readonly bytes: number }> {
    const read: ReadOptions = {
      ...options.read,
      onBytes: (count) => {
        bytesRead += count;
      },
    };
    for await (const result of readBulletins(paths, read)) {
      if (signal.aborted) return;
      if (result.kind === 'bulletin') yield { read: result, bytes: bytesRead };
      else if (result.kind === 'rejection') reject(result);
      else options.onNote(result);
    }
  }

  async function* admitted(): AsyncGenerator<Admitted> {
    for await (const batch of batches(bulletins(), BATCH))
      yield* await admit(store, batch, again ? null : extractor, seen);
  }

  async function extracted({ read, bytes, contentHash, stored }: Admitted): Promise<Done> {
    const { id } = read.bulletin;
    if (stored) return { id, input: null, stored, bytes };
    try {
      const extraction = await pool.extract(read.bulletin);
      return { id, input: { bulletin: read.bulletin, extraction, contentHash }, stored, bytes };
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      const remedy = 'This is a fault of the program: report it with this bulletin.';
      const { path, line } = read;
      reject({ kind: 'rejection', path, line, reason: `made the reading fail: ${error.message}`, remedy });
      return { id, input: null, stored, bytes };
    }
  }

  async function* counted(): AsyncGenerator<Done> {
    let bulletinsDone = 0;
    for await (const done of mapConcurrent(admitted(), BATCH, extracted)) {
      options.onProgress(done.bytes, ++bulletinsDone);
      yield done;
    }
  }

  try {
    for await (const batch of batches(counted(), BATCH)) {
      const inputs = batch.flatMap(({ input }) => (input === null ? [] : [input]));
      if (inputs.length > 0) {
        const report = await writeExtraction(store, inputs, { now: new Date(), extractor, again });
        total.added += report.bulletins.added;
        total.replaced += report.bulletins.replaced;
        total.unchanged += report.bulletins.unchanged;
        total.statements += report.statements.written;
        total.dropped += Object.values(report.dropped).reduce((sum, number) => sum + number, 0);
      }
      total.unchanged += batch.filter(({ stored }) => stored).length;
      await options.onStored?.(
        batch
          .filter(({ input, stored }) => stored || input !== null)
          .map(({ id, stored }) => ({ id, outcome: stored ? 'unchanged' : 'written' })),
      );
      if (signal.aborted) break;
    }
  } finally {
    await pool.close();
  }
  return { ...total, interrupted: signal.aborted };
}
