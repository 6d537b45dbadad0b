/**
 * Reactions to what was told before: "condemned the attack", "welcomed the decision", "protested against the verdict".
 * The noun, or "it", stands for an earlier act of the bulletin, and whoever did that act is the one reacted to.
 * Likewise answers: who demands a release or returns fire means whoever did the latest hostile act.
 * Works on the drafts of the other rules; gives drafts only for reactions that none of them could fill.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Codebook } from '../codebook/patterns.ts';
import { logicalObjects, logicalSubjects, phrasesOf } from './clause.ts';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { crossed } from './pairs.ts';
import { childrenOf, isNoun, isPredicate, lemmaOf, tokenAt } from './tree.ts';

const words = z.string().transform((text): ReadonlySet<string> => new Set(text.split(' ')));

const References = z.strictObject({
  about: z.string(),
  /** By noun: the predicates that it may refer back to; "any" for nouns that fit every act. */
  nouns: z.record(z.string(), z.array(z.string())),
  /** Predicates whose verbs react. */
  reactions: z.array(z.string()),
  /** Prepositions under which the reaction's noun may stand. */
  prepositions: z.array(z.string()),
  /** What answers a hostile act whose doer the answer does not name: verbs with a noun, or with an act below them. */
  answers: z.array(
    z.strictObject({ predicate: z.string(), verbs: words, nouns: words.optional(), acts: words.optional() }),
  ),
  /** Predicates of the acts that are answered so. */
  hostile: z.array(z.string()),
});
const REFERENCES = References.parse(
  JSON.parse(readFileSync(new URL('./data/event-references.json', import.meta.url), 'utf8')),
);
const REACTIONS = new Set(REFERENCES.reactions);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their']);

const HOSTILE = new Set(REFERENCES.hostile);
const MAX_ANSWERED = 2;

/** Sentences that a reference reaches back over. */
const MAX_DISTANCE = 4;

/** Drafts for reactions whose object is an act told of before; `drafts` are those that the other rules gave. */
export function readReactions(reading: Reading, codebook: Codebook, drafts: readonly Draft[]): Draft[] {
  const told = drafts
    .filter((draft) => draft.background !== true && !draft.rule.startsWith('verb:unknown'))
    .sort((a, b) => a.trigger - b.trigger);
  const read = new Set(told.filter((draft) => REACTIONS.has(draft.predicate)).map((draft) => draft.trigger));
  const taken = new Set(told.map((draft) => draft.trigger));
  return reading.tree.doc.tokens.flatMap(({ i }) => {
    const reactions = read.has(i) ? [] : reactionAt(reading, codebook, i, told);
    return reactions.length > 0 || taken.has(i) ? reactions : [...answerAt(reading, i, told), ...claimAt(reading, i)];
  });
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
    { predicate: answer.predicate, trigger: verb, words: [verb], lemma, rule: `answer:${lemma}` },
    answerers,
    doers,
  );
}

/** "claims responsibility": for what was hit, whoever did it, in the latest act of violence told of before. */
function claimAt(reading: Reading, verb: number): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, verb);
  const responsibility = logicalObjects(tree, verb).find((i) => lemmaOf(tokenAt(tree, i)) === 'responsibility');
  if (responsibility === undefined || !CLAIMING.has(lemmaOf(token)) || !isPredicate(tree, verb)) return [];
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
        rule: 'claim:responsibility',
      },
      claimants,
      hit.map((filler) => ({ ...filler, direct: false })),
    );
    if (drafts.length > 0) return drafts;
  }
  return [];
}

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

function reactionAt(reading: Reading, codebook: Codebook, verb: number, told: readonly Draft[]): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, verb);
  if (!isPredicate(tree, verb)) return [];
  const pattern = (codebook.verbs.get(lemmaOf(token)) ?? []).find(
    (candidate) => REACTIONS.has(candidate.predicate) && candidate.nouns.size === 0 && candidate.with.length === 0,
  );
  if (pattern === undefined) return [];
  const noun = referringNoun(reading, verb);
  if (noun === null) return [];
  const reactors = logicalSubjects(tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR));
  const doers = doersOf(reading, noun, told, new Set(reactors.map((filler) => filler.entity.key)));
  const trigger = {
    predicate: pattern.predicate,
    trigger: verb,
    words: [verb, noun],
    lemma: lemmaOf(token),
    rule: `reaction:${lemmaOf(token)}`,
  };
  return crossed(trigger, reactors, doers);
}

/** The definite event noun that the reaction is about, where it has no actor of its own. */
function referringNoun(reading: Reading, verb: number): number | null {
  const { tree } = reading;
  const heads = [
    ...logicalObjects(tree, verb),
    ...phrasesOf(tree, verb)
      .filter((phrase) => REFERENCES.prepositions.includes(phrase.name))
      .flatMap((phrase) => phrase.objects),
  ];
  const found = heads.find(
    (i) =>
      isNoun(tokenAt(tree, i)) && REFERENCES.nouns[lemmaOf(tokenAt(tree, i))] !== undefined && isDefinite(reading, i),
  );
  return found ?? null;
}

function isDefinite(reading: Reading, noun: number): boolean {
  return childrenOf(reading.tree, noun, 'det', 'poss').some((d) =>
    DEFINITE.has(tokenAt(reading.tree, d).text.toLowerCase()),
  );
}

/** Who did the latest act that the noun can mean, within a few sentences and before the noun. */
function doersOf(reading: Reading, noun: number, told: readonly Draft[], reactors: ReadonlySet<string>): Filler[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, noun));
  const predicates = REFERENCES.nouns[lemma] ?? [];
  const fits = (draft: Draft): boolean =>
    draft.trigger < noun &&
    sentenceOf(reading, noun) - sentenceOf(reading, draft.trigger) <= MAX_DISTANCE &&
    !reactors.has(draft.subject.entity.key) &&
    (draft.lemma === lemma || predicates.includes('any') || predicates.includes(draft.predicate));
  const candidates = told.filter(fits);
  const latest = candidates.at(-1);
  if (latest === undefined) return [];
  // Of several acts in one sentence the first is what the sentence tells; what follows explains it.
  const sentence = sentenceOf(reading, latest.trigger);
  const first = candidates.find((draft) => sentenceOf(reading, draft.trigger) === sentence);
  return candidates
    .filter((draft) => draft.trigger === first?.trigger)
    .flatMap((draft) => [draft.subject, ...(isMutual(draft) && draft.object !== null ? [draft.object] : [])])
    .map((filler) => answerable(reading, filler));
}

/** Forces answer for nothing themselves: whose they are is condemned for what they did. */
function answerable(reading: Reading, filler: Filler): Filler {
  const { entity, mention } = filler;
  if (
    entity.type !== 'Group' ||
    entity.partOf === undefined ||
    !FORCES.has(lemmaOf(tokenAt(reading.tree, mention.head)))
  )
    return { ...filler, direct: false };
  const owner = reading.resolved.entities.find((candidate) => candidate.key === entity.partOf);
  const named = owner?.mentions.find((candidate) => candidate.start < mention.end) ?? owner?.mentions[0];
  return owner === undefined || named === undefined
    ? { ...filler, direct: false }
    : { entity: owner, mention: named, direct: false };
}

const FORCES: ReadonlySet<string> = new Set(
  (
    'troop force soldier army artillery warplane plane jet aircraft missile drone warship ship navy gunboat tank marine ' +
    'helicopter bomber fighter fleet submarine'
  ).split(' '),
);

const MUTUAL = new Set(['SIGNED_WITH', 'AGREED_WITH']);

function isMutual(draft: Draft): boolean {
  return MUTUAL.has(draft.predicate);
}

function sentenceOf(reading: Reading, token: number): number {
  return reading.tree.sentenceOf[token] ?? 0;
}
