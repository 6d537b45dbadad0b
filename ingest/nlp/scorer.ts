/**
 * Scores the actions of a transition system's state (spaCy's TransitionBasedParser.v2 with an upper layer). What a token
 * adds in each feature's place is computed for blocks of tokens when it is first asked for; the last used blocks are kept,
 * so that memory does not grow with the text.
 */
import { WIDTH } from './embedding.ts';
import type { NetworkMemory } from './memory.ts';

const FLOAT = 4;
const HIDDEN = 64;
const PIECES = 2;
const PANEL = 16;
const TOKEN = HIDDEN * FLOAT;
const FEATURE = HIDDEN * PIECES * FLOAT;
/** Tokens in a block, as a power of two. */
const BLOCK_SHIFT = 5;
const BLOCK = 1 << BLOCK_SHIFT;
/** Blocks kept: more than a state has features, so that no block is lost while it is in use. */
const KEPT_BLOCKS = 64;

/** Tokens of the longest document whose room is kept for the next one. */
const MAX_HELD_TOKENS = 4096;

/** No token: the feature's place is empty. */
export const NO_TOKEN = -1;

export class ActionScorer {
  readonly #memory: NetworkMemory;
  readonly #features: number;
  readonly #panels: number;
  readonly #linearWeight: number;
  readonly #linearBias: number;
  readonly #lowerWeight: number;
  readonly #lowerBias: number;
  readonly #upperWeight: number;
  readonly #upperBias: number;
  readonly #pad: number;
  readonly #zeros: number;
  readonly #input: number;
  readonly #blocks: number;
  readonly #addresses: number;
  readonly #hidden: number;
  readonly #scores: number;
  /** By kept block: the block of the document that is in it, and when it was last used. */
  readonly #held = new Int32Array(KEPT_BLOCKS).fill(-1);
  readonly #stamps = new Float64Array(KEPT_BLOCKS);
  #clock = 0;
  /** The document's tokens, 64 floats each. */
  #tokens = new Float32Array(0);
  #length = 0;
  /** By block of the document: where it is kept, or -1. */
  #places = new Int32Array(0);

  /**
   * @param prefix name in the model: parser or ner
   * @param features number of features of a state
   * @param actions number of actions
   */
  constructor(memory: NetworkMemory, prefix: 'parser' | 'ner', features: number, actions: number) {
    this.#memory = memory;
    this.#features = features;
    this.#panels = Math.ceil(actions / PANEL);
    const outputs = features * HIDDEN * PIECES;
    this.#linearWeight = memory.tensor(`${prefix}.linear.weight`, HIDDEN * WIDTH);
    this.#linearBias = memory.tensor(`${prefix}.linear.bias`, HIDDEN);
    this.#lowerWeight = memory.tensor(`${prefix}.lower.weight`, outputs * HIDDEN);
    this.#lowerBias = memory.tensor(`${prefix}.lower.bias`, HIDDEN * PIECES);
    this.#pad = memory.tensor(`${prefix}.lower.pad`, outputs);
    this.#upperWeight = memory.tensor(`${prefix}.upper.weight`, this.#panels * PANEL * HIDDEN);
    this.#upperBias = memory.tensor(`${prefix}.upper.bias`, this.#panels * PANEL);
    this.#zeros = memory.reserve(outputs);
    this.#input = memory.reserve(BLOCK * 4 * HIDDEN);
    this.#blocks = memory.reserve(KEPT_BLOCKS * BLOCK * outputs);
    this.#addresses = memory.reserve(features);
    this.#hidden = memory.reserve(HIDDEN);
    this.#scores = memory.reserve(this.#panels * PANEL);
  }

  /** Starts a document of `length` tokens, which {@link add} brings before they are asked for. */
  start(length: number): void {
    this.#length = length;
    if (this.#tokens.length < length * HIDDEN) {
      this.#tokens = new Float32Array(length * HIDDEN);
    }
    this.#places = new Int32Array(Math.ceil(length / BLOCK)).fill(-1);
    this.#held.fill(-1);
    this.#stamps.fill(0);
    this.#clock = 0;
  }

  /** Lets go of the document, which a long text makes large. */
  end(): void {
    if (this.#tokens.length > MAX_HELD_TOKENS * HIDDEN) {
      this.#tokens = new Float32Array(0);
    }
    this.#places = new Int32Array(0);
  }

  /** Brings tokens `first` to `first + n` (excluded), whose `n` rows of 96 are at `vectors`. */
  add(vectors: number, first: number, n: number): void {
    const { kernel, floats } = this.#memory;
    for (let done = 0; done < n; done += BLOCK * 4) {
      const rows = Math.min(BLOCK * 4, n - done);
      const from = vectors + done * WIDTH * FLOAT;
      kernel.affine(
        from,
        WIDTH * FLOAT,
        this.#linearWeight,
        this.#linearBias,
        this.#input,
        TOKEN,
        rows,
        WIDTH,
        HIDDEN / PANEL,
      );
      const start = this.#input / FLOAT;
      this.#tokens.set(floats.subarray(start, start + rows * HIDDEN), (first + done) * HIDDEN);
    }
  }

  /** Puts a token (or {@link NO_TOKEN}) in a feature's place. */
  setFeature(feature: number, token: number): void {
    const { ints } = this.#memory;
    if (token < 0) {
      ints[this.#addresses / FLOAT + feature] = this.#pad + feature * FEATURE;
      return;
    }
    const block = token >> BLOCK_SHIFT;
    const place = this.#places[block] ?? -1;
    const kept = place >= 0 ? place : this.#compute(block);
    this.#stamps[kept] = ++this.#clock;
    ints[this.#addresses / FLOAT + feature] =
      this.#blocks + ((kept * BLOCK + (token & (BLOCK - 1))) * this.#features + feature) * FEATURE;
  }

  /** Scores the actions for the features that are set; the result is at the index {@link score} returns in the memory's floats. */
  score(): number {
    this.#memory.kernel.scoreActions(
      this.#addresses,
      this.#features,
      this.#lowerBias,
      this.#hidden,
      this.#upperWeight,
      this.#upperBias,
      this.#scores,
      this.#panels,
    );
    return this.#scores / FLOAT;
  }

  #compute(block: number): number {
    let kept = 0;
    for (let i = 1; i < KEPT_BLOCKS; i++) {
      if ((this.#stamps[i] ?? 0) < (this.#stamps[kept] ?? 0)) {
        kept = i;
      }
    }
    const lost = this.#held[kept] ?? -1;
    if (lost >= 0) {
      this.#places[lost] = -1;
    }
    this.#held[kept] = block;
    this.#places[block] = kept;
    const first = block * BLOCK;
    const rows = Math.min(BLOCK, this.#length - first);
    const { kernel, floats } = this.#memory;
    floats.set(this.#tokens.subarray(first * HIDDEN, (first + rows) * HIDDEN), this.#input / FLOAT);
    const stride = this.#features * FEATURE;
    kernel.affine(
      this.#input,
      TOKEN,
      this.#lowerWeight,
      this.#zeros,
      this.#blocks + kept * BLOCK * stride,
      stride,
      rows,
      HIDDEN,
      (this.#features * HIDDEN * PIECES) / PANEL,
    );
    return kept;
  }
}
