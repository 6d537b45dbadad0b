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
