/**
 * Who holds the offices that the text names: the name after the title, beside it in apposition, or told by "is" and "as".
 * Ordered rules, first that fits; an office without a holder stands for its person by itself.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import { nameBehind } from './holders-behind.ts';
import { isAnybodys, type OfficePhrase } from './office-phrases.ts';
import { otherNameFrom } from './other-names.ts';
import { childrenOf, headOf, lower, type Tree, tokenAt } from './tree.ts';

export interface Holding {
  readonly phrase: OfficePhrase;
  readonly holder: NameSpan | null;
  /** The office words are not part of the same phrase as the name, and refer by themselves. */
  readonly apart: boolean;
  readonly rule: string;
}

const MAY_BE_PERSON = new Set([
  'PERSON',
  '',
  'ORG',
  'GPE',
  'NORP',
  'FAC',
  'LOC',
  'WORK_OF_ART',
  'PRODUCT',
  'LAW',
  'EVENT',
]);

export function findHolders(
  tree: Tree,
  gazetteer: Gazetteer,
  phrases: readonly OfficePhrase[],
  names: readonly NameSpan[],
): Holding[] {
  const starting = new Map<number, NameSpan>();
  const ending = new Map<number, NameSpan>();
  const known = new Map<number, NameSpan>();
  for (const span of names) {
    if (span.sense !== null) {
      known.set(span.first, span);
      continue;
    }
    if (!starting.has(span.first)) starting.set(span.first, span);
    if (span.label === 'PERSON' || span.label === '') ending.set(span.last, span);
  }
  // "Joaquín Guzmán, also known as El Chapo, leader of the cartel": the holder is who the other name stands beside.
  for (const span of starting.values()) {
    const from = otherNameFrom(tree, span.first);
    const first = from === null ? undefined : ending.get(from - 1);
    if (first !== undefined) ending.set(span.last, first);
  }
  const byHead = new Map<number, NameSpan>();
  for (const span of starting.values()) if (MAY_BE_PERSON.has(span.label)) byHead.set(headOf(tree, span), span);
  const holdings = phrases.flatMap((phrase): Holding[] => {
    const listed = phrase.plural ? namesListed(tree, phrase, starting, known) : [];
    if (listed.length > 0) return listed;
    const after = nameAfter(tree, gazetteer, phrase, starting);
    if (after !== null)
      return twice(phrase, ownedAfter(tree, phrase, after, known)).map((owned) => ({
        phrase: owned,
        holder: after,
        apart: false,
        rule: 'title-name',
      }));
    const beside = nameBefore(tree, phrase, ending) ?? nameAfterComma(tree, gazetteer, phrase, starting);
    if (beside !== null) return [{ phrase, holder: beside, apart: true, rule: 'apposition' }];
    const told = nameTold(tree, phrase, byHead);
    if (told !== null) return [{ phrase, holder: told, apart: true, rule: 'predicative' }];
    const behind = nameBehind(tree, gazetteer, phrase, starting);
    if (behind !== null) return [{ phrase, holder: behind, apart: true, rule: 'apposition' }];
    if (isAnybodys(tree, phrase)) return [];
    return [{ phrase, holder: null, apart: true, rule: 'office' }];
  });
  return withCoordinated(tree, holdings);
}

/** "Istanbul mayor and presidential candidate Ekrem İmamoğlu": both are his. */
function withCoordinated(tree: Tree, holdings: readonly Holding[]): Holding[] {
  const found: Holding[] = [];
  holdings.forEach((holding, at) => {
    const next = holdings[at + 1];
    const before = found.at(-1);
    if (holding.holder !== null || holding.phrase.plural) found.push(holding);
    else if (next !== undefined && next.holder !== null && !next.apart && isJoined(tree, holding.phrase, next.phrase)) {
      found.push({ ...holding, holder: next.holder, apart: false, rule: 'title-name' });
    } else if (
      before?.rule === 'apposition' &&
      before.holder !== null &&
      isJoined(tree, before.phrase, holding.phrase)
    ) {
      found.push({ ...holding, holder: before.holder, rule: 'apposition' });
    } else found.push(holding);
  });
  return found;
}

/** Only "and", or a comma and "and", between them. */
function isJoined(tree: Tree, first: OfficePhrase, second: OfficePhrase): boolean {
  let i = first.last + 1;
  if (lower(tree, i) === ',') i++;
  if (lower(tree, i) !== 'and') return false;
  // "opposition leader and hopeful presidential candidate X".
  while (i + 1 < second.first && tokenAt(tree, i + 1).pos === 'ADJ') i++;
  return i + 1 === second.first;
}

/** "Foreign Minister Wang Yi", "President of Ecuador Daniel Noboa", "ambassador Dr Sami Khiyami". */
function nameAfter(
  tree: Tree,
  gazetteer: Gazetteer,
  phrase: OfficePhrase,
  starting: ReadonlyMap<number, NameSpan>,
): NameSpan | null {
  if (phrase.plural) return null;
  let i = phrase.last + 1;
  for (let step = 0; step < 3; step++) {
    const word = lower(tree, i);
    // "adviser to U.S. President X" is not X.
    if (phrase.last > phrase.head && titleGoesOn(tree, phrase) && gazetteer.lexicon.titles.head.has(word)) return null;
    if (
      gazetteer.lexicon.titles.honorific.has(word) ||
      gazetteer.lexicon.titles.head.has(word) ||
      /^["“'‘]$/.test(word)
    )
      i++;
  }
  const span = starting.get(i);
  if (span === undefined || !MAY_BE_PERSON.has(span.label)) return null;
  if (span.label !== 'PERSON' && span.label !== '' && span.last - span.first > 4) return null;
  const { nouns } = gazetteer.lexicon;
  const tail = lower(tree, span.last);
  if (
    span.label !== 'PERSON' &&
    (nouns.organizationWords.has(tail) || nouns.events.has(tail) || nouns.agreements.has(tail))
  )
    return null;
  return tree.sentenceOf[i] === tree.sentenceOf[phrase.head] ? span : null;
}

const titleGoesOn = (tree: Tree, phrase: OfficePhrase): boolean => lower(tree, phrase.head + 1) === 'to';

/** "President Abdel Fattah el-Sisi of Egypt": the owner may come after the name. */
function ownedAfter(
  tree: Tree,
  phrase: OfficePhrase,
  holder: NameSpan,
  known: ReadonlyMap<number, NameSpan>,
): OfficePhrase {
  if (lower(tree, holder.last + 1) !== 'of') return phrase;
  const owner = known.get(holder.last + (lower(tree, holder.last + 2) === 'the' ? 3 : 2));
  // "of the Tobruk-based House" is of the House.
  const modifies = owner !== undefined && (owner.cut > 0 || /^[-–]$/.test(lower(tree, owner.last + 1)));
  return owner === undefined || modifies ? phrase : { ...phrase, owner };
}

/** "AU chairperson President Abdel Fattah el-Sisi of Egypt" holds an office of each. */
const twice = (phrase: OfficePhrase, owned: OfficePhrase): OfficePhrase[] =>
  phrase.owner === null || phrase.owner === owned.owner ? [owned] : [phrase, owned];

/** "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin": each holds one. */
function namesListed(
  tree: Tree,
  phrase: OfficePhrase,
  starting: ReadonlyMap<number, NameSpan>,
  known: ReadonlyMap<number, NameSpan>,
): Holding[] {
  const found: Holding[] = [];
  const one = { ...phrase, plural: false, title: phrase.title.replace(/s$/, '') };
  let i = phrase.last + 1;
  for (let step = 0; step < 8; step++) {
    const holder = starting.get(i);
    if (holder === undefined || !MAY_BE_PERSON.has(holder.label)) break;
    const owned = ownedAfter(tree, one, holder, known);
    found.push({ phrase: owned, holder, apart: false, rule: 'titles-names' });
    i = (owned.owner === null || owned.owner === one.owner ? holder.last : owned.owner.last) + 1;
    i = afterBrackets(tree, i);
    while ([',', 'and'].includes(lower(tree, i))) i++;
  }
  return found;
}

/** Years in brackets after a name in a list are passed over. */
function afterBrackets(tree: Tree, i: number): number {
  if (lower(tree, i) !== '(') return i;
  for (let end = i + 1; end < i + 7; end++) if (lower(tree, end) === ')') return end + 1;
  return i;
}

/** "Luis Torres (alias "El Gordo"), the leader": what stands before the brackets that end there; else the token itself. */
function beforeBrackets(tree: Tree, i: number): number {
  if (lower(tree, i) !== ')') return i;
  for (let start = i - 1; start > i - 9; start--) if (lower(tree, start) === '(') return start - 1;
  return i;
}

/** "Sergei Lavrov, Russia's foreign minister,": the name, a comma, the office. */
function nameBefore(tree: Tree, phrase: OfficePhrase, ending: ReadonlyMap<number, NameSpan>): NameSpan | null {
  if (phrase.plural) return null;
  let i = phrase.first - 1;
  if (lower(tree, i) === 'currently' || lower(tree, i) === 'then') i--;
  if (lower(tree, i) === '(') i++;
  if (![',', '(', '–', '—'].includes(lower(tree, i))) return null;
  const span = ending.get(beforeBrackets(tree, i - 1));
  if (span === undefined) return null;
  const next = lower(tree, phrase.last + 1);
  return /^[,.;:)–—]$/.test(next) ||
    next === 'and' ||
    next === 'who' ||
    next === '' ||
    phrase.determiner !== '' ||
    phrase.last > phrase.head ||
    next === 'since' ||
    next === 'from'
    ? span
    : null;
}

/** "The President of Russia, Vladimir Putin," */
function nameAfterComma(
  tree: Tree,
  gazetteer: Gazetteer,
  phrase: OfficePhrase,
  starting: ReadonlyMap<number, NameSpan>,
): NameSpan | null {
  if (phrase.plural || lower(tree, phrase.last + 1) !== ',') return null;
  const honorific =
    gazetteer.lexicon.titles.honorific.has(lower(tree, phrase.last + 2)) ||
    gazetteer.lexicon.titles.head.has(lower(tree, phrase.last + 2));
  const span = starting.get(phrase.last + (honorific ? 3 : 2));
  if (span === undefined || (span.label !== 'PERSON' && span.label !== '')) return null;
  const dep = tokenAt(tree, headOf(tree, span)).dep;
  // "The mayor of Derna, Libya, Abdelmounem al-Ghaithi": the comma belongs to the place.
  const closed = phrase.owner !== null && phrase.owner.last < phrase.last && lower(tree, phrase.owner.last + 1) === ',';
  return dep === 'appos' || closed || lower(tree, span.last + 1) === ',' ? span : null;
}

/** "X is the president of Y", "X was sworn in as president": the office is what the subject is. */
function nameTold(tree: Tree, phrase: OfficePhrase, byHead: ReadonlyMap<number, NameSpan>): NameSpan | null {
  if (phrase.plural) return null;
  const head = tokenAt(tree, phrase.head);
  const verb = tellingVerb(tree, phrase.head);
  if (verb < 0 || childrenOf(tree, verb, 'neg').length > 0) return null;
  const lemma = tokenAt(tree, verb).lemma.toLowerCase();
  // "named Jane Roe speaker": the parser makes the name a part of the office.
  if (NAMING.has(lemma) && ['oprd', 'dobj', 'attr'].includes(head.dep)) {
    const inside = childrenOf(tree, head.i, 'compound', 'nmod').map((one) => byHead.get(one));
    const before = inside.find((span) => span?.label === 'PERSON' && span.last === phrase.first - 1);
    if (before !== undefined) return before;
  }
  const passive = childrenOf(tree, verb, 'nsubjpass');
  const subjects = OF_SUBJECT.has(lemma)
    ? subjectsOf(tree, verb)
    : passive.length > 0
      ? passive
      : childrenOf(tree, verb, 'dobj');
  for (const subject of subjects) {
    // "named its speaker, Roberto Micheletti, as president": the name may stand in apposition.
    const heads = [subject, ...childrenOf(tree, subject, 'appos')];
    const span = heads.map((one) => byHead.get(one)).find((found) => found !== undefined);
    if (span !== undefined) return span;
  }
  return null;
}

/** Verbs after which the office is the subject's own. */
const OF_SUBJECT = new Set(
  'be become remain serve act succeed replace resign return continue take assume win step retire work'.split(' '),
);
const NAMING = new Set('name elect appoint declare nominate crown make choose proclaim select pick confirm'.split(' '));
const POSTS = new Set(['post', 'position', 'office', 'role', 'job', 'rank']);

/** The verb that tells whose the office is: above "as president", "the president", "the post of president". */
function tellingVerb(tree: Tree, i: number): number {
  const head = tokenAt(tree, i);
  if (head.dep === 'attr' || head.dep === 'oprd' || (head.dep === 'dobj' && NAMING.has(lemmaAbove(tree, i))))
    return head.head;
  if (head.dep !== 'pobj') return -1;
  const prep = tokenAt(tree, head.head);
  if (prep.text.toLowerCase() === 'as') return prep.head;
  const post = tokenAt(tree, prep.head);
  if (prep.text.toLowerCase() !== 'of' || !POSTS.has(post.lemma.toLowerCase())) return -1;
  if (post.dep === 'dobj') return post.head;
  return post.dep === 'pobj' && lower(tree, post.head) === 'to' ? tokenAt(tree, post.head).head : -1;
}

const lemmaAbove = (tree: Tree, i: number): string => tokenAt(tree, tokenAt(tree, i).head).lemma.toLowerCase();

/** Who the verb is said of: also where it is coordinated or an infinitive ("is elected to be president"). */
function subjectsOf(tree: Tree, verb: number): readonly number[] {
  let at = verb;
  for (let step = 0; step < 4; step++) {
    const own = childrenOf(tree, at, 'nsubj', 'nsubjpass');
    if (own.length > 0) return own;
    const token = tokenAt(tree, at);
    if (token.dep !== 'conj' && token.dep !== 'xcomp') return [];
    at = token.head;
  }
  return [];
}
