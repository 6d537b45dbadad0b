/** One sentence while its tree is repaired: its tokens, who hangs under whom, and what an edit may change. */
import type { Token } from '../nlp/doc.ts';

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  /** By token, counted from {@link first}. */
  readonly children: readonly (readonly number[])[];
  readonly isVerbLemma: (lemma: string) => boolean;
  readonly isNounLemma: (lemma: string) => boolean;
}

export type Edit = Partial<Pick<Token, 'head' | 'dep' | 'tag' | 'pos' | 'lemma'>>;
export type Edits = ReadonlyMap<number, Edit>;

export const NOTHING: Edits = new Map();

export function childrenIn(tokens: readonly Token[], first: number, last: number): number[][] {
  const children: number[][] = [];
  for (let i = first; i <= last; i++) children.push([]);
  for (let i = first; i <= last; i++) {
    const head = tokens[i]?.head ?? i;
    if (head !== i) children[head - first]?.push(i);
  }
  return children;
}

export function at(sentence: Sentence, i: number): Token {
  const token = sentence.tokens[i];
  if (token === undefined) throw new RangeError(`no token ${i} in a document of ${sentence.tokens.length} tokens`);
  return token;
}

export function under(sentence: Sentence, i: number, ...deps: readonly string[]): readonly number[] {
  const all = sentence.children[i - sentence.first] ?? [];
  return deps.length === 0 ? all : all.filter((c) => deps.includes(at(sentence, c).dep));
}

/** Where the phrase that hangs under `i` begins. */
export function leftmost(sentence: Sentence, i: number): number {
  let found = i;
  for (let child = under(sentence, found)[0]; child !== undefined && child < found; child = under(sentence, found)[0])
    found = child;
  return found;
}

export function rootOf(sentence: Sentence): Token | undefined {
  for (let i = sentence.first; i <= sentence.last; i++) {
    const token = sentence.tokens[i];
    if (token?.head === i) return token;
  }
  return undefined;
}

export function isNominal(token: Token): boolean {
  return token.tag.startsWith('NN');
}

export const FINITE: ReadonlySet<string> = new Set(['VBZ', 'VBP', 'VBD']);

/** Labels of what stands before a noun and belongs to it. */
export const BEFORE_NOUN: ReadonlySet<string> = new Set([
  'det',
  'amod',
  'poss',
  'compound',
  'nmod',
  'nummod',
  'predet',
  'quantmod',
  'case',
  'advmod',
]);

/** Nouns without a plural ending that take a plural verb. */
const PLURAL_NOUNS = new Set(['police', 'people', 'troops', 'cattle', 'gunmen', 'militia', 'staff', 'crew']);

export function isPlural(token: Token): boolean {
  return token.tag === 'NNS' || token.tag === 'NNPS' || PLURAL_NOUNS.has(token.text.toLowerCase());
}

/** Forms in -s and the verbs that they may be of: "complies" of "comply", "releases" of "release". */
const THIRD_PERSON: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/s$/, ''],
  [/es$/, ''],
];

/** The verb that the word may be a form of in the present tense, whatever the tagger took it for; undefined where none is known. */
export function presentVerb(sentence: Sentence, token: Token): string | undefined {
  const lemma = token.lemma.toLowerCase();
  if (sentence.isVerbLemma(lemma)) return lemma;
  const text = token.text.toLowerCase();
  return THIRD_PERSON.map(([ending, verb]) => (ending.test(text) ? text.replace(ending, verb) : text)).find((verb) =>
    sentence.isVerbLemma(verb),
  );
}
