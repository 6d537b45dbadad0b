/**
 * One word-to-vector network (spaCy's Tok2Vec: hash embedding, then four layers over windows of three words). It works on
 * stretches of a document with the four words on each side that can be felt, so that a text may have any length. The
 * results do not depend on the stretches, nor on what is kept of earlier words.
 */
import { Embedding, SUMS, WIDTH } from './embedding.ts';
import type { StringIds } from './hash.ts';
import type { NetworkMemory } from './memory.ts';
import { NER_VARIANT, type Word } from './word.ts';
import { WordCache } from './word-cache.ts';

/** Most tokens in one stretch. */
export const STRETCH = 128;
const LAYERS = 4;
const ROWS = STRETCH + 2 * LAYERS;
const FLOAT = 4;
const ROW = WIDTH * FLOAT;
const WINDOW = 3;
const SUM_PANELS = SUMS / 16;
/** What is kept of a word: its vector, and its products as left, middle and right word of a first-layer window. */
const KEPT = WIDTH + WINDOW * SUMS;

interface Layer {
  readonly weight: number;
  readonly bias: number;
  readonly gain: number;
  readonly shift: number;
}

export interface Tok2VecOptions {
  /** Name in the model: tok2vec or ner. */
  readonly prefix: 'tok2vec' | 'ner';
  /** How many words' first results are kept, 3.8 KB each. */
  readonly keptWords: number;
}

export class Tok2Vec {
  readonly #memory: NetworkMemory;
  readonly #embedding: Embedding;
  readonly #cache: WordCache;
  readonly #layers: readonly Layer[];
  readonly #slots: number;
  readonly #zeros: number;
  readonly #addresses: number;
  readonly #newVectors: number;
  readonly #newProducts: number;
  readonly #sums: number;
  readonly #rows: readonly [number, number];
  readonly #isNer: boolean;

  constructor(memory: NetworkMemory, ids: StringIds, { prefix, keptWords }: Tok2VecOptions) {
    this.#memory = memory;
    this.#isNer = prefix === 'ner';
    this.#embedding = new Embedding(memory, ids, prefix, this.#isNer ? 4 : 6, ROWS);
    // One slot stands for the padding; a stretch must fit.
    const slots = 1 + Math.max(keptWords, ROWS);
    this.#cache = new WordCache(slots);
    this.#slots = memory.reserve(slots * KEPT);
    this.#layers = [1, 2, 3, 4].map((i) => ({
      weight: memory.tensor(`${prefix}.layer${i}.weight`, SUMS * WINDOW * WIDTH),
      bias: memory.tensor(`${prefix}.layer${i}.bias`, SUMS),
      gain: memory.tensor(`${prefix}.layer${i}.gain`, WIDTH),
      shift: memory.tensor(`${prefix}.layer${i}.shift`, WIDTH),
    }));
    this.#zeros = memory.reserve(WINDOW * SUMS);
    this.#addresses = memory.reserve(ROWS);
    this.#newVectors = memory.reserve(ROWS * WIDTH);
    this.#newProducts = memory.reserve(ROWS * WINDOW * SUMS);
    this.#sums = memory.reserve(ROWS * SUMS);
    this.#rows = [memory.reserve(ROWS * WIDTH), memory.reserve(ROWS * WIDTH)];
  }

  /**
   * The vectors of words `start` to `end` (excluded; at most {@link STRETCH} words) of a document.
   * @returns the address of `end - start` rows of 96, which last until the next call
   */
  encode(words: readonly Word[], spaces: Uint8Array, start: number, end: number): number {
    this.#lookUp(words, spaces, start - LAYERS, end + LAYERS);
    const { kernel } = this.#memory;
    let [vectors, out] = this.#rows;
    // Each layer needs one word less on each side than the one before.
    let rows = end - start + 2 * LAYERS - 2;
    this.#layers.forEach(({ weight, bias, gain, shift }, i) => {
      if (i === 0) {
        kernel.firstLayer(this.#addresses, bias, this.#sums, vectors, rows);
        kernel.activate(this.#sums, gain, shift, vectors, out, rows);
      } else {
        kernel.affine(vectors, ROW, weight, bias, this.#sums, SUMS * FLOAT, rows, WINDOW * WIDTH, SUM_PANELS);
        kernel.activate(this.#sums, gain, shift, vectors + ROW, out, rows);
      }
      [vectors, out] = [out, vectors];
      rows -= 2;
    });
    return vectors;
  }

  /** Writes the addresses of what is kept of words `from` to `to`, padding outside the document, and makes what is missing. */
  #lookUp(words: readonly Word[], spaces: Uint8Array, from: number, to: number): void {
    const { ints } = this.#memory;
    const cache = this.#cache;
    cache.startRound();
    const missing: Word[] = [];
    const spaced: boolean[] = [];
    const slots: number[] = [];
    for (let i = from; i < to; i++) {
      const word = i < 0 ? undefined : words[i];
      let slot = 0;
      if (word !== undefined) {
        const variant = this.#isNer ? NER_VARIANT : spaces[i] === 1 ? 1 : 0;
        slot = cache.find(word, variant);
        if (slot === 0) {
          slot = cache.take(word, variant);
          missing.push(word);
          spaced.push(variant === 1);
          slots.push(slot);
        }
      }
      ints[this.#addresses / FLOAT + i - from] = this.#slots + slot * KEPT * FLOAT;
    }
    if (missing.length > 0) {
      this.#fill(missing, spaced, slots);
    }
  }

  #fill(missing: readonly Word[], spaced: readonly boolean[], slots: readonly number[]): void {
    const memory = this.#memory;
    const weight = this.#layers[0]?.weight ?? 0;
    const stride = WINDOW * SUMS * FLOAT;
    this.#embedding.embed(missing, spaced, this.#newVectors);
    memory.kernel.affine(
      this.#newVectors,
      ROW,
      weight,
      this.#zeros,
      this.#newProducts,
      stride,
      missing.length,
      WIDTH,
      WINDOW * SUM_PANELS,
    );
    slots.forEach((slot, i) => {
      const kept = this.#slots + slot * KEPT * FLOAT;
      memory.copy(this.#newVectors + i * ROW, kept, WIDTH);
      memory.copy(this.#newProducts + i * stride, kept + ROW, WINDOW * SUMS);
    });
  }
}
