/**
 * What convert.py puts into model.json, and its reader. The file is a build product pinned by SHA256SUMS (a test compares),
 * so reading checks its shape lightly: that it is this model, and that every part is there.
 */

/** One piece of a tokenizer exception: its text, and its norm where the exception sets one. */
type ExceptionPiece = readonly [orth: string, norm: string | null];

/** Regex sources are for flag `u` (add `g` or `y` as needed); they match what Python's `re.search` matches. */
export interface TokenizerRules {
  readonly prefix: string;
  readonly suffix: string;
  readonly infix: string;
  readonly url: string;
  readonly fasterHeuristics: boolean;
  readonly exceptions: ReadonlyArray<readonly [text: string, pieces: readonly ExceptionPiece[]]>;
}

export interface NormTables {
  /** By the text's string id ({@link stringId}), as a decimal number: most of these words are known by their hash alone. */
  readonly lexemes: Readonly<Record<string, string>>;
  /** By the text itself; used where `lexemes` has nothing. */
  readonly base: Readonly<Record<string, string>>;
}

export type AttributeTest =
  | string
  | { readonly IN: readonly string[] }
  | { readonly NOT_IN: readonly string[] }
  | { readonly REGEX: string };

/** What a pattern asks of one token; every test that is there must hold. REGEX is a source for flag `u`, searched for. */
export interface TokenPattern {
  readonly TAG?: AttributeTest;
  readonly DEP?: AttributeTest;
  readonly LOWER?: AttributeTest;
  readonly IS_SPACE?: boolean;
}

interface RulerAttributes {
  readonly TAG?: string;
  readonly POS?: string;
  /** Features in spaCy's normal order, or the empty string. */
  readonly MORPH?: string;
  readonly LEMMA?: string;
  readonly DEP?: string;
}

/** One rule of the attribute ruler: `attrs` go to token `index` of each match of one of the patterns. */
export interface RulerRule {
  readonly patterns: ReadonlyArray<readonly TokenPattern[]>;
  readonly attrs: RulerAttributes;
  readonly index: number;
}

export interface LemmaTable {
  readonly rules: ReadonlyArray<readonly [ending: string, replacement: string]>;
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
  /** Known base forms, sorted, one a line. */
  readonly index: string;
}

/** Move (parser: S, D, L, R, B; ner: B, I, L, U, O) and label; the label may be empty. */
type Action = readonly [move: string, label: string];

/** Where a tensor lies in weights.bin; tensors.py gives the layouts. */
type TensorPlace = readonly [byteOffset: number, floats: number];

export interface ModelDescription {
  readonly name: string;
  readonly version: string;
  /** Strings whose id is a small number instead of their hash. */
  readonly symbols: Readonly<Record<string, number>>;
  readonly tokenizer: TokenizerRules;
  readonly norms: NormTables;
  /** Penn tags; the tagger's classes, in order. */
  readonly tags: readonly string[];
  /** Dependency labels; the empty string is first. */
  readonly deps: readonly string[];
  /** Entity types. */
  readonly entities: readonly string[];
  readonly parserActions: readonly Action[];
  readonly nerActions: readonly Action[];
  readonly ruler: readonly RulerRule[];
  /** By lower-case part of speech: adj, adv, noun, punct, verb. */
  readonly lemmatizer: Readonly<Record<string, LemmaTable>>;
  readonly tensors: Readonly<Record<string, TensorPlace>>;
}

const OBJECTS = ['symbols', 'tokenizer', 'norms', 'lemmatizer', 'tensors'];
const LISTS = ['tags', 'deps', 'entities', 'parserActions', 'nerActions', 'ruler'];

/** The model's file is not what convert.py writes: damaged, of another version, or another file. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
}

function isDescription(value: unknown): value is ModelDescription {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const parts = new Map<string, unknown>(Object.entries(value));
  return (
    parts.get('name') === 'en_core_web_sm' &&
    parts.get('version') === '3.8.0' &&
    OBJECTS.every((key) => typeof parts.get(key) === 'object' && parts.get(key) !== null) &&
    LISTS.every((key) => Array.isArray(parts.get(key)))
  );
}

/** Reads model.json's text. Throws {@link ModelFormatError} when it is not this model's description. */
export function parseModelDescription(text: string): ModelDescription {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ModelFormatError('model.json is not JSON; reinstall the package or run ingest/nlp/model/convert.py', {
      cause: error,
    });
  }
  if (!isDescription(value)) {
    throw new ModelFormatError(
      'model.json does not describe en_core_web_sm 3.8.0; reinstall the package or run ingest/nlp/model/convert.py',
    );
  }
  return value;
}
