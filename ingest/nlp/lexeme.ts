/**
 * Word types with the lexical attributes that the models read, interned so that equal words are one object. A lexeme is
 * fixed by its text and its norm: the tokenizer's exceptions carry norms of their own.
 */
import { isAlpha, isDigit, isSpaceText, isUpper, lower } from './chars.ts';

/** spaCy's attributes NORM, PREFIX, SUFFIX, SHAPE and IS_SPACE. */
export interface LexicalAttributes {
  readonly norm: string;
  /** First code point. */
  readonly prefix: string;
  /** Last three code points. */
  readonly suffix: string;
  /** `Xxxxx`, `dd.dd`: runs cut at four; `LONG` from 100 code points on. */
  readonly shape: string;
  readonly isSpace: boolean;
}

export interface Lexeme extends LexicalAttributes {
  /** Well formed, as it stands in the text. */
  readonly text: string;
  readonly lower: string;
  /** What the network keeps of the word. */
  readonly word: LexicalAttributes;
}

/** Interned words at most; beyond, interning starts anew. */
const MAX_INTERNED = 100_000;
/** Longer words are not interned, so that the bound on their number is one on memory, too. */
const MAX_INTERNED_LENGTH = 64;

/**
 * A copy that does not share memory: V8's slices keep the whole text that they were cut from, so an interned word would
 * keep its bulletin.
 */
function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

function shapeOf(text: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  let length = 0;
  for (const char of text) {
    if (++length >= 100) return 'LONG';
    const code = char.codePointAt(0) ?? 0;
    const mark = isAlpha(code) ? (isUpper(code) ? 'X' : 'x') : isDigit(code) ? 'd' : char;
    run = mark === last ? run + 1 : 0;
    last = mark;
    if (run < 4) shape += mark;
  }
  return shape;
}

function prefixOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function suffixOf(text: string): string {
  let start = text.length;
  for (let left = 3; left > 0 && start > 0; left--) {
    const unit = text.charCodeAt(start - 1);
    start -= unit >= 0xdc00 && unit <= 0xdfff && start > 1 ? 2 : 1;
  }
  return text.slice(start);
}

/** Where a word's norm is looked up before `lower` is taken; undefined when the tables do not have the word. */
export type NormLookup = (text: string) => string | undefined;

export class Lexicon {
  readonly #lookUpNorm: NormLookup;
  readonly #describe: (attributes: LexicalAttributes) => LexicalAttributes;
  readonly #interned = new Map<string, Lexeme>();
  /** By norm, then text. As many as the tokenizer has exceptions; never dropped. */
  readonly #exceptions = new Map<string, Map<string, Lexeme>>();

  /** @param describe makes what the network keeps of a word; called once for each lexeme */
  constructor(lookUpNorm: NormLookup, describe: (attributes: LexicalAttributes) => LexicalAttributes) {
    this.#lookUpNorm = lookUpNorm;
    this.#describe = describe;
  }

  /** The lexeme of a word, which must be well formed and not empty. */
  get(text: string): Lexeme {
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    if (text.length > MAX_INTERNED_LENGTH) return this.#make(text, undefined);
    if (this.#interned.size >= MAX_INTERNED) this.#interned.clear();
    const lexeme = this.#make(detached(text), undefined);
    this.#interned.set(lexeme.text, lexeme);
    return lexeme;
  }

  /** The lexeme of a word to which a tokenizer exception gives this norm. */
  getException(text: string, norm: string): Lexeme {
    const usual = this.get(text);
    if (usual.norm === norm) return usual;
    let byText = this.#exceptions.get(norm);
    if (byText === undefined) {
      byText = new Map();
      this.#exceptions.set(norm, byText);
    }
    const lexeme = byText.get(text) ?? this.#make(text, norm);
    byText.set(text, lexeme);
    return lexeme;
  }

  #make(text: string, norm: string | undefined): Lexeme {
    const lowered = lower(text);
    const attributes = {
      norm: norm ?? this.#lookUpNorm(text) ?? lowered,
      prefix: prefixOf(text),
      suffix: suffixOf(text),
      shape: shapeOf(text),
      isSpace: isSpaceText(text),
    };
    return { ...attributes, text, lower: lowered, word: this.#describe(attributes) };
  }
}
