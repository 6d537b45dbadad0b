/** Who acts in the clauses below a verb that say what it asks for, says or is about. */
import { isEmbeddedQuestion } from './denied.ts';
import { antecedent, childrenOf, type Tree, tokenAt } from './tree.ts';

/**
 * Who acts in the clauses that complement the verb: X in "demanded that X leave", "wants X to leave"; nobody in "called for
 * X to be freed".
 */
export function complementSubjects(tree: Tree, verb: number): readonly number[] {
  return childrenOf(tree, verb, 'ccomp', 'xcomp', 'advcl', 'acl').flatMap((complement) =>
    (tokenAt(tree, complement).dep === 'advcl' && !hasForSubject(tree, complement)) ||
    isEmbeddedQuestion(tree, complement)
      ? []
      : childrenOf(tree, complement, 'nsubj').map((i) => antecedent(tree, i)),
  );
}

/** "relax rules for X to boost trade": the parser makes X the subject of the clause that follows. */
export function forClauseSubjects(tree: Tree, verb: number): readonly number[] {
  return childrenOf(tree, verb, 'advcl')
    .filter((clause) => hasForSubject(tree, clause))
    .flatMap((clause) => childrenOf(tree, clause, 'nsubj', 'nsubjpass'));
}

/** "called for X to leave": spaCy makes the clause an adverbial one that "for" marks. */
function hasForSubject(tree: Tree, verb: number): boolean {
  return childrenOf(tree, verb, 'mark').some((m) => tokenAt(tree, m).text.toLowerCase() === 'for');
}
