/**
 * Answers to what was told before: who demands a release or returns fire means whoever did the latest hostile act; who
 * claims responsibility attacked what was hit; who brokered the deal did so between those who made it.
 */
import type { Status } from '../../graph/model/vocabulary.ts';
import { logicalSubjects } from './clause.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import { FORCEFUL } from './deeds.ts';
import type { Draft } from './draft.ts';
import { answerable, isDefinite, REFERENCES, sentenceOf } from './earlier.ts';
import { fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { crossed } from './pairs.ts';
import { childrenOf, isPredicate, lemmaOf, tokenAt } from './tree.ts';

const HOSTILE = new Set(REFERENCES.hostile);

/** Sentences that an answer reaches back over. */
const MAX_ANSWERED = 2;

/** Drafts for one verb that answers an act among `told`, in text order; empty where it answers none. */
export function readAnswer(reading: Reading, verb: number, told: readonly Draft[]): Draft[] {
  return [...answerAt(reading, verb, told), ...claimAt(reading, verb), ...brokeredAt(reading, verb, told)];
}

/** "demanded his release", "returned fire", "vowed to retaliate": aimed at whoever did the latest hostile act. */
function answerAt(reading: Reading, verb: number, told: readonly Draft[]): Draft[] {
  const { tree } = reading;
  if (!isPredicate(tree, verb)) return [];
  const lemma = lemmaOf(tokenAt(tree, verb));
  const answer = REFERENCES.answers.find((entry) => entry.verbs.has(lemma) && completes(reading, verb, entry));
  if (answer === undefined) return [];
  const answerers = logicalSubjects(tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR));
  const keys = new Set(answerers.map((filler) => filler.entity.key));
  const hostile = told.filter(
    (draft) =>
      draft.trigger < verb &&
      HOSTILE.has(draft.predicate) &&
      sentenceOf(reading, verb) - sentenceOf(reading, draft.trigger) <= MAX_ANSWERED &&
      !keys.has(draft.subject.entity.key),
  );
  const latest = hostile.at(-1);
  const doers = hostile
    .filter((draft) => draft.trigger === latest?.trigger)
    .map((draft) => answerable(reading, draft.subject));
  return crossed(
    {
      predicate: answer.predicate,
      trigger: verb,
      words: [verb],
      lemma,
      rule: `answer:${lemma}`,
      status: answer.predicate === 'SANCTIONED' ? INTENTS.get(lemma) : undefined,
    },
    answerers,
    doers,
  );
}

/** What is promised or threatened has not happened. */
const INTENTS: ReadonlyMap<string, Status> = new Map([
  ['promise', 'planned'],
  ['threaten', 'threatened'],
]);

/** "claims responsibility", "was behind the attack": for what was hit in the latest act of violence told of before. */
function claimAt(reading: Reading, verb: number): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, verb);
  const responsibility = claimedBy(reading, verb);
  if (responsibility === undefined) return [];
  const claimants = logicalSubjects(tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR));
  if (claimants.length === 0) return [];
  for (let i = verb - 1; i >= 0 && sentenceOf(reading, verb) - sentenceOf(reading, i) <= MAX_ANSWERED; i--) {
    if (!isPredicate(tree, i) || !VIOLENT.has(lemmaOf(tokenAt(tree, i)))) continue;
    const hit = logicalObjects(tree, i).flatMap((o) => fillersAt(reading, o, ['actor', 'place', 'facility'], []));
    const drafts = crossed(
      {
        predicate: 'ATTACKED',
        trigger: verb,
        words: [verb, responsibility],
        lemma: lemmaOf(token),
        rule: `claim:${lemmaOf(token)}`,
      },
      claimants,
      hit.map((filler) => ({ ...filler, direct: false })),
    );
    if (drafts.length > 0) return drafts;
  }
  return [];
}

/** "China brokered the deal": between those who made it. */
function brokeredAt(reading: Reading, verb: number, told: readonly Draft[]): Draft[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, verb));
  if (!BROKERING.has(lemma) || !isPredicate(tree, verb)) return [];
  if (!logicalObjects(tree, verb).some((i) => BROKERED.has(lemmaOf(tokenAt(tree, i))) && isDefinite(reading, i)))
    return [];
  const brokers = logicalSubjects(tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR));
  const made = told.filter(
    (draft) =>
      draft.trigger < verb &&
      MADE.has(draft.predicate) &&
      sentenceOf(reading, verb) - sentenceOf(reading, draft.trigger) <= MAX_ANSWERED,
  );
  const latest = made.at(-1)?.trigger;
  const parties = made
    .flatMap((draft) => (draft.trigger === latest ? [draft.subject, draft.object] : []))
    .filter((filler) => filler !== null);
  const distinct = [...new Map(parties.map((filler) => [filler.entity.key, { ...filler, direct: false }])).values()];
  return crossed(
    { predicate: 'MEDIATED_BETWEEN', trigger: verb, words: [verb], lemma, rule: `brokered:${lemma}` },
    brokers,
    distinct,
  );
}

const BROKERING = new Set(['broker', 'mediate', 'facilitate', 'negotiate']);
const BROKERED = new Set([
  'deal',
  'agreement',
  'truce',
  'ceasefire',
  'accord',
  'swap',
  'exchange',
  'talk',
  'pact',
  'release',
]);
const MADE = new Set(['AGREED_WITH', 'SIGNED_WITH', 'MET', 'NEGOTIATED_WITH', 'RELEASED', 'FOUGHT', 'COOPERATED_WITH']);

/** The "responsibility" that the verb claims, or the deed that it owns up to or carries out. */
function claimedBy(reading: Reading, verb: number): number | undefined {
  const { tree } = reading;
  if (!isPredicate(tree, verb)) return undefined;
  const lemma = lemmaOf(tokenAt(tree, verb));
  const isDeed = (i: number): boolean => FORCEFUL.has(lemmaOf(tokenAt(tree, i))) && isDefinite(reading, i);
  const objects = logicalObjects(tree, verb);
  if (CLAIMING.has(lemma)) return objects.find((i) => lemmaOf(tokenAt(tree, i)) === 'responsibility' || isDeed(i));
  if (PERPETRATING.has(lemma)) return objects.find(isDeed);
  if (lemma !== 'be') return undefined;
  return phrasesOf(tree, verb)
    .filter((phrase) => phrase.name === 'behind')
    .flatMap((phrase) => phrase.objects)
    .find(isDeed);
}

const PERPETRATING = new Set(['carry', 'perpetrate', 'commit', 'stage', 'launch', 'mount']);
const CLAIMING = new Set(['claim', 'admit', 'accept', 'take']);
const VIOLENT = new Set([
  'kill',
  'attack',
  'bomb',
  'injure',
  'wound',
  'hit',
  'target',
  'strike',
  'ambush',
  'storm',
  'shoot',
  'assassinate',
]);

/** Whether the noun or the act that the answer needs stands under the verb; true where it needs none. */
function completes(reading: Reading, verb: number, answer: (typeof REFERENCES.answers)[number]): boolean {
  const { tree } = reading;
  const { nouns, acts } = answer;
  if (nouns !== undefined) {
    const heads = [...logicalObjects(tree, verb), ...phrasesOf(tree, verb).flatMap((phrase) => phrase.objects)];
    return heads.some((i) => nouns.has(lemmaOf(tokenAt(tree, i))));
  }
  return acts === undefined || childrenOf(tree, verb, 'xcomp').some((i) => acts.has(lemmaOf(tokenAt(tree, i))));
}
