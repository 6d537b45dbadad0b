/**
 * The slots of codebook patterns. A slot is a preposition ("with") or one of: `subj`, `obj` (logical subject, object),
 * `iobj` (dative), `comp` (subject of the clause that complements the verb), `deed` (whoever did the deed in or by which
 * it happened: "killed in an Israeli air strike"), `target` (whom the deed hit that the verb speaks of), `content` (whom an infinitive below concerns; `content:help` where it is for their good, `content:against` where it is not, `content:in` where it is to happen), `if` (who acts in the condition), `demanded` (who is to do what is demanded),
 * `employer` (whom striking workers work for), `receiver` (dative or object), `left` (what is to be left), `parties` (those who take part in the object's event), `office` (what the subject holds an office of), `poss`, `mod`,
 * `support` (subject of the verb that carries an event noun), `self` (the noun itself), `each` (the subjects among
 * themselves, for symmetric predicates), `none`. A trailing `!` allows the head alone, not an actor inside the phrase.
 */
import { type ArgumentKind, PREDICATES, type PredicateRow } from '../../graph/model/predicates.ts';
import { logicalSubjects, ownersOf } from './clause.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import { complementSubjects, forClauseSubjects } from './complements.ts';
import { FORCEFUL } from './deeds.ts';
import {
  type Filler,
  fillersAt,
  REACH_ACTOR,
  REACH_BORDER,
  REACH_DOER,
  REACH_NONE,
  REACH_PLACE,
  REACH_STANCE,
  type Reach,
  type Reading,
} from './fillers.ts';
import { demandedOf } from './inner-agents.ts';
import { reached } from './reach.ts';
import { childrenOf, conjuncts, type Phrase, phrasesUnder, tokenAt, lemmaOf } from './tree.ts';
import { isPassive } from './voice.ts';

export function predicateRow(name: string): PredicateRow {
  const row = PREDICATES.get(name);
  if (row === undefined) throw new Error(`the predicate ${name} is not in graph/model/predicates.json`);
  return row;
}

/** Predicates whose object may hide behind another noun: "a suspension of air links with X". */
const REACH_TIES = new Set(['CUT_TIES_WITH', 'SANCTIONED', 'EASED_RESTRICTIONS_ON']);

/** How far to look inside an argument that is no actor itself. */
export function reachFor(kinds: readonly ArgumentKind[], predicate = ''): Reach {
  // A building in a town is not the town.
  if (predicate === 'OCCUPIED') return ['of', 'mod', 'poss'];
  if (predicate === 'SUPPORTED') return REACH_STANCE;
  if (predicate === 'MOBILIZED_AGAINST') return REACH_BORDER;
  if (REACH_TIES.has(predicate)) return [...REACH_ACTOR, 'with', 'to', 'against', 'on', 'in'];
  return kinds.includes('place') || kinds.includes('facility') ? REACH_PLACE : REACH_ACTOR;
}

/** Fillers of the first of `slots` that any entity of the right kind fills. */
export function fillVerbSlots(
  reading: Reading,
  verb: number,
  slots: readonly string[],
  kinds: readonly ArgumentKind[],
  predicate = '',
): Filler[] {
  for (const slot of slots) {
    const exact = slot.endsWith('!');
    const name = exact ? slot.slice(0, -1) : slot;
    const reach = exact ? REACH_NONE : name === 'subj' ? REACH_DOER : reachFor(kinds, predicate);
    const found = headsOf(reading, verb, name).flatMap((head) => fillersAt(reading, head, kinds, reach));
    if (found.length > 0) return found;
  }
  return [];
}

/** Heads of the phrases in one slot of a verb, before anybody is looked for in them. */
export function headsOf(reading: Reading, verb: number, slot: string): readonly number[] {
  const { tree } = reading;
  switch (slot) {
    case 'subj':
      return logicalSubjects(tree, verb);
    case 'obj':
      return logicalObjects(tree, verb);
    case 'iobj':
      return datives(reading, verb);
    case 'comp':
      return complementSubjects(tree, verb);
    case 'deed': {
      const named = deedAgents(
        reading,
        [verb, ...childrenOf(tree, verb, 'conj')].flatMap((v) => phrasesOf(tree, v)),
      );
      return named.length > 0 ? named : attackersBeside(reading, verb);
    }
    case 'demanded':
      return demandedOf(reading, verb);
    case 'target':
      return targetsBelow(reading, verb);
    case 'content':
      return contentOf(reading, verb, () => true);
    case 'content:help':
      return contentOf(
        reading,
        verb,
        () => true,
        (act) => HELPING.has(act),
      );
    case 'content:against':
      return contentOf(
        reading,
        verb,
        () => true,
        (act) => !HELPING.has(act),
      );
    case 'content:in':
      return contentOf(
        reading,
        verb,
        (name) => name === 'in' || name === 'inside',
        () => true,
        true,
      );
    case 'content:with':
      return contentOf(reading, verb, (name) => name === 'with' || name === 'between');
    case 'employer':
      return logicalSubjects(tree, verb).flatMap((i) => employersOf(reading, i));
    case 'receiver':
      return [...datives(reading, verb), ...logicalObjects(tree, verb)];
    case 'left':
      return leavingBelow(reading, verb).flatMap((i) => childrenOf(tree, i, 'dobj'));
    case 'if':
      return conditionSubjects(reading, verb);
    case 'parties':
      return logicalObjects(reading.tree, verb).flatMap((o) => partiesTo(reading, o));
    case 'for':
      return [...objectsOf(phrasesOf(tree, verb), slot), ...forClauseSubjects(tree, verb)];
    default:
      return phraseObjects(reading, verb, slot);
  }
}

/** Whom the deed hit that the verb speaks of: X in "claimed responsibility for the attack on X". */
function targetsBelow(reading: Reading, verb: number): readonly number[] {
  return phrasesOf(reading.tree, verb)
    .flatMap((phrase) => phrase.objects)
    .filter((noun) => FORCEFUL.has(lemmaOf(tokenAt(reading.tree, noun))))
    .flatMap((noun) => phrasesUnder(reading.tree, noun))
    .filter((phrase) => ['on', 'against', 'at', 'in', 'near'].includes(phrase.name))
    .flatMap((phrase) => phrase.objects);
}

const CIRCUMSTANCES = new Set(['in', 'by', 'at', 'after', 'before', 'during']);

/** Whom an infinitive below the verb concerns: Y in "threatened to break relations with Y", "pledged to help Y". */
function contentOf(
  reading: Reading,
  verb: number,
  admits: (preposition: string) => boolean,
  acting: (act: string) => boolean = () => true,
  places = false,
): readonly number[] {
  const { tree } = reading;
  const acts = childrenOf(tree, verb, 'xcomp', 'advcl')
    .flatMap((act) => conjuncts(tree, act))
    .filter((act) => {
      const { tag, dep } = tokenAt(tree, act);
      return tag === 'VB' || (tag === 'VBG' && dep !== 'advcl');
    })
    // "vowed not to return it to X" promises X nothing.
    .filter((act) => acting(lemmaOf(tokenAt(tree, act))) && childrenOf(tree, act, 'neg').length === 0);
  return acts.flatMap((act) => [
    // What is sent or given is not who it is sent to.
    ...(admits('') && !GIVING.has(lemmaOf(tokenAt(tree, act))) ? logicalObjects(tree, act) : []),
    ...phrasesOf(tree, act)
      .filter((phrase) => admits(phrase.name) && (places || !CIRCUMSTANCES.has(phrase.name)))
      .flatMap((phrase) => phrase.objects),
  ]);
}

/** Whoever strikes, strikes against whom they work for: "Boeing workers". */
function employersOf(reading: Reading, i: number): readonly number[] {
  if (!WORKERS.has(lemmaOf(tokenAt(reading.tree, i)))) return [];
  return ['mod:group', 'poss', 'at'].flatMap((way) => reached(reading, i, way));
}

const WORKERS = new Set(['worker', 'employee', 'staff', 'driver', 'pilot', 'miner', 'crew', 'engineer']);

/** "to leave" below the verb or below its object: "gave diplomats 48 hours to leave". */
export function leavingBelow(reading: Reading, verb: number): readonly number[] {
  const { tree } = reading;
  return [verb, ...childrenOf(tree, verb, 'dobj', 'npadvmod', 'dative')]
    .flatMap((i) => childrenOf(tree, i, 'xcomp', 'ccomp', 'advcl', 'relcl', 'acl'))
    .filter((i) => tokenAt(tree, i).tag === 'VB' && LEAVING.has(lemmaOf(tokenAt(tree, i))));
}

const LEAVING = new Set(['leave', 'depart', 'quit', 'vacate', 'exit']);

/** Who must not do it: X in "threatened retaliation if X attacked again". */
function conditionSubjects(reading: Reading, verb: number): readonly number[] {
  const { tree } = reading;
  return [verb, ...childrenOf(tree, verb, 'xcomp', 'ccomp')]
    .flatMap((i) => childrenOf(tree, i, 'advcl'))
    .filter((i) =>
      childrenOf(tree, i, 'mark').some((m) => ['if', 'unless'].includes(tokenAt(tree, m).text.toLowerCase())),
    )
    .flatMap((i) => childrenOf(tree, i, 'nsubj'));
}

/** Acts for the good of whom they concern: what is promised to somebody rather than threatened. */
const HELPING: ReadonlySet<string> = new Set(
  (
    'help aid assist support back defend protect fund finance rebuild provide give send supply deliver donate lend grant ' +
    'work cooperate co-operate coordinate consult talk negotiate meet release free return compensate repay pay honor honour ' +
    'respect recognize recognise cover contribute offer ship train equip arm host welcome visit mediate'
  ).split(' '),
);

const GIVING: ReadonlySet<string> = new Set(
  'provide give send supply deliver donate lend grant pay ship offer'.split(' '),
);

/** Who takes part in an event noun: after "between", "with", or as subject of the verb around it. */
function partiesTo(reading: Reading, noun: number): readonly number[] {
  const named = phrasesUnder(reading.tree, noun).filter((phrase) => ['between', 'with', 'among'].includes(phrase.name));
  return [...named.flatMap((phrase) => phrase.objects), ...ownersOf(reading.tree, noun)];
}

/** Objects of a preposition, also where the phrase hangs under an earlier one: "rallied in Berlin against X". */
function phraseObjects(reading: Reading, verb: number, slot: string): readonly number[] {
  const phrases = phrasesOf(reading.tree, verb);
  const own = objectsOf(phrases, slot);
  if (own.length > 0 || !DETACHED.has(slot)) return own;
  const below = phrases
    .filter(({ name }) => HOLDERS.has(name) || (name === 'by' && IMPOSING.has(slot)))
    // "opens fire after an attack on a convoy": another deed.
    .filter((phrase) => phrase.name !== 'after' || !phrase.objects.some((o) => isDeed(reading, o)))
    .flatMap((phrase) => phrase.objects)
    .flatMap((object) => phrasesUnder(reading.tree, object));
  return objectsOf(below, slot);
}

const isDeed = ({ tree }: Reading, i: number): boolean => FORCEFUL.has(lemmaOf(tokenAt(tree, i)));

const HOLDERS = new Set(['in', 'at', 'on', 'during', 'from', 'after', 'for']);
/** "sanctions imposed by X on Y". */
const IMPOSING = new Set(['on', 'against']);
const DETACHED = new Set(['against', 'with', 'at', 'on', 'over']);

function datives(reading: Reading, verb: number): readonly number[] {
  const bare = childrenOf(reading.tree, verb, 'dative').filter((i) => tokenAt(reading.tree, i).pos !== 'ADP');
  return bare;
}

/** Nouns governed by `name` among `phrases`; "toward" and "towards" are one. */
export function objectsOf(phrases: readonly Phrase[], name: string): readonly number[] {
  return phrases.filter((phrase) => phrase.name === name).flatMap((phrase) => phrase.objects);
}

function deedAgents(reading: Reading, phrases: readonly Phrase[]): readonly number[] {
  return (
    phrases
      .filter((phrase) => ['in', 'by', 'during', 'after', 'from', 'when', 'following'].includes(phrase.name))
      // "wounded days after an attack": another deed.
      .filter((phrase) => childrenOf(reading.tree, phrase.prep, 'npadvmod', 'advmod').length === 0)
      .flatMap((phrase) => phrase.objects)
      .filter((head) => isOwned(lemmaOf(tokenAt(reading.tree, head))))
  );
}

/** "killed when gunmen opened fire", "wounded after rebels attacked": who acts in the clause that tells how. */
function attackersBeside(reading: Reading, verb: number): readonly number[] {
  const { tree } = reading;
  if (!isPassive(tree, verb) && lemmaOf(tokenAt(tree, verb)) !== 'die') return [];
  return [verb, ...childrenOf(tree, verb, 'conj')]
    .flatMap((v) => childrenOf(tree, v, 'advcl'))
    .filter((clause) => {
      const lemma = lemmaOf(tokenAt(tree, clause));
      if (!childrenOf(tree, clause, 'advmod', 'mark').some((m) => WHEN.has(tokenAt(tree, m).text.toLowerCase())))
        return false;
      return (
        ASSAILING.has(lemma) ||
        (LAUNCHING.has(lemma) && childrenOf(tree, clause, 'dobj').some((o) => FORCEFUL.has(lemmaOf(tokenAt(tree, o)))))
      );
    })
    .flatMap((clause) => logicalSubjects(tree, clause));
}

const WHEN = new Set(['when', 'after', 'as', 'while']);
const ASSAILING = new Set(
  'attack bomb shell ambush shoot storm strike hit assault raid bombard blow stab torpedo explode detonate'.split(' '),
);
const LAUNCHING = new Set('open launch carry fire conduct throw drop hurl stage'.split(' '));

function isOwned(deed: string): boolean {
  return FORCEFUL.has(deed) && !OWNERLESS.has(deed);
}

/** Deeds whose "Brazilian" says where, not who. */
const OWNERLESS = new Set(['clash', 'battle', 'fighting', 'shooting', 'explosion', 'blast', 'gunfire', 'massacre']);

/** Whether the verb stands in the voice that a pattern wants. */
export function voiceFits(reading: Reading, verb: number, voice: 'active' | 'passive' | undefined): boolean {
  return voice === undefined || isPassive(reading.tree, verb) === (voice === 'passive');
}
