/** Office words as mentions: the person meant by an office alone, and the body inside a title ("junta" in "junta leader"). */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { TokenSpan } from '../nlp/doc.ts';
import type { FoundMention } from './found.ts';
import { countryOf } from './nominal-mentions.ts';
import type { Holding } from './office-holders.ts';
import type { OfficePhrase } from './office-phrases.ts';
import { lower, textOf, type Tree, tokenAt } from './tree.ts';

const BASE = {
  id: -1,
  entry: null,
  form: null,
  aliases: [],
  bare: '',
  of: null,
  others: [],
  gender: null,
  inner: null,
} as const;

export function officeMention(tree: Tree, gazetteer: Gazetteer, { phrase, rule }: Holding): FoundMention {
  const first = tokenAt(tree, phrase.first);
  const last = tokenAt(tree, phrase.last);
  const word = lower(tree, phrase.head);
  const { female, male } = gazetteer.lexicon.titles;
  return {
    ...BASE,
    first: phrase.first,
    last: phrase.last,
    head: phrase.head,
    kind: 'office',
    text: textOf(tree, phrase),
    start: first.start,
    end: last.end,
    type: phrase.plural ? 'Group' : 'Person',
    name: phrase.title.toLowerCase(),
    number: phrase.plural ? 'several' : 'one',
    gender: female.has(word) ? 'female' : male.has(word) ? 'male' : null,
    noun: phrase.title.toLowerCase(),
    definite: !['a', 'an', 'some', 'two', 'another'].includes(phrase.determiner),
    rule,
  };
}

const KINDS_OF_BODY = new Set(
  'foreign defence defense interior justice finance health central supreme constitutional high ruling military state border security'.split(
    ' ',
  ),
);

/** The words of the body inside a title, with the nationality or kind right before them. */
export function bodySpan(tree: Tree, phrase: OfficePhrase): TokenSpan | null {
  if (phrase.body === null) return null;
  let first = phrase.body;
  while (first > phrase.first && KINDS_OF_BODY.has(lower(tree, first - 1))) first--;
  const owner = phrase.owner;
  // "chief of the Japanese national police agency": up to the state, over what kind of body it is.
  const isOwned = owner !== null && /^['’]s?$/.test(lower(tree, owner.last + 1));
  const isBehind = phrase.body > phrase.head && owner !== null && owner.last < first && !isOwned;
  if (isBehind || owner?.last === first - 1 || (owner?.last === first - 2 && isOwned)) ({ first } = owner);
  return { first, last: phrase.body };
}

/** "Iran's central bank" is usually the "Iranian central bank". */
function nameOf(gazetteer: Gazetteer, phrase: OfficePhrase, text: string): string {
  const owner = phrase.owner?.sense?.entry;
  const adjective = owner?.type === 'Country' ? gazetteer.entries.get(owner.key)?.adjectives?.[0] : undefined;
  return adjective === undefined ? text.replace(/\s*['’]s\b/g, '') : text.replace(/^.*['’]s?(?= )/, adjective);
}

export function bodyMention(tree: Tree, gazetteer: Gazetteer, phrase: OfficePhrase): FoundMention | null {
  const span = bodySpan(tree, phrase);
  if (span === null || phrase.body === null) return null;
  const owner = phrase.owner?.sense?.entry;
  const text = textOf(tree, span);
  return {
    ...BASE,
    ...span,
    head: phrase.body,
    kind: 'nominal',
    text,
    start: tokenAt(tree, span.first).start,
    end: tokenAt(tree, span.last).end,
    type: 'Organization',
    name: nameOf(gazetteer, phrase, text),
    of: owner === undefined ? null : countryOf(gazetteer, owner),
    number: 'unknown',
    noun: lower(tree, phrase.body),
    definite: true,
    rule: 'body-in-title',
  };
}
