/**
 * From an argument's head token to the entities that fill it: coordination is spread, partitives are looked through,
 * and where the head is no actor ("Israel's actions", "an airstrike by junta forces") the actor inside the phrase is taken.
 */
import type { ArgumentKind } from '../../graph/model/predicates.ts';
import { DOCUMENTS } from './control.ts';
import { HAPPENINGS, PATIENTS, SUFFERED, VEHICLES } from './deeds.ts';
import type { DocumentEntity, Mention, ResolvedDocument } from '../document.ts';
import { named, reached, typeAt } from './reach.ts';
import { antecedent, childrenOf, conjuncts, lemmaOf, phrasesUnder, type Tree, tokenAt } from './tree.ts';

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
  'across',
  'on',
  'inside',
  'within',
  'poss',
  'mod',
  'from',
  'around',
];
/** Inside what is praised or backed: whoever did it before where it was done. */
export const REACH_STANCE: Reach = [...REACH_ACTOR, 'in', 'at', 'across'];
/** Inside where force is shown: "massed troops on the border with X". */
export const REACH_BORDER: Reach = ['with', ...REACH_PLACE];
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
/** What is remembered or awaited on a day has no part in what is done on it: "a protest on the anniversary of his death". */
const DAYS = new Set(['anniversary', 'eve', 'centenary', 'birthday']);
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
  const itself = [...named(reading, i, kinds), ...listedBeside(reading, i, kinds)];
  const examples = examplesOf(reading, i, kinds, depth);
  // "cities across Ukraine, including Odesa": the whole and the example.
  if (itself.length === 0 && examples.length > 0)
    return [
      ...fillersBehind(reading, i, kinds, reach, depth).filter(({ mention }) => mention.kind !== 'nationality'),
      ...examples,
    ];
  const direct = [...itself, ...examples];
  const inside = direct.length > 0 && depth < MAX_DEPTH ? insteadOf(reading, i, direct, kinds, reach) : [];
  const own = inside.length > 0 && isVague(reading, i) ? inside : [...direct, ...inside];
  return own.length > 0 || depth >= MAX_DEPTH ? own : fillersBehind(reading, i, kinds, reach, depth);
}

/** Whoever is meant where the head names nobody: in apposition, as a part, or inside the phrase. */
function fillersBehind(
  reading: Reading,
  i: number,
  kinds: readonly ArgumentKind[],
  reach: Reach,
  depth: number,
): Filler[] {
  const { tree } = reading;
  for (const apposed of childrenOf(tree, i, 'appos')) {
    const found = named(reading, apposed, kinds);
    if (found.length > 0) return found;
  }
  // "X, a breakaway region that Y recognised": what the description is of.
  const { dep, head } = tokenAt(tree, i);
  const isDescription =
    dep === 'appos' && tokenAt(tree, head).pos === 'PROPN' && !DOCUMENTS.has(lemmaOf(tokenAt(tree, i)));
  const described = isDescription ? named(reading, head, kinds) : [];
  if (described.length > 0) return described;
  if (PARTITIVE.has(lemmaOf(tokenAt(tree, i)))) {
    const parts = partsOf(reading, i, kinds, reach, depth);
    if (parts.length > 0) return parts;
  }
  // "Russian men", where only a state or a body can do it: what they are of did not.
  if (isHuman(reading, i)) return [];
  if ((BORDERS.has(lemmaOf(tokenAt(tree, i))) && reach !== REACH_BORDER) || DAYS.has(lemmaOf(tokenAt(tree, i))))
    return [];
  const suffered = SUFFERED.has(lemmaOf(tokenAt(tree, i)));
  const happens = HAPPENINGS.has(lemmaOf(tokenAt(tree, i)));
  const isBuilding = typeAt(reading, i) === 'Facility' && !VEHICLES.has(lemmaOf(tokenAt(tree, i)));
  const isSpot = reach === REACH_DOER && SPOTS.has(lemmaOf(tokenAt(tree, i)));
  const isPatient = PATIENTS.has(lemmaOf(tokenAt(tree, i))) && !phrasesUnder(tree, i).some(({ name }) => name === 'of');
  for (const way of reach) {
    // Whose embassy it is does not say where it stands.
    // "in protest of the Iran war": where it is fought, not who is meant.
    if (happens && way.startsWith('mod') && !isElsewhere(tree, i)) continue;
    // "a Christian village": those who live there do not act; "the journalist's arrest": the arrested one does not either.
    if (isSpot && way !== 'by') continue;
    if (isPatient && way === 'poss') continue;
    if ((suffered && way === 'of') || (isBuilding && OWNERS.has(way) && kinds.includes('place'))) continue;
    const found = reached(reading, i, way)
      .flatMap((o) => spread(reading, o, kinds, way.startsWith('mod') ? [] : reach, depth + 1))
      // "a Jewish centre", "a Shia shrine": not the people.
      .filter(
        ({ entity }) => !way.startsWith('mod') || entity.type !== 'Group' || !SPOTS.has(lemmaOf(tokenAt(tree, i))),
      );
    if (found.length > 0) return found.map((filler) => ({ ...filler, direct: false }));
  }
  return [];
}

/** Whether a person or a group is named there, whom the predicate does not admit. */
function isHuman(reading: Reading, i: number): boolean {
  const type = typeAt(reading, i);
  if (reading.resolved.mentionByHead[i]?.kind === 'office') return false;
  return (type === 'Person' || type === 'Group') && !PARTITIVE.has(lemmaOf(tokenAt(reading.tree, i)));
}

/** "the Russian war in Ukraine": where it is fought stands behind it. */
const isElsewhere = (tree: Tree, i: number): boolean =>
  [i, ...(tokenAt(tree, i).dep === 'dobj' ? [tokenAt(tree, i).head] : [])]
    .flatMap((at) => phrasesUnder(tree, at))
    .some(({ name, prep }) => prep === i + 1 && ['in', 'on', 'against'].includes(name));

const OWNERS = new Set(['mod', 'poss']);
const SPOTS = new Set(
  'village town city district neighbourhood neighborhood suburb church mosque synagogue temple school hospital market shop centre center restaurant hotel base shrine compound building headquarters seminary cemetery'.split(
    ' ',
  ),
);

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
  const isPlace = thing.entity.type === 'Facility';
  const ways = isPlace ? reach.filter((way) => PLACE_WAYS.has(way)) : [...reach, 'with'];
  for (const way of ways) {
    const inside = reached(reading, i, way);
    const heads = inside.length > 0 || !(isPlace || way === 'with') ? inside : besideObject(reading, i, way);
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

const PLACE_WAYS = new Set(['mod:group', 'in', 'at', 'across', 'inside', 'within', 'of']);

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
    .filter(
      (phrase) =>
        phrase.name === 'including' ||
        (phrase.name === 'as' && hasSuch(reading.tree, phrase.prep)) ||
        (phrase.name === 'among' && reading.tree.doc.tokens[phrase.prep + 1]?.dep === 'dep'),
    )
    .flatMap((phrase) => phrase.objects)
    .flatMap((o) => conjuncts(reading.tree, o))
    .flatMap((o) => {
      const direct = named(reading, o, kinds);
      if (direct.some(({ mention }) => mention.kind !== 'nominal')) return direct;
      // "including the capital of Kabul", "the port of Basra".
      const inner = reached(reading, o, 'of').flatMap((owner) => named(reading, owner, kinds));
      const places = inner.filter(({ entity }) => entity.type === 'Place');
      return direct.length > 0 && places.length === 0 ? direct : inner;
    });
}

function tokenBefore(reading: Reading, i: number): string | undefined {
  return reading.tree.doc.tokens[i - 1]?.text.toLowerCase();
}

function hasSuch(tree: Tree, prep: number): boolean {
  return tree.doc.tokens[prep - 1]?.text.toLowerCase() === 'such';
}
