/**
 * What the English pipeline makes of one text: tokens with tags, lemmas, heads and names, and the sentences.
 * Labels are those of spaCy's en_core_web_sm: Penn tags, Universal POS, ClearNLP dependencies, OntoNotes entity types.
 */

/** One token. Indices are positions in {@link Doc.tokens}; offsets are UTF-16 units into {@link Doc.text}. */
export interface Token {
  readonly i: number;
  readonly text: string;
  /** Offset of the first character; `doc.text.slice(start, end) === text`. */
  readonly start: number;
  readonly end: number;
  /** Whether one space follows, as in spaCy's `whitespace_`. */
  readonly spaceAfter: boolean;
  readonly norm: string;
  readonly tag: string;
  readonly pos: string;
  /** Universal Dependencies features, `Number=Sing|Person=3`, or the empty string. */
  readonly morph: string;
  readonly lemma: string;
  /** The token's head; a root is its own head, as in spaCy. */
  readonly head: number;
  readonly dep: string;
  readonly sentStart: boolean;
  /** Position in the name that the token belongs to, and that name's type; `O` and the empty string outside. */
  readonly entIob: 'B' | 'I' | 'O';
  readonly entType: string;
}

/** Tokens `first` to `last`, both included. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
}

/** A name that ner found, with its OntoNotes type (PERSON, GPE, ORG, NORP, DATE...). */
export interface NamedSpan extends TokenSpan {
  readonly type: string;
}

export interface Doc {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly TokenSpan[];
  readonly entities: readonly NamedSpan[];
}
