/**
 * Who acts in a noun of deed: whoever owns a deed whose victim stands after "of" ("Iran's seizure of the ship"), whoever a visit
 * is the guest of, and whoever does what is demanded ("called for the withdrawal of Eritrean troops", "an end to Iran's attacks").
 */
import { DECLINING, HEADED } from './deeds.ts';
import { logicalSubjects, ownersOf } from './clause.ts';
import type { Reading } from './fillers.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import { reached } from './reach.ts';
import { ANSWERING } from './support.ts';
import { childrenOf, conjuncts, isVerb, lemmaOf, phrasesUnder, type Tree, tokenAt } from './tree.ts';
import { agentsOfNoun } from './voice.ts';

/** Owners of a deed, in one way, where its "of" says whom it was done to. */
export function ownersBesideVictim(reading: Reading, noun: number, way: 'poss' | 'mod'): readonly number[] {
  const hasVictim = phrasesUnder(reading.tree, noun).some((phrase) => phrase.name === 'of');
  return hasVictim ? reached(reading, noun, way) : [];
}

/** "visits Australia at the invitation of X", "is in Berlin on an invitation from X": whoever acts is the one invited. */
export function guestsAt(tree: Tree, noun: number): readonly number[] {
  const token = tokenAt(tree, noun);
  const prep = tokenAt(tree, token.head);
  if (token.dep !== 'pobj' || !['at', 'on', 'upon', 'after', 'following'].includes(prep.text.toLowerCase())) return [];
  const outer = tokenAt(tree, prep.head);
  return isVerb(outer) ? logicalSubjects(tree, outer.i) : ownersOf(tree, outer.i);
}

/** Whom a request, an offer or a threat was made to: whoever answers it. */
export function recipientsOf(tree: Tree, noun: number): readonly number[] {
  const { dep, head } = tokenAt(tree, noun);
  if (dep !== 'dobj' && dep !== 'nsubjpass') return [];
  return ANSWERING.has(lemmaOf(tokenAt(tree, head))) ? logicalSubjects(tree, head) : [];
}

/** Whom an infinitive below a noun concerns: "a threat to invade Y". */
export function contentOfNoun(tree: Tree, noun: number): readonly number[] {
  return childrenOf(tree, noun, 'acl', 'xcomp', 'relcl')
    .filter((act) => tokenAt(tree, act).tag === 'VB')
    .flatMap((act) => conjuncts(tree, act))
    .flatMap((act) => [
      ...logicalObjects(tree, act),
      ...phrasesOf(tree, act)
        .filter((phrase) => ['on', 'against', 'with'].includes(phrase.name))
        .flatMap((phrase) => phrase.objects),
    ]);
}

/** How far a demand is followed into its object: "an immediate halt to an escalation of Israeli strikes". */
const MAX_DEPTH = 3;

/** Who is to do what the verb demands, where a noun says what: the agent of the withdrawal, of what is to end, of what is probed. */
export function demandedOf(reading: Reading, verb: number): readonly number[] {
  const { tree } = reading;
  const demanded = [
    ...logicalObjects(tree, verb),
    ...phrasesOf(tree, verb)
      .filter((phrase) => phrase.name === 'for')
      .flatMap((phrase) => phrase.objects),
  ];
  return demanded.flatMap((noun) => conjuncts(tree, noun)).flatMap((noun) => doersOf(reading, noun, 0));
}

function doersOf(reading: Reading, noun: number, depth: number): readonly number[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, noun));
  const links = HEADED.get(lemma);
  if (links !== undefined && depth < MAX_DEPTH)
    return phrasesUnder(tree, noun)
      .filter((phrase) => links.includes(phrase.name))
      .flatMap((phrase) => phrase.objects)
      .flatMap((inner) => doersOf(reading, inner, depth + 1));
  const agents = agentsOfNoun(tree, noun);
  if (agents.length > 0) return agents;
  if (DECLINING.has(lemma)) {
    const parties = ['of', 'poss', 'mod'].map((way) => reached(reading, noun, way)).find((found) => found.length > 0);
    return parties ?? [];
  }
  // Below "an end to" or "an inquiry into" whoever owns the deed does it: "Iran's attacks", "Israeli strikes".
  if (depth === 0) return [];
  return ['poss', 'mod'].map((way) => reached(reading, noun, way)).find((found) => found.length > 0) ?? [];
}
