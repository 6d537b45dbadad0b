/**
 * Phrases that name an office: "Japanese Foreign Minister", "President of Ecuador", "the Kremlin's spokesman", "Secretary of
 * State". Read from left to right over the tokens, a bounded number of them; who holds the office is office-holders.ts's part.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { TokenSpan } from '../nlp/doc.ts';
import type { NameSpan } from './name-spans.ts';
import { complementAt } from './office-complements.ts';
import { childrenOf, isCapitalized, isStance, lower, type Tree, textOf, tokenAt } from './tree.ts';

export interface OfficePhrase extends TokenSpan {
  /** The token of the office noun: "Minister". */
  readonly head: number;
  /** Lower-case head noun with the words that belong to the title: "foreign minister". */
  readonly title: string;
  /** The name of what it is an office of, where the phrase has it. */
  readonly owner: NameSpan | null;
  /** Further owners where several hold it: "the presidents of Ghana and Togo". */
  readonly others: readonly NameSpan[];
  /** A body named by a common noun in the title, whose office it is: "junta" in "junta leader". */
  readonly body: number | null;
  /** Head of a common noun whose office it is: "group" in "the group's leader". */
  readonly possessor: number | null;
  readonly former: boolean;
  /** Two or more of them: "ministers". */
  readonly plural: boolean;
  readonly determiner: string;
}

const BODIES = new Set(
  'junta army military police navy opposition ministry party parliament senate court union bank militia'.split(' '),
);
const REACH_BACK = 8;
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'one',
  'another',
  'some',
  'two',
  'both',
  'this',
  'that',
  'whose',
]);

export function findOffices(tree: Tree, gazetteer: Gazetteer, names: readonly NameSpan[]): OfficePhrase[] {
  const ending = new Map<number, NameSpan>();
  const starting = new Map<number, NameSpan>();
  const inside = new Set<number>();
  for (const span of names) {
    if (!ending.has(span.last)) ending.set(span.last, span);
    if (!starting.has(span.first)) starting.set(span.first, span);
    if (span.first < span.last) for (let i = span.first; i <= span.last; i++) inside.add(i);
  }
  const found: OfficePhrase[] = [];
  for (let i = 0; i < tree.doc.tokens.length; i++) {
    if (inside.has(i) || !(isOfficeNoun(tree, gazetteer, i) || isCalling(tree, gazetteer, i, starting))) continue;
    const phrase = phraseAt(tree, gazetteer, i, ending, starting);
    if (phrase === null) continue;
    found.push(phrase);
    i = Math.max(i, phrase.last);
  }
  return found;
}

function isOfficeNoun(tree: Tree, gazetteer: Gazetteer, i: number): boolean {
  const token = tokenAt(tree, i);
  const general = token.text.toLowerCase() === 'general' && lower(tree, i - 1) === '-';
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN' && !general) return false;
  const { head } = gazetteer.lexicon.titles;
  const word = token.text.toLowerCase();
  if (!head.has(word) && !head.has(token.lemma.toLowerCase())) return false;
  // "the Premier League" has no premier.
  const above = tree.words[token.head] ?? '';
  if (token.dep === 'compound' && token.head > i && isCapitalized(tokenAt(tree, token.head)) && above === 'league')
    return false;
  // "the Israel–Premier Tech team".
  if (lower(tree, i - 1) === '–' && !tokenAt(tree, Math.max(0, i - 1)).spaceAfter) return false;
  // "Voters head to the polls".
  if (word === 'head' && ['to', 'for', 'into', 'towards', 'home', 'back'].includes(lower(tree, i + 1))) return false;
  if (token.dep === 'compound' && token.head === i + 1 && isLowerNoun(tree, i + 1) && !head.has(lower(tree, i + 1)))
    return false;
  // "Defence Secretary General Staff": the noun that goes on as a longer title is read at its last word.
  const next = tree.doc.tokens[i + 1];
  const nextWord = next?.text.toLowerCase() ?? '';
  if (next !== undefined && head.has(nextWord) && ['NOUN', 'PROPN'].includes(next.pos) && token.spaceAfter)
    return false;
  return !(
    nextWord === '-' &&
    ['general', 'elect', 'president', 'designate'].includes(lower(tree, i + 2)) &&
    head.has(lower(tree, i + 2))
  );
}

/** "captive soldier Gilad Shalit", "campaigner Rafael Marques": a noun for people right before a name. */
function isCalling(tree: Tree, gazetteer: Gazetteer, i: number, starting: ReadonlyMap<number, NameSpan>): boolean {
  const token = tokenAt(tree, i);
  if (token.tag !== 'NN' || !gazetteer.lexicon.nouns.people.has(token.lemma.toLowerCase())) return false;
  const next = starting.get(i + 1);
  return next !== undefined && next.sense === null && (next.label === 'PERSON' || next.label === '');
}

/** "a head wound", "the president's chair": what follows is the thing, not the holder. */
function isLowerNoun(tree: Tree, i: number): boolean {
  const token = tree.doc.tokens[i];
  return token?.pos === 'NOUN' && !isCapitalized(token);
}

const isPlural = (tree: Tree, i: number): boolean => ['NNS', 'NNPS'].includes(tokenAt(tree, i).tag);

/** "Hungarian and Romanian officials": the state before "and". */
function stateBefore(tree: Tree, name: NameSpan, ending: ReadonlyMap<number, NameSpan>): NameSpan | null {
  if (name.sense?.entry.type !== 'Country' || lower(tree, name.first - 1) !== 'and') return null;
  const before = ending.get(name.first - 2);
  return before?.sense?.entry.type === 'Country' && before.cut === 0 ? before : null;
}

function phraseAt(
  tree: Tree,
  gazetteer: Gazetteer,
  head: number,
  ending: ReadonlyMap<number, NameSpan>,
  starting: ReadonlyMap<number, NameSpan>,
): OfficePhrase | null {
  const { titles } = gazetteer.lexicon;
  let first = head;
  let titleFrom = head;
  let owner: NameSpan | null = null;
  let body: number | null = null;
  let possessor: number | null = null;
  let former = false;
  const others: NameSpan[] = [];
  let determiner = '';
  const start = tree.doc.sentences[tree.sentenceOf[head] ?? 0]?.first ?? 0;
  for (let i = head - 1; i >= Math.max(start, head - REACH_BACK); i--) {
    const word = lower(tree, i);
    const name = ending.get(i);
    // "is elected president": the verb is no part of the title.
    if (childrenOf(tree, i, 'auxpass', 'nsubjpass', 'aux').length > 0) break;
    if (name !== undefined && isStance(tree, name.first - 1)) break;
    if (titles.former.has(word) && word !== 'late') {
      former = true;
      first = i;
    } else if (
      name !== undefined &&
      owner === null &&
      name.cut === 0 &&
      (name.label !== 'PERSON' || /^['’]s?$/.test(lower(tree, i + 1)))
    ) {
      owner = name;
      i = name.first;
      first = i;
      const before = stateBefore(tree, name, ending);
      if (before !== null && isPlural(tree, head)) {
        others.push(name);
        owner = before;
        i = before.first;
        first = i;
      }
    } else if (name?.label === 'PERSON') {
      // "Qin Gang and senior diplomat Wang Yi": a name before the title ends it.
      break;
    } else if ((titles.modifier.has(word) && tokenAt(tree, i).pos !== 'ADP') || titles.head.has(word)) {
      first = i;
      if (BODIES.has(word) && body === null && tokenAt(tree, i).pos !== 'ADJ') body = i;
      if (titleFrom === i + 1 || (titleFrom === i + 2 && lower(tree, i + 1) === '-')) titleFrom = i;
    } else if (
      word === '-' ||
      /^['’]s?$/.test(word) ||
      (word === 'and' && titles.modifier.has(lower(tree, i - 1)) && !ending.has(i - 1) && titleFrom === i + 1)
    ) {
      if (word === 'and') titleFrom = i;
      first = i;
    } else if (/^['’]s?$/.test(lower(tree, i + 1)) && tokenAt(tree, i).pos === 'NOUN' && owner === null) {
      possessor = i;
      first = tree.left[i] ?? i;
      break;
    } else {
      if (DETERMINERS.has(word)) {
        determiner = word;
        first = i;
      }
      break;
    }
  }
  while (first < head && /^(-|['’]s?)$/.test(lower(tree, first))) first++;
  let last = head;
  if (lower(tree, last + 1) === '-' && ['elect', 'designate', 'general', 'in'].includes(lower(tree, last + 2))) {
    last += lower(tree, last + 2) === 'in' ? 4 : 2;
  }
  const titleEnd = last;
  let titleLast = titleEnd;
  const complement = complementAt(tree, gazetteer, titleEnd, starting);
  if (complement !== null) {
    last = complement.last;
    owner ??= complement.owner;
    titleLast = complement.titleLast;
  }
  body ??= complement?.body ?? null;
  if (complement?.body != null) last = Math.max(last, complement.body);
  const title = textOf(tree, { first: titleFrom, last: titleLast });
  return {
    first,
    last,
    head,
    title,
    owner,
    others: [...others, ...(complement?.others ?? [])],
    body,
    possessor,
    former,
    plural: isPlural(tree, head),
    determiner,
  };
}

/** "The post of prime minister", "a term limit for the president", "vote for the president": the office and nobody in it. */
export function isAnybodys(tree: Tree, phrase: OfficePhrase): boolean {
  const head = tokenAt(tree, phrase.head);
  if (head.dep !== 'pobj' || !['of', 'for'].includes(lower(tree, head.head))) return false;
  return OPEN_TO_ANYBODY.has(tokenAt(tree, tokenAt(tree, head.head).head).lemma.toLowerCase());
}

const OPEN_TO_ANYBODY = new Set(
  'post position role job vote election elect candidate candidacy nomination nominee nominate run bid campaign limit term race'.split(
    ' ',
  ),
);
