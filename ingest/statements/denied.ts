/** Clauses under denials, accusations and questions: what is denied, what is alleged by nobody, what is only asked about. */
import { CONTEXTS } from './contexts.ts';
import { childrenOf, isVerb, lemmaOf, type Tree, tokenAt } from './tree.ts';
import { agentsOf, isPassive } from './voice.ts';

/** "is accused of ordering": without an accuser to hold it, no more than possible. */
export function isAccusedByNobody(tree: Tree, prep: number): boolean {
  const above = tokenAt(tree, tokenAt(tree, prep).head);
  // "was arrested on charges of killing".
  if (above.dep === 'pobj' && CHARGES.has(lemmaOf(above))) {
    const holding = tokenAt(tree, above.head).head;
    return isPassive(tree, holding) && agentsOf(tree, holding).length === 0;
  }
  return (
    isVerb(above) && ALLEGING.has(lemmaOf(above)) && isPassive(tree, above.i) && agentsOf(tree, above.i).length === 0
  );
}

/** Nouns for what somebody is held or tried for. */
export const CHARGES: ReadonlySet<string> = new Set(['charge', 'suspicion', 'accusation', 'allegation', 'count']);

const ALLEGING = new Set(['accuse', 'suspect', 'want']);

/** "denied that", "ruled out that", but not "the court ruled that". */
export function denies(tree: Tree, verb: number): boolean {
  const lemma = lemmaOf(tokenAt(tree, verb));
  if (lemma !== 'rule') return CONTEXTS.denying.has(lemma);
  return childrenOf(tree, verb, 'prt', 'prep', 'advmod').some((c) => tokenAt(tree, c).text.toLowerCase() === 'out');
}

const RUMOURS = new Set(
  'report claim allegation accusation suggestion rumour rumor assertion speculation charge notion idea'.split(' '),
);

const DISMISSING = new Set(['dismiss', 'reject', 'refute', 'rebut', 'rebuff', 'dispel']);

/** Whether the verb above the rumour counts as a negation by itself. */
export const isToldByVerb = (tree: Tree, verb: number): boolean =>
  denies(tree, verb) || CONTEXTS.prevented.has(lemmaOf(tokenAt(tree, verb)));

/** "denies reports that X is negotiating": the clause under what is denied. */
export function isDeniedRumour(tree: Tree, i: number): boolean {
  const { dep, head } = tokenAt(tree, i);
  const noun = tokenAt(tree, head);
  return (
    ['acl', 'ccomp', 'relcl'].includes(dep) &&
    noun.dep === 'dobj' &&
    RUMOURS.has(lemmaOf(noun)) &&
    (denies(tree, noun.head) || DISMISSING.has(lemmaOf(tokenAt(tree, noun.head)))) &&
    childrenOf(tree, i, 'mark').some((m) => tokenAt(tree, m).text.toLowerCase() === 'that')
  );
}

/** "calls on X to explain why police were sent": what is asked about is taken to be so. */
export function isEmbeddedQuestion(tree: Tree, i: number): boolean {
  const { dep, tag } = tokenAt(tree, i);
  if (dep !== 'ccomp' || tag === 'VB') return false;
  return childrenOf(tree, i, 'advmod').some(
    (a) => a < i && ['why', 'how', 'when', 'where'].includes(tokenAt(tree, a).text.toLowerCase()),
  );
}
