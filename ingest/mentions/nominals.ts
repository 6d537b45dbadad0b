/**
 * Common-noun phrases that can act: "17 students", "Israeli settlers", "the ministry", "a court in Ica, Peru". Each is read
 * for what it says of itself: how many, of which country, where. Heads are looked up in the gazetteer's lists of nouns.
 */
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { TokenSpan } from '../nlp/doc.ts';
import { childrenOf, isCapitalized, isStance, lower, type Tree, textOf, tokenAt } from './tree.ts';

type NominalClass = 'people' | 'forces' | 'bodies' | 'state' | 'side' | 'facilities' | 'agreements' | 'places';

export interface Nominal extends TokenSpan {
  readonly head: number;
  readonly noun: string;
  readonly classes: ReadonlySet<NominalClass>;
  readonly type: EntityType | null;
  readonly number: 'one' | 'several' | 'unknown';
  readonly definite: boolean;
  /** First token of what names the phrase, after determiners and counts. */
  readonly core: number;
  /** Last token of a short "of …" or "in …" that tells which one, else the head. */
  readonly tail: number;
  /** For "hundreds of protesters", "a group of monks": the noun that is meant. */
  readonly inner: number | null;
}

const CLASSES: readonly NominalClass[] = [
  'people',
  'forces',
  'bodies',
  'state',
  'side',
  'facilities',
  'agreements',
  'places',
];
const QUANTITIES = new Set(
  'group number majority dozen dozens hundred hundreds thousand thousands million millions score scores crowd crowds couple pair series handful lot'.split(
    ' ',
  ),
);
const STATES = new Set(['country', 'nation', 'state', 'neighbour', 'neighbor']);
const LEADING = new Set(
  'the a an this that these those some any all both each every no several many few more most other others another such at least about around nearly almost over up to only one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty dozen dozens hundreds thousands his her its their our my your local unidentified unknown than additional further just among including both alleged dead suspected allegedly reportedly possibly apparently believed heavy massive intense fierce fresh renewed as mostly mainly largely year old'.split(
    ' ',
  ),
);

/** `firstOf`, `lastOf`: for the last token and for any token of a name of several words, its first and its last: a phrase takes it whole. */
export function findNominals(
  tree: Tree,
  gazetteer: Gazetteer,
  taken: ReadonlySet<number>,
  firstOf: ReadonlyMap<number, number>,
  lastOf: ReadonlyMap<number, number>,
): Nominal[] {
  const found: Nominal[] = [];
  for (const token of tree.doc.tokens) {
    if (taken.has(token.i) || !isPhraseHead(tree, gazetteer, token.i)) continue;
    const nominal = nominalAt(tree, gazetteer, token.i, firstOf, lastOf);
    if (nominal !== null) found.push(nominal);
  }
  return found;
}

const ARGUMENTS = new Set(['nsubj', 'nsubjpass', 'dobj', 'pobj', 'poss', 'conj', 'dative', 'appos']);

function isPhraseHead(tree: Tree, gazetteer: Gazetteer, i: number): boolean {
  const token = tokenAt(tree, i);
  if (token.pos === 'NUM') return quantityOf(tree, i) !== null;
  // The tagger takes "Myanmar's military announces" for an adjective.
  if (lower(tree, i) === 'military' && token.pos === 'ADJ') return ARGUMENTS.has(token.dep);
  if (token.pos !== 'NOUN' && !(token.pos === 'PROPN' && (token.entType === '' || !isCapitalized(token)))) return false;
  if (token.dep === 'compound' || token.dep === 'amod' || token.dep === 'nmod' || token.dep === 'npadvmod') {
    return (
      token.head < i ||
      isHolder(tree, gazetteer, i) ||
      isAttacker(tree, gazetteer, i) ||
      (tree.doc.tokens[i + 1]?.dep === 'cc' && gazetteer.lexicon.nouns.facilities.has(token.lemma.toLowerCase()))
    );
  }
  return true;
}

/** "an insurgent attack", "rebel shelling": the noun before the act says who did it. */
function isAttacker(tree: Tree, gazetteer: Gazetteer, i: number): boolean {
  const token = tokenAt(tree, i);
  const { assaults, people, forces } = gazetteer.lexicon.nouns;
  const lemma = token.lemma.toLowerCase();
  return (
    token.dep === 'compound' &&
    token.head === i + 1 &&
    assaults.has(lower(tree, i + 1)) &&
    (people.has(lemma) || forces.has(lemma))
  );
}

/** "rebel-held", "government-controlled": the noun before the participle says who holds. */
export function isHolder(tree: Tree, gazetteer: Gazetteer, i: number): boolean {
  const lemma = tokenAt(tree, i).lemma.toLowerCase();
  const { people, forces } = gazetteer.lexicon.nouns;
  return (
    /^[-–]$/.test(lower(tree, i + 1)) &&
    !tokenAt(tree, i).spaceAfter &&
    HOLDING.has(lower(tree, i + 2)) &&
    (people.has(lemma) || forces.has(lemma) || lemma === 'opposition' || lemma === 'junta')
  );
}

const HOLDING = new Set(
  'held controlled run ruled occupied backed owned administered dominated led governed'.split(' '),
);

/** "Protests toppled him", "thousands protested": a gathering or a number that acts stands for people. */
function isCrowd(tree: Tree, gazetteer: Gazetteer, i: number): boolean {
  const token = tokenAt(tree, i);
  const word = lower(tree, i);
  // "resigned in protest".
  if (word === 'protest' && token.dep === 'pobj' && lower(tree, i - 1) === 'in') return false;
  if (gazetteer.lexicon.nouns.gatherings.has(word))
    return (
      token.pos === 'NOUN' &&
      (['nsubj', 'agent'].includes(token.dep) || (!GOVERNED.has(token.dep) && isPointed(tree, i)))
    );
  return CROWDS.has(word) && token.tag === 'NNS' && ['nsubj', 'nsubjpass', 'dobj', 'conj'].includes(token.dep);
}

const GOVERNED = new Set(['compound', 'amod', 'nmod']);

/** "protests against", "anti-government protests": said to be against somebody, they stand for those who protest. */
function isPointed(tree: Tree, i: number): boolean {
  return (
    childrenOf(tree, i, 'prep').some((prep) => ['against', 'over'].includes(lower(tree, prep))) ||
    childrenOf(tree, i, 'amod').some((modifier) => lower(tree, modifier).startsWith('anti')) ||
    ['nsubjpass', 'pobj'].includes(tokenAt(tree, i).dep)
  );
}

const HELD = new Set(['hostage', 'captive', 'prisoner']);

/** "a state of emergency" is no state. */
const CONDITIONS = new Set(
  'emergency war siege alert alarm affairs disaster calamity exception martial mourning readiness'.split(' '),
);

const DAYS = new Set(['anniversary', 'eve', 'day', 'night', 'week', 'month', 'year']);

const CROWDS = new Set(['dozens', 'hundreds', 'thousands', 'millions']);

function nominalAt(
  tree: Tree,
  gazetteer: Gazetteer,
  head: number,
  firstOf: ReadonlyMap<number, number>,
  lastOf: ReadonlyMap<number, number>,
): Nominal | null {
  const token = tokenAt(tree, head);
  if (lower(tree, head) === 'board' && lower(tree, head - 1) === 'on') return null;
  if (lower(tree, head) === 'state' && lower(tree, head + 1) === 'of' && CONDITIONS.has(lower(tree, head + 2)))
    return null;
  // "taking others hostage": what they become.
  if (HELD.has(lower(tree, head)) && (tree.children[head] ?? []).every((i) => i > head)) return null;
  // "to use force": nobody in particular.
  if (lower(tree, head) === 'force' && (tree.children[head] ?? []).every((i) => i > head)) return null;
  const [noun, classes] = lookUp(tree, gazetteer, head);
  const inner = quantityOf(tree, head);
  const crowd = inner === null && isCrowd(tree, gazetteer, head);
  if (classes.size === 0 && inner === null && !crowd) return null;
  const attacker = isAttacker(tree, gazetteer, head);
  const first = leftEdge(tree, head, firstOf);
  let core = first;
  while (core < head && (isLeading(tree, core) || tokenAt(tree, core).tag === 'VBG')) core++;
  if (core > first && lower(tree, core) === '-') core = first;
  if (isStance(tree, core - 1)) core -= 2;
  // "the Syrian military-controlled crossing": who holds it is no part of what it is called.
  for (let i = head - 2; i > core + 1; i--)
    if (HOLDING.has(lower(tree, i)) && /^[-–]$/.test(lower(tree, i - 1)) && isCapitalized(tokenAt(tree, i + 1))) {
      core = i + 1;
      break;
    }
  const plural = token.tag === 'NNS' || token.tag === 'NNPS';
  const many = plural || childrenOf(tree, head, 'nummod').some((i) => !/^(one|1)$/.test(lower(tree, i)));
  return {
    first,
    last: head,
    head,
    noun,
    classes,
    type:
      crowd || attacker || (classes.has('people') && isHolder(tree, gazetteer, head))
        ? 'Group'
        : typeOf(gazetteer, noun, classes, many, childrenOf(tree, head, 'poss').length > 0),
    number:
      many || crowd || attacker || isHolder(tree, gazetteer, head) || gazetteer.lexicon.nouns.several.has(noun)
        ? 'several'
        : classes.has('people') || classes.has('facilities')
          ? 'one'
          : 'unknown',
    definite: ['the', 'this', 'that', 'these', 'those', 'both', 'its', 'his', 'her', 'their'].includes(
      lower(tree, first),
    ),
    core,
    tail: tailOf(tree, gazetteer, head, lastOf),
    inner,
  };
}

/** The phrase's own first word: not beyond a conjunction or comma, which begin what is coordinated with it. */
/** Tokens before the head in which its phrase begins. */
const REACH_BACK = 14;

function leftEdge(tree: Tree, head: number, firstOf: ReadonlyMap<number, number>): number {
  const furthest = Math.max(tree.left[head] ?? head, head - 12);
  let first = head;
  while (first > furthest) {
    const name = firstOf.get(first - 1);
    if (name !== undefined && head - name <= REACH_BACK) {
      first = name;
      continue;
    }
    const token = tokenAt(tree, first - 1);
    if (lower(tree, first) === '-' && !token.spaceAfter) {
      first--;
      continue;
    }
    const before = tokenAt(tree, token.head);
    const joinsAdjectives =
      token.dep === 'cc' && (before.pos === 'ADJ' || (before.head === head && ['nmod', 'amod'].includes(before.dep)));
    if ((token.dep === 'cc' && !joinsAdjectives && token.text.toLowerCase() !== 'both') || token.text === ',') break;
    if (token.pos === 'SCONJ' || (token.pos === 'ADP' && token.dep !== 'quantmod' && token.dep !== 'advmod')) break;
    first--;
  }
  while (first < head && /^["“”'‘’(]$/.test(tokenAt(tree, first).text)) first++;
  return first;
}

/** The head's lemma, alone or with the noun before it ("foreign ministry", "air force"), and the lists that have it. */
function lookUp(tree: Tree, gazetteer: Gazetteer, head: number): [string, ReadonlySet<NominalClass>] {
  const lemma = tokenAt(tree, head).lemma.toLowerCase();
  const compound = `${lower(tree, head - 1)} ${lemma}`;
  const classes = new Set<NominalClass>();
  for (const name of CLASSES) {
    const set = gazetteer.lexicon.nouns[name];
    if (set.has(lemma) || set.has(lower(tree, head)) || set.has(compound)) classes.add(name);
  }
  return [lemma, classes];
}

function typeOf(
  gazetteer: Gazetteer,
  noun: string,
  classes: ReadonlySet<NominalClass>,
  many: boolean,
  owned: boolean,
): EntityType | null {
  // "his own guard" is a body; "a guard" is one of them.
  if (classes.has('forces') && (!classes.has('people') || (!many && owned))) return 'Organization';
  if (classes.has('people')) return many || gazetteer.lexicon.nouns.several.has(noun) ? 'Group' : 'Person';
  // "the offices of a company" are where it is; "the office of the president" is a body.
  if (classes.has('bodies') && !(many && noun === 'office')) return many ? 'Group' : 'Organization';
  if (classes.has('facilities')) return 'Facility';
  if ((STATES.has(noun) || noun === 'power') && many) return 'Group';
  return classes.has('agreements') ? 'Agreement' : null;
}

function quantityOf(tree: Tree, head: number): number | null {
  if (!QUANTITIES.has(lower(tree, head)) && tokenAt(tree, head).pos !== 'NUM') return null;
  for (const prep of childrenOf(tree, head, 'prep')) {
    if (lower(tree, prep) !== 'of') continue;
    const [object] = childrenOf(tree, prep, 'pobj');
    if (object !== undefined) return object;
  }
  return null;
}

function isLeading(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  return (
    LEADING.has(token.text.toLowerCase()) ||
    token.pos === 'NUM' ||
    token.pos === 'DET' ||
    token.tag === 'PRP$' ||
    /^[-–—"“'‘(]$/.test(token.text)
  );
}

const ACCUSING = new Set(['accuse', 'convict', 'acquit', 'suspect']);

/** The lemma of the verb that the phrase is the object of: "accused the police of murder". */
const verbOver = (tree: Tree, head: number): string =>
  tokenAt(tree, head).dep === 'dobj' ? tokenAt(tree, tokenAt(tree, head).head).lemma.toLowerCase() : '';

/** "students in Tabayin", "relatives of Ayman al-Zawahiri": one short phrase after the head, names taken whole. */
function tailOf(tree: Tree, gazetteer: Gazetteer, head: number, lastOf: ReadonlyMap<number, number>): number {
  const prep = childrenOf(tree, head, 'prep').find(
    (i) => i === head + 1 && ['of', 'in', 'from', 'at', 'on'].includes(lower(tree, i)),
  );
  if (prep === undefined) return head;
  const [object] = childrenOf(tree, prep, 'pobj');
  if (object === undefined || tokenAt(tree, object).tag.startsWith('W')) return head;
  if (ACCUSING.has(verbOver(tree, head)) && lower(tree, prep) === 'of') return head;
  const { assaults, events, gatherings } = gazetteer.lexicon.nouns;
  const lemma = tokenAt(tree, object).lemma.toLowerCase();
  // "militants in raids", "a protest on the anniversary": when, and not which.
  if (DAYS.has(lemma) || assaults.has(lemma) || events.has(lemma) || gatherings.has(lemma)) return head;
  const last = lastOf.get(object) ?? object;
  return last - head <= 8 ? last : head;
}

/** The words of the phrase without determiners and counts: "Israeli settlers". */
export const coreText = (tree: Tree, nominal: Nominal): string =>
  textOf(tree, { first: nominal.core, last: nominal.head });
