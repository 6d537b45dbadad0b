/**
 * What follows the noun of an office and belongs to it: "of Ecuador", "of the Council of Ministers", "for Foreign Affairs of
 * Iran", with the name of what it is an office of. A bounded number of tokens.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import { isCapitalized, lower, type Tree, tokenAt } from './tree.ts';

const REACH_ON = 9;

interface Complement {
  readonly last: number;
  readonly titleLast: number;
  readonly owner: NameSpan | null;
  readonly others: readonly NameSpan[];
  /** A body named by a common noun that is the owner's: "Iran's central bank". */
  readonly body: number | null;
}

/** "of Ecuador", "of State", "of the Council of Ministers", "for Foreign Affairs of Iran", "to the United Nations". */
export function complementAt(
  tree: Tree,
  gazetteer: Gazetteer,
  after: number,
  starting: ReadonlyMap<number, NameSpan>,
): Complement | null {
  if (!['of', 'for', 'to', 'in', 'at'].includes(lower(tree, after + 1))) return null;
  const link = lower(tree, after + 1);
  let last = after;
  let titleLast = after;
  let i = after + 2;
  if (lower(tree, i) === 'the') i++;
  const stop = Math.min(tree.doc.tokens.length, after + REACH_ON);
  const described = describedOwner(tree, gazetteer, i, stop, starting) ?? praisedOwner(tree, i, stop, starting);
  if (described !== null) return { last: described.last, titleLast, owner: described, others: [], body: null };
  let isPortfolio = false;
  while (i < stop) {
    const name = starting.get(i);
    // "Head of the Iranian army Hassan Rezaei", "of the NATO forces in Europe": the body, not the state alone.
    if (name?.sense?.entry.type === 'Country' && link !== 'to') {
      const forces = commonBody(tree, gazetteer, name.last + 1);
      if (forces !== null) return { last: forces, titleLast, owner: name, others: [], body: forces };
    }
    if (name !== undefined && name.label !== 'PERSON' && name.sense?.kind !== 'adjective') {
      // An ambassador "to" somewhere is not that place's.
      const theirs = link === 'of' || link === 'for' || link === 'at' || (link === 'in' && name.sense === null);
      // "Leader of the opposition Keir Starmer": after words of the title comes the holder.
      if (name.sense === null && last === i - 1) break;
      const body = bodyOwned(tree, name, starting);
      if (body !== null)
        return {
          last: Math.max(body.last, endOfOwner(tree, name.last, starting)),
          titleLast,
          owner: theirs ? body : null,
          others: [],
          body: null,
        };
      const others = theirs ? coordinatedOwners(tree, after, name, starting) : [];
      return {
        last: others.at(-1)?.last ?? endOfOwner(tree, name.last, starting),
        titleLast,
        owner: theirs ? name : null,
        others,
        body: theirs && isOwning(tree, name) ? commonBody(tree, gazetteer, name.last + 2) : null,
      };
    }
    const token = tokenAt(tree, i);
    const word = token.text.toLowerCase();
    const holder = starting.get(i + 1);
    // "a spokesman for President Ashraf Ghani": two offices, the first one of the second's holder.
    if (gazetteer.lexicon.titles.head.has(word) && holder?.label === 'PERSON')
      return { last: after, titleLast: after, owner: holder, others: [], body: null };
    const named = link === 'of' || link === 'for';
    if (
      named &&
      (gazetteer.lexicon.titles.modifier.has(word) ||
        (isCapitalized(token) && token.entType !== 'PERSON' && token.pos === 'PROPN' && !isPortfolio))
    ) {
      if (gazetteer.lexicon.titles.modifier.has(word) && word !== 'state') isPortfolio = true;
      last = i;
      titleLast = i;
      i++;
      if (
        (word === 'state' || word === 'affairs' || word === 'staff') &&
        ['of', 'for'].includes(lower(tree, i)) &&
        starting.has(i + (lower(tree, i + 1) === 'the' ? 2 : 1))
      )
        i += lower(tree, i + 1) === 'the' ? 2 : 1;
      else if (['and', 'of', 'for'].includes(lower(tree, i)) && i + 1 < stop) i += lower(tree, i + 1) === 'the' ? 2 : 1;
    } else {
      break;
    }
  }
  return last > after ? { last, titleLast, owner: null, others: [], body: null } : null;
}

/** "leader of the Islamist armed group Ansar al-Din": the name behind the noun that says what it is. */
function describedOwner(
  tree: Tree,
  gazetteer: Gazetteer,
  from: number,
  stop: number,
  starting: ReadonlyMap<number, NameSpan>,
): NameSpan | null {
  for (let i = from; i < stop; i++) {
    const token = tokenAt(tree, i);
    if (token.pos === 'NOUN' && gazetteer.lexicon.nouns.namedKinds.has(token.lemma.toLowerCase())) {
      const name = starting.get(i + 1);
      return name !== undefined && (name.label === 'ORG' || isBody(name)) ? name : null;
    }
    if (!['ADJ', 'NOUN', 'PUNCT', 'VERB'].includes(token.pos) && !isNationality(starting.get(i), i)) return null;
  }
  return null;
}

/** "leader of the far-right National Rally", "of the conservative Liberal Party-led Coalition": the body behind its adjectives. */
function praisedOwner(
  tree: Tree,
  from: number,
  stop: number,
  starting: ReadonlyMap<number, NameSpan>,
): NameSpan | null {
  for (let i = from; i < stop; i++) {
    const name = starting.get(i);
    if (name !== undefined && !isNationality(name, i)) {
      if (/^[-–]$/.test(lower(tree, name.last + 1)) && tokenAt(tree, name.last + 2).tag.startsWith('VB'))
        i = name.last + 2;
      else return i > from && isBody(name) ? name : null;
    } else {
      const token = tokenAt(tree, i);
      const joined = /^[-–]$/.test(token.text) || /^[-–]$/.test(lower(tree, i + 1));
      if (!joined && token.pos !== 'ADJ' && token.tag !== 'VBN' && !isNationality(name, i)) return null;
    }
  }
  return null;
}

function isBody({ label, sense }: NameSpan): boolean {
  const type = sense?.entry.type;
  return type === 'Organization' || type === 'Group' || (sense === null && label === 'ORG');
}

const isNationality = (name: NameSpan | undefined, i: number): boolean =>
  name !== undefined && name.last === i && (name.sense?.kind === 'adjective' || name.label === 'NORP');

/** "head of China's Communist Party": the body after the possessive mark, not the state. */
function bodyOwned(tree: Tree, name: NameSpan, starting: ReadonlyMap<number, NameSpan>): NameSpan | null {
  if (!isOwning(tree, name)) return null;
  const body = starting.get(name.last + 2);
  return body !== undefined && (body.label === 'ORG' || isBody(body)) ? body : null;
}

const isOwning = (tree: Tree, name: NameSpan): boolean => /^['’]s?$/.test(lower(tree, name.last + 1));

/** "head of Iran's central bank": the last of the lower-case nouns from a token on, where it is a body. */
function commonBody(tree: Tree, gazetteer: Gazetteer, from: number): number | null {
  const { bodies, forces } = gazetteer.lexicon.nouns;
  let body: number | null = null;
  for (let i = from; i <= from + 3; i++) {
    const token = tree.doc.tokens[i];
    if (token === undefined || isCapitalized(token) || !['NOUN', 'ADJ', 'PROPN'].includes(token.pos)) break;
    if (token.pos !== 'ADJ' && (bodies.has(token.lemma.toLowerCase()) || forces.has(token.lemma.toLowerCase())))
      body = i;
  }
  return body;
}

/** "The foreign ministers of Bahrain, Oman and Qatar": each state after the first. A bounded number. */
function coordinatedOwners(
  tree: Tree,
  head: number,
  first: NameSpan,
  starting: ReadonlyMap<number, NameSpan>,
): NameSpan[] {
  const { tag } = tokenAt(tree, head);
  if (first.sense === null || (tag !== 'NNS' && tag !== 'NNPS')) return [];
  const others: NameSpan[] = [];
  let i = first.last + 1;
  while (others.length < 8) {
    const from = i;
    while ([',', 'and', 'the'].includes(lower(tree, i))) i++;
    const next = i === from ? undefined : starting.get(i);
    if (next?.sense?.kind !== 'name') break;
    others.push(next);
    i = next.last + 1;
  }
  // A list that goes on after a comma only is another one: "ministers of Oman, Iran said".
  const last = others.at(-1);
  return last !== undefined && /^(and|the)$/.test(lower(tree, last.first - 1)) ? others : [];
}

/** The owner's further words: "Derna, Libya,", "the Office of the President of Ukraine", "Syria's Druze community". */
function endOfOwner(tree: Tree, last: number, starting: ReadonlyMap<number, NameSpan>): number {
  const isState = (span: NameSpan | undefined): span is NameSpan => span?.sense?.entry.type === 'Country';
  const after = lower(tree, last + 1);
  const next = starting.get(last + (lower(tree, last + 2) === 'the' ? 3 : 2));
  if (after === 'of' && isState(next)) return next.last;
  if (after === ',' && isState(next) && lower(tree, next.last + 1) === ',') return next.last;
  if (!/^['’]s?$/.test(after)) return last;
  for (let i = last + 2; i <= last + 5; i++) if (starting.get(i)?.label === 'PERSON') return i - 1;
  return last;
}
