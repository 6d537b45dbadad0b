/**
 * What a speaker says of another: that it must do something (CALLED_ON), or anything else (COMMENTED_ON). What is said
 * is read by the other rules and carries the speaker as its holder.
 */
import { logicalSubjects } from './clause.ts';
import { CONTEXTS } from './contexts.ts';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { crossed } from './pairs.ts';
import { childrenOf, conjuncts, isPredicate, lemmaOf, tokenAt } from './tree.ts';

const OBLIGATIONS = new Set(['must', 'should', 'ought']);

/** Reads one token as a verb of saying with a clause about somebody else. */
export function readSpeech(reading: Reading, verb: number): Draft[] {
  const { tree } = reading;
  if (!isPredicate(tree, verb) || !CONTEXTS.speech.has(lemmaOf(tokenAt(tree, verb)))) return [];
  const speakers = logicalSubjects(tree, verb).flatMap((i) => fillersAt(reading, i, ['actor'], REACH_ACTOR));
  if (speakers.length === 0) return [];
  const clauses = childrenOf(tree, verb, 'ccomp').flatMap((clause) => conjuncts(tree, clause));
  return clauses.flatMap((clause) => {
    const about = childrenOf(tree, clause, 'nsubj', 'nsubjpass').flatMap((i) =>
      fillersAt(reading, i, ['actor'], REACH_ACTOR),
    );
    const obligation = childrenOf(tree, clause, 'aux').find((a) =>
      OBLIGATIONS.has(tokenAt(tree, a).text.toLowerCase()),
    );
    const verdict = obligation === undefined ? verdictOn(reading, clause) : undefined;
    if (verdict !== undefined) return judged(reading, verb, clause, verdict, speakers, about);
    if (obligation === undefined && !characterizes(reading, clause)) return [];
    // "a transfer of power is needed": nothing is said of whoever has the power.
    // "it is a rocket", "ten people are dead": no judgement of anybody.
    const named = obligation === undefined ? about.filter((filler) => filler.direct && isSomebody(filler)) : about;
    const predicate = obligation === undefined ? 'COMMENTED_ON' : 'CALLED_ON';
    const words = obligation === undefined ? [verb] : [verb, obligation];
    const rule = obligation === undefined ? 'speech:about' : 'speech:obligation';
    return crossed({ predicate, trigger: verb, words, lemma: lemmaOf(tokenAt(tree, verb)), rule }, speakers, named);
  });
}

interface Verdict {
  readonly predicate: 'ACCUSED' | 'CRITICIZED' | 'DENIED';
  readonly word: number;
}

/** "X is responsible for", "X was behind it", "the vote was a sham", "the reports are false": what the clause says of its subject. */
function verdictOn({ tree }: Reading, clause: number): Verdict | undefined {
  if (lemmaOf(tokenAt(tree, clause)) !== 'be' || childrenOf(tree, clause, 'neg').length > 0) return undefined;
  const words = childrenOf(tree, clause, 'acomp', 'attr', 'prep', 'xcomp').filter(
    (i) => childrenOf(tree, i, 'neg').length === 0,
  );
  for (const predicate of ['ACCUSED', 'CRITICIZED', 'DENIED'] as const) {
    const word = words.find((i) => CONTEXTS.verdicts[predicate].has(lemmaOf(tokenAt(tree, i))));
    if (word !== undefined) return { predicate, word };
  }
  return undefined;
}

function judged(
  reading: Reading,
  verb: number,
  clause: number,
  { predicate, word }: Verdict,
  speakers: readonly Filler[],
  about: readonly Filler[],
): Draft[] {
  const { tree } = reading;
  const lemma = lemmaOf(tokenAt(tree, verb));
  const trigger = { predicate, trigger: verb, words: [verb, word], lemma, rule: 'speech:verdict' };
  // "claimed that their group was responsible" accuses nobody.
  const others = about.filter(({ mention }) => !/^(his|her|its|their|our|my)\b/i.test(mention.text));
  if (predicate !== 'DENIED') return crossed(trigger, speakers, others);
  const isClaim = childrenOf(tree, clause, 'nsubj').some((i) => CONTEXTS.claims.has(lemmaOf(tokenAt(tree, i))));
  return isClaim ? speakers.slice(0, 1).map((subject) => ({ ...trigger, subject, object: null })) : [];
}

const isSomebody = ({ entity, mention }: Filler): boolean =>
  mention.kind === 'pronoun'
    ? entity.type === 'Person' || entity.type === 'Country'
    : mention.kind !== 'nominal' || entity.partOf !== undefined;

/** "X is the biggest economy", "X has lost its way": a judgement of X; what X did is a statement of its own. */
function characterizes(reading: Reading, clause: number): boolean {
  const lemma = lemmaOf(tokenAt(reading.tree, clause));
  return (lemma === 'be' || lemma === 'have') && childrenOf(reading.tree, clause, 'attr', 'acomp', 'dobj').length > 0;
}
