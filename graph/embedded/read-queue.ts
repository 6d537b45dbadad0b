/**
 * Runs reads in the engine, several at once, each within its limits. A read over its time costs the process that runs
 * all of them: the others run again. So does one that is stopped from outside. Where the process dies and the culprit is not known, each of them runs again
 * alone, and the one that kills it again is the one that fails.
 */
import { type Parameters, StoreError, type Table } from '../store.ts';
import { type Engine, EngineDied } from './engine.ts';

const CONCURRENT = 6;
const ATTEMPTS = 6;

export interface Read {
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly maxRows: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

interface Entry extends Read {
  readonly resolve: (table: Table) => void;
  readonly reject: (error: unknown) => void;
  attempts: number;
  /** Ran when the process died and nobody knew of which query: runs alone from then on. */
  suspect: boolean;
  /** Others ran beside it this time. */
  hasCompany: boolean;
}

export class ReadQueue {
  readonly #engine: Engine;
  readonly #queryMegabytes: number;
  readonly #waiting: Entry[] = [];
  readonly #running = new Set<Entry>();

  constructor(engine: Engine, queryMegabytes: number) {
    this.#engine = engine;
    this.#queryMegabytes = queryMegabytes;
  }

  async run(read: Read): Promise<Table> {
    const { signal } = read;
    if (signal?.aborted) throw stoppedError();
    let stop = (): void => {};
    try {
      return await new Promise<Table>((resolve, reject) => {
        const entry: Entry = { ...read, resolve, reject, attempts: 0, suspect: false, hasCompany: false };
        stop = () => this.#stop(entry);
        signal?.addEventListener('abort', stop, { once: true });
        this.#waiting.push(entry);
        this.#startNext();
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** A read that runs ends with the process that runs it. */
  #stop(entry: Entry): void {
    const place = this.#waiting.indexOf(entry);
    if (place >= 0) {
      this.#waiting.splice(place, 1);
      entry.reject(stoppedError());
    } else if (this.#running.has(entry)) {
      this.#engine.kill('timeout');
    }
  }

  #startNext(): void {
    for (;;) {
      const next = this.#waiting[0];
      if (next === undefined || this.#running.size >= CONCURRENT) return;
      const alone = next.suspect || [...this.#running].some((entry) => entry.suspect);
      if (alone && this.#running.size > 0) return;
      this.#waiting.shift();
      next.hasCompany = false;
      this.#running.add(next);
      if (this.#running.size > 1) for (const entry of this.#running) entry.hasCompany = true;
      void this.#execute(next);
    }
  }

  async #execute(entry: Entry): Promise<void> {
    entry.attempts++;
    let timer: NodeJS.Timeout | undefined;
    let overTime = false;
    try {
      await this.#engine.start();
      timer = setTimeout(() => {
        overTime = true;
        this.#engine.kill('timeout');
      }, entry.timeoutMs);
      const { cypher, parameters, maxRows } = entry;
      entry.resolve(await this.#engine.send({ op: 'read', cypher, parameters, maxRows }));
    } catch (error) {
      this.#afterFailure(entry, error, overTime);
    } finally {
      clearTimeout(timer);
      this.#running.delete(entry);
      this.#startNext();
    }
  }

  #afterFailure(entry: Entry, error: unknown, overTime: boolean): void {
    if (entry.signal?.aborted) {
      entry.reject(stoppedError());
    } else if (overTime) {
      entry.reject(timeoutError(entry.timeoutMs));
    } else if (!(error instanceof EngineDied)) {
      entry.reject(
        error instanceof StoreError && error.reason === 'timeout' ? timeoutError(entry.timeoutMs, error) : error,
      );
    } else if (entry.attempts >= ATTEMPTS || isCulprit(entry, error)) {
      entry.reject(this.#fatalError(error));
    } else {
      entry.suspect ||= error.death !== 'timeout';
      this.#waiting.unshift(entry);
    }
  }

  #fatalError(cause: EngineDied): StoreError {
    if (cause.death === 'memory') {
      return new StoreError(
        'memory',
        `The query took more than ${this.#queryMegabytes} MB of memory and was stopped. ` +
          'Narrow it: anchor it at an id, bound its paths, add WITH DISTINCT ... LIMIT.',
        { cause },
      );
    }
    return new StoreError('failed', `The query was stopped: ${cause.message}. The store is intact.`, { cause });
  }
}

/** A process that crashed may have been killed from outside: only the second time is the query to blame. */
function isCulprit(entry: Entry, { death }: EngineDied): boolean {
  if (death === 'timeout') return false;
  return entry.suspect || (death === 'memory' && !entry.hasCompany);
}

const stoppedError = (): StoreError => new StoreError('stopped', 'The query was stopped by whoever asked it.');

function timeoutError(timeoutMs: number, cause?: Error): StoreError {
  return new StoreError(
    'timeout',
    `The query ran longer than ${timeoutMs} ms and was stopped. Narrow it, or allow it more time.`,
    cause === undefined ? undefined : { cause },
  );
}
