/**
 * A bounded set of slots for words' first results, reused by second chance: a slot that was used since the hand last
 * passed is passed over once. Slot 0 is no word's: its floats stay zero and stand for the padding around a document.
 */
import type { Word } from './word.ts';

export class WordCache {
  readonly #owners: (Word | undefined)[];
  readonly #variants: Uint8Array;
  readonly #used: Uint8Array;
  /** The round in which a slot was last asked for; slots of the current round keep their word. */
  readonly #rounds: Float64Array;
  #round = 0;
  #hand = 0;

  /** @param slots number of slots, with slot 0; a round may ask for at most `slots - 1` different words */
  constructor(slots: number) {
    this.#owners = Array.from({ length: slots }, () => undefined);
    this.#variants = new Uint8Array(slots);
    this.#used = new Uint8Array(slots);
    this.#rounds = new Float64Array(slots);
  }

  /** Starts a round: the slots given out before may be given to other words. */
  startRound(): void {
    this.#round += 1;
  }

  /** The word's slot, or 0 when it has none. */
  find(word: Word, variant: 0 | 1 | 2): number {
    const slot = word.slots[variant];
    if (slot > 0) {
      this.#used[slot] = 1;
      this.#rounds[slot] = this.#round;
    }
    return slot;
  }

  /** Gives the word a slot, which another word may lose. */
  take(word: Word, variant: 0 | 1 | 2): number {
    let slot = this.#hand;
    for (;;) {
      slot = slot + 1 < this.#owners.length ? slot + 1 : 1;
      if (this.#rounds[slot] === this.#round) {
        continue;
      }
      if (this.#used[slot] === 0) {
        break;
      }
      this.#used[slot] = 0;
    }
    this.#hand = slot;
    const loser = this.#owners[slot];
    const lost = this.#variants[slot];
    if (loser !== undefined && (lost === 0 || lost === 1 || lost === 2)) {
      loser.slots[lost] = 0;
    }
    this.#owners[slot] = word;
    this.#variants[slot] = variant;
    this.#used[slot] = 1;
    this.#rounds[slot] = this.#round;
    word.slots[variant] = slot;
    return slot;
  }
}
