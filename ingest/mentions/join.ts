/**
 * Names that were found in pieces: persons over hyphens and split in two, bodies with the nationality before them ("Israeli"
 * + "Air Force") and with what they are of ("Supreme Court" + "of Guinea"). The pieces stay where they are names too.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import { headOf, isCapitalized, lower, type Tree, tokenAt } from './tree.ts';

type Tidy = (spans: readonly NameSpan[]) => NameSpan[];

const PERSONAL = new Set(['PERSON', '', 'NORP', 'GPE', 'ORG', 'FAC', 'LOC']);

/** "Han Duck" + "-soo", "José Adolfo" + "Macías Villamar". */
export function joinPersons(tree: Tree, spans: readonly NameSpan[]): NameSpan[] {
  const joined: NameSpan[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    const longer = overHyphen(tree, overParticles(tree, span));
    if (before !== undefined && isOnePerson(tree, before, longer)) {
      const label = before.label === 'PERSON' || longer.label === 'PERSON' ? 'PERSON' : '';
      joined[joined.length - 1] = { ...before, last: longer.last, label, rule: 'joined' };
    } else if (
      before === undefined ||
      longer.first > before.last ||
      longer.last > before.last ||
      longer.sense !== null ||
      before.label !== 'PERSON'
    ) {
      joined.push(longer);
    }
  }
  return joined;
}

const PARTICLES = new Set('von van der den de la du del dos da di bin ibn al el'.split(' '));

/** "Ursula von" + "der Leyen": small words inside a name, up to the next capital. */
function overParticles(tree: Tree, span: NameSpan): NameSpan {
  const isOpen = PARTICLES.has(tokenAt(tree, span.last).text) && span.first < span.last;
  if (span.sense !== null || (span.label !== 'PERSON' && !isOpen)) return span;
  let last = span.last + 1;
  while (last < span.last + 4 && PARTICLES.has(tree.doc.tokens[last]?.text ?? '')) last++;
  const token = tree.doc.tokens[last];
  const open = PARTICLES.has(tokenAt(tree, span.last).text) || last > span.last + 1;
  if (!open || token === undefined || !isCapitalized(token) || token.pos !== 'PROPN') return span;
  return tree.sentenceOf[last] === tree.sentenceOf[span.last] ? { ...span, last } : span;
}

function overHyphen(tree: Tree, span: NameSpan): NameSpan {
  if (span.sense !== null || (span.label !== 'PERSON' && span.label !== '')) return span;
  let { last } = span;
  while (
    /^[-–]$/.test(lower(tree, last + 1)) &&
    !tokenAt(tree, last).spaceAfter &&
    tree.doc.tokens[last + 2] !== undefined &&
    !tokenAt(tree, last + 1).spaceAfter &&
    /^\p{L}+$/u.test(tokenAt(tree, last + 2).text) &&
    !['VERB', 'ADJ'].includes(tokenAt(tree, last + 2).pos)
  ) {
    last += 2;
  }
  return last === span.last ? span : { ...span, last };
}

function isOnePerson(tree: Tree, before: NameSpan, span: NameSpan): boolean {
  if (before.sense !== null || span.sense !== null || span.first !== before.last + 1) return false;
  const single = before.first === before.last && span.first === span.last;
  if (before.label !== 'PERSON' && span.label !== 'PERSON' && !single) return false;
  if (!PERSONAL.has(before.label) || !PERSONAL.has(span.label)) return false;
  if (!tokenAt(tree, before.last).spaceAfter || !isCapitalized(tokenAt(tree, span.first))) return false;
  const head = headOf(tree, before);
  const above = tokenAt(tree, head).head;
  if (above >= span.first && above <= span.last) return tokenAt(tree, head).dep === 'compound';
  // "José Luis" + "Rodríguez Zapatero": the first hangs elsewhere, its last word under the second.
  const last = tokenAt(tree, before.last);
  return last.dep === 'compound' && last.head >= span.first && last.head <= span.last;
}

/** Bodies with their nationality and with "of …", joined twice over: "Movement of Forces of Casamance". */
export function joinBodies(tree: Tree, gazetteer: Gazetteer, spans: readonly NameSpan[], tidy: Tidy): NameSpan[] {
  const whole = tidy([...spans, ...overConjunctions(tree, gazetteer, spans)]);
  let current = tidy([...whole, ...withNationality(tree, gazetteer, whole)]);
  for (let step = 0; step < 2; step++) current = tidy([...current, ...withOf(tree, gazetteer, current)]);
  return current;
}

const INSIDE_LAWS = new Set(['and', '&', 'in', 'for', 'on', 'of', 'to', 'against']);
const INSIDE_BODIES = new Set(['and', '&']);
const WIDEST = 8;

/**
 * "the Trade and Cooperation Agreement", "the Justice in Policing Act", "the Bar and Law Society": names with small words inside,
 * read backwards from the word that says what they name to an article or a known name.
 */
function overConjunctions(tree: Tree, gazetteer: Gazetteer, spans: readonly NameSpan[]): NameSpan[] {
  const taken = new Map<number, NameSpan>();
  for (const span of spans) {
    const isOther = span.sense !== null || (span.label === 'PERSON' && span.first < span.last);
    if (isOther) for (let i = span.first; i <= span.last; i++) taken.set(i, span);
  }
  return spans.flatMap((span): NameSpan[] => {
    if (span.sense !== null || span.cut > 0 || span.first === span.last) return [];
    const label = kindByTail(tree, gazetteer, span.last);
    if (label === '') return [];
    const first = startOfName(tree, span.first, taken, label === 'LAW' ? INSIDE_LAWS : INSIDE_BODIES);
    return first === span.first ? [] : [{ ...span, first, label, rule: 'conjoined' }];
  });
}

function kindByTail(tree: Tree, gazetteer: Gazetteer, last: number): string {
  const { nouns } = gazetteer.lexicon;
  if (!isCapitalized(tokenAt(tree, last))) return '';
  if (nouns.agreements.has(lower(tree, last))) return 'LAW';
  return nouns.organizationWords.has(lower(tree, last)) ? 'ORG' : '';
}

/** Where the name begins; `from` itself where what stands before it is no part of it. */
function startOfName(
  tree: Tree,
  from: number,
  taken: ReadonlyMap<number, NameSpan>,
  inside: ReadonlySet<string>,
): number {
  let first = from;
  let i = from - 1;
  let joined = false;
  for (let step = 0; step < WIDEST; step++, i--) {
    const token = tree.doc.tokens[i];
    if (token === undefined || tree.sentenceOf[i] !== tree.sentenceOf[from] || taken.has(i)) break;
    if (isCapitalized(token) && (token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'ADJ')) {
      if (joined || first === i + 1) first = i;
    } else if (inside.has(lower(tree, i)) && first === i + 1) joined = true;
    else break;
  }
  const isOpened = ['the', 'a', 'an'].includes(lower(tree, first - 1)) || taken.has(first - 1);
  return joined && isOpened && first < from - 1 ? first : from;
}

/** The adjective of a country before a body's capitalized name belongs to the name. */
function withNationality(tree: Tree, gazetteer: Gazetteer, spans: readonly NameSpan[]): NameSpan[] {
  const ending = new Map<number, NameSpan>();
  for (const span of spans) if (span.sense !== null && span.cut === 0) ending.set(span.last, span);
  return spans.flatMap((span): NameSpan[] => {
    if (span.sense !== null || span.label === 'PERSON' || !endsAsBody(tree, gazetteer, span)) return [];
    const before = ending.get(span.first - 1);
    const type = before?.sense?.entry.type;
    if (before === undefined || (type !== 'Country' && type !== 'Group' && type !== 'Place')) return [];
    if (tokenAt(tree, before.last).head < span.first || tokenAt(tree, before.last).head > span.last) return [];
    return [{ ...span, first: before.first, label: 'ORG', rule: 'nationality' }];
  });
}

const endsAsBody = (tree: Tree, gazetteer: Gazetteer, span: NameSpan): boolean =>
  isCapitalized(tokenAt(tree, span.last)) && gazetteer.lexicon.nouns.organizationWords.has(lower(tree, span.last));

function withOf(tree: Tree, gazetteer: Gazetteer, spans: readonly NameSpan[]): NameSpan[] {
  const starting = new Map<number, NameSpan>();
  for (const span of spans) if (!starting.has(span.first)) starting.set(span.first, span);
  return spans.flatMap((span) => {
    const last = endAfterOf(tree, gazetteer, span, starting);
    return last === null ? [] : [{ ...span, last, label: labelOf(tree, gazetteer, span), sense: null, rule: 'of' }];
  });
}

const labelOf = (tree: Tree, gazetteer: Gazetteer, span: NameSpan): string =>
  gazetteer.lexicon.nouns.organizationWords.has(lower(tree, span.last))
    ? 'ORG'
    : gazetteer.lexicon.nouns.facilities.has(lower(tree, span.last))
      ? 'FAC'
      : 'LOC';

function endAfterOf(
  tree: Tree,
  gazetteer: Gazetteer,
  span: NameSpan,
  starting: ReadonlyMap<number, NameSpan>,
): number | null {
  if (span.label === 'PERSON' || span.cut > 0) return null;
  if (span.sense !== null) return null;
  if (!isCapitalized(tokenAt(tree, span.last)) || !['of', 'for'].includes(lower(tree, span.last + 1))) return null;
  const { nouns } = gazetteer.lexicon;
  const tail = lower(tree, span.last);
  if (
    !nouns.organizationWords.has(tail) &&
    !nouns.facilities.has(tail) &&
    !nouns.placeWords.has(tail) &&
    span.rule !== 'of'
  )
    return null;
  const first = span.last + (lower(tree, span.last + 2) === 'the' ? 3 : 2);
  const next = starting.get(first);
  if (next !== undefined && /^['’]s?$/.test(lower(tree, next.last + 1))) return null;
  if (next !== undefined) {
    const ofPerson = next.label === 'PERSON' && (nouns.organizationWords.has(tail) || next.first < next.last);
    if (ofPerson || next.cut > 0) return null;
    const further = next.sense?.kind === 'adjective' ? starting.get(next.last + 1) : undefined;
    return further === undefined || further.label === 'PERSON' ? next.last : further.last;
  }
  const token = tree.doc.tokens[first];
  const { titles } = gazetteer.lexicon;
  // "the Parliament for Prime Minister X": a title begins there.
  if (titles.head.has(lower(tree, first)) || titles.head.has(lower(tree, first + 1))) return null;
  return token !== undefined && isCapitalized(token) && token.pos !== 'VERB' ? first : null;
}
