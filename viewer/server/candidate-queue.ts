/**
 * The candidates of a store for one server: names are compared once, each judgement made through the server is followed by
 * comparing only what it touched, and another program's writes make them be compared anew.
 */
import type { Touched } from '../../graph/curate/touched.ts';
import {
  type AlikeNames,
  alikeNames,
  type CandidatePairs,
  candidatesAmong,
  followJudgement,
} from '../../graph/identity/candidates.ts';
import type { GraphStore } from '../../graph/store.ts';
import type { Clock, Revision } from './revision.ts';

/** Names that took t to compare are not compared again for this many times t. */
const KEEP_FACTOR = 20;

interface Compared {
  readonly names: Promise<AlikeNames>;
  pairs: Promise<CandidatePairs>;
  /** State of the store that they are of. */
  state: string;
  until: number;
}

export class CandidateQueue {
  readonly #store: GraphStore;
  readonly #revision: Revision;
  readonly #clock: Clock;
  readonly #report: (error: unknown) => void;
  #compared: Compared | null = null;

  constructor(store: GraphStore, revision: Revision, clock: Clock, report: (error: unknown) => void) {
    this.#store = store;
    this.#revision = revision;
    this.#clock = clock;
    this.#report = report;
  }

  /** All candidates, highest score first. */
  async pairs(): Promise<CandidatePairs> {
    const state = await this.#revision.current();
    const known = this.#compared;
    if (known !== null && (known.state === state || this.#clock() < known.until)) return known.pairs;
    const started = this.#clock();
    const names = alikeNames(this.#store);
    const pairs = names.then((found) => candidatesAmong(this.#store, found));
    const compared: Compared = { names, pairs, state, until: Number.POSITIVE_INFINITY };
    this.#compared = compared;
    try {
      await pairs;
      const ended = this.#clock();
      compared.until = ended + KEEP_FACTOR * (ended - started);
    } catch (error) {
      if (this.#compared === compared) this.#compared = null;
      throw error;
    }
    return compared.pairs;
  }

  /** A judgement was made through this server, and the graph has followed it. */
  async follow(touched: readonly Touched[]): Promise<void> {
    const compared = this.#compared;
    if (compared === null) return;
    const turn = compared.pairs.then(async () =>
      candidatesAmong(this.#store, await followJudgement(this.#store, await compared.names, touched)),
    );
    compared.pairs = turn;
    try {
      await turn;
      compared.state = await this.#revision.current();
    } catch (error) {
      // The judgement stands; the names are compared anew when somebody asks.
      if (this.#compared === compared) this.#compared = null;
      this.#report(error);
    }
  }
}
