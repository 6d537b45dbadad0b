/**
 * Past graphs of one store that are kept for those who ask again: at most two beside those in use, made one at a time. One
 * is made anew only where what was known on its date changed; one that nobody uses gives way to the next.
 */
import type { GraphStore } from '../store.ts';
import { knownOn } from './known.ts';
import { openAsOf, type PastGraph } from './past-graph.ts';

/** Each holds a database process and a folder. */
const MOST_KEPT = 2;

interface Kept {
  readonly date: string;
  readonly past: PastGraph;
  /** State of the source at which it was last known to be right. */
  state: string;
  users: number;
  gone: boolean;
}

export class PastGraphs {
  readonly #source: GraphStore;
  readonly #state: () => Promise<string>;
  /** The one that was used last at the end. */
  #kept: Kept[] = [];
  #lastLook: Promise<unknown> = Promise.resolve();

  /** @param state changes whenever the source does */
  constructor(source: GraphStore, state: () => Promise<string>) {
    this.#source = source;
    this.#state = state;
  }

  /** Runs `work` on the graph as of `date`, which stays open until the work is done. @throws StoreError */
  async use<T>(date: string, work: (past: PastGraph) => Promise<T>): Promise<T> {
    const turn = this.#lastLook.then(() => this.#take(date));
    this.#lastLook = turn.catch(() => undefined);
    const kept = await turn;
    try {
      return await work(kept.past);
    } finally {
      kept.users--;
      await closeUnused(kept);
    }
  }

  /** Closes all; those in use when their work is done. */
  async close(): Promise<void> {
    await this.#lastLook;
    await Promise.all(this.#kept.splice(0).map(giveUp));
  }

  async #take(date: string): Promise<Kept> {
    const kept = (await this.#current(date)) ?? (await this.#make(date));
    kept.users++;
    this.#kept = [...this.#kept.filter((other) => other !== kept), kept];
    return kept;
  }

  async #current(date: string): Promise<Kept | null> {
    const kept = this.#kept.find((one) => one.date === date);
    if (kept === undefined) return null;
    const state = await this.#state();
    if (kept.state !== state) {
      const known = await knownOn(this.#source, date);
      const isRight = kept.past.known.fingerprint === known.fingerprint && kept.past.known.isAll === known.isAll;
      if (!isRight) {
        this.#kept = this.#kept.filter((other) => other !== kept);
        await giveUp(kept);
        return null;
      }
      kept.state = state;
    }
    return kept;
  }

  async #make(date: string): Promise<Kept> {
    while (this.#kept.length >= MOST_KEPT) {
      const oldest = this.#kept.shift();
      if (oldest !== undefined) await giveUp(oldest);
    }
    const state = await this.#state();
    const past = await openAsOf(this.#source, date);
    const kept = { date, past, state, users: 0, gone: false };
    this.#kept.push(kept);
    return kept;
  }
}

async function giveUp(kept: Kept): Promise<void> {
  kept.gone = true;
  await closeUnused(kept);
}

async function closeUnused(kept: Kept): Promise<void> {
  if (kept.gone && kept.users === 0) await kept.past.close();
}
