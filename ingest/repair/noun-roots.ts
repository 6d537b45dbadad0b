/** Sentences without a finite verb, in which the tagger took the verb for a noun. */
import type { Token } from '../nlp/doc.ts';
import {
  at,
  BEFORE_NOUN,
  FINITE,
  type Edit,
  type Edits,
  isNominal,
  isPlural,
  leftmost,
  NOTHING,
  rootOf,
  type Sentence,
  under,
} from './sentence.ts';

const VERB_PREPOSITIONS = new Set(['with', 'against', 'at', 'into', 'on', 'for', 'to', 'over']);

/** "A Libyan warplane bombs a tanker", "Rebels attack village": the root is the verb, the noun before it its subject. */
export function nounForVerb(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined) return NOTHING;
  const edits = new Map(asVerb(sentence, root));
  // "and another attacks a man": what is coordinated with the verb.
  for (const i of under(sentence, root.i, 'conj')) {
    const next = at(sentence, i);
    const isClause = edits.size > 0 || root.pos === 'VERB';
    if (isClause && under(sentence, i, 'det').length > 0)
      for (const [token, edit] of asVerb(sentence, next)) edits.set(token, edit);
  }
  return edits;
}

function asVerb(sentence: Sentence, root: Token): Edits {
  if (root.tag !== 'NNS' && root.tag !== 'NN') return NOTHING;
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
  const before = under(sentence, root.i, 'compound', 'nmod', 'amod').findLast((i) => i < root.i);
  if (before !== root.i - 1) return undefined;
  const subject = at(sentence, before);
  const isAdjective = subject.dep === 'amod' && subject.tag.startsWith('JJ');
  // "a Palestinian stabs": no noun in the plural follows the singular article.
  const isSingular =
    root.tag === 'NNS' &&
    under(sentence, root.i, 'det').some((d) => ['a', 'an', 'another'].includes(at(sentence, d).text.toLowerCase()));
  if (subject.dep === 'amod') return isSingular && (isNominal(subject) || isAdjective) ? subject : undefined;
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

/** The root as a verb, its subject, and what stood before the supposed noun moved to the subject. */
function verbEdits(sentence: Sentence, root: Token, subject: Token): Map<number, Edit> {
  const edits = new Map<number, Edit>([
    [root.i, { tag: root.tag === 'NNS' ? 'VBZ' : 'VBP', pos: 'VERB' }],
    [subject.i, { dep: 'nsubj', ...(isNominal(subject) ? {} : { tag: 'NN', pos: 'NOUN' }) }],
  ]);
  for (const i of under(sentence, root.i)) {
    if (i < subject.i && BEFORE_NOUN.has(at(sentence, i).dep)) edits.set(i, { head: subject.i });
  }
  return edits;
}

/** "The group claims responsibility for both attacks": the verb as a part of the noun that is its object. */
export function verbInCompound(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined || root.tag !== 'NN' || under(sentence, root.i, 'nsubj', 'nsubjpass', 'cop').length > 0)
    return NOTHING;
  const verb = under(sentence, root.i, 'compound').find((i) => i === root.i - 1 && at(sentence, i).tag === 'NNS');
  if (verb === undefined || !sentence.isVerbLemma(at(sentence, verb).lemma.toLowerCase())) return NOTHING;
  const subject = [...under(sentence, verb, 'compound', 'nmod'), ...under(sentence, root.i, 'compound', 'nmod')].find(
    (i) => i === verb - 1,
  );
  if (subject === undefined || !isNominal(at(sentence, subject)) || isPlural(at(sentence, subject))) return NOTHING;
  const edits = new Map<number, Edit>([
    [verb, { head: verb, dep: 'ROOT', tag: 'VBZ', pos: 'VERB' }],
    [subject, { head: verb, dep: 'nsubj' }],
    [root.i, { head: verb, dep: 'dobj' }],
  ]);
  for (const i of [...under(sentence, root.i), ...under(sentence, verb)]) {
    if (i < subject && BEFORE_NOUN.has(at(sentence, i).dep)) edits.set(i, { head: subject });
    else if (i > root.i && at(sentence, i).dep === 'punct') edits.set(i, { head: verb });
  }
  return edits;
}

/**
 * "Members of the Front fire five bullets", "Forces loyal to President X shell the city": the verb as the last word of the
 * name before it, somewhere under the plural noun that is its subject.
 */
export function verbUnderRootNoun(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined || !isNominal(root) || !isPlural(root)) return NOTHING;
  for (let i = root.i + 1; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    if (FINITE.has(verb.tag) && verb.dep !== 'relcl') return NOTHING;
    if (verb.dep !== 'pobj' || !['NN', 'VB'].includes(verb.tag)) continue;
    if (!sentence.isVerbLemma(verb.lemma.toLowerCase())) continue;
    const name = under(sentence, i, 'compound', 'nmod').at(-1);
    if (name !== i - 1) continue;
    const { pos, entType } = at(sentence, name);
    if (pos !== 'PROPN' && entType !== 'DATE' && entType !== 'TIME') continue;
    const object =
      under(sentence, i, 'dobj', 'appos').find((o) => o > i) ??
      under(sentence, root.i, 'appos', 'dobj').find((o) => o > i);
    const hasPhrase = under(sentence, i, 'prep').includes(i + 1);
    if (object === undefined && !hasPhrase) continue;
    const edits = new Map<number, Edit>([
      [i, { head: i, dep: 'ROOT', tag: 'VBP', pos: 'VERB' }],
      [name, { head: verb.head, dep: 'pobj' }],
      [root.i, { head: i, dep: 'nsubj' }],
    ]);
    for (const child of under(sentence, i)) if (child < name) edits.set(child, { head: name });
    for (const child of under(sentence, root.i)) if (child > i) edits.set(child, { head: i });
    if (object !== undefined) edits.set(object, { head: i, dep: 'dobj' });
    return edits;
  }
  return NOTHING;
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
