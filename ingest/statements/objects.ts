/** Whom or what an act is done to: logical objects, and the phrases of a verb wherever the parser hung them. */
import { surfaceSubjects } from './clause.ts';
import { antecedent, childrenOf, conjuncts, isVerb, type Phrase, phrasesUnder, type Tree, tokenAt } from './tree.ts';
import { isPassive } from './voice.ts';

const NAMED = new Set(['GPE', 'PERSON', 'ORG', 'NORP', 'LOC', 'FAC']);

/** Whom or what it is done to. */
export function logicalObjects(tree: Tree, verb: number): readonly number[] {
  if (isPassive(tree, verb)) return surfaceSubjects(tree, verb);
  const own = childrenOf(tree, verb, 'dobj');
  if (own.length > 0) return own.map((i) => antecedent(tree, i));
  const token = tokenAt(tree, verb);
  // "visits Turkey, calling for": a name right behind the verb that the parser took for a measure of time.
  const measured = childrenOf(tree, verb, 'npadvmod').filter(
    (i) => i > verb && i - verb <= 3 && NAMED.has(tokenAt(tree, i).entType),
  );
  if (measured.length > 0) return measured;
  if (token.dep === 'relcl' && isGapObject(tree, verb)) return [token.head];
  // "with Pakistan launching air strikes": the parser makes the participle a modifier of its object.
  if (token.dep === 'amod' && token.head > verb && childrenOf(tree, verb, 'nsubj').length > 0) return [token.head];
  // "named X prime minister": the parser makes the name a part of the office.
  const titled = childrenOf(tree, verb, 'oprd')
    .flatMap((o) => childrenOf(tree, o, 'compound', 'nmod'))
    .filter((i) => tokenAt(tree, i).pos === 'PROPN');
  if (titled.length > 0) return titled;
  const dative = describedDative(tree, verb);
  if (dative !== undefined) return [dative];
  const called = calledBelow(tree, verb);
  if (called.length > 0) return called;
  for (const next of childrenOf(tree, verb, 'conj')) {
    const shared =
      isVerb(tokenAt(tree, next)) && phrasesUnder(tree, verb).length === 0 ? childrenOf(tree, next, 'dobj') : [];
    if (shared.length > 0 && childrenOf(tree, next, 'nsubj', 'nsubjpass').length === 0) return shared;
  }
  return [];
}

/** "designates the Houthis a terrorist group": the only object, taken for a receiver. */
function describedDative(tree: Tree, verb: number): number | undefined {
  return childrenOf(tree, verb, 'dative').find(
    (i) => tokenAt(tree, i).pos !== 'ADP' && childrenOf(tree, i, 'appos').length > 0,
  );
}

/**
 * "bombed what it called a camp", "hit what was believed to be a convoy": the camp is bombed, the convoy hit.
 */
function calledBelow(tree: Tree, verb: number): readonly number[] {
  const isWhat = (i: number): boolean => tokenAt(tree, i).text.toLowerCase() === 'what';
  return childrenOf(tree, verb, 'ccomp').flatMap((clause) => {
    if (childrenOf(tree, clause, 'dobj').some(isWhat)) return childrenOf(tree, clause, 'oprd');
    if (!childrenOf(tree, clause, 'nsubj', 'nsubjpass').some(isWhat)) return [];
    return [clause, ...childrenOf(tree, clause, 'xcomp')].flatMap((i) => childrenOf(tree, i, 'attr', 'oprd'));
  });
}

/** "the man that police arrested": a relative clause with its own subject, without object or place adverb. */
function isGapObject(tree: Tree, verb: number): boolean {
  const subjects = childrenOf(tree, verb, 'nsubj');
  if (subjects.length === 0 || subjects.some((s) => antecedent(tree, s) !== s)) return false;
  if (childrenOf(tree, verb, 'ccomp', 'xcomp').length > 0) return false;
  return !childrenOf(tree, verb, 'advmod').some((a) => tokenAt(tree, a).tag === 'WRB');
}

/** Prepositional phrases of a verb, also those that hang under its object, particle or complement noun. */
export function phrasesOf(tree: Tree, verb: number): Phrase[] {
  const places = [
    verb,
    ...childrenOf(tree, verb, 'prt', 'advmod', 'acomp', 'attr', 'oprd').filter((i) => !isNearness(tree, i)),
    ...logicalObjects(tree, verb)
      .filter((o) => tokenAt(tree, o).head === verb)
      .flatMap((o) => conjuncts(tree, o)),
  ];
  return places.flatMap((place) => phrasesUnder(tree, place));
}

/** "flew close to it", "due to X": the preposition belongs to the adverb. */
function isNearness(tree: Tree, i: number): boolean {
  const token = tokenAt(tree, i);
  return (
    token.dep === 'advmod' &&
    ['close', 'near', 'next', 'prior', 'due', 'according', 'contrary', 'thanks'].includes(token.text.toLowerCase())
  );
}
