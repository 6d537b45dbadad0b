/** Finite verbs whose subject the parser hung in the wrong place, or that it hung in the wrong place themselves. */
import type { Token } from '../nlp/doc.ts';
import {
  at,
  BEFORE_NOUN,
  type Edit,
  type Edits,
  FINITE,
  isNominal,
  isPlural,
  leftmost,
  NOTHING,
  rootOf,
  type Sentence,
  under,
} from './sentence.ts';

const CLAUSES = new Set(['ROOT', 'ccomp', 'advcl']);
const ACTING = new Set(['ORG', 'GPE', 'PERSON', 'NORP']);

/** "1,000 protesters attack a station" with the protesters as a compound, "militants attack" with them as an auxiliary. */
export function lostSubjects(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    if (!FINITE.has(verb.tag) && !(verb.tag === 'VB' && verb.dep === 'ROOT')) continue;
    if (!CLAUSES.has(verb.dep) || under(sentence, i, 'nsubj', 'nsubjpass', 'expl', 'csubj').length > 0) continue;
    const subject = under(sentence, i, 'compound', 'nmod', 'aux', 'dep', 'npadvmod').findLast(
      (c) =>
        c < i &&
        isNominal(at(sentence, c)) &&
        (at(sentence, c).dep !== 'npadvmod' || ACTING.has(at(sentence, c).entType)),
    );
    if (subject === undefined || !agrees(at(sentence, subject), verb)) continue;
    const inner = under(sentence, subject, 'nsubj')[0];
    if (inner === undefined) edits.set(subject, { dep: 'nsubj' });
    else {
      edits.set(inner, { head: i, dep: 'nsubj' });
      edits.set(subject, { head: inner, dep: 'dep', pos: 'NOUN' });
    }
    for (const c of under(sentence, i)) {
      if (c < subject && BEFORE_NOUN.has(at(sentence, c).dep) && at(sentence, c).dep !== 'advmod')
        edits.set(c, { head: subject });
    }
  }
  return edits;
}

/**
 * "A blames B and the C office opens an inquiry": the subject of the second clause hangs as a further object of the first. It
 * stands right before a finite verb that has no subject; one that shares the first's subject has "and" before it.
 */
export function subjectsInObjects(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first + 1; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    if (!FINITE.has(verb.tag) || verb.pos !== 'VERB' || verb.head >= i) continue;
    if (!['ccomp', 'conj', 'dep', 'advcl'].includes(verb.dep)) continue;
    if (under(sentence, i, 'nsubj', 'nsubjpass', 'expl', 'mark', 'aux').length > 0) continue;
    const subject = at(sentence, i - 1);
    if (subject.dep !== 'conj' || !isNominal(subject) || subject.head <= verb.head || !agrees(subject, verb)) continue;
    edits.set(subject.i, { head: i, dep: 'nsubj' });
    edits.set(i, { dep: 'conj' });
  }
  return edits;
}

function agrees(subject: Token, verb: Token): boolean {
  if (verb.tag === 'VBD' || subject.pos === 'PROPN') return true;
  return isPlural(subject) === (verb.tag === 'VBP' || verb.tag === 'VB');
}

/**
 * "A tribunal in The Hague rules that ...", "A court in Naypyidaw convicts deposed leader ...": the verb hangs under the
 * preposition with the place before it as a part of its name.
 */
export function verbUnderPreposition(sentence: Sentence): Edits {
  for (let i = sentence.first; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    if (verb.dep !== 'pobj') continue;
    const isFinite = verb.tag === 'VBZ';
    const isMistaken = verb.tag === 'NNS' && sentence.isVerbLemma(verb.lemma.toLowerCase());
    if (!isFinite && !isMistaken) continue;
    const place = under(sentence, i, 'compound', 'nmod').at(-1);
    if (place !== i - 1 || at(sentence, place).pos !== 'PROPN') continue;
    const noun = at(sentence, at(sentence, verb.head).head);
    const other = at(sentence, noun.head);
    if (!['nsubj', 'nsubjpass'].includes(noun.dep) || isPlural(noun) || other.i < i) continue;
    const modifies =
      other.i === i + 1 && (other.tag === 'VBD' || other.tag === 'VBN') && under(sentence, other.i, 'dobj').length > 0;
    if (isMistaken && !modifies) continue;
    return moved(sentence, verb, place, noun, other, modifies);
  }
  return NOTHING;
}

/** The verb takes the place of `other`, which modifies its object ("deposed leader") or follows in its own clause. */
function moved(sentence: Sentence, verb: Token, place: number, noun: Token, other: Token, modifies: boolean): Edits {
  const isRoot = other.head === other.i;
  const edits = new Map<number, Edit>([
    [verb.i, { head: isRoot ? verb.i : other.head, dep: other.dep, tag: 'VBZ', pos: 'VERB' }],
    [place, { head: verb.head, dep: 'pobj' }],
    [noun.i, { head: verb.i, dep: 'nsubj' }],
  ]);
  for (const i of under(sentence, verb.i)) if (i < place) edits.set(i, { head: place });
  for (const i of under(sentence, noun.i, 'relcl', 'acl')) {
    if (i > verb.i && under(sentence, i, 'mark').length > 0) edits.set(i, { head: verb.i, dep: 'ccomp' });
  }
  if (!modifies) {
    edits.set(other.i, { head: verb.i, dep: 'parataxis' });
    return edits;
  }
  const [object] = under(sentence, other.i, 'dobj');
  for (const i of under(sentence, other.i)) if (i > verb.i) edits.set(i, { head: verb.i });
  if (object !== undefined) edits.set(other.i, { head: object, dep: 'amod' });
  return edits;
}

/**
 * "Under a deal mediated by Qatar, Russia and Ukraine exchanged prisoners": the subject hangs in the phrase before the comma, and
 * the verb has none.
 */
export function subjectsInFrontedPhrases(sentence: Sentence): Edits {
  for (let i = sentence.first + 2; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    if (!FINITE.has(verb.tag) || verb.pos !== 'VERB' || verb.dep !== 'ROOT') continue;
    if (under(sentence, i, 'nsubj', 'nsubjpass', 'expl', 'csubj').length > 0) continue;
    if (!under(sentence, i, 'prep', 'advcl').some((c) => c < i)) continue;
    const subject = behindComma(sentence, i - 1);
    if (subject !== undefined) return new Map<number, Edit>([[subject, { head: i, dep: 'nsubj' }]]);
  }
  return NOTHING;
}

/** The head of the noun phrase that ends at `last`, if a comma stands before it. */
function behindComma(sentence: Sentence, last: number): number | undefined {
  let token = at(sentence, last);
  for (let step = 0; step < MAX_JOINED && isNominal(token); step++) {
    const before = leftmost(sentence, token.i) - 1;
    if (before > sentence.first && at(sentence, before).text === ',') return token.i;
    if (!['conj', 'appos', 'compound', 'nmod'].includes(token.dep)) return undefined;
    token = at(sentence, token.head);
  }
  return undefined;
}

const MAX_JOINED = 8;

/** "X, invited by Y, attended": the participle between commas as the verb of the sentence, and its verb as a second one. */
export function asideParticiples(sentence: Sentence): Edits {
  const root = rootOf(sentence);
  if (root === undefined || (root.tag !== 'VBD' && root.tag !== 'VBN')) return NOTHING;
  const [subject] = under(sentence, root.i, 'nsubj', 'nsubjpass');
  if (subject === undefined || subject !== root.i - 2 || at(sentence, root.i - 1).text !== ',') return NOTHING;
  if (under(sentence, root.i, 'aux', 'auxpass', 'dobj', 'ccomp', 'cc').length > 0) return NOTHING;
  if (under(sentence, root.i, 'prep', 'agent').length === 0) return NOTHING;
  const verb = under(sentence, root.i, 'conj', 'dep', 'parataxis').find(
    (i) =>
      i > root.i &&
      FINITE.has(at(sentence, i).tag) &&
      under(sentence, i, 'nsubj', 'nsubjpass').length === 0 &&
      at(sentence, i - 1).text === ',',
  );
  if (verb === undefined) return NOTHING;
  const edits = new Map<number, Edit>([
    [verb, { head: verb, dep: 'ROOT' }],
    [subject, { head: verb, dep: 'nsubj' }],
    [root.i, { head: subject, dep: 'acl', tag: 'VBN' }],
  ]);
  for (const i of under(sentence, root.i)) if (i > verb) edits.set(i, { head: verb });
  return edits;
}

/** "declared the ambassador persona non grata": the last three words as a clause of which the ambassador is the subject. */
export function personaNonGrata(sentence: Sentence): Edits {
  for (let i = sentence.first + 2; i + 2 <= sentence.last; i++) {
    const persona = at(sentence, i);
    if (!/^personae?$/i.test(persona.text) || at(sentence, i + 1).text.toLowerCase() !== 'non') continue;
    const verb = at(sentence, persona.head);
    if (verb.pos !== 'VERB' || verb.i >= i) continue;
    const edits = new Map<number, Edit>([[i, { dep: 'oprd', tag: 'NN', pos: 'NOUN', lemma: 'persona' }]]);
    for (const subject of under(sentence, i, 'nsubj', 'compound', 'nmod'))
      if (subject < i && under(sentence, verb.i, 'dobj', 'nsubjpass').length === 0)
        edits.set(subject, { head: verb.i, dep: 'dobj' });
    return edits;
  }
  return NOTHING;
}

/** How long a topic before a colon may be, in tokens. */
const TOPIC = 10;

/** "Occupation of Iraq: Human Rights Watch accuses": what the topic was given as an apposition is the subject. */
export function subjectsAfterTopics(sentence: Sentence): Edits {
  const colon = topicEnd(sentence);
  if (colon === null) return NOTHING;
  for (let verb = colon + 1; verb <= sentence.last; verb++) {
    if (at(sentence, verb).pos !== 'VERB') continue;
    const topic = under(sentence, verb, 'nsubj', 'nsubjpass').find((i) => i < colon);
    if (topic === undefined) continue;
    const told = under(sentence, topic, 'appos').find((i) => i > colon && i < verb);
    if (told === undefined) return NOTHING;
    return new Map<number, Edit>([
      [told, { head: verb, dep: at(sentence, topic).dep }],
      [topic, { dep: 'dep' }],
    ]);
  }
  return NOTHING;
}

/** The colon that ends a topic without a verb at the beginning of a sentence, or null. */
function topicEnd(sentence: Sentence): number | null {
  for (let i = sentence.first; i <= Math.min(sentence.last, sentence.first + TOPIC); i++) {
    if (at(sentence, i).text === ':') return i > sentence.first ? i : null;
    if (['VERB', 'AUX'].includes(at(sentence, i).pos)) return null;
  }
  return null;
}
