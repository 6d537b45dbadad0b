/**
 * The order of the components: tokenizer, network (tags, tree, sentences, names), attribute ruler, lemmatizer.
 * Contract: the same output as spaCy's en_core_web_sm, and `doc.text.slice(token.start, token.end) === token.text`.
 */
import { AttributeRuler } from './attribute-ruler.ts';
import type { Doc, NamedSpan, Token, TokenSpan } from './doc.ts';
import { StringIds } from './hash.ts';
import { Lemmatizer } from './lemmatizer.ts';
import { Lexicon } from './lexeme.ts';
import type { ModelDescription } from './model/schema.ts';
import type { NeuralInput, NeuralOutput, WordFeatures } from './neural.ts';
import { normLookup } from './norms.ts';
import { type RawToken, Tokenizer } from './tokenizer.ts';

/** Longest text that is analysed, in UTF-16 units: the models keep some 4 KB for each word. */
export const MAX_TEXT_LENGTH = 1_000_000;

/** The text is longer than {@link MAX_TEXT_LENGTH}. */
export class TextTooLongError extends Error {
  override readonly name = 'TextTooLongError';
  readonly length: number;

  constructor(length: number) {
    super(
      `The text has ${length} characters; the English pipeline takes at most ${MAX_TEXT_LENGTH}. Split it at paragraph ends.`,
    );
    this.length = length;
  }
}

/** A piece of the text as the tokenizer cuts it. */
export type TextToken = Pick<Token, 'text' | 'start' | 'end' | 'spaceAfter' | 'norm'>;

/** The learned components; see neural.ts. */
export interface Network {
  word(features: WordFeatures): WordFeatures;
  run(input: NeuralInput): NeuralOutput;
}

/** With flag u, only halves without their partner are code points of category Cs. */
const LONE_SURROGATE = /\p{Cs}/gu;

const IOB = ['O', 'I', 'O', 'B'] as const;

export class Pipeline {
  readonly #model: ModelDescription;
  readonly #network: Network;
  readonly #tokenizer: Tokenizer;
  readonly #ruler: AttributeRuler;
  readonly #lemmatizer: Lemmatizer;

  constructor(model: ModelDescription, network: Network) {
    this.#model = model;
    this.#network = network;
    const lexicon = new Lexicon(normLookup(model.norms, new StringIds(model.symbols)), (word) => network.word(word));
    this.#tokenizer = new Tokenizer(model.tokenizer, lexicon);
    this.#ruler = new AttributeRuler(model.ruler);
    this.#lemmatizer = new Lemmatizer(model.lemmatizer);
  }

  /**
   * Analyses one text. A lone surrogate, which no encoding can carry, is read as U+FFFD; `Doc.text` and `Token.text` keep
   * it as it came, norm and lemma have U+FFFD. Throws {@link TextTooLongError}.
   */
  parse(text: string): Doc {
    const raw = this.#cut(text);
    const spaces = new Uint8Array(raw.length);
    const words = raw.map(({ lexeme, spaceAfter }, i) => {
      if (spaceAfter) spaces[i] = 1;
      return lexeme.word;
    });
    const tokens = this.#describe(text, raw, this.#network.run({ words, spaces }));
    return { text, tokens, sentences: sentencesOf(tokens), entities: entitiesOf(tokens) };
  }

  /** The tokens alone: some eighty times as fast as {@link parse}, with the same bound and the same errors. */
  tokenize(text: string): readonly TextToken[] {
    return this.#cut(text).map(({ lexeme, start, spaceAfter }) => ({
      text: ownText(text, lexeme.text, start),
      start,
      end: start + lexeme.text.length,
      spaceAfter,
      norm: lexeme.norm,
    }));
  }

  #cut(text: string): readonly RawToken[] {
    if (text.length > MAX_TEXT_LENGTH) throw new TextTooLongError(text.length);
    return this.#tokenizer.tokenize(text.replace(LONE_SURROGATE, '\ufffd'));
  }

  #describe(text: string, raw: readonly RawToken[], output: NeuralOutput): readonly Token[] {
    const { tags, deps, entities } = this.#model;
    const read = raw.map(({ lexeme }, i) => ({
      tag: tags[output.tags[i] ?? 0] ?? '',
      dep: deps[output.deps[i] ?? 0] ?? '',
      lower: lexeme.lower,
      isSpace: lexeme.isSpace,
    }));
    const ruled = this.#ruler.apply(read);
    return raw.map(({ lexeme, start, spaceAfter }, i) => {
      const rules = ruled[i];
      const pos = rules?.pos ?? '';
      const morph = rules?.morph ?? '';
      const entIob = IOB[output.entIob[i] ?? 0] ?? 'O';
      return {
        i,
        text: ownText(text, lexeme.text, start),
        start,
        end: start + lexeme.text.length,
        spaceAfter,
        norm: lexeme.norm,
        tag: rules?.tag ?? read[i]?.tag ?? '',
        pos,
        morph,
        lemma: rules?.lemma ?? this.#lemmatizer.lemmatize(lexeme.text, pos, morph),
        head: output.heads[i] ?? i,
        dep: rules?.dep ?? read[i]?.dep ?? '',
        sentStart: output.sentStarts[i] === 1,
        entIob,
        entType: entIob === 'O' ? '' : (entities[output.entTypes[i] ?? 0] ?? ''),
      };
    });
  }
}

/** The lexeme's string, shared by all its tokens, except where a lone surrogate may make the two differ. */
function ownText(text: string, word: string, start: number): string {
  return word.includes('\ufffd') ? text.slice(start, start + word.length) : word;
}

function sentencesOf(tokens: readonly Token[]): readonly TokenSpan[] {
  const firsts = tokens.filter((token) => token.sentStart).map((token) => token.i);
  return firsts.map((first, i) => ({ first, last: (firsts[i + 1] ?? tokens.length) - 1 }));
}

function entitiesOf(tokens: readonly Token[]): readonly NamedSpan[] {
  const names: { first: number; last: number; type: string }[] = [];
  for (const { i, entIob, entType } of tokens) {
    const open = names.at(-1);
    if (entIob === 'B') names.push({ first: i, last: i, type: entType });
    else if (entIob === 'I' && open !== undefined) open.last = i;
  }
  return names;
}
