/** spaCy's tagger: one affine layer on a word's vector, and the best of the tags. */
import { WIDTH } from './embedding.ts';
import type { NetworkMemory } from './memory.ts';
import { STRETCH } from './tok2vec.ts';

const FLOAT = 4;
const PANEL = 16;

export class Tagger {
  readonly #memory: NetworkMemory;
  readonly #tags: number;
  readonly #panels: number;
  readonly #weight: number;
  readonly #bias: number;
  readonly #scores: number;

  constructor(memory: NetworkMemory, tags: number) {
    this.#memory = memory;
    this.#tags = tags;
    this.#panels = Math.ceil(tags / PANEL);
    const outputs = this.#panels * PANEL;
    this.#weight = memory.tensor('tagger.weight', outputs * WIDTH);
    this.#bias = memory.tensor('tagger.bias', outputs);
    this.#scores = memory.reserve(STRETCH * outputs);
  }

  /** Writes the tags of `n` words (at most a stretch), whose rows of 96 are at `vectors`, to `out` from `first` on. */
  tag(vectors: number, n: number, out: Uint16Array, first: number): void {
    const { kernel, floats } = this.#memory;
    const outputs = this.#panels * PANEL;
    const stride = outputs * FLOAT;
    kernel.affine(vectors, WIDTH * FLOAT, this.#weight, this.#bias, this.#scores, stride, n, WIDTH, this.#panels);
    for (let i = 0; i < n; i++) {
      const start = this.#scores / FLOAT + i * outputs;
      let best = 0;
      for (let tag = 1; tag < this.#tags; tag++) {
        if ((floats[start + tag] ?? 0) > (floats[start + best] ?? 0)) {
          best = tag;
        }
      }
      out[first + i] = best;
    }
  }
}
