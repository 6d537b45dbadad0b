/**
 * The embedded store: GraphStore over a Grafeo database in a folder, held by one child process that can be killed.
 * Writes run one after the other and survive the child's death: a commit whose answer was lost is looked up by the
 * commit counter, anything before it is run again.
 */
import { totalmem } from 'node:os';
import { refuseUnportable } from '../cypher/portability.ts';
import { refuseWriting } from '../cypher/read-only.ts';
import {
  DEFAULT_LIMITS,
  type GraphStore,
  type Limits,
  type Parameters,
  StoreError,
  type Structure,
  type Table,
  type WriteTransaction,
} from '../store.ts';
import { Engine, EngineDied } from './engine.ts';
import type { EngineSettings } from './protocol.ts';
import { ReadQueue } from './read-queue.ts';

const MEBIBYTE = 1024 * 1024;
const WRITE_ATTEMPTS = 10;

export interface EmbeddedOptions {
  /** The folder. */
  readonly directory: string;
  /** The URL that errors and `url` show. */
  readonly url: string;
  /** Whether a missing store is made. */
  readonly create: boolean;
  /** Whether a store of another schema version is opened too; by default not. */
  readonly anySchema?: boolean;
  /** Memory in MB that running reads may take; by default 2048, or a quarter of the machine's if that is less. */
  readonly queryMegabytes?: number;
}

export class EmbeddedStore implements GraphStore {
  readonly kind = 'embedded';
  readonly url: string;
  readonly #engine: Engine;
  readonly #reads: ReadQueue;
  #commits: number;
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(url: string, engine: Engine, reads: ReadQueue, commits: number) {
    this.url = url;
    this.#engine = engine;
    this.#reads = reads;
    this.#commits = commits;
  }

  /** Opens the store; StoreError of cause `missing`, `locked`, `damaged`, `other-schema`, `invalid-url` or `failed`. */
  static async open(options: EmbeddedOptions): Promise<EmbeddedStore> {
    const { directory, url, create, anySchema = false } = options;
    const queryMegabytes = options.queryMegabytes ?? Math.min(2048, Math.floor(totalmem() / MEBIBYTE / 4));
    const settings: EngineSettings = { directory, create, anySchema, queryMegabytes };
    const engine = new Engine(settings);
    try {
      const commits = await engine.start();
      return new EmbeddedStore(url, engine, new ReadQueue(engine, queryMegabytes), commits);
    } catch (error) {
      if (error instanceof EngineDied) {
        throw new StoreError('failed', `The store ${directory} did not open: ${error.message}.`, { cause: error });
      }
      throw error;
    }
  }

  /** The process that holds the database, for those who watch or kill it; changes when it is restarted. */
  get pid(): number | undefined {
    return this.#engine.pid;
  }

  async read(cypher: string, parameters: Parameters = {}, limits: Limits = {}): Promise<Table> {
    this.#refuseClosed();
    refuseWriting(cypher);
    refuseUnportable(cypher, parameters);
    return this.#reads.run({
      cypher,
      parameters,
      maxRows: limits.maxRows ?? DEFAULT_LIMITS.maxRows,
      timeoutMs: limits.timeoutMs ?? DEFAULT_LIMITS.timeoutMs,
      signal: limits.signal,
    });
  }

  async write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#writeNow(work));
  }

  async structure(): Promise<Structure> {
    const { rows } = await this.#inTurn(async () => {
      await this.#engine.start();
      return this.#engine.send({ op: 'structure' });
    });
    const of = (kind: string) =>
      rows.flatMap(([its, label, property]) =>
        its === kind && typeof label === 'string' && typeof property === 'string' ? [{ label, property }] : [],
      );
    return { constraints: of('constraint'), indexes: of('index') };
  }

  async createStructure(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#engine.start();
      await this.#engine.send({ op: 'create-structure' });
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#lastWrite;
    if (this.#engine.pid === undefined) return;
    try {
      await this.#engine.send({ op: 'close' });
    } catch (error) {
      // A process that died before it could close has left the files too, and what was committed stands in its log.
      if (!(error instanceof EngineDied)) throw error;
    } finally {
      await this.#engine.exited();
    }
  }

  /** Runs `work` when every write before it has ended. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseClosed();
    const turn = this.#lastWrite.then(work);
    this.#lastWrite = turn.catch(() => undefined);
    return turn;
  }

  async #writeNow<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        const again = error instanceof EngineDied || (error instanceof StoreError && error.reason === 'conflict');
        if (!again) throw error;
        if (attempt >= WRITE_ATTEMPTS) throw this.#givenUp(error);
      }
    }
  }

  async #attempt<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    await this.#engine.start();
    const { generation } = this.#engine;
    await this.#engine.send({ op: 'begin' }, generation);
    let result: T;
    let death: EngineDied | null = null;
    try {
      result = await work({
        run: async (cypher, parameters = {}) => {
          try {
            return await this.#engine.send({ op: 'run', cypher, parameters }, generation);
          } catch (error) {
            if (error instanceof EngineDied) death = error;
            throw error;
          }
        },
      });
    } catch (error) {
      if (death !== null) throw death;
      await this.#engine.send({ op: 'rollback' }, generation);
      throw error;
    }
    await this.#commit(generation);
    return result;
  }

  /** Commits; where the child dies before it answers, the counter of the next one tells whether it had committed. */
  async #commit(generation: number): Promise<void> {
    const count = this.#commits + 1;
    try {
      await this.#engine.send({ op: 'commit', count }, generation);
    } catch (error) {
      if (!(error instanceof EngineDied)) {
        await this.#engine.send({ op: 'rollback' }, generation);
        throw error;
      }
      if ((await this.#engine.start()) !== count) throw error;
    }
    this.#commits = count;
  }

  #givenUp(cause: Error): StoreError {
    const reason = cause instanceof EngineDied ? (cause.death === 'memory' ? 'memory' : 'failed') : 'conflict';
    return new StoreError(
      reason,
      `Writing to ${this.url} was given up after ${WRITE_ATTEMPTS} attempts: ${cause.message}. Nothing of it was written.`,
      { cause },
    );
  }

  #refuseClosed(): void {
    if (this.#closed) throw new StoreError('failed', `The store ${this.url} has been closed.`);
  }
}
