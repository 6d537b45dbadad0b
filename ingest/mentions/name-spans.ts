/**
 * Proper names as stretches of tokens: what the gazetteer knows, what ner found and what is only capitalized, reconciled
 * by ordered rules. The result is in text order; spans may nest ("Israel" inside "Israel Electric Corporation").
 */
import type { FormSense, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { TokenSpan } from '../nlp/doc.ts';
import { isCapitalized, lower, type Tree, tokenAt } from './tree.ts';

/** A name with what is known of its type: a gazetteer sense, ner's label, or nothing. */
export interface NameSpan extends TokenSpan {
  readonly label: string;
  readonly sense: FormSense | null;
  /** Characters of the last token that do not belong to the name: "U.S." in the one token "U.S.-led". */
  readonly cut: number;
  readonly rule: string;
}

/** Longest form of the gazetteer, in tokens. */
const LONGEST = 12;
/** Characters by which the text of a form may be longer than the form itself: accents, double spaces. */
const SLACK = 4;
const PLAIN = /^(?!.*  )[\x20-\x7e]*$/;
const NER_NAMES = new Set(['PERSON', 'ORG', 'GPE', 'LOC', 'NORP', 'FAC', 'LAW', 'EVENT', 'PRODUCT', 'WORK_OF_ART']);
const NOT_NAMES = new Set(['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'ORDINAL', 'CARDINAL', 'LANGUAGE']);

export function gazetteerSpans(tree: Tree, gazetteer: Gazetteer): NameSpan[] {
  const { tokens, text } = tree.doc;
  const found: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokenAt(tree, i);
    const lengths = gazetteer.lengthsFrom(token.text);
    const [reach] = lengths;
    if (reach === undefined) continue;
    const longest = Math.min(tokens.length - 1, i + LONGEST - 1);
    let hit: NameSpan | null = null;
    for (let last = longest; last >= i && hit === null; last--) {
      const end = tokenAt(tree, last).end;
      if (end - token.start > reach + SLACK) continue;
      const words = text.slice(token.start, end);
      // Accents and double spaces change the length, so only plain text is told apart by it.
      if (!lengths.includes(end - token.start) && PLAIN.test(words)) continue;
      const senses = gazetteer.senses(words);
      // "visited Russia today" does not name the broadcaster.
      const isDay = last > i && tokenAt(tree, last).text === 'today';
      const sense = senses.length > 0 && !isDay ? chooseSense(tree, i, last, senses) : null;
      if (sense !== null) hit = { first: i, last, label: '', sense, cut: 0, rule: 'gazetteer' };
    }
    hit ??= beforeHyphen(tree, i, gazetteer);
    if (hit === null) continue;
    found.push(hit);
    i = hit.last;
  }
  return found;
}

/** "U.S.-led" is one token for the tokenizer, and still names the United States. */
function beforeHyphen(tree: Tree, i: number, gazetteer: Gazetteer): NameSpan | null {
  const token = tokenAt(tree, i);
  const at = token.text.search(/[-–—]/);
  if (at < 2) return null;
  const [sense] = gazetteer.senses(token.text.slice(0, at));
  if (sense === undefined || sense.kind === 'national') return null;
  return { first: i, last: i, label: '', sense, cut: token.text.length - at, rule: 'gazetteer:hyphen' };
}

/** Adjective, people or name: by the word's place in its phrase. Null where the words are no name here. */
function chooseSense(tree: Tree, first: number, last: number, senses: readonly FormSense[]): FormSense | null {
  const token = tokenAt(tree, last);
  const kinds = new Map(senses.toReversed().map((sense) => [sense.kind, sense] as const));
  const name = kinds.get('name');
  if (first === last && name !== undefined && isPlainWord(tree, first)) return null;
  if (name !== undefined) return name;
  const modifies =
    ['amod', 'compound', 'nmod', 'poss', 'advmod'].includes(token.dep) ||
    lower(tree, last + 1) === '-' ||
    (token.tag === 'JJ' && token.dep === 'conj' && tree.doc.tokens[token.head]?.tag === 'JJ');
  const adjective = kinds.get('adjective');
  // "A Chinese was arrested": one of them, also where the language has no noun of its own for it.
  if (!modifies && adjective?.entry.type === 'Country' && isOneOfThem(tree, first, last))
    return kinds.get('national') ?? { ...adjective, kind: 'national' };
  // "Hundreds of Lebanese", "three Lebanese": counted, so people and not the state.
  if (!modifies && adjective?.entry.type === 'Country' && isCounted(tree, last))
    return kinds.get('people') ?? { ...adjective, kind: 'people' };
  const plural = token.tag === 'NNPS' || token.tag === 'NNS' || kinds.get('national') === undefined;
  if (modifies) return kinds.get('adjective') ?? kinds.get('people') ?? kinds.get('national') ?? null;
  if (plural) return kinds.get('people') ?? kinds.get('adjective') ?? kinds.get('national') ?? null;
  const one = hasSingularDeterminer(tree, last);
  return (one ? kinds.get('national') : kinds.get('people')) ?? kinds.get('adjective') ?? kinds.get('national') ?? null;
}

/** "a Chinese", "a 23-year-old Palestinian". */
const isOneOfThem = (tree: Tree, first: number, last: number): boolean =>
  ['a', 'an'].includes(lower(tree, first - 1)) ||
  (tree.children[last] ?? []).some((child) => child < first && ['a', 'an'].includes(lower(tree, child)));

function isCounted(tree: Tree, i: number): boolean {
  if ((tree.children[i] ?? []).some((child) => tokenAt(tree, child).dep === 'nummod')) return true;
  const token = tokenAt(tree, i);
  const link = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || link.text !== 'of') return false;
  const above = tokenAt(tree, link.head);
  return above.pos === 'NUM' || /^(dozens|hundreds|thousands|millions|scores|most|many|some)$/i.test(above.text);
}

const hasSingularDeterminer = (tree: Tree, i: number): boolean =>
  tokenAt(tree, i).tag === 'NN' || ['a', 'an', 'one', 'another'].includes(lower(tree, i - 1));

/** Common words that begin a sentence in capitals ("Labour costs rose") are judged by their tag. */
function isPlainWord(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  return (
    token.pos !== 'PROPN' &&
    token.pos !== 'ADJ' &&
    token.pos !== 'NOUN' &&
    token.entType === '' &&
    !/^\p{Lu}{2,}/u.test(token.text)
  );
}

/** ner's names without leading articles, trailing possessives and quotes. */
export function nerSpans(tree: Tree): NameSpan[] {
  const found: NameSpan[] = [];
  for (const entity of tree.doc.entities) {
    if (!NER_NAMES.has(entity.type)) continue;
    let { first, last } = entity;
    while (
      first < last &&
      (isTrimmed(tree, first) || ['the', 'a', 'an', 'for'].includes(lower(tree, first)) || isCount(tree, first))
    )
      first++;
    for (let i = first + 1; i <= last; i++)
      if (lower(tree, i) === '(' || tokenAt(tree, i).text.includes('\n')) last = i - 1;
    while (last > first && isTrimmed(tree, last)) last--;
    if (!holdsCapital(tree, first, last)) continue;
    found.push({ first, last, label: entity.type, sense: null, cut: 0, rule: 'ner' });
  }
  return found;
}

/** "Eleven Nigerian Army troops": the count is no part of the name. */
const isCount = (tree: Tree, i: number): boolean =>
  tokenAt(tree, i).pos === 'NUM' && /^\p{L}+$/u.test(tokenAt(tree, i).text);

const isTrimmed = (tree: Tree, i: number): boolean =>
  /^(['’]s|['’]|["“”‘,;:.–—-]+|of|in|and)$/.test(tokenAt(tree, i).text);

function holdsCapital(tree: Tree, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (isCapitalized(tokenAt(tree, i))) return true;
  return false;
}

/** Runs of capitalized proper nouns that nothing else has claimed. */
export function capitalRuns(tree: Tree, taken: readonly boolean[]): NameSpan[] {
  const found: NameSpan[] = [];
  let first = -1;
  const { tokens } = tree.doc;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    const joins =
      token !== undefined &&
      taken[i] !== true &&
      !NOT_NAMES.has(token.entType) &&
      (first < 0 || !token.sentStart) &&
      ((token.pos === 'PROPN' && isCapitalized(token)) || (first >= 0 && isInnerHyphen(tree, i)));
    if (joins) {
      if (first < 0) first = i;
    } else if (first >= 0) {
      let last = i - 1;
      while (last > first && lower(tree, last) === '-') last--;
      if (/\p{L}{2}/u.test(tokenAt(tree, last).text)) {
        found.push({ first, last, label: '', sense: null, cut: 0, rule: 'capitals' });
      }
      first = -1;
    }
  }
  return found;
}

function isInnerHyphen(tree: Tree, i: number): boolean {
  const next = tree.doc.tokens[i + 1];
  return lower(tree, i) === '-' && next?.pos === 'PROPN' && !tokenAt(tree, i).spaceAfter;
}
