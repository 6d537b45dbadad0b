/** Coordinations that the parser hung under the wrong word or took for an apposition. */
import { at, type Edit, type Edits, isNominal, isPlural, type Sentence, under } from './sentence.ts';

const VERB_TAGS = new Set(['VB', 'VBZ', 'VBP', 'VBD']);
const MAX_CLIMB = 30;

/** "oust him after street protests and install X": the second verb goes on with the first, not with the noun. */
export function strayConjuncts(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const token = at(sentence, i);
    if (token.dep !== 'conj' || token.pos !== 'VERB' || !VERB_TAGS.has(token.tag)) continue;
    const noun = at(sentence, token.head);
    if (!isNominal(noun) || under(sentence, i, 'nsubj', 'nsubjpass', 'aux').length > 0) continue;
    if (
      under(sentence, i, 'dobj', 'prep', 'ccomp', 'xcomp').length === 0 ||
      under(sentence, noun.i, 'nsubj').length > 0
    )
      continue;
    const verb = verbAbove(sentence, noun.i);
    if (verb !== undefined) edits.set(i, { head: verb });
  }
  return edits;
}

function verbAbove(sentence: Sentence, i: number): number | undefined {
  let token = at(sentence, i);
  for (let step = 0; step < MAX_CLIMB && token.head !== token.i; step++) {
    token = at(sentence, token.head);
    if (token.pos === 'VERB') return token.i;
  }
  return undefined;
}

/** "Russia, Ukraine hold talks", "Armenia and Greece deepen ties": both are the subject of the plural verb. */
export function pairsOfSubjects(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first + 2; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    if (verb.tag !== 'VBP' || verb.pos !== 'VERB') continue;
    const [subject] = under(sentence, i, 'nsubj');
    if (subject === undefined || at(sentence, subject).pos !== 'PROPN') continue;
    const first = under(sentence, i, 'dep').findLast((c) => c < subject && at(sentence, c).pos === 'PROPN');
    if (first !== undefined && under(sentence, first, 'cc').length > 0) {
      edits.set(first, { dep: 'nsubj' });
      edits.set(subject, { head: first, dep: 'conj' });
    }
    const beside = at(sentence, i - 1);
    const isListed =
      beside.dep === 'appos' && beside.head === subject && beside.entType === at(sentence, subject).entType;
    if (isListed && beside.pos === 'PROPN' && beside.entType === 'GPE') edits.set(i - 1, { dep: 'conj' });
  }
  return edits;
}

/** "X, the Azerbaijani president and Y sign": with a plural verb, what stands between the commas is one of three. */
export function listOfSubjects(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const apposed = at(sentence, i);
    if (apposed.dep !== 'appos' || under(sentence, i, 'conj').length === 0) continue;
    const head = at(sentence, apposed.head);
    const verb = at(sentence, head.head);
    if (head.dep !== 'nsubj' || isPlural(head) || isPlural(apposed)) continue;
    if (under(sentence, head.i, 'conj').length > 0) continue;
    const isPluralVerb = verb.tag === 'VBP' || (verb.tag === 'VB' && under(sentence, verb.i, 'aux').length === 0);
    if (isPluralVerb) edits.set(i, { dep: 'conj' });
  }
  return edits;
}

/** "supporters of X and members of Y clash": a plural with an "of" of its own goes on with the plural, not with the name. */
export function listsOfGroups(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const second = at(sentence, i);
    if (second.dep !== 'conj' || second.tag !== 'NNS' || !hasOf(sentence, i)) continue;
    const name = at(sentence, second.head);
    const prep = at(sentence, name.head);
    if (name.pos !== 'PROPN' || name.dep !== 'pobj' || prep.text.toLowerCase() !== 'of') continue;
    const outer = at(sentence, prep.head);
    if (outer.tag !== 'NNS') continue;
    edits.set(i, { head: outer.i });
    for (const link of under(sentence, name.i, 'cc', 'punct'))
      if (link < i && link > name.i) edits.set(link, { head: outer.i });
  }
  return edits;
}

const hasOf = (sentence: Sentence, i: number): boolean =>
  under(sentence, i, 'prep').some((prep) => at(sentence, prep).text.toLowerCase() === 'of');
