/**
 * The gazetteer's names as this bulletin means them: bodies that several states have, surnames that are cities or firms as
 * well, "the North" of Korea. Each takes the list of names and gives it without, or with, what the bulletin tells.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { fold } from '../gazetteer/normalize.ts';
import type { NameSpan } from './name-spans.ts';
import { isCapitalized, lower, type Tree, tokenAt } from './tree.ts';

/** "the North" in a bulletin on Korea. */
export function koreas(tree: Tree, gazetteer: Gazetteer, known: readonly NameSpan[]): NameSpan[] {
  const named = (key: string): boolean => known.some(({ sense }) => sense?.entry.key === key);
  if (!named('country:PRK') && !named('country:KOR')) return [];
  const taken = new Set(known.flatMap(({ first, last }) => (first === last ? [first] : [first, last])));
  return tree.doc.tokens.flatMap((token, i): NameSpan[] => {
    const key = token.text === 'North' ? 'country:PRK' : token.text === 'South' ? 'country:KOR' : '';
    const entry = gazetteer.entries.get(key);
    const alone =
      lower(tree, i - 1) === 'the' && (tree.doc.tokens[i + 1] === undefined || !isCapitalized(tokenAt(tree, i + 1)));
    if (entry === undefined || taken.has(i) || !(alone || /^['’]s?$/.test(lower(tree, i + 1)))) return [];
    return [{ first: i, last: i, label: '', sense: { form: token.text, kind: 'name', entry }, cut: 0, rule: 'korea' }];
  });
}

/** "Jackson said" after "Janet Jackson": the surname of somebody in the text is no city and no firm. */
export function withoutSurnames(tree: Tree, gazetteer: Gazetteer, spans: readonly NameSpan[]): NameSpan[] {
  const surnames = new Set<string>();
  for (const { type, first, last } of tree.doc.entities) {
    if (type === 'PERSON' && first < last && gazetteer.lexicon.given.has(fold(lower(tree, first))))
      surnames.add(lower(tree, last));
  }
  return spans.filter((span) => {
    const { sense } = span;
    if (sense === null || span.first !== span.last || !surnames.has(lower(tree, span.first))) return true;
    return sense.kind !== 'name' || sense.entry.type === 'Country' || sense.entry.acts !== undefined;
  });
}

/** "House of Representatives" is the one of the United States only in a bulletin that speaks of them, or of nobody else. */
export function withoutForeign(tree: Tree, spans: readonly NameSpan[]): NameSpan[] {
  const states = new Set<string>();
  for (const { sense } of spans) {
    if (sense?.entry.type === 'Country') states.add(sense.entry.key);
    else if (sense?.entry.type === 'Place' && sense.entry.of !== undefined) states.add(sense.entry.of);
  }
  return spans.map((span) => {
    const { sense } = span;
    const of = sense?.entry.of;
    // "Punjab, Pakistan" is not the Indian one.
    const stated = stateAfterComma(tree, spans, span);
    if (sense?.entry.type === 'Place' && of !== undefined && stated !== undefined && stated !== of)
      return { ...span, sense: null, label: 'GPE', rule: 'elsewhere' };
    if (sense?.entry.type === 'Organization' && continuesName(tree, spans, span))
      return { ...span, sense: null, label: 'ORG', rule: 'generic' };
    if (sense === null || of === undefined || sense.entry.generic?.includes(sense.form.toLowerCase()) !== true)
      return span;
    if (isPartOfName(tree, span)) return { ...span, sense: null, label: 'ORG', rule: 'generic' };
    return states.size === 0 || states.has(of) ? span : { ...span, sense: null, label: 'ORG', rule: 'generic' };
  });
}

/** The key of the country named right behind a comma. */
function stateAfterComma(tree: Tree, spans: readonly NameSpan[], span: NameSpan): string | undefined {
  if (lower(tree, span.last + 1) !== ',') return undefined;
  const next = spans.find(({ first }) => first === span.last + 2);
  return next?.sense?.kind === 'name' && next.sense.entry.type === 'Country' ? next.sense.entry.key : undefined;
}

/** "Workers' Party" in "Socialist Workers' Party": a longer name that ner found, which no name that is known begins. */
function continuesName(tree: Tree, spans: readonly NameSpan[], span: NameSpan): boolean {
  const first = tokenAt(tree, span.first);
  const before = tree.doc.tokens[span.first - 1];
  if (before === undefined || first.entIob !== 'I' || first.entType !== 'ORG' || !isCapitalized(before)) return false;
  return before.pos === 'PROPN' && !spans.some((other) => other.last === span.first - 1);
}

/** "Congress" in "National Congress". */
function isPartOfName(tree: Tree, span: NameSpan): boolean {
  const before = tree.doc.tokens[span.first - 1];
  return before?.pos === 'PROPN' && isCapitalized(before) && before.dep === 'compound' && before.head === span.last;
}

/** "a Hyundai Tucson", "a Boeing 737": maker and model are one thing, neither the firm nor the city. */
export function withModels(tree: Tree, gazetteer: Gazetteer, spans: readonly NameSpan[]): NameSpan[] {
  const models = new Map<number, NameSpan>();
  for (const span of spans) {
    const next = tree.doc.tokens[span.last + 1];
    if (span.first !== span.last || next === undefined || !['a', 'an'].includes(lower(tree, span.first - 1))) continue;
    const { makers, organizationWords } = gazetteer.lexicon.nouns;
    if (!makers.has(lower(tree, span.first)) || organizationWords.has(next.text.toLowerCase())) continue;
    if (next.pos !== 'NUM' && !(next.pos === 'PROPN' && isCapitalized(next))) continue;
    models.set(span.first, { ...span, last: next.i, label: 'PRODUCT', sense: null, rule: 'model' });
  }
  if (models.size === 0) return [...spans];
  return spans.flatMap((span) => models.get(span.first) ?? (models.has(span.first - 1) ? [] : [span]));
}
