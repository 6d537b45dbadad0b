/** A word as the network keeps it: what it sees of the word, and where its first results are kept at the moment. */
import type { Uint64 } from './hash.ts';
import type { WordFeatures } from './neural.ts';

/** A word is kept up to three times: for the parser's network without (0) and with (1) a space after it, and for ner's. */
export const NER_VARIANT = 2;

export class Word implements WordFeatures {
  readonly norm: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly shape: string;
  readonly isSpace: boolean;
  readonly normId: Uint64;
  /** By variant: the slot of a {@link WordCache}, 0 for none. */
  readonly slots: [number, number, number] = [0, 0, 0];

  constructor(features: WordFeatures, normId: Uint64) {
    this.norm = features.norm;
    this.prefix = features.prefix;
    this.suffix = features.suffix;
    this.shape = features.shape;
    this.isSpace = features.isSpace;
    this.normId = normId;
  }
}
