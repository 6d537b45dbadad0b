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

const isSomebody = ({ entity, mention }: Filler): boolean =>
  mention.kind === 'pronoun'
    ? entity.type === 'Person' || entity.type === 'Country'
    : mention.kind !== 'nominal' || entity.partOf !== undefined;

/** "X is the biggest economy", "X has lost its way": a judgement of X; what X did is a statement of its own. */
function characterizes(reading: Reading, clause: number): boolean {
  const lemma = lemmaOf(tokenAt(reading.tree, clause));
  return (lemma === 'be' || lemma === 'have') && childrenOf(reading.tree, clause, 'attr', 'acomp', 'dobj').length > 0;
}
