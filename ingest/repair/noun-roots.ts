/** Sentences without a finite verb, in which the tagger took the verb for a noun. */
import type { Token } from '../nlp/doc.ts';
import {
  at,
  BEFORE_NOUN,
  type Edit,
  type Edits,
  isNominal,
  isPlural,
  NOTHING,
  rootOf,
  type Sentence,
  under,
} from './sentence.ts';

const VERB_PREPOSITIONS = new Set(['with', 'against', 'at', 'into', 'on', 'for', 'to', 'over']);

/** "A Libyan warplane bombs a tanker", "Rebels attack village": the root is the verb, the noun before it its subject. */
export function nounForVerb(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined || (root.tag !== 'NNS' && root.tag !== 'NN')) return NOTHING;
  if (!sentence.isVerbLemma(root.lemma.toLowerCase()) || under(sentence, root.i, 'nsubj', 'cop').length > 0)
    return NOTHING;
  const subject = subjectBefore(sentence, root);
  if (subject === undefined) return NOTHING;
  const object = objectAfter(sentence, root, subject);
  if (object === undefined) return NOTHING;
  const edits = verbEdits(sentence, root, subject);
  for (const [i, edit] of object) edits.set(i, { ...edits.get(i), ...edit });
  return edits;
}

/** The noun right before the verb that agrees with it. */
function subjectBefore(sentence: Sentence, root: Token): Token | undefined {
  const before = under(sentence, root.i, 'compound', 'nmod').findLast((i) => i < root.i);
  if (before !== root.i - 1) return undefined;
  const subject = at(sentence, before);
  if (!isNominal(subject)) return undefined;
  return (root.tag === 'NNS') === !isPlural(subject) ? subject : undefined;
}

/** What shows that the root is a verb, with the edits that make it the verb's complement. */
function objectAfter(sentence: Sentence, root: Token, subject: Token): Map<number, Edit> | undefined {
  const after = under(sentence, root.i).filter((i) => i > root.i);
  const direct = after.find((i) => at(sentence, i).dep === 'dobj');
  if (direct !== undefined) return new Map();
  const apposed = after.find((i) => at(sentence, i).dep === 'appos' && leftmost(sentence, i) === root.i + 1);
  if (apposed !== undefined) return new Map([[apposed, { dep: 'dobj' }]]);
  for (const clause of after.filter((i) => ['relcl', 'acl', 'ccomp'].includes(at(sentence, i).dep))) {
    const own = under(sentence, clause, 'nsubj', 'nsubjpass')[0];
    if (own !== undefined && isNominal(at(sentence, own)) && leftmost(sentence, own) === root.i + 1) {
      const edits = new Map<number, Edit>([
        [own, { head: root.i, dep: 'dobj' }],
        [clause, { head: own, dep: 'acl' }],
      ]);
      for (const along of under(sentence, clause, 'advcl')) edits.set(along, { head: root.i });
      return edits;
    }
    if (at(sentence, clause).tag === 'VB' && under(sentence, clause, 'aux').length > 0 && root.tag === 'NNS')
      return new Map([[clause, { dep: 'xcomp' }]]);
  }
  const phrase = after.find((i) => at(sentence, i).dep === 'prep');
  const isPhrasal = phrase === root.i + 1 && VERB_PREPOSITIONS.has(at(sentence, phrase).text.toLowerCase());
  return isPhrasal && root.tag === 'NN' && isPlural(subject) ? new Map() : undefined;
}

function leftmost(sentence: Sentence, i: number): number {
  let found = i;
  for (let child = under(sentence, found)[0]; child !== undefined && child < found; child = under(sentence, found)[0])
    found = child;
  return found;
}

/** The root as a verb, its subject, and what stood before the supposed noun moved to the subject. */
function verbEdits(sentence: Sentence, root: Token, subject: Token): Map<number, Edit> {
  const edits = new Map<number, Edit>([
    [root.i, { tag: root.tag === 'NNS' ? 'VBZ' : 'VBP', pos: 'VERB' }],
    [subject.i, { dep: 'nsubj' }],
  ]);
  for (const i of under(sentence, root.i)) {
    if (i < subject.i && BEFORE_NOUN.has(at(sentence, i).dep)) edits.set(i, { head: subject.i });
  }
  return edits;
}

/**
 * "Police fire bullets at a crowd trying to flee": a participle cannot be the root; the verb hides before the noun that
 * the parser made its subject.
 */
export function participleRoot(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined || root.tag !== 'VBG' || under(sentence, root.i, 'aux').length > 0) return NOTHING;
  const supposed = under(sentence, root.i, 'nsubj')[0];
  if (supposed === undefined) return NOTHING;
  const verb = under(sentence, supposed, 'compound', 'nmod').find(
    (i) =>
      sentence.isVerbLemma(at(sentence, i).lemma.toLowerCase()) && hiddenSubject(sentence, supposed, i) !== undefined,
  );
  const subject = verb === undefined ? undefined : hiddenSubject(sentence, supposed, verb);
  if (verb === undefined || subject === undefined) return NOTHING;
  const edits = new Map<number, Edit>([
    [verb, { head: verb, dep: 'ROOT', tag: 'VBP', pos: 'VERB' }],
    [subject, { head: verb, dep: 'nsubj' }],
    [supposed, { head: verb, dep: 'dobj' }],
    [root.i, { head: nounBefore(sentence, root.i) ?? supposed, dep: 'acl' }],
  ]);
  for (const i of under(sentence, supposed)) {
    if (i < subject && BEFORE_NOUN.has(at(sentence, i).dep)) edits.set(i, { head: subject });
  }
  for (const i of under(sentence, supposed, 'prep')) edits.set(i, { head: verb });
  for (const i of under(sentence, root.i, 'punct', 'advcl')) edits.set(i, { head: verb });
  return edits;
}

function hiddenSubject(sentence: Sentence, noun: number, verb: number): number | undefined {
  return [...under(sentence, verb, 'compound', 'nmod'), ...under(sentence, noun, 'compound', 'nmod')].find(
    (i) => i === verb - 1 && isPlural(at(sentence, i)),
  );
}

function nounBefore(sentence: Sentence, i: number): number | undefined {
  const before = sentence.tokens[i - 1];
  return before !== undefined && i > sentence.first && isNominal(before) ? before.i : undefined;
}
