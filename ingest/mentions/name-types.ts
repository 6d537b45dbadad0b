/**
 * Which of the seven types a name is: by the gazetteer, by the name's own words, by a title beside it, by ner. A name is
 * one type throughout a bulletin. `Event` names no actor and is kept out of the mentions.
 */
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { fold, normalizeName } from '../gazetteer/normalize.ts';
import { singular } from './extend.ts';
import { ROYAL } from './untitled.ts';
import type { NameSpan } from './name-spans.ts';
import { headOf, isCapitalized, lower, textOf, type Tree, tokenAt } from './tree.ts';

type NameType = EntityType | 'Event';

export interface TypedSpan extends NameSpan {
  readonly type: NameType;
  /** How sure the type is: 3 gazetteer, 2 own words or title, 1 ner, 0 guessed. */
  readonly weight: number;
}

const BY_LABEL: Readonly<Record<string, NameType>> = {
  PERSON: 'Person',
  ORG: 'Organization',
  GPE: 'Place',
  LOC: 'Place',
  FAC: 'Facility',
  NORP: 'Group',
  EVENT: 'Event',
};

export function typeNames(
  tree: Tree,
  gazetteer: Gazetteer,
  spans: readonly NameSpan[],
  titled: ReadonlySet<number>,
): TypedSpan[] {
  const typed: TypedSpan[] = [];
  for (const span of spans) {
    const [type, weight] = typeOf(tree, gazetteer, span, titled);
    if (type !== null) typed.push({ ...span, type, weight });
  }
  return withOneTypeEach(tree, typed);
}

function typeOf(
  tree: Tree,
  gazetteer: Gazetteer,
  span: NameSpan,
  titled: ReadonlySet<number>,
): [NameType | null, number] {
  if (span.sense !== null) {
    const kind = span.sense.kind;
    if (kind === 'people' && span.sense.entry.type === 'Country') return ['Group', 3];
    if (kind === 'national') return ['Person', 3];
    return [span.sense.entry.type, 3];
  }
  if (titled.has(span.first)) return ['Person', 2];
  if (isThing(tree, gazetteer, span) || isSeat(tree, span)) return [null, 0];
  const shown = typeByContext(tree, gazetteer, span);
  if (shown !== null) return [shown, 2];
  const own = typeByWords(tree, gazetteer, span);
  if (own !== null) return [own, 2];
  if (startsWithGivenName(tree, gazetteer, span)) return ['Person', 2];
  if (isBracketedTerm(tree, span)) return [null, 0];
  const apposed = typeByApposition(tree, gazetteer, span);
  if (apposed !== null) return [apposed, 2];
  const byLabel = BY_LABEL[span.label];
  if (byLabel !== undefined) return [byLabel, 1];
  if (span.label !== '' && span.label !== 'LAW') return [null, 0];
  return [guess(tree, gazetteer, span), 0];
}

/** "(D-MA)", "(R–TX)": a party and a constituency behind the name of a member of parliament. */
const SEAT = /^[A-Z]{1,3}[-–][A-Z][A-Za-z.]{1,3}$/;

function isSeat(tree: Tree, span: NameSpan): boolean {
  return lower(tree, span.first - 1) === '(' && lower(tree, span.last + 1) === ')' && SEAT.test(textOf(tree, span));
}

/** "a Hyundai Tucson", "an MLRS": what has an indefinite article and is no body by its words is a make of thing. */
function isThing(tree: Tree, gazetteer: Gazetteer, span: NameSpan): boolean {
  if (gazetteer.lexicon.nouns.makers.has(lower(tree, span.first)) && span.first < span.last)
    return !gazetteer.lexicon.nouns.organizationWords.has(lower(tree, span.last));
  if (span.label !== '' && span.label !== 'PRODUCT') return false;
  if (!['a', 'an'].includes(lower(tree, span.first - 1))) return false;
  const last = tokenAt(tree, span.last);
  return last.dep !== 'compound' && last.dep !== 'nmod' && last.dep !== 'amod' && last.dep !== 'poss';
}

/** "the town of Samarra", "Los Choneros drug cartel", "the X (Y) agreement": the common noun beside says what it is. */
function typeByContext(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameType | null {
  const { nouns } = gazetteer.lexicon;
  const before = lower(tree, span.first - 2);
  if (lower(tree, span.first - 1) === 'of' && SETTLEMENTS.has(before)) return 'Place';
  if (SHIPS.has(lower(tree, span.first - 1)) || SHIP_PREFIX.test(tokenAt(tree, span.first).text)) return 'Facility';
  if (isBeforeCountry(tree, span)) return 'Place';
  if (span.first === span.last && ['near', 'outside'].includes(lower(tree, span.first - 1))) return 'Place';
  const head = tokenAt(tree, headOf(tree, span));
  if (['compound', 'nmod', 'appos'].includes(head.dep) && head.head > span.last && head.head - span.last <= 6) {
    const noun = tokenAt(tree, head.head);
    const word = noun.lemma.toLowerCase();
    if (nouns.namedKinds.has(word) && noun.pos === 'NOUN')
      return nouns.agreements.has(word) ? 'Agreement' : 'Organization';
  }
  return span.first === span.last && isAmongPlaces(tree, span) ? 'Place' : null;
}

/** "his successor, Nino Burjanadze", "Jane Doe, a lawyer", "the Mavi Marmara, a Turkish ship": the noun beside a comma. */
function typeByApposition(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameType | null {
  const head = headOf(tree, span);
  const token = tokenAt(tree, head);
  const beside =
    token.dep === 'appos' ? [token.head] : (tree.children[head] ?? []).filter((i) => tokenAt(tree, i).dep === 'appos');
  const { nouns, titles } = gazetteer.lexicon;
  for (const i of beside) {
    const noun = tokenAt(tree, i);
    if (noun.pos !== 'NOUN' || noun.tag !== 'NN' || Math.abs(i - head) > 12) continue;
    const lemma = noun.lemma.toLowerCase();
    if (nouns.people.has(lemma) || titles.head.has(lemma)) return span.last - span.first <= 4 ? 'Person' : null;
    if (SHIPS.has(lemma)) return 'Facility';
  }
  return null;
}

const SHIPS = new Set(
  'cruiser destroyer frigate corvette tanker ship warship vessel ferry submarine carrier yacht trawler flotilla boat'.split(
    ' ',
  ),
);
const SHIP_PREFIX = /^(USS|HMS|INS|MV|MT|RFS|HMAS|USNS)$/;
const SETTLEMENTS = new Set(
  'town city village province region district county governorate municipality state island port suburb neighborhood neighbourhood outskirts settlement commune oblast prefecture'.split(
    ' ',
  ),
);

/** "in Shir Ghazay, Afghanistan": between a preposition of place and the region or state. */
function isBeforeCountry(tree: Tree, span: NameSpan): boolean {
  const after = tree.doc.tokens[span.last + 2];
  if (lower(tree, span.last + 1) !== ',' || after?.entType !== 'GPE' || span.last - span.first > 3) return false;
  const before = lower(tree, span.first - 1);
  if (['in', 'near', 'outside', 'around'].includes(before)) return true;
  // "an airstrike on Orikhiv, Zaporizhzhia Oblast": a person would be followed by whose he is.
  return ['on', 'at', 'into'].includes(before) && !/^['’]s?$/.test(lower(tree, after.i + 1));
}

/** "in Bhaktapur, Kathmandu, and Lalitpur": one word coordinated with others after "in". */
function isAmongPlaces(tree: Tree, span: NameSpan): boolean {
  let token = tokenAt(tree, span.last);
  for (let step = 0; step < 6 && (token.dep === 'conj' || token.dep === 'appos'); step++)
    token = tokenAt(tree, token.head);
  if (token.i === span.last || token.dep !== 'pobj' || !['GPE', 'LOC'].includes(token.entType)) return false;
  return ['in', 'near', 'at'].includes(lower(tree, token.head));
}

/** "… Ministry", "… Islands", "… Treaty": the last word says it; "University of …", "Lake …": the first. */
function typeByWords(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameType | null {
  if (span.label === 'PERSON' && span.last - span.first < 3 && !NEVER_SURNAMES.test(lower(tree, span.last)))
    return null;
  const { nouns } = gazetteer.lexicon;
  if (gazetteer.lexicon.titles.head.has(lower(tree, span.first)) && ROYAL.has(lower(tree, span.first))) return 'Person';
  const lookUp = (word: string): NameType | null => {
    const one = singular(word);
    if (nouns.events.has(word)) return 'Event';
    if (nouns.agreements.has(one)) return 'Agreement';
    if (nouns.organizationWords.has(word)) return 'Organization';
    if (nouns.facilities.has(one)) return 'Facility';
    if (nouns.placeWords.has(word)) return 'Place';
    return null;
  };
  if (span.first === span.last) {
    const word = lower(tree, span.last);
    const one = singular(word);
    if (span.label === 'PERSON' || span.label === 'GPE') return null;
    return nouns.agreements.has(one) ? 'Agreement' : nouns.events.has(word) || nouns.events.has(one) ? 'Event' : null;
  }
  for (let i = span.first; i < span.last; i++) {
    if (!['of', 'for', 'on', 'to'].includes(lower(tree, i + 1))) continue;
    const before = lookUp(lower(tree, i));
    if (before !== null) return before;
  }
  const last = lookUp(lower(tree, span.last));
  if (last === null && span.label === 'LAW' && span.last - span.first >= 3) return 'Agreement';
  if (last !== null) return span.rule === 'site' && span.label === 'LOC' ? 'Place' : last;
  if (['camp', 'fort'].includes(lower(tree, span.first))) return 'Facility';
  return ['mount', 'lake', 'cape', 'gulf', 'strait', 'port', 'river', 'sea'].includes(lower(tree, span.first))
    ? 'Place'
    : null;
}

/** Words for bodies, places and buildings that end no person's name, whatever ner says. */
const NEVER_SURNAMES =
  /^(court|party|ministry|army|police|forces|coalition|committee|council|agency|commission|department|association|federation|movement|parliament|university|tomb|mosque|church|palace|hospital|airport|cathedral|shrine|temple|territory|province|district|region|islands?|county|governorate|oblast|prefecture|municipality)$/;

/** "exclusive economic zone (EEZ)": letters in brackets that stand for common words. */
function isBracketedTerm(tree: Tree, span: NameSpan): boolean {
  if (span.first !== span.last || lower(tree, span.first - 1) !== '(' || lower(tree, span.last + 1) !== ')')
    return false;
  const before = tree.doc.tokens[span.first - 2];
  return before !== undefined && before.pos === 'NOUN' && !isCapitalized(before);
}

/** "Petra Novak" is a person, whatever ner says of two or three words that begin with a given name. */
function startsWithGivenName(tree: Tree, gazetteer: Gazetteer, span: NameSpan): boolean {
  const size = span.last - span.first;
  return size >= 1 && size <= 3 && gazetteer.lexicon.given.has(fold(lower(tree, span.first)));
}

/** Capitals that ner passed over: after "in" a place; doing something in two or three words, a person; else a body. */
function guess(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameType | null {
  const last = tokenAt(tree, span.last);
  if (span.first === span.last && gazetteer.lexicon.nouns.people.has(last.lemma.toLowerCase())) return null;
  const before = tree.doc.tokens[span.first - 1];
  if (
    before !== undefined &&
    ['in', 'at', 'near', 'from', 'into', 'outside', 'around'].includes(before.text.toLowerCase())
  )
    return 'Place';
  const next = tree.doc.tokens[span.last + 1];
  if (next?.text === ',' && tree.doc.tokens[span.last + 2]?.entType === 'GPE' && span.first === span.last)
    return 'Place';
  if (last.dep === 'compound' && isLowerNoun(tree, last.head)) return null;
  if (/\p{Lu}.*\d/u.test(last.text) && span.first === span.last) return null;
  if (/^\p{Lu}{2,6}$/u.test(last.text) && span.first === span.last) return 'Organization';
  const size = span.last - span.first + 1;
  if (size === 1 && last.sentStart) return ['nsubj', 'nsubjpass'].includes(last.dep) ? 'Organization' : null;
  return size >= 2 && size <= 3 && ['nsubj', 'nsubjpass', 'dobj', 'appos', 'poss', 'conj'].includes(last.dep)
    ? 'Person'
    : 'Organization';
}

const isLowerNoun = (tree: Tree, i: number): boolean => {
  const token = tokenAt(tree, i);
  return token.pos === 'NOUN' && !isCapitalized(token);
};

/** The surest type of a name wins everywhere; the last or first word of a person's name alone is that person. */
function withOneTypeEach(tree: Tree, typed: readonly TypedSpan[]): TypedSpan[] {
  const votes = new Map<string, Map<NameType, number>>();
  const vote = (name: string, type: NameType, weight: number): void => {
    const types = votes.get(name) ?? new Map<NameType, number>();
    types.set(type, (types.get(type) ?? 0) + weight);
    votes.set(name, types);
  };
  for (const span of typed) {
    const name = normalizeName(textOf(tree, span));
    vote(name, span.type, 0.1 + span.weight * span.weight);
    if (
      span.type === 'Organization' &&
      span.label === 'ORG' &&
      span.rule !== 'body-of-name' &&
      span.first < span.last &&
      span.sense === null
    )
      vote(name.split(' ')[0] ?? name, 'Organization', 3);
    if (span.type !== 'Person' || span.first === span.last || span.sense !== null) continue;
    const words = name.split(' ');
    for (let from = 1; from < words.length; from++) vote(words.slice(from).join(' '), 'Person', 3 + span.weight);
    vote(words[0] ?? name, 'Person', 2.5 + span.weight);
  }
  return typed.map((span) => {
    if (span.sense !== null) return span;
    let best = span.type;
    let most = -1;
    for (const [type, weight] of votes.get(normalizeName(textOf(tree, span))) ?? []) {
      if (weight > most) {
        most = weight;
        best = type;
      }
    }
    return best === span.type ? span : { ...span, type: best };
  });
}
