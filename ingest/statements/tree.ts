/**
 * A dependency tree that can be walked downwards: children by label, coordination, noun-phrase and clause helpers that
 * every rule shares. Built once for a document; every walk is bounded by the sentence.
 */
import type { Doc, Token } from '../nlp/doc.ts';

export interface Tree {
  readonly doc: Doc;
  readonly children: readonly (readonly number[])[];
  /** By token: position of its sentence in {@link Doc.sentences}. */
  readonly sentenceOf: readonly number[];
}

/** Steps that a walk towards the root takes at most; deeper trees are cut here rather than walked for ever. */
export const MAX_CLIMB = 60;

export function treeOf(doc: Doc): Tree {
  const children: number[][] = doc.tokens.map(() => []);
  for (const token of doc.tokens) if (token.head !== token.i) children[token.head]?.push(token.i);
  const sentenceOf = Array.from({ length: doc.tokens.length }, () => 0);
  doc.sentences.forEach((sentence, at) => {
    for (let i = sentence.first; i <= sentence.last; i++) sentenceOf[i] = at;
  });
  return { doc, children, sentenceOf };
}

/** The token at a position that is known to exist. */
export function tokenAt(tree: Tree, i: number): Token {
  const token = tree.doc.tokens[i];
  if (token === undefined) throw new RangeError(`no token ${i} in a document of ${tree.doc.tokens.length} tokens`);
  return token;
}

/** Children of `i` with one of the labels, in text order; all children where no label is given. */
export function childrenOf(tree: Tree, i: number, ...deps: readonly string[]): readonly number[] {
  const all = tree.children[i] ?? [];
  return deps.length === 0 ? all : all.filter((c) => deps.includes(tokenAt(tree, c).dep));
}

/** The token and all that are coordinated with it below it: "A, B and C" from A. */
export function conjuncts(tree: Tree, i: number): number[] {
  const found = [i];
  for (let at = 0; at < found.length; at++)
    found.push(...childrenOf(tree, found[at] ?? i, 'conj'), ...listed(tree, found[at] ?? i));
  return found;
}

/** The parser takes the second of "A, B, and C" for an apposition; what is itself coordinated continues the list. */
function listed(tree: Tree, i: number): readonly number[] {
  return childrenOf(tree, i, 'appos').filter(
    (apposed) =>
      childrenOf(tree, apposed, 'conj').length > 0 &&
      tokenAt(tree, i).pos === 'PROPN' &&
      tokenAt(tree, apposed).pos === 'PROPN',
  );
}

export function isVerb(token: Token): boolean {
  return token.pos === 'VERB' || token.pos === 'AUX';
}

/** "A delegation appeals to embassies": a present tense taken for a plural noun, with its subject before it as a compound. */
export function isHeadlineVerb(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  return (
    token.dep === 'ROOT' &&
    token.tag === 'NNS' &&
    childrenOf(tree, i, 'compound', 'nmod').length > 0 &&
    childrenOf(tree, i, 'prep', 'dobj').length > 0
  );
}

/**
 * Whether the token heads a clause: a verb, or a noun that the tagger mistook a verb for ("Gates surrender to the FBI",
 * "leads a rally and calls on"), which shows by a subject of its own or by standing bare beside a verb.
 */
export function isPredicate(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  if (isVerb(token)) return true;
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN') return false;
  if (isHeadlineVerb(tree, i)) return true;
  if (childrenOf(tree, i, 'nsubj', 'nsubjpass').length > 0) return true;
  if (token.dep !== 'conj' || !isVerb(tokenAt(tree, token.head))) return false;
  return (
    childrenOf(tree, i, 'prep', 'dobj', 'ccomp').length > 0 &&
    childrenOf(tree, i, 'det', 'amod', 'compound', 'poss').length === 0
  );
}

export function isNoun(token: Token): boolean {
  return token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'NUM';
}

/** The lemma in lower case; British "-ise" is left as it is, the codebook lists it beside "-ize". */
export function lemmaOf(token: Token): string {
  const lemma = token.lemma.toLowerCase();
  return MISTAKEN_LEMMAS.get(lemma) ?? lemma;
}

/** Lemmas that the rule lemmatizer gets wrong, as the codebook has them. */
const MISTAKEN_LEMMAS = new Map([
  ['stag', 'stage'],
  ['kidnapp', 'kidnap'],
]);

/** A prepositional phrase: the preposition and the tokens that it governs (before coordination is spread). */
export interface Phrase {
  readonly name: string;
  readonly prep: number;
  readonly objects: readonly number[];
}

/** Prepositional phrases directly under `i`, with those nested in another preposition ("out of", "from across"). */
export function phrasesUnder(tree: Tree, i: number): Phrase[] {
  const found: Phrase[] = [];
  const pending = [...childrenOf(tree, i, 'prep', 'agent', 'dative')];
  for (let at = 0; at < pending.length; at++) {
    const prep = pending[at];
    if (prep === undefined) break;
    const objects = childrenOf(tree, prep, 'pobj');
    const token = tokenAt(tree, prep);
    if (objects.length > 0) found.push({ name: token.text.toLowerCase(), prep, objects });
    // "sent drones to Iran, according to the Pentagon": the two words are one preposition.
    if (!COMPOUND.has(token.text.toLowerCase())) pending.push(...childrenOf(tree, prep, 'prep'));
    pending.push(...childrenOf(tree, prep, 'conj').filter((c) => isPreposition(tree, c)));
  }
  return found;
}

/** First words of prepositions of two words, of which the second says nothing by itself. */
const COMPOUND = new Set(['according', 'due', 'owing', 'thanks', 'contrary', 'prior']);

function isPreposition(tree: Tree, i: number): boolean {
  return tokenAt(tree, i).pos === 'ADP';
}

/** "a region that Moscow recognised", with "that" tagged as a conjunction. */
function isRelativeThat(tree: Tree, token: Token): boolean {
  return (
    token.text.toLowerCase() === 'that' &&
    token.tag === 'IN' &&
    ['dobj', 'nsubj', 'nsubjpass'].includes(token.dep) &&
    tokenAt(tree, token.head).dep === 'relcl'
  );
}

/** The antecedent of a relative pronoun, or the token itself. */
export function antecedent(tree: Tree, i: number): number {
  const token = tokenAt(tree, i);
  if (!['WDT', 'WP', 'WP$'].includes(token.tag) && !isRelativeThat(tree, token)) return i;
  let at = token;
  for (let step = 0; step < MAX_CLIMB && at.head !== at.i; step++) {
    // "accused Russia of poisoning X, which Moscow denied": not a person, but all that was said.
    if (at.dep === 'relcl')
      return token.text.toLowerCase() === 'which' && tokenAt(tree, at.head).entType === 'PERSON' ? i : at.head;
    at = tokenAt(tree, at.head);
  }
  return i;
}

/**
 * "X urged Y; Z said so": the parser makes the clause before the semicolon a complement of the verb behind it. It is a
 * sentence of its own.
 */
export function standsAlone(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  if (token.dep !== 'ccomp' || token.head < i) return false;
  return childrenOf(tree, token.head, 'punct').some((p) => p > i && p < token.head && tokenAt(tree, p).text === ';');
}

/** ", and the United States appealed" behind a reported clause: a further clause of the bulletin's own. */
export function beginsAnew(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  if (token.dep !== 'conj' || childrenOf(tree, i, 'nsubj', 'nsubjpass').length === 0) return false;
  if (childrenOf(tree, i, 'mark').length > 0) return false;
  return childrenOf(tree, token.head, 'cc').some((cc) => cc < i && tokenAt(tree, Math.max(0, cc - 1)).text === ',');
}
