/**
 * Answers that need the whole graph are computed once for each state of the store. The state is known by cheap counts,
 * asked for at most twice a second; while bulletins stream in, a slow answer is renewed at most a twentieth of the time.
 */
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';

/** Milliseconds during which the store is taken to be as it was last seen. */
const LOOK_AGAIN_AFTER_MS = 500;
/** A value that took t to load is kept for at least this many times t. */
const KEEP_FACTOR = 20;

/**
 * Commits are counted by this program, those of saved views beside the others; the number of statements also shows what
 * another program wrote.
 */
const COMMITS = 'MATCH (s:Store) RETURN s.commits - coalesce(s.viewCommits, 0) AS commits';
const STATEMENTS = 'MATCH (s:Statement) RETURN count(s) AS statements';

/** Milliseconds since some fixed moment, never going back. */
export type Clock = () => number;

/** The state of a store, as a string that changes when bulletins come, change or go. */
export class Revision {
  readonly #store: GraphStore;
  readonly #clock: Clock;
  #seen: { readonly at: number; readonly state: Promise<string> } | null = null;
  /** How often everything known was forgotten. */
  #forgotten = 0;

  constructor(store: GraphStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async current(): Promise<string> {
    const now = this.#clock();
    if (this.#seen === null || now - this.#seen.at >= LOOK_AGAIN_AFTER_MS) {
      this.#seen = { at: now, state: this.#look() };
    }
    const seen = this.#seen;
    try {
      return await seen.state;
    } catch (error) {
      // A store that was down may be back at the next request.
      if (this.#seen === seen) this.#seen = null;
      throw error;
    }
  }

  /** After a write of our own: nothing that was computed before counts any more, however long it took. */
  forget(): void {
    this.#forgotten++;
    this.#seen = null;
  }

  /** A function that loads once for each state of the store. A load that fails is tried again by the next caller. */
  cached<T>(load: () => Promise<T>): () => Promise<T> {
    let kept: { readonly state: string; readonly since: number; readonly value: Promise<T>; until: number } | null =
      null;
    return async () => {
      const state = await this.current();
      const since = this.#forgotten;
      if (kept?.since === since && (kept.state === state || this.#clock() < kept.until)) return kept.value;
      const started = this.#clock();
      const entry = { state, since, value: load(), until: Number.POSITIVE_INFINITY };
      kept = entry;
      try {
        const value = await entry.value;
        const ended = this.#clock();
        entry.until = ended + KEEP_FACTOR * (ended - started);
        return value;
      } catch (error) {
        if (kept === entry) kept = null;
        throw error;
      }
    };
  }

  async #look(): Promise<string> {
    const [commits, statements] = await Promise.all([
      readRows(this.#store, 'the number of commits', { commits: z.int().nullable() }, COMMITS),
      readRows(this.#store, 'the number of statements', { statements: z.int() }, STATEMENTS),
    ]);
    return JSON.stringify([this.#forgotten, commits, statements]);
  }
}
