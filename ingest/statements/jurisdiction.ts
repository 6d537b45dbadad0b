/**
 * Who arrests, tries or deports where a passive does not say: the police or court named just before, whoever announces it, or
 * the state of the place ("three Danes are arrested in Oslo": Norway, where the bulletin names it). Bounded walks.
 */
import type { ArgumentKind } from '../../graph/model/predicates.ts';
import { accepts } from '../../graph/model/predicates.ts';
import type { DocumentEntity } from '../document.ts';
import { holderOf } from './attribution.ts';
import { sentenceOf } from './earlier.ts';
import { type Filler, fillersAt, type Reading } from './fillers.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import { named } from './reach.ts';
import { childrenOf, isVerb, lemmaOf, type Phrase, phrasesUnder, tokenAt } from './tree.ts';
import { agentsOf, isPassive } from './voice.ts';

const LEGAL: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['DETAINED', 'arrest detain jail imprison incarcerate remand re-arrest rearrest apprehend take place put'],
    ['SUED', 'charge indict arraign prosecute try'],
    ['SENTENCED', 'sentence convict find condemn jail imprison give hand'],
    ['EXPELLED', 'deport expel'],
    ['RELEASED', 'acquit release free grant'],
    ['KILLED', 'execute hang'],
  ].map(([predicate = '', verbs = '']) => [predicate, new Set(verbs.split(' '))]),
);

/** Whoever has somebody arrested, charged, sentenced, deported where nobody is named as doing it; empty where nothing tells. */
export function authorities(
  reading: Reading,
  verb: number,
  predicate: string,
  kinds: readonly ArgumentKind[],
): readonly Filler[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, verb));
  if (LEGAL.get(predicate)?.has(lemma) !== true || !isPassive(tree, verb) || agentsOf(tree, verb).length > 0) return [];
  if (!isByLaw(reading, verb, predicate, lemma)) return [];
  if (predicate === 'EXPELLED') return fromWhere(reading, verb, kinds);
  const place = stateAround(reading, verb);
  const bodies = [
    announcerOf(reading, holderOf(reading, verb)),
    isAside(reading, verb) ? null : bodyBefore(reading, verb, predicate),
  ].filter((one) => one !== null);
  const body = bodies.find(({ entity }) => place === null || isOf(entity, place.entity));
  const told = body ?? place;
  const found = told ?? (isAside(reading, verb) ? null : (stateBefore(reading, verb) ?? stateServed(reading, verb)));
  return found !== null && accepts(kinds, found.entity.type) ? [{ ...found, direct: false }] : [];
}

/** Whether a reader could find again who it was done to: a name, a nationality or a calling, not "a man". */
export function isDescribed({ entity }: Filler): boolean {
  if (entity.mentions.some(({ kind }) => kind === 'name') || /\p{Lu}/u.test(entity.name)) return true;
  return !ANYBODY.has(entity.name.split(' ').at(-1)?.toLowerCase() ?? '');
}

const ANYBODY = new Set(
  (
    'people person persons man men woman women suspect suspects individual individuals boy boys girl girls child children ' +
    'teenager teenagers civilian civilians other others adult adults youth youths perpetrator attacker attackers couple pair'
  ).split(' '),
);

/** Armed groups release and execute as well: only from prison, on bail, or for a crime is it the law that does. */
function isByLaw(reading: Reading, verb: number, predicate: string, lemma: string): boolean {
  const phrases = phrasesOf(reading.tree, verb);
  // "was charged with overseeing it": a task.
  if (lemma === 'charge' && isTask(reading, verb)) return false;
  if (lemma === 'release' || lemma === 'free' || lemma === 'grant')
    return (
      phrases.some(({ objects }) => objects.some((o) => RELEASING.has(lemmaOf(tokenAt(reading.tree, o))))) ||
      childrenOf(reading.tree, verb, 'dobj').some((o) => RELEASING.has(lemmaOf(tokenAt(reading.tree, o))))
    );
  return predicate !== 'KILLED' || phrases.some(({ name }) => name === 'for' || name === 'after');
}

function isTask({ tree }: Reading, verb: number): boolean {
  return childrenOf(tree, verb, 'prep')
    .flatMap((prep) => childrenOf(tree, prep, 'pcomp'))
    .some((task) => TASKS.has(lemmaOf(tokenAt(tree, task))));
}

const TASKS = new Set(
  (
    'oversee lead manage implement investigate protect run coordinate enforce find draft monitor supervise handle design ' +
    'ensure develop carry draw examine review regulate administer guard organize organise prepare'
  ).split(' '),
);

/** What is told beside the sentence's own course, or is yet to be: nothing before it says by whom. */
function isAside({ tree }: Reading, verb: number): boolean {
  if (['relcl', 'acl', 'pcomp'].includes(tokenAt(tree, verb).dep)) return true;
  return childrenOf(tree, verb, 'aux').some((i) => tokenAt(tree, i).text.toLowerCase() === 'to');
}

const RELEASING = new Set(['prison', 'jail', 'custody', 'detention', 'arrest', 'bail', 'parole', 'imprisonment']);

const isOf = (body: DocumentEntity, state: DocumentEntity): boolean =>
  body.key === state.key || body.partOf === undefined || body.partOf === state.key;

/** "deported from Germany", "expelled from the Commonwealth". */
function fromWhere(reading: Reading, verb: number, kinds: readonly ArgumentKind[]): readonly Filler[] {
  return phrasesOf(reading.tree, verb)
    .filter(({ name }) => name === 'from')
    .flatMap(({ objects }) => objects)
    .flatMap((o) => fillersAt(reading, o, ['country', 'organization'], []))
    .filter(({ entity }) => accepts(kinds, entity.type));
}

const WHERE = new Set(['in', 'at', 'near', 'outside', 'across', 'throughout', 'inside']);
/** Towns whose courts, and lands whose prisons, may not be those of their own state. */
const OF_OTHERS = new Set(['place:hague', 'country:PSE']);

/** The state in which the clause says that it happens. */
function stateAround(reading: Reading, verb: number): Filler | null {
  const { tree } = reading;
  const beside = [verb, ...childrenOf(tree, verb, 'conj').filter((i) => isVerb(tokenAt(tree, i)))];
  const above = tokenAt(tree, verb).dep === 'conj' ? [tokenAt(tree, verb).head] : [];
  const phrases = [...beside, ...above].flatMap((i) => [
    ...phrasesOf(tree, i),
    ...logicalObjects(tree, i).flatMap((o) => phrasesUnder(tree, o)),
  ]);
  return stateWithin(reading, phrases);
}

function stateWithin(reading: Reading, phrases: readonly Phrase[]): Filler | null {
  for (const { name, objects } of phrases) {
    if (!WHERE.has(name)) continue;
    for (const object of objects) {
      const state = stateAt(reading, object, 3);
      if (state !== null) return state;
    }
  }
  return null;
}

/** The state that a place is or lies in: by what is known of it, or told behind it: "Kano, Nigeria", "a town in Chad". */
function stateAt(reading: Reading, i: number, depth: number): Filler | null {
  for (const place of named(reading, i, ['country', 'place', 'facility'])) {
    const state = stateOf(reading, place);
    if (OF_OTHERS.has(place.entity.key) || OF_OTHERS.has(state?.entity.key ?? '')) return null;
    if (state !== null) return state;
  }
  if (depth === 0) return null;
  const { tree } = reading;
  const further = [
    ...childrenOf(tree, i, 'appos', 'npadvmod', 'conj', 'compound', 'poss').filter(
      (c) => named(reading, c, ['country', 'place']).length > 0,
    ),
    ...phrasesUnder(tree, i)
      .filter(({ name }) => WHERE.has(name) || name === 'of')
      .flatMap(({ objects }) => objects),
  ];
  for (const next of further) {
    const state = stateAt(reading, next, depth - 1);
    if (state !== null) return state;
  }
  return null;
}

/** The state itself, or the one that a body or place belongs to, where the bulletin names it. */
function stateOf(reading: Reading, filler: Filler): Filler | null {
  const { entity } = filler;
  if (entity.type === 'Country') return filler;
  return fillerOf(stateNamed(reading, entity.partOf), filler.mention.end);
}

const stateNamed = (reading: Reading, key: string | null | undefined): DocumentEntity | undefined =>
  reading.resolved.entities.find((entity) => entity.key === key && entity.type === 'Country');

/** The state by the first of its mentions that begins by `end`, or else its first. */
function fillerOf(state: DocumentEntity | undefined, end = Number.POSITIVE_INFINITY): Filler | null {
  const mention = state?.mentions.find(({ start }) => start <= end) ?? state?.mentions[0];
  return state === undefined || mention === undefined ? null : { entity: state, mention, direct: false };
}

const OFFICES_OF_LAW =
  /\b(police|interior|justice|prosecut\w*|attorney|security|home|president|premier|prime|governor|sheriff|commissioner)\b/i;
const BODIES_OF_LAW =
  /\b(police|policemen|court|tribunal|prosecut\w*|interior|justice|security|intelligence|authorit\w*|gendarme\w*|army|military|government|guard|guards|troops|soldiers|officers|jury|judge|fbi|bureau of investigation|ministry|state media|agency)\b/i;

/** Who tells of it, where it is theirs to do: "the interior minister announces that 50 were arrested": the state. */
function announcerOf(reading: Reading, speaker: Filler | null): Filler | null {
  if (speaker === null) return null;
  const { entity } = speaker;
  if (entity.type === 'Country') return speaker;
  if (entity.type === 'Person') {
    const office = entity.offices.find(({ title, former }) => !former && OFFICES_OF_LAW.test(title));
    return fillerOf(stateNamed(reading, office?.of));
  }
  const isLaw = BODIES_OF_LAW.test(entity.name) && !/foreign/i.test(entity.name);
  return (entity.type === 'Organization' || entity.type === 'Group') && isLaw ? speaker : null;
}

/** Tokens that are looked back over. */
const WINDOW = 90;
const POLICE = new Set(
  'police policeman officer gendarme gendarmerie soldier troop force army military guard agent authority agency marine'.split(
    ' ',
  ),
);
const COURTS = new Set('court tribunal prosecutor jury judge judiciary prosecution'.split(' '));

/** The police or court that acts in this sentence before the verb or in the one before. */
function bodyBefore(reading: Reading, verb: number, predicate: string): Filler | null {
  const { tree } = reading;
  const sentence = sentenceOf(reading, verb);
  const nouns = predicate === 'DETAINED' ? POLICE : COURTS;
  const patients = new Set(logicalObjects(tree, verb));
  for (let i = verb - 1; i >= Math.max(0, verb - WINDOW) && sentence - sentenceOf(reading, i) <= 1; i--) {
    const token = tokenAt(tree, i);
    if (!nouns.has(lemmaOf(token)) || patients.has(i) || !isDoer(reading, i)) continue;
    const body = named(reading, i, ['organization', 'group'])[0];
    if (body !== undefined) return body;
  }
  return null;
}

/** Whether the noun is the subject or agent of a deed, or whom others clash with. */
function isDoer({ tree }: Reading, i: number): boolean {
  const { dep, head } = tokenAt(tree, i);
  if (dep === 'nsubj') return true;
  return dep === 'pobj' && ['by', 'with'].includes(tokenAt(tree, head).text.toLowerCase());
}

/** "Protests continue in Belarus. Hundreds of activists have been detained": where the sentence before lies. */
function stateBefore(reading: Reading, verb: number): Filler | null {
  const { tree } = reading;
  const before = tree.doc.sentences[sentenceOf(reading, verb) - 1];
  if (before === undefined) return null;
  const from = Math.max(before.first, before.last - WINDOW);
  const phrases: Phrase[] = [];
  for (let i = from; i <= before.last; i++)
    if (WHERE.has(tokenAt(tree, i).text.toLowerCase()))
      phrases.push({ name: tokenAt(tree, i).text.toLowerCase(), prep: i, objects: childrenOf(tree, i, 'pobj') });
  return stateWithin(reading, phrases.reverse());
}

/** "The former Peruvian president is sentenced": where only one state is named, by that which the person served. */
function stateServed(reading: Reading, verb: number): Filler | null {
  const { entities } = reading.resolved;
  const states = entities.filter(({ type }) => type === 'Country');
  const [state] = states;
  if (states.length !== 1 || state === undefined) return null;
  if (
    entities.some(
      ({ type, name }) => type === 'Organization' && /\b(international|tribunal|world|interpol)\b/i.test(name),
    )
  )
    return null;
  const served = logicalObjects(reading.tree, verb)
    .flatMap((i) => named(reading, i, ['person']))
    .some(({ entity }) => entity.offices.some(({ of }) => of === state.key || of === state.partOf));
  return served ? fillerOf(state) : null;
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['arrest', 'DETAINED'],
  ['detention', 'DETAINED'],
  ['imprisonment', 'DETAINED'],
  ['jailing', 'DETAINED'],
  ['conviction', 'SENTENCED'],
  ['sentencing', 'SENTENCED'],
  ['deportation', 'EXPELLED'],
]);
const TELLING = new Set('announce confirm report reveal tell say declare'.split(' '));

/** The same for nouns: "the arrest of X in Oslo"; an official who announces an arrest announces what the state did. */
export function authoritiesOfNoun(reading: Reading, noun: number, subjects: readonly Filler[]): readonly Filler[] {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  const predicate = NOUNS.get(lemmaOf(token));
  if (predicate === undefined) return subjects;
  const telling = token.dep === 'dobj' && TELLING.has(lemmaOf(tokenAt(tree, token.head)));
  if (telling && subjects.some(({ entity }) => entity.type === 'Person'))
    return subjects.map((one) => announcerOf(reading, one) ?? one);
  if (subjects.length > 0) return subjects;
  if (predicate === 'EXPELLED') return [];
  const phrases = phrasesUnder(tree, noun);
  const place = stateWithin(reading, [
    ...phrases,
    ...phrases.flatMap(({ objects }) => objects.flatMap((o) => phrasesUnder(tree, o))),
  ]);
  return place === null ? [] : [place];
}
