/** Names without the titles and callings that ner or a run of capitals gave them: "Foreign Minister Wang Yi", "Actor Jane Roe". */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { fold } from '../gazetteer/normalize.ts';
import { singular } from './extend.ts';
import type { NameSpan } from './name-spans.ts';
import { lower, type Tree, tokenAt } from './tree.ts';

/** "Foreign Minister Wang Yi" without its office; null where only title words are there. */
export function withoutTitles(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan | null {
  const { titles } = gazetteer.lexicon;
  if (span.label !== 'PERSON' && span.label !== '') {
    const whole = span.first === span.last && isTitle(gazetteer, lower(tree, span.first));
    if (span.first < span.last && /^(dr|mr|mrs|ms|prof)\.?$/.test(lower(tree, span.first)))
      return { ...span, first: span.first + 1, label: 'PERSON', rule: `${span.rule}:untitled` };
    return whole ? null : afterTitleWords(tree, gazetteer, span);
  }
  // "Dr." before a name that is found without it.
  if (span.first === span.last && titles.honorific.has(lower(tree, span.first))) return null;
  let cutTo = span.first;
  for (let i = span.first; i < span.last; i++) {
    const word = lower(tree, i);
    if (ROYAL.has(word) && isRegnal(tree, i + 1, span.last)) break;
    // "Bismillah Khan Mohammadi", "Martin Luther King Jr.": inside a name the word is a name.
    if (titles.namesake.has(word) && i > span.first && cutTo < i) break;
    if (isTitle(gazetteer, word) || titles.honorific.has(word)) cutTo = i + 1;
  }
  if (
    isTitle(gazetteer, lower(tree, span.last)) &&
    (span.label === '' || cutTo === span.last || isAllTitle(tree, gazetteer, span))
  )
    return null;
  return cutTo === span.first ? span : { ...span, first: cutTo, rule: `${span.rule}:untitled` };
}

/**
 * "Environmentalist Marina Silva", "United States Marine Joseph Pemberton": what somebody is stands before the name. A calling
 * that is a given name as well ("Marine Le Pen") is told by the state or the other calling before it.
 */
export function afterCalling(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan {
  const { titles, given } = gazetteer.lexicon;
  // Also where nothing tells a person but the given name behind the calling.
  const isRun =
    ['', 'ORG', 'GPE'].includes(span.label) &&
    span.last - span.first >= 2 &&
    given.has(fold(lower(tree, span.first + 1)));
  const isBody = gazetteer.lexicon.nouns.organizationWords.has(lower(tree, span.last));
  if ((span.label !== 'PERSON' && !isRun) || span.sense !== null || isBody) return span;
  let first = afterBody(tree, gazetteer, span);
  while (first < span.last && titles.calling.has(lower(tree, first))) {
    const isGiven = given.has(fold(lower(tree, first)));
    const before = tree.doc.tokens[first - 1]?.text ?? '';
    const isTold =
      titles.calling.has(before.toLowerCase()) ||
      before === 'States' ||
      gazetteer.senses(before).some(({ entry }) => entry.type === 'Country');
    if (isGiven && !isTold) break;
    first++;
  }
  return first === span.first ? span : { ...span, first, label: 'PERSON', rule: `${span.rule}:untitled` };
}

/** "the head of the Redwan Force Mustafa Shahadi", taken for one person: behind the word for a body stands the name. */
function afterBody(tree: Tree, gazetteer: Gazetteer, span: NameSpan): number {
  if (span.label !== 'PERSON') return span.first;
  for (let i = span.last - 2; i > span.first; i--)
    if (BODIES.has(lower(tree, i)) && gazetteer.lexicon.nouns.organizationWords.has(lower(tree, i))) return i + 1;
  return span.first;
}

const BODIES = new Set(
  'force forces army party ministry council committee front brigade brigades union court senate guard agency department'.split(
    ' ',
  ),
);

/** "Minister of" before "Foreign Affairs Paulo Portas": the words of the title are cut from the name. */
function afterTitleWords(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan {
  const { titles } = gazetteer.lexicon;
  const isComplement =
    ['of', 'for'].includes(lower(tree, span.first - 1)) && titles.head.has(lower(tree, span.first - 2));
  if (!isComplement) return span;
  let { first } = span;
  while (first < span.last && titles.modifier.has(lower(tree, first))) first++;
  return first === span.first ? span : { ...span, first, label: '', rule: `${span.rule}:untitled` };
}

export const isTitle = (gazetteer: Gazetteer, word: string): boolean =>
  gazetteer.lexicon.titles.head.has(word) || gazetteer.lexicon.titles.head.has(singular(word));

function isAllTitle(tree: Tree, gazetteer: Gazetteer, span: NameSpan): boolean {
  const { titles } = gazetteer.lexicon;
  for (let i = span.first; i < span.last; i++) {
    const word = lower(tree, i);
    if (!titles.modifier.has(word) && !titles.head.has(word) && word !== '-') return false;
  }
  return true;
}

/** Titles that stay with a name that is only a given name: "Prince Charles", "Pope Francis", "King Charles III". */
export const ROYAL: ReadonlySet<string> = new Set([
  'king',
  'queen',
  'prince',
  'princess',
  'pope',
  'emperor',
  'empress',
  'sultan',
  'emir',
]);

const isRegnal = (tree: Tree, first: number, last: number): boolean =>
  first === last || (first + 1 === last && /^[IVX]+$/.test(tokenAt(tree, last).text));
