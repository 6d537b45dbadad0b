/**
 * One list of names out of the gazetteer's, ner's and the capitalized runs, by ordered rules; each rule rewrites the list.
 * A span that holds another stays outer where it is a body or facility and is split where it glues two names together.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { fold } from '../gazetteer/normalize.ts';
import { extendSpan } from './extend.ts';
import { joinBodies, joinPersons } from './join.ts';
import { koreas, withModels, withoutForeign, withoutSurnames } from './known-names.ts';
import { afterPortfolio } from './portfolios.ts';
import { capitalRuns, gazetteerSpans, type NameSpan, nerSpans } from './name-spans.ts';
import { isCapitalized, lower, textOf, type Tree, tokenAt } from './tree.ts';
import { afterCalling, isTitle, withoutTitles } from './untitled.ts';

export function findNames(tree: Tree, gazetteer: Gazetteer): NameSpan[] {
  const known = withModels(
    tree,
    gazetteer,
    withoutSurnames(tree, gazetteer, withoutForeign(tree, gazetteerSpans(tree, gazetteer))),
  );
  known.push(...koreas(tree, gazetteer, known));
  const taken = Array.from({ length: tree.doc.tokens.length }, () => false);
  const at = indexByToken(known, taken.length);
  const names: NameSpan[] = [...known];
  for (const read of nerSpans(tree).flatMap((found) => holderApart(tree, gazetteer, found))) {
    const span = afterCalling(tree, gazetteer, afterPortfolio(tree, gazetteer, read));
    for (const part of beside(tree, gazetteer, span, at)) names.push(part);
  }
  for (const span of names) for (let i = span.first; i <= span.last; i++) taken[i] = true;
  for (const run of capitalRuns(tree, taken)) {
    const stripped = withoutTitles(tree, gazetteer, afterPortfolio(tree, gazetteer, run));
    if (stripped !== null) names.push(stripped);
  }
  const joined = joinPersons(tree, tidy(names)).map((span) => afterCalling(tree, gazetteer, span));
  const extended = joined.flatMap((span) => {
    const longer = extendSpan(tree, gazetteer, span);
    if (longer === span) return [span];
    // Whose regime it is stays a name of its own.
    const leads = longer.rule === 'body-of-name' && LED_BY_ONE.has(lower(tree, longer.last));
    return span.sense !== null ? [longer, span] : leads ? [longer, { ...span, label: 'PERSON' }] : [longer];
  });
  const actors = extended
    .map((span) => (span.sense === null ? afterPortfolio(tree, gazetteer, span) : span))
    .filter((span) => !isNoActor(tree, gazetteer, span));
  return joinBodies(tree, gazetteer, tidy(actors), tidy);
}

/** "President of the Chamber of Deputies Víctor Borda": behind the body that the office is of stands its holder. */
function holderApart(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan[] {
  const { titles, given, nouns } = gazetteer.lexicon;
  const before = lower(tree, span.first - 1) === 'the' ? span.first - 2 : span.first - 1;
  const isOfOffice = lower(tree, before) === 'of' && titles.head.has(lower(tree, before - 1));
  const first = span.last - 1;
  if (span.label !== 'ORG' || !isOfOffice || span.last - span.first < 3) return apart(tree, gazetteer, span);
  const isName =
    given.has(fold(lower(tree, first))) &&
    !nouns.organizationWords.has(lower(tree, span.last)) &&
    tokenAt(tree, first - 1).pos === 'PROPN';
  if (!isName) return apart(tree, gazetteer, span);
  return [
    { ...span, last: first - 1 },
    { ...span, first, label: 'PERSON', rule: `${span.rule}:holder` },
  ];
}

/** "Kyiv Oblast and Chernihiv Oblast" are two places. */
function apart(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan[] {
  const { placeWords } = gazetteer.lexicon.nouns;
  if (!placeWords.has(lower(tree, span.last))) return [span];
  for (let i = span.first + 1; i < span.last - 1; i++) {
    if (lower(tree, i) === 'and' && placeWords.has(lower(tree, i - 1)))
      return [{ ...span, last: i - 1 }, ...apart(tree, gazetteer, { ...span, first: i + 1 })];
  }
  return [span];
}

const LED_BY_ONE = new Set(['administration', 'cabinet', 'regime', 'government', 'family', 'clan']);

/** "COVID-19", "AI", and title words that ner took for a body ("Interior" in "Interior Minister"). */
function isNoActor(tree: Tree, gazetteer: Gazetteer, span: NameSpan): boolean {
  if (span.sense !== null) return false;
  const { titles, nouns } = gazetteer.lexicon;
  if (nouns.notActors.has(textOf(tree, span).toLowerCase())) return true;
  // "Environmentalist" before a name, taken for a place by its capital.
  if (span.first === span.last && tokenAt(tree, span.first).sentStart && titles.calling.has(lower(tree, span.first)))
    return true;
  if (span.first === span.last && /^(anti|pro|non|post|pre)-/.test(lower(tree, span.first))) return true;
  if (/^(anti|pro)$/.test(lower(tree, span.first)) && /^[-–]$/.test(lower(tree, span.first + 1))) return true;
  if (span.first === span.last && nouns.gatherings.has(lower(tree, span.first))) return true;
  for (let i = span.first; i <= span.last; i++) {
    const word = lower(tree, i);
    if (nouns.organizationWords.has(word)) return false;
    if (!titles.modifier.has(word) && !titles.head.has(word) && word !== '-' && word !== 'and') return false;
  }
  return true;
}

function indexByToken(spans: readonly NameSpan[], size: number): (NameSpan | undefined)[] {
  const at = Array.from({ length: size }, (): NameSpan | undefined => undefined);
  for (const span of spans) for (let i = span.first; i <= span.last; i++) at[i] = span;
  return at;
}

/** What of a ner span is left beside the gazetteer's names in it. */
function beside(tree: Tree, gazetteer: Gazetteer, span: NameSpan, at: readonly (NameSpan | undefined)[]): NameSpan[] {
  const inner = new Set<NameSpan>();
  for (let i = span.first; i <= span.last; i++) {
    const known = at[i];
    if (known !== undefined) inner.add(known);
  }
  if (inner.size === 0) {
    const stripped = withoutTitles(tree, gazetteer, span);
    return stripped === null ? [] : [stripped];
  }
  if (isPersonThroughout(tree, span, inner, gazetteer.lexicon.given)) return [span];
  if (isRankOfState(tree, gazetteer, span, at)) return pieces(tree, gazetteer, { ...span, label: 'PERSON' }, at);
  if (isBodyOfItsState(tree, span, inner)) return [];
  for (const known of inner) {
    if (known.first <= span.first && known.last >= span.last) return [];
    if (known.first < span.first || known.last > span.last) return [];
  }
  if (
    span.label === 'PERSON' ||
    span.label === 'GPE' ||
    span.label === 'NORP' ||
    isAfterOffice(tree, gazetteer, span, at)
  )
    return pieces(tree, gazetteer, span, at);
  return isTitleOfState(tree, gazetteer, span, at) ? [] : [span];
}

/** "People's Liberation Army of China": the known body and the state that it is of anyway. */
function isBodyOfItsState(tree: Tree, span: NameSpan, inner: ReadonlySet<NameSpan>): boolean {
  const [body, state] = inner;
  if (inner.size !== 2 || body === undefined || state === undefined || state.last !== span.last) return false;
  const between = state.first - body.last - 1;
  return (
    body.first === span.first &&
    body.sense?.entry.of !== undefined &&
    body.sense.entry.of === state.sense?.entry.key &&
    lower(tree, body.last + 1) === 'of' &&
    (between === 1 || (between === 2 && lower(tree, body.last + 2) === 'the'))
  );
}

/** "Christian von Wernich", "Israel Katz": a word that is a known name as well begins a person's name; not after "of". */
function isPersonThroughout(
  tree: Tree,
  span: NameSpan,
  inner: ReadonlySet<NameSpan>,
  given: ReadonlyMap<string, string>,
): boolean {
  if (span.label !== 'PERSON' || inner.size !== 1) return false;
  const [known] = inner;
  if (known === undefined || known.first !== known.last) return false;
  // "Janet Jackson", "Gerald Ford", "Madhav Kumar Nepal": a surname that is a place or firm as well; a state only late.
  if (known.last === span.last) {
    const { sense } = known;
    const state = sense?.entry.type === 'Country' || sense?.entry.acts !== undefined;
    const named = given.has(fold(lower(tree, span.first)));
    // "Ersin Tatar": a surname that is a people's name in the singular.
    if (sense?.entry.type === 'Group' && known.first > span.first && !lower(tree, known.last).endsWith('s'))
      return true;
    return sense?.kind === 'name' && named && known.first - span.first >= (state ? 2 : 1);
  }
  if (known.first !== span.first || known.last >= span.last) return false;
  if (known.sense?.kind !== 'name') return known.sense?.entry.type === 'Group' && known.sense.kind === 'adjective';
  return !['of', 'the'].includes(lower(tree, span.first - 1)) && !/^(['’]s?|-)$/.test(lower(tree, known.last + 1));
}

/** "U.S. General Curtis Scaparrotti", taken for a body: behind a state and a title stands a person's name. */
function isRankOfState(
  tree: Tree,
  gazetteer: Gazetteer,
  span: NameSpan,
  at: readonly (NameSpan | undefined)[],
): boolean {
  const state = at[span.first];
  if (state?.sense?.entry.type !== 'Country' || span.last - state.last < 2) return false;
  const { titles } = gazetteer.lexicon;
  const rank = lower(tree, state.last + 1);
  if (!titles.head.has(rank) && !titles.honorific.has(rank) && !titles.calling.has(rank)) return false;
  for (let i = state.last + 2; i <= span.last; i++)
    if (!isCapitalized(tokenAt(tree, i)) || isTitle(gazetteer, lower(tree, i)) || titles.modifier.has(lower(tree, i)))
      return false;
  return !endsAsBody(tree, gazetteer, span);
}

/** "United States National Security" before "Advisor": a state and words of a title are no body. */
function isTitleOfState(
  tree: Tree,
  gazetteer: Gazetteer,
  span: NameSpan,
  at: readonly (NameSpan | undefined)[],
): boolean {
  const { titles, nouns } = gazetteer.lexicon;
  if (!titles.head.has(lower(tree, span.last + 1))) return false;
  for (let i = span.first; i <= span.last; i++) {
    const word = lower(tree, i);
    // The press of a "press secretary" is no newspaper's.
    const isBody = nouns.organizationWords.has(word) && word !== 'press';
    if (at[i] === undefined && (!titles.modifier.has(word) || isBody)) return false;
  }
  return true;
}

/** "President of" before a span that begins with a state: the rest of it is the president. */
function isAfterOffice(
  tree: Tree,
  gazetteer: Gazetteer,
  span: NameSpan,
  at: readonly (NameSpan | undefined)[],
): boolean {
  const state = at[span.first];
  if (state === undefined || state.sense?.kind !== 'name') return false;
  const { type } = state.sense.entry;
  const isBody = type === 'Organization' && span.last - state.last >= 2 && !endsAsBody(tree, gazetteer, span);
  if (type !== 'Country' && type !== 'Place' && !isBody) return false;
  let i = span.first - 1;
  if (lower(tree, i) === 'the') i--;
  return ['of', 'for', 'to'].includes(lower(tree, i)) && gazetteer.lexicon.titles.head.has(lower(tree, i - 1));
}

function endsAsBody(tree: Tree, gazetteer: Gazetteer, span: NameSpan): boolean {
  return gazetteer.lexicon.nouns.organizationWords.has(lower(tree, span.last));
}

/** "Israeli Benjamin Netanyahu", "Ecuador Daniel Noboa": the person is what stands beside the known name. */
function pieces(tree: Tree, gazetteer: Gazetteer, span: NameSpan, at: readonly (NameSpan | undefined)[]): NameSpan[] {
  let first = -1;
  const found: NameSpan[] = [];
  for (let i = span.first; i <= span.last + 1; i++) {
    const free = i <= span.last && at[i] === undefined && !/^(['’]s|[-–—,])$/.test(tokenAt(tree, i).text);
    if (free && first < 0) first = i;
    if (!free && first >= 0 && !isCapitalized(tokenAt(tree, first))) {
      first = -1;
    } else if (!free && first >= 0 && lower(tree, i - 1) === 'of') {
      // "Republic of" before a name that is known anyway.
      first = -1;
    } else if (!free && first >= 0) {
      const stripped = withoutTitles(tree, gazetteer, { ...span, first, last: i - 1, rule: 'ner:split' });
      if (stripped !== null) found.push(stripped);
      first = -1;
    }
  }
  return found;
}

/** Text order, outer before inner, no doubles, no crossing: of two that cross, the known one stays, else the earlier. */
function tidy(spans: readonly NameSpan[]): NameSpan[] {
  const sorted = [...spans].sort((a, b) => a.first - b.first || b.last - a.last || rank(b) - rank(a));
  const kept: NameSpan[] = [];
  for (const span of sorted) {
    let at = kept.length - 1;
    let crossing = false;
    let double = false;
    for (; at >= 0; at--) {
      const other = kept[at];
      if (other === undefined || other.last < span.first) break;
      if (other.first === span.first && other.last === span.last) double = true;
      else if (other.last < span.last) crossing = true;
    }
    if (!crossing && !double) kept.push(span);
  }
  return kept;
}

const rank = (span: NameSpan): number => (span.sense !== null ? 2 : span.label !== '' ? 1 : 0);
