/**
 * The neural half of the pipeline: from words to tags, tree, sentences and names. `NeuralModel.load` takes the model's
 * two files, `word` describes a word once, and `run` analyses one document of such words.
 */
import { StringIds } from './hash.ts';
import { NetworkMemory } from './memory.ts';
import type { ModelDescription } from './model/schema.ts';
import { NameFinder } from './ner.ts';
import { Parser } from './parser.ts';
import { Tagger } from './tagger.ts';
import { STRETCH, Tok2Vec } from './tok2vec.ts';
import { Word } from './word.ts';

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
  /** How many words' first results are kept for each network. Default 12,288, 47 MB for each. */
  readonly keptWords?: number;
}

/**
 * Words whose first results are kept, for each network: some twelve thousand cover news well and take 47 MB; when all are
 * taken, the words used longest ago go.
 */
const KEPT_WORDS = 12_288;
/** Room for the weights, what is kept of words and affixes, and the work on one stretch of a document. */
const MEMORY_BYTES = 160 * 1024 * 1024;

/** The network, with its memory: for one thread, one document at a time. */
export class NeuralModel {
  readonly #ids: StringIds;
  readonly #shared: Tok2Vec;
  readonly #tagger: Tagger;
  readonly #parser: Parser;
  readonly #nerVectors: Tok2Vec;
  readonly #names: NameFinder;
  /** Whether the WebAssembly kernel is in use. */
  readonly simd: boolean;

  private constructor(
    weights: Uint8Array,
    model: ModelDescription,
    { simd = true, keptWords = KEPT_WORDS }: NeuralOptions,
  ) {
    const memory = new NetworkMemory(MEMORY_BYTES, model, weights, simd);
    this.simd = memory.simd;
    this.#ids = new StringIds(model.symbols);
    this.#shared = new Tok2Vec(memory, this.#ids, { prefix: 'tok2vec', keptWords });
    this.#tagger = new Tagger(memory, model.tags.length);
    this.#parser = new Parser(memory, model);
    this.#nerVectors = new Tok2Vec(memory, this.#ids, { prefix: 'ner', keptWords });
    this.#names = new NameFinder(memory, model);
  }

  /**
   * Makes the network from the bytes of weights.bin, which are copied, and model.json.
   * Throws {@link ModelFormatError} when the two do not fit.
   */
  static load(weights: Uint8Array, model: ModelDescription, options: NeuralOptions = {}): NeuralModel {
    return new NeuralModel(weights, model, options);
  }

  /** The object to keep for a word: what {@link run} knows again. */
  word(features: WordFeatures): WordFeatures {
    return this.#word(features);
  }

  /** Analyses one document. Time grows with its length; memory by some 300 bytes a token, given back afterwards. */
  run({ words: given, spaces }: NeuralInput): NeuralOutput {
    const words = given.map((word) => (word instanceof Word ? word : this.#word(word)));
    const length = words.length;
    const tags = new Uint16Array(length);
    const isSpace = Uint8Array.from(words, (word) => (word.isSpace ? 1 : 0));
    const parserScorer = this.#parser.scorer;
    const nerScorer = this.#names.scorer;
    parserScorer.start(length);
    for (let start = 0; start < length; start += STRETCH) {
      const end = Math.min(start + STRETCH, length);
      const vectors = this.#shared.encode(words, spaces, start, end);
      this.#tagger.tag(vectors, end - start, tags, start);
      parserScorer.add(vectors, start, end - start);
    }
    const { heads, deps, sentStarts } = this.#parser.parse(length, isSpace);
    parserScorer.end();
    nerScorer.start(length);
    for (let start = 0; start < length; start += STRETCH) {
      const end = Math.min(start + STRETCH, length);
      nerScorer.add(this.#nerVectors.encode(words, spaces, start, end), start, end - start);
    }
    const { entIob, entTypes } = this.#names.find(length, isSpace, sentStarts);
    nerScorer.end();
    return { tags, heads, deps, sentStarts, entIob, entTypes };
  }

  #word(features: WordFeatures): Word {
    return new Word(features, this.#ids.halves(features.norm));
  }
}
