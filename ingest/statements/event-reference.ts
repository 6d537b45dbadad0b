/**
 * Reactions to what was told before: "condemned the attack", "welcomed the decision", "protested against the verdict".
 * The noun stands for an earlier act of the bulletin, and whoever did that act is the one reacted to.
 * Works on the drafts of the other rules; gives drafts only for reactions that none of them could fill.
 */
import type { Codebook } from '../codebook/patterns.ts';
import { readAnswer } from './answers.ts';
import { logicalSubjects } from './clause.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import type { Draft } from './draft.ts';
import { answerable, isDefinite, REFERENCES, sentenceOf } from './earlier.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { crossed } from './pairs.ts';
import { isNoun, isPredicate, isVerb, lemmaOf, tokenAt } from './tree.ts';

const REACTIONS = new Set(REFERENCES.reactions);

/** Sentences that a reference reaches back over. */
const MAX_DISTANCE = 4;

/** Drafts for reactions and answers whose object is an act told of before; `drafts` are those that the other rules gave. */
export function readReactions(reading: Reading, codebook: Codebook, drafts: readonly Draft[]): Draft[] {
  const told = drafts
    .filter((draft) => draft.background !== true && !draft.rule.startsWith('verb:unknown'))
    .sort((a, b) => a.trigger - b.trigger);
  const read = new Set(told.filter((draft) => REACTIONS.has(draft.predicate)).map((draft) => draft.trigger));
  const taken = new Set(told.map((draft) => draft.trigger));
  return reading.tree.doc.tokens.flatMap(({ i }) => {
    const reactions = read.has(i) ? [] : reactionAt(reading, codebook, i, told);
    return reactions.length > 0 || taken.has(i) ? reactions : readAnswer(reading, i, told);
  });
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
      isNoun(tokenAt(tree, i)) &&
      REFERENCES.nouns[lemmaOf(tokenAt(tree, i))] !== undefined &&
      // "condemned what it called a cowardly attack".
      (isDefinite(reading, i) || tokenAt(tree, i).dep === 'oprd'),
  );
  return found ?? null;
}

/** "The move was criticized": not the words with which others had met it. */
const isDeed = (draft: Draft, noun: string): boolean => noun === 'announcement' || !VERBAL.has(draft.predicate);
const VERBAL = new Set(
  'ACCUSED CRITICIZED THREATENED COMMENTED_ON CALLED_ON DENIED SUPPORTED PRAISED SPOKE_WITH AT_ODDS_WITH'.split(' '),
);

/** Who did the latest act that the noun can mean, within a few sentences and before the noun. */
function doersOf(reading: Reading, noun: number, told: readonly Draft[], reactors: ReadonlySet<string>): Filler[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, noun));
  const predicates = REFERENCES.nouns[lemma] ?? [];
  const fits = (draft: Draft): boolean =>
    draft.trigger < noun &&
    sentenceOf(reading, noun) - sentenceOf(reading, draft.trigger) <= MAX_DISTANCE &&
    !reactors.has(draft.subject.entity.key) &&
    (draft.lemma === lemma ||
      predicates.includes(draft.predicate) ||
      (predicates.includes('any') && isDeed(draft, lemma)));
  const candidates = told.filter(fits);
  const latest = candidates.at(-1);
  if (latest === undefined) return doersInWords(reading, noun, predicates.includes('any'), reactors);
  // Of several acts in one sentence the first is what the sentence tells; what follows explains it.
  const sentence = sentenceOf(reading, latest.trigger);
  const first = candidates.find((draft) => sentenceOf(reading, draft.trigger) === sentence);
  return candidates
    .flatMap((draft) => (draft.trigger === first?.trigger ? sidesOf(draft) : []))
    .map((filler) => answerable(reading, filler));
}

/**
 * Who did an act that concerns nobody and is no statement: whoever "conducted five tests" of "the tests", "launched a
 * satellite" of "the launch", or did what the sentence before tells of "the decision".
 */
function doersInWords(reading: Reading, noun: number, isAny: boolean, reactors: ReadonlySet<string>): Filler[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, noun));
  const from = tree.doc.sentences[Math.max(0, sentenceOf(reading, noun) - MAX_DISTANCE)]?.first ?? 0;
  for (let i = noun - 1; i >= from; i--) {
    const token = tokenAt(tree, i);
    const distance = sentenceOf(reading, noun) - sentenceOf(reading, i);
    const isTold = distance > 0 && distance <= 2 && token.head === i && !REMARKS.has(lemmaOf(token));
    const verb =
      lemmaOf(token) === lemma && (token.dep === 'dobj' || token.dep === 'nsubjpass')
        ? token.head
        : isVerb(token) && (lemmaOf(token) === lemma || (isAny && isTold))
          ? i
          : null;
    if (verb === null) continue;
    const found = logicalSubjects(tree, verb)
      .flatMap((subject) => fillersAt(reading, subject, ['actor'], REACH_ACTOR))
      .filter(({ entity }) => !reactors.has(entity.key));
    if (found.length > 0) return found.map((filler) => answerable(reading, filler));
  }
  return [];
}

/** Words about an act are not the act: "X had warned of this. The move was criticized". */
const REMARKS = new Set('warn say tell criticize criticise condemn welcome accuse deny add note comment'.split(' '));

const MUTUAL = new Set(['SIGNED_WITH', 'AGREED_WITH']);

/** The doer; both sides where neither did it alone. */
function sidesOf(draft: Draft): Filler[] {
  return MUTUAL.has(draft.predicate) && draft.object !== null ? [draft.subject, draft.object] : [draft.subject];
}
