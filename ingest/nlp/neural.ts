/**
 * The neural half of the pipeline: from words to tags, tree, sentences and names. `NeuralModel.load` takes the model's
 * two files, `word` describes a word once, and `run` analyses one document of such words.
 */
import type { ModelDescription } from './model/schema.ts';

/**
 * What the network sees of a word: spaCy's lexeme attributes NORM, PREFIX, SUFFIX, SHAPE (as strings) and IS_SPACE.
 * Make one for each distinct (text, norm) with {@link NeuralModel.word} and use the same object for every occurrence: the
 * network finds its first results for the word by this object. Two objects with equal strings give equal results.
 */
export interface WordFeatures {
  readonly norm: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly shape: string;
  readonly isSpace: boolean;
}

/** One document. Both arrays have one element a token; the document may be empty. */
export interface NeuralInput {
  readonly words: readonly WordFeatures[];
  /** 1 where one space follows the token (spaCy's `whitespace_`), else 0. */
  readonly spaces: Uint8Array;
}

/** One element a token in every array; the arrays belong to the caller. */
export interface NeuralOutput {
  /** Index into the model's `tags`. */
  readonly tags: Uint16Array;
  /** Position of the token's head; a root is its own head. */
  readonly heads: Int32Array;
  /** Index into the model's `deps`, as the parser leaves them: the attribute ruler has not run. */
  readonly deps: Uint16Array;
  /** 1 where a sentence starts. */
  readonly sentStarts: Uint8Array;
  /** 3 first token of a name, 1 inside a name, 2 outside (spaCy's `ent_iob`). */
  readonly entIob: Uint8Array;
  /** Index into the model's `entities`; meaningless where `entIob` is 2. */
  readonly entTypes: Uint8Array;
}

export interface NeuralOptions {
  /** Whether to use the WebAssembly kernel; the default is to use it where the machine can. The output is the same. */
  readonly simd?: boolean;
}

/**
 * The surface of the network:
 *
 * - `NeuralModel.load(weights: Uint8Array, model: ModelDescription, options?: NeuralOptions): NeuralModel`
 * - `word(features: WordFeatures): WordFeatures`, one object to keep for each distinct (text, norm)
 * - `run(input: NeuralInput): NeuralOutput`
 */
export type NeuralSource = ModelDescription;
