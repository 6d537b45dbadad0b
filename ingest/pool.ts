/**
 * Worker threads that share the bulletins among them. A bulletin that a worker fails at, or dies of, fails alone; a dead
 * worker is replaced. Runs in the compiled program only: a thread needs JavaScript to start from.
 */
import { Worker } from 'node:worker_threads';
import type { Bulletin } from '../graph/model/bulletin.ts';
import type { Extraction } from '../graph/model/extraction.ts';
import type { Answer, Request } from './worker.ts';

/** A bulletin that could not be read for statements: a fault of the program, told with what is known of it. */
export class ExtractionError extends Error {
  override readonly name = 'ExtractionError';
}

interface Job {
  readonly bulletin: Bulletin;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: Error) => void;
}

interface Seat {
  readonly worker: Worker;
  job: Job | null;
}

export class ExtractionPool {
  readonly #size: number;
  readonly #seats = new Set<Seat>();
  readonly #waiting: Job[] = [];
  #number = 0;
  #closed = false;

  /** @param size number of threads, from 1; each starts when there is work for it */
  constructor(size: number) {
    this.#size = size;
  }

  /** Waits for a free thread, then for the result. The caller bounds how many are asked for at once. */
  extract(bulletin: Bulletin): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bulletin, resolve, reject });
      this.#assign();
    });
  }

  /** Ends the threads; what is under way is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#seats].map(({ worker }) => worker.terminate()));
    for (const job of this.#waiting.splice(0)) job.reject(new ExtractionError('stopped'));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const seat = [...this.#seats].find(({ job }) => job === null) ?? this.#open();
      const job = seat && this.#waiting.shift();
      if (!seat || !job) return;
      seat.job = job;
      const request: Request = { number: ++this.#number, bulletin: job.bulletin };
      seat.worker.postMessage(request, []);
    }
  }

  #open(): Seat | null {
    if (this.#closed || this.#seats.size >= this.#size) return null;
    const seat: Seat = { worker: new Worker(new URL('./worker.js', import.meta.url)), job: null };
    this.#seats.add(seat);
    seat.worker.on('message', (answer: Answer) => {
      const { job } = seat;
      seat.job = null;
      if ('extraction' in answer) job?.resolve(answer.extraction);
      else job?.reject(new ExtractionError(answer.failure));
      this.#assign();
    });
    seat.worker.on('error', (error: Error) => this.#fail(seat, error.stack ?? error.message));
    seat.worker.on('exit', (code) => this.#fail(seat, `the worker thread ended with code ${code}`));
    return seat;
  }

  #fail(seat: Seat, reason: string): void {
    this.#seats.delete(seat);
    const { job } = seat;
    seat.job = null;
    job?.reject(new ExtractionError(reason));
    if (!this.#closed) this.#assign();
  }
}
