/**
 * One list of names out of the gazetteer's, ner's and the capitalized runs, by ordered rules; each rule rewrites the list.
 * A span that holds another stays outer where it is a body or facility and is split where it glues two names together.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { extendSpan, joinOf } from './extend.ts';
import { capitalRuns, gazetteerSpans, type NameSpan, nerSpans } from './name-spans.ts';
import { lower, type Tree, tokenAt } from './tree.ts';

export function findNames(tree: Tree, gazetteer: Gazetteer): NameSpan[] {
  const known = gazetteerSpans(tree, gazetteer);
  const taken = new Array<boolean>(tree.doc.tokens.length).fill(false);
  const at = indexByToken(known, taken.length);
  const names: NameSpan[] = [...known];
  for (const span of nerSpans(tree)) {
    for (const part of beside(tree, gazetteer, span, at)) names.push(part);
  }
  for (const span of names) for (let i = span.first; i <= span.last; i++) taken[i] = true;
  for (const run of capitalRuns(tree, taken)) {
    const stripped = withoutTitles(tree, gazetteer, run);
    if (stripped !== null) names.push(stripped);
  }
  return tidy(joinOf(tree, gazetteer, tidy(names.map((span) => extendSpan(tree, gazetteer, span)))));
}

function indexByToken(spans: readonly NameSpan[], size: number): (NameSpan | undefined)[] {
  const at = new Array<NameSpan | undefined>(size).fill(undefined);
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
  for (const known of inner) {
    if (known.first <= span.first && known.last >= span.last) return [];
    if (known.first < span.first || known.last > span.last) return [];
  }
  if (span.label === 'PERSON' || span.label === 'GPE' || span.label === 'NORP')
    return pieces(tree, gazetteer, span, at);
  return [span];
}

/** "Israeli Benjamin Netanyahu", "Ecuador Daniel Noboa": the person is what stands beside the known name. */
function pieces(tree: Tree, gazetteer: Gazetteer, span: NameSpan, at: readonly (NameSpan | undefined)[]): NameSpan[] {
  let first = -1;
  const found: NameSpan[] = [];
  for (let i = span.first; i <= span.last + 1; i++) {
    const free = i <= span.last && at[i] === undefined && !/^(['’]s|[-–—,])$/.test(tokenAt(tree, i).text);
    if (free && first < 0) first = i;
    if (!free && first >= 0) {
      const stripped = withoutTitles(tree, gazetteer, { ...span, first, last: i - 1, rule: 'ner:split' });
      if (stripped !== null) found.push(stripped);
      first = -1;
    }
  }
  return found;
}

/** "Foreign Minister Wang Yi" without its office; null where only title words are there. */
function withoutTitles(tree: Tree, gazetteer: Gazetteer, span: NameSpan): NameSpan | null {
  const { titles } = gazetteer.lexicon;
  if (span.label !== 'PERSON' && span.label !== '') {
    const whole = span.first === span.last && titles.head.has(lower(tree, span.first));
    return whole ? null : span;
  }
  let cutTo = span.first;
  for (let i = span.first; i <= span.last; i++) {
    const word = lower(tree, i);
    if (titles.head.has(word) || titles.honorific.has(word)) cutTo = i + 1;
    else if (!titles.modifier.has(word) && word !== '-' && !titles.former.has(word)) break;
  }
  if (cutTo > span.last) return null;
  return cutTo === span.first ? span : { ...span, first: cutTo, rule: `${span.rule}:untitled` };
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
