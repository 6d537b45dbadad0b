/**
 * From an argument's head token to the entities that fill it: coordination is spread, partitives are looked through,
 * and where the head is no actor ("Israel's actions", "an airstrike by junta forces") the actor inside the phrase is taken.
 */
import { accepts, type ArgumentKind } from '../../graph/model/predicates.ts';
import { FORCEFUL, HAPPENINGS, PATIENTS, SUFFERED, VEHICLES, WEAPONS } from './deeds.ts';
import type { DocumentEntity, Mention, ResolvedDocument } from '../document.ts';
import { antecedent, childrenOf, conjuncts, lemmaOf, phrasesUnder, type Tree, tokenAt } from './tree.ts';
import { agentsOfNoun } from './voice.ts';

/** One entity in one role, with the words that stand for it. */
export interface Filler {
  readonly entity: DocumentEntity;
  readonly mention: Mention;
  /** Whether the argument's own head named it, or a word inside the phrase did. */
  readonly direct: boolean;
}

/** What every rule reads: the tree and who is who. */
export interface Reading {
  readonly tree: Tree;
  readonly resolved: ResolvedDocument;
  /** Told what became of each trigger, where somebody wants to know; absent otherwise, so that reasons cost nothing. */
  readonly why?: Why;
}

/** A trigger's token, the rule that was tried on it, and what came of it. */
export type Why = (trigger: number, rule: string, outcome: string) => void;

/** How the actor inside a phrase may hang under the phrase's head, in order of preference. */
export type Reach = readonly string[];

/** Inside a subject or an object that is a deed or a thing. */
export const REACH_ACTOR: Reach = ['by', 'poss', 'mod', 'of', 'from'];
/** The same inside the subject of a verb: a village in it does nothing. */
export const REACH_DOER: Reach = [...REACH_ACTOR];
/** Inside an object that may be a place: the power plant in Yemen. */
export const REACH_PLACE: Reach = [
  'mod:group',
  'in',
  'of',
  'at',
  'near',
  'across',
  'on',
  'inside',
  'within',
  'poss',
  'mod',
  'from',
  'around',
];
export const REACH_NONE: Reach = [];

const PARTITIVE = new Set(
  (
    'number group dozen hundred thousand million ten score series part half majority most some many several all none ' +
    'member contingent one two three four five six both each any handful crowd couple pair total kind type lot rest other'
  ).split(' '),
);
const QUANTITIES = new Set(['hundred', 'thousand', 'dozen', 'million', 'ten', 'score']);
/** What lies between two is neither: nobody withdraws from Israel who withdraws from its border. */
const BORDERS = new Set(['border', 'frontier', 'boundary', 'edge', 'outskirts']);
const MAX_DEPTH = 5;

/** The entities that the phrase headed by `head` names or contains, as far as `kinds` admits them. */
export function fillersAt(reading: Reading, head: number, kinds: readonly ArgumentKind[], reach: Reach): Filler[] {
  return conjuncts(reading.tree, antecedent(reading.tree, head)).flatMap((i) => fillersOf(reading, i, kinds, reach, 0));
}

function fillersOf(reading: Reading, i: number, kinds: readonly ArgumentKind[], reach: Reach, depth: number): Filler[] {
  const { tree } = reading;
  if (QUANTITIES.has(lemmaOf(tokenAt(tree, i)))) {
    const counted = partsOf(reading, i, kinds, reach, depth);
    if (counted.length > 0) return counted;
  }
  const direct = [
    ...named(reading, i, kinds),
    ...listedBeside(reading, i, kinds),
    ...examplesOf(reading, i, kinds, depth),
  ];
  const inside = direct.length > 0 && depth < MAX_DEPTH ? insteadOf(reading, i, direct, kinds, reach) : [];
  const own = inside.length > 0 && isVague(reading, i) ? inside : [...direct, ...inside];
  if (own.length > 0 || depth >= MAX_DEPTH) return own;
  for (const apposed of childrenOf(tree, i, 'appos')) {
    const found = named(reading, apposed, kinds);
    if (found.length > 0) return found;
  }
  if (PARTITIVE.has(lemmaOf(tokenAt(tree, i)))) {
    const parts = partsOf(reading, i, kinds, reach, depth);
    if (parts.length > 0) return parts;
  }
  if (BORDERS.has(lemmaOf(tokenAt(tree, i)))) return [];
  const suffered = SUFFERED.has(lemmaOf(tokenAt(tree, i)));
  const happens = HAPPENINGS.has(lemmaOf(tokenAt(tree, i)));
  const isBuilding = typeAt(reading, i) === 'Facility' && !VEHICLES.has(lemmaOf(tokenAt(tree, i)));
  const isSpot = reach === REACH_DOER && SPOTS.has(lemmaOf(tokenAt(tree, i)));
  const isPatient = PATIENTS.has(lemmaOf(tokenAt(tree, i))) && !phrasesUnder(tree, i).some(({ name }) => name === 'of');
  for (const way of reach) {
    // Whose embassy it is does not say where it stands.
    // "in protest of the Iran war": where it is fought, not who is meant.
    if (happens && way.startsWith('mod')) continue;
    // "a Christian village": those who live there do not act; "the journalist's arrest": the arrested one does not either.
    if (isSpot && way !== 'by') continue;
    if (isPatient && way === 'poss') continue;
    if ((suffered && way === 'of') || (isBuilding && OWNERS.has(way) && kinds.includes('place'))) continue;
    const found = reached(reading, i, way).flatMap((o) =>
      spread(reading, o, kinds, way.startsWith('mod') ? [] : reach, depth + 1),
    );
    if (found.length > 0) return found.map((filler) => ({ ...filler, direct: false }));
  }
  return [];
}

const OWNERS = new Set(['mod', 'poss']);
const SPOTS = new Set(
  'village town city district neighbourhood neighborhood suburb church mosque synagogue temple school hospital market shop centre center restaurant hotel'.split(
    ' ',
  ),
);

function typeAt(reading: Reading, i: number): string | undefined {
  const mention = reading.resolved.mentionByHead[i];
  return mention === undefined ? undefined : reading.resolved.referents[mention.id]?.[0]?.type;
}

/** What a number or a group consists of: "hundreds of police and protesters", "a series of talks". */
function partsOf(reading: Reading, i: number, kinds: readonly ArgumentKind[], reach: Reach, depth: number): Filler[] {
  return phrasesUnder(reading.tree, i)
    .filter((phrase) => phrase.name === 'of' || phrase.name === 'among')
    .flatMap((phrase) => phrase.objects)
    .flatMap((o) => spread(reading, o, kinds, reach, depth + 1));
}

function spread(reading: Reading, i: number, kinds: readonly ArgumentKind[], reach: Reach, depth: number): Filler[] {
  return conjuncts(reading.tree, antecedent(reading.tree, i)).flatMap((c) =>
    fillersOf(reading, c, kinds, reach, depth),
  );
}

/**
 * Who or what stands behind a thing without a name: the place of a facility ("a power plant in Yemen": both), the party of
 * an agreement ("any deal with Iran": Iran).
 */
function insteadOf(
  reading: Reading,
  i: number,
  direct: readonly Filler[],
  kinds: readonly ArgumentKind[],
  reach: Reach,
): Filler[] {
  const thing = direct.find(
    (filler) => filler.mention.kind === 'nominal' && ['Facility', 'Agreement'].includes(filler.entity.type),
  );
  if (thing === undefined || reach.length === 0) return [];
  const ways = thing.entity.type === 'Facility' ? reach.filter((way) => PLACE_WAYS.has(way)) : [...reach, 'with'];
  for (const way of ways) {
    const inside = reached(reading, i, way);
    const heads = inside.length > 0 || thing.entity.type !== 'Facility' ? inside : besideObject(reading, i, way);
    const found = heads.flatMap((o) => conjuncts(reading.tree, o)).flatMap((o) => named(reading, o, kinds));
    if (found.length > 0) return found.map((filler) => ({ ...filler, direct: false }));
  }
  return [];
}

/** "attacked a power plant in Kuwait" with "in" under the verb. */
function besideObject(reading: Reading, i: number, way: string): readonly number[] {
  const token = tokenAt(reading.tree, i);
  if (token.dep !== 'dobj') return [];
  return phrasesUnder(reading.tree, token.head)
    .filter((phrase) => phrase.name === way && phrase.prep > i)
    .flatMap((phrase) => phrase.objects);
}

const PLACE_WAYS = new Set(['mod:group', 'in', 'at', 'near', 'across', 'inside', 'within', 'of']);

/** An agreement without a name is nothing that a reader could find again; whose it is can be. */
function isVague(reading: Reading, i: number): boolean {
  const mention = reading.resolved.mentionByHead[i];
  const type = mention === undefined ? undefined : reading.resolved.referents[mention.id]?.[0]?.type;
  return type === 'Agreement';
}

/** "in Bhaktapur, Kathmandu, and Lalitpur": the second hangs as an apposition; of the same type it is one of a list. */
function listedBeside(reading: Reading, i: number, kinds: readonly ArgumentKind[]): Filler[] {
  const { tree } = reading;
  if (childrenOf(tree, i, 'conj').length === 0) return [];
  const types = new Set(named(reading, i, kinds).map((filler) => filler.entity.type));
  return childrenOf(tree, i, 'appos')
    .flatMap((apposed) => named(reading, apposed, kinds))
    .filter((filler) => types.has(filler.entity.type) && filler.mention.kind === 'name');
}

/** "allies such as Germany", "officers, including General X": the examples take part as well. */
function examplesOf(reading: Reading, i: number, kinds: readonly ArgumentKind[], depth: number): Filler[] {
  if (depth > 0 || tokenAt(reading.tree, i).pos !== 'NOUN') return [];
  return phrasesUnder(reading.tree, i)
    .filter(
      (phrase) =>
        childrenOf(reading.tree, phrase.prep, 'neg').length === 0 && tokenBefore(reading, phrase.prep) !== 'not',
    )
    .filter((phrase) => phrase.name === 'including' || (phrase.name === 'as' && hasSuch(reading.tree, phrase.prep)))
    .flatMap((phrase) => phrase.objects)
    .flatMap((o) => conjuncts(reading.tree, o))
    .flatMap((o) => named(reading, o, kinds));
}

function tokenBefore(reading: Reading, i: number): string | undefined {
  return reading.tree.doc.tokens[i - 1]?.text.toLowerCase();
}

function hasSuch(tree: Tree, prep: number): boolean {
  return tree.doc.tokens[prep - 1]?.text.toLowerCase() === 'such';
}

/** Tokens that hang under `i` in one way: a preposition's name, `poss`, or `mod` for modifiers before the noun. */
export function reached(reading: Reading, i: number, way: string): readonly number[] {
  const { tree } = reading;
  if (way === 'poss') return childrenOf(tree, i, 'poss');
  if (way === 'by') return agentsOfNoun(tree, i);
  if (way === 'mod') return modifiersOf(reading, i);
  if (way === 'mod:group') return modifiersOf(reading, i).filter((m) => isBody(reading, m));
  return phrasesUnder(tree, i)
    .filter((phrase) => phrase.name === way)
    .flatMap((phrase) => phrase.objects);
}

/** Words before a noun that may name somebody: "Israeli" in "Israeli air strike", "US" in "US sanctions list". */
function modifiersOf(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const found: number[] = [];
  const pending = [...childrenOf(tree, noun, 'amod', 'compound', 'nmod', 'npadvmod')];
  for (let at = 0; at < pending.length; at++) {
    const i = pending[at];
    if (i === undefined) break;
    found.push(i);
    // "the U.S. Consulate attack": whose consulate it is has no part in the attack.
    const isThing = ['Facility', 'Agreement'].includes(typeAt(reading, i) ?? '') || isBystander(reading, noun, i);
    pending.push(...childrenOf(tree, i, ...(isThing ? ['conj'] : ['amod', 'compound', 'nmod', 'conj'])));
  }
  return found.filter((i) => !isHyphenated(tree, i)).sort((a, b) => a - b);
}

/** "the Togo football team attack": what a common noun before a deed of force is of has no part in it; a weapon's owner has. */
function isBystander({ tree }: Reading, noun: number, i: number): boolean {
  const token = tokenAt(tree, i);
  if (
    token.pos !== 'NOUN' ||
    token.dep !== 'compound' ||
    /^\p{Lu}/u.test(token.text) ||
    !FORCEFUL.has(lemmaOf(tokenAt(tree, noun)))
  )
    return false;
  return !WEAPONS.has(lemmaOf(token)) && !STRIKING.has(lemmaOf(token));
}

/** Forces and kinds of weapon that stand before a deed with whose they are: "Israeli army raid", "US air strike". */
const STRIKING = new Set(
  (
    'air government army military police rebel navy coalition force tank troop militia state security naval ground ' +
    'helicopter suicide car truck border cruise combat fighter gunship artillery militant group'
  ).split(' '),
);

/** Whether a body or group is named there, not a country: "Hezbollah" in "Hezbollah targets in Lebanon". */
function isBody(reading: Reading, i: number): boolean {
  return named(reading, i, ['organization', 'group']).length > 0;
}

/** "Iran" in "Iran-backed groups" is no modifier of the groups themselves. */
function isHyphenated(tree: Tree, i: number): boolean {
  const next = tree.doc.tokens[i + 1];
  // "a pro-Palestine protest" is not Palestine's.
  if (/^[-–]$/.test(tree.doc.tokens[i - 1]?.text ?? '') && /^(pro|anti)$/i.test(tree.doc.tokens[i - 2]?.text ?? ''))
    return true;
  return (
    next !== undefined &&
    /^[-–]$/.test(next.text) &&
    tree.doc.tokens[i]?.spaceAfter === false &&
    isParticiple(tree, i + 2)
  );
}

function isParticiple(tree: Tree, i: number): boolean {
  const token = tree.doc.tokens[i];
  return token !== undefined && (token.tag === 'VBN' || token.tag === 'VBD' || token.text.endsWith('ed'));
}

function named(reading: Reading, i: number, kinds: readonly ArgumentKind[]): Filler[] {
  const mention = reading.resolved.mentionByHead[i];
  if (mention === undefined) return [];
  const referents = reading.resolved.referents[mention.id] ?? [];
  return referents.filter((entity) => accepts(kinds, entity.type)).map((entity) => ({ entity, mention, direct: true }));
}
