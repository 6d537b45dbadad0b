/**
 * spaCy's tokenizer: text is cut at whitespace, then special cases, prefixes, suffixes, URLs and infixes are split off,
 * and last the special cases that the splitting has broken are put together again.
 * Contract: the tokens with their single spaces make up the text; the text is well formed (no lone surrogates).
 */
import { isSpace } from './chars.ts';
import type { Lexeme, Lexicon } from './lexeme.ts';
import type { TokenizerRules } from './model/schema.ts';
import { SpecialMatcher } from './special-matcher.ts';

/** A token before the models have seen it. */
export interface RawToken {
  readonly lexeme: Lexeme;
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** Whether one space follows that belongs to no token. */
  readonly spaceAfter: boolean;
}

/** Remembered chunks at most; when full, remembering starts anew. */
const MAX_CHUNKS = 100_000;
const MAX_CHUNK_LENGTH = 64;
/**
 * A longer word is not held against the URL expression, whose time grows with the square of the length. The one
 * deliberate difference from spaCy.
 */
const MAX_URL_LENGTH = 10_000;
/** No suffix is longer, except runs of full stops. */
const SUFFIX_WINDOW = 64;

export class Tokenizer {
  readonly #lexicon: Lexicon;
  readonly #prefix: RegExp;
  readonly #suffix: RegExp;
  readonly #infix: RegExp;
  readonly #url: RegExp;
  readonly #specials = new Map<string, readonly Lexeme[]>();
  #longestSpecial = 0;
  readonly #matcher = new SpecialMatcher();
  readonly #chunks = new Map<string, readonly Lexeme[]>();

  constructor(rules: TokenizerRules, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#prefix = new RegExp(rules.prefix, 'u');
    this.#suffix = new RegExp(rules.suffix, 'gu');
    this.#infix = new RegExp(rules.infix, 'gu');
    this.#url = new RegExp(rules.url, 'u');
    for (const [text] of rules.exceptions) {
      // The specials are still unknown here, so these are the tokens that they are broken into.
      if (rules.fasterHeuristics && !this.#isSplit(text)) continue;
      this.#matcher.add(this.tokenize(text).map((token) => token.lexeme.text));
    }
    this.#chunks.clear();
    for (const [text, pieces] of rules.exceptions) {
      this.#longestSpecial = Math.max(this.#longestSpecial, text.length);
      this.#specials.set(
        text,
        pieces.map(([piece, norm]) => (norm === null ? lexicon.get(piece) : lexicon.getException(piece, norm))),
      );
    }
  }

  /** Tokens of a text. The empty text has none. */
  tokenize(text: string): readonly RawToken[] {
    const tokens: RawToken[] = [];
    let start = 0;
    let inSpace = text.length > 0 && isSpace(text.charCodeAt(0));
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (isSpace(unit) === inSpace) continue;
      // One space after a word belongs to no token; all other whitespace is a token of its own.
      const single = unit === 0x20;
      if (start < i) addTokens(tokens, this.#chunk(text.slice(start, i)), start, single);
      start = single ? i + 1 : i;
      inSpace = !inSpace;
    }
    if (start < text.length) addTokens(tokens, this.#chunk(text.slice(start)), start, false);
    return this.#joinSpecials(text, tokens);
  }

  #chunk(text: string): readonly Lexeme[] {
    const known = this.#special(text) ?? this.#chunks.get(text);
    if (known !== undefined) return known;
    const lexemes = this.#split(text);
    if (text.length <= MAX_CHUNK_LENGTH) {
      if (this.#chunks.size >= MAX_CHUNKS) this.#chunks.clear();
      // A chunk that is one word shares that word's string, which is detached from the bulletin.
      const [only] = lexemes;
      this.#chunks.set(lexemes.length === 1 && only !== undefined ? only.text : `${text} `.slice(0, -1), lexemes);
    }
    return lexemes;
  }

  #split(chunk: string): readonly Lexeme[] {
    const before: Lexeme[] = [];
    const after: Lexeme[] = [];
    let text = chunk;
    let lastLength = 0;
    while (text.length > 0 && text.length !== lastLength && this.#special(text) === undefined) {
      lastLength = text.length;
      const prefix = this.#prefix.exec(text)?.[0] ?? '';
      const withoutPrefix = text.slice(prefix.length);
      if (prefix !== '' && this.#special(withoutPrefix) !== undefined) {
        before.push(this.#lexicon.get(prefix));
        text = withoutPrefix;
        break;
      }
      // On the rest, so that a prefix and a suffix never overlap.
      const suffix = this.#findSuffix(withoutPrefix);
      const withoutSuffix = text.slice(0, text.length - suffix.length);
      if (suffix !== '' && this.#special(withoutSuffix) !== undefined) {
        after.push(this.#lexicon.get(suffix));
        text = withoutSuffix;
        break;
      }
      if (prefix !== '') before.push(this.#lexicon.get(prefix));
      if (suffix !== '') after.push(this.#lexicon.get(suffix));
      text = text.slice(prefix.length, text.length - suffix.length);
    }
    return [...before, ...this.#splitInside(text), ...after.reverse()];
  }

  /** Looking for a long text in the table would mean hashing all of it, once for every affix. */
  #special(text: string): readonly Lexeme[] | undefined {
    return text.length > this.#longestSpecial ? undefined : this.#specials.get(text);
  }

  /** The first match anywhere, found from near the end: a search from the start takes time for every affix of a long word. */
  #findSuffix(text: string): string {
    const from = Math.max(0, text.length - SUFFIX_WINDOW);
    this.#suffix.lastIndex = from;
    const match = this.#suffix.exec(text);
    if (match === null) return '';
    if (from === 0 || match.index > from) return match[0];
    // A run that may have begun before the window.
    this.#suffix.lastIndex = 0;
    return this.#suffix.exec(text)?.[0] ?? '';
  }

  /** What is left when affixes are gone. */
  #splitInside(text: string): readonly Lexeme[] {
    if (text === '') return [];
    const special = this.#special(text);
    if (special !== undefined) return special;
    const pieces: Lexeme[] = [];
    let start = 0;
    if (text.length > MAX_URL_LENGTH || !this.#url.test(text)) {
      // Not matchAll, which clones the expression each time. No alternative matches the empty string.
      this.#infix.lastIndex = 0;
      for (let match = this.#infix.exec(text); match !== null; match = this.#infix.exec(text)) {
        if (match.index === 0) continue;
        if (match.index > start) pieces.push(this.#lexicon.get(text.slice(start, match.index)));
        pieces.push(this.#lexicon.get(match[0]));
        start = match.index + match[0].length;
      }
    }
    if (start < text.length) pieces.push(this.#lexicon.get(text.slice(start)));
    return pieces;
  }

  #isSplit(text: string): boolean {
    return (
      text.includes(' ') || this.#prefix.test(text) || this.#findSuffix(text) !== '' || text.search(this.#infix) >= 0
    );
  }

  #joinSpecials(text: string, tokens: readonly RawToken[]): readonly RawToken[] {
    const matches = this.#matcher.find(tokens);
    if (matches.length === 0) return tokens;
    const joined: RawToken[] = [];
    let copied = 0;
    for (const { first, last } of matches) {
      const from = tokens[first]?.start ?? 0;
      const final = tokens[last];
      if (final === undefined) continue;
      const special = this.#special(text.slice(from, final.start + final.lexeme.text.length));
      // The tokens match but the text has spaces between them: not the special case.
      if (special === undefined) continue;
      for (const token of tokens.slice(copied, first)) joined.push(token);
      addTokens(joined, special, from, final.spaceAfter);
      copied = last + 1;
    }
    for (const token of tokens.slice(copied)) joined.push(token);
    return joined;
  }
}

/** Appends tokens that follow each other without spaces from `start` on. */
function addTokens(tokens: RawToken[], lexemes: readonly Lexeme[], start: number, spaceAfter: boolean): void {
  let offset = start;
  let left = lexemes.length;
  for (const lexeme of lexemes) {
    left--;
    tokens.push({ lexeme, start: offset, spaceAfter: spaceAfter && left === 0 });
    offset += lexeme.text.length;
  }
}
