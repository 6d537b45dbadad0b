/**
 * A word's first vector (spaCy's MultiHashEmbed and its mixing layer). The mixing layer is a sum over columns, so that the
 * products of prefixes, suffixes and shapes, which many words share, are kept; a new word costs the product of its norm.
 */
import { embeddingRows, type StringIds, type Uint64 } from './hash.ts';
import type { NetworkMemory } from './memory.ts';
import type { Word } from './word.ts';

export const WIDTH = 96;
export const SUMS = 3 * WIDTH;
const FLOAT = 4;
const ROW = WIDTH * FLOAT;
const SUMS_BYTES = SUMS * FLOAT;
const SUM_PANELS = SUMS / 16;
const FIRST_SEED = 8;

/** Columns with their tables' rows, in spaCy's order, which fixes the seeds. */
const NORM = ['NORM', 5000] as const;
/** And how many products are kept of a column; when it is full, the column starts anew. */
const SHARED = [
  ['PREFIX', 1000, 512],
  ['SUFFIX', 2500, 4096],
  ['SHAPE', 2500, 1024],
  ['SPACY', 50, 2],
  ['IS_SPACE', 50, 2],
] as const;

type SharedColumn = (typeof SHARED)[number][0];
type ColumnName = SharedColumn | (typeof NORM)[0];

interface Column {
  readonly seed: number;
  readonly rows: number;
  readonly table: number;
  readonly weight: number;
}

/** A column whose products are kept, by the value's string. */
interface KeptColumn extends Column {
  readonly limit: number;
  readonly start: number;
  readonly places: Map<string, number>;
}

export class Embedding {
  readonly #memory: NetworkMemory;
  readonly #ids: StringIds;
  readonly #norm: Column;
  readonly #kept = new Map<SharedColumn, KeptColumn>();
  readonly #bias: number;
  readonly #gain: number;
  readonly #shift: number;
  readonly #zeros: number;
  readonly #vectors: number;
  readonly #sums: number;
  readonly #limit: number;

  /**
   * @param prefix name of the network in the model: tok2vec or ner
   * @param columns 6 for all, 4 without SPACY and IS_SPACE
   * @param limit most words in one call of {@link embed}
   */
  constructor(memory: NetworkMemory, ids: StringIds, prefix: string, columns: 4 | 6, limit: number) {
    this.#memory = memory;
    this.#ids = ids;
    const describe = (name: ColumnName, rows: number, i: number): Column => ({
      seed: FIRST_SEED + i,
      rows,
      table: memory.tensor(`${prefix}.embed.${name}`, rows * WIDTH),
      weight: memory.tensor(`${prefix}.mix.${name}`, SUMS * WIDTH),
    });
    this.#norm = describe(...NORM, 0);
    SHARED.slice(0, columns - 1).forEach(([name, rows, kept], i) => {
      const start = memory.reserve(kept * SUMS);
      this.#kept.set(name, { ...describe(name, rows, i + 1), limit: kept, start, places: new Map() });
    });
    this.#bias = memory.tensor(`${prefix}.mix.bias`, SUMS);
    this.#gain = memory.tensor(`${prefix}.mix.gain`, WIDTH);
    this.#shift = memory.tensor(`${prefix}.mix.shift`, WIDTH);
    this.#zeros = memory.reserve(SUMS);
    this.#vectors = memory.reserve(limit * WIDTH);
    this.#sums = memory.reserve(limit * SUMS);
    this.#limit = limit;
  }

  /**
   * Writes one vector of 96 for each word to `out`; returns nothing. `spaced[i]` says whether a space follows word i; it
   * does not matter to a network without the column SPACY.
   */
  embed(words: readonly Word[], spaced: readonly boolean[], out: number): void {
    if (words.length > this.#limit) {
      throw new RangeError(`at most ${this.#limit} words are embedded at once, not ${words.length}`);
    }
    const { kernel } = this.#memory;
    words.forEach((word, i) => {
      this.#look(this.#norm, word.normId, this.#vectors + i * ROW);
    });
    kernel.affine(
      this.#vectors,
      ROW,
      this.#norm.weight,
      this.#bias,
      this.#sums,
      SUMS_BYTES,
      words.length,
      WIDTH,
      SUM_PANELS,
    );
    words.forEach((word, i) => {
      const sums = this.#sums + i * SUMS_BYTES;
      this.#add('PREFIX', word.prefix, sums);
      this.#add('SUFFIX', word.suffix, sums);
      this.#add('SHAPE', word.shape, sums);
      this.#add('SPACY', spaced[i] === true ? '1' : '0', sums);
      this.#add('IS_SPACE', word.isSpace ? '1' : '0', sums);
    });
    kernel.activate(this.#sums, this.#gain, this.#shift, 0, out, words.length);
  }

  #look(column: Column, id: Uint64, out: number): void {
    const [a, b, c, d] = embeddingRows(id, column.seed, column.rows);
    const { table } = column;
    this.#memory.kernel.sumRows(out, table + a * ROW, table + b * ROW, table + c * ROW, table + d * ROW);
  }

  #add(name: SharedColumn, value: string, sums: number): void {
    const column = this.#kept.get(name);
    if (column !== undefined) {
      const place = column.places.get(value) ?? this.#keep(name, column, value);
      this.#memory.kernel.addSums(sums, place);
    }
  }

  #keep(name: SharedColumn, column: KeptColumn, value: string): number {
    if (column.places.size === column.limit) {
      column.places.clear();
    }
    const place = column.start + column.places.size * SUMS_BYTES;
    column.places.set(value, place);
    const isFlag = name === 'SPACY' || name === 'IS_SPACE';
    const scratch = this.#vectors;
    this.#look(column, isFlag ? { hi: 0, lo: Number(value) } : this.#ids.halves(value), scratch);
    this.#memory.kernel.affine(scratch, ROW, column.weight, this.#zeros, place, SUMS_BYTES, 1, WIDTH, SUM_PANELS);
    return place;
  }
}
