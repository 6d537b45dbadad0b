/** Nouns that the parser made the subject of a participle, though they belong to the clause around it. */
import { at, type Edit, type Edits, isNominal, leftmost, type Sentence, under } from './sentence.ts';

const PARTICIPLES = new Set(['VBD', 'VBN', 'VBG']);
const CLAUSES = new Set(['advcl', 'ccomp', 'xcomp']);

/**
 * "granted asylum to five officers holed up in a house": a preposition without an object, and the noun behind it as the
 * subject of what only describes it.
 */
export function barePrepositions(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i < sentence.last; i++) {
    const prep = at(sentence, i);
    if (!['prep', 'dative'].includes(prep.dep) || prep.tag !== 'IN' || under(sentence, i).length > 0) continue;
    for (const clause of under(sentence, prep.head)) {
      const verb = at(sentence, clause);
      if (!CLAUSES.has(verb.dep) || !PARTICIPLES.has(verb.tag) || clause < i) continue;
      if (under(sentence, clause, 'aux', 'auxpass', 'mark').length > 0) continue;
      const noun = under(sentence, clause, 'nsubj', 'nsubjpass')[0];
      if (noun === undefined || !isNominal(at(sentence, noun)) || leftmost(sentence, noun) !== i + 1) continue;
      edits.set(noun, { head: i, dep: 'pobj' });
      edits.set(clause, { head: noun, dep: 'acl' });
      break;
    }
  }
  return edits;
}

/** "A tribunal in Bangladesh sentences": the place as a part of the verb's name, its preposition left without an object. */
export function placesInVerbs(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first + 2; i <= sentence.last; i++) {
    if (at(sentence, i).pos !== 'VERB') continue;
    const place = under(sentence, i, 'compound', 'nmod').at(-1);
    if (place !== i - 1 || !isNominal(at(sentence, place))) continue;
    const before = [...under(sentence, i)].filter(
      (c) => c < place && ['compound', 'det', 'amod'].includes(at(sentence, c).dep),
    );
    const prep = (before[0] ?? leftmost(sentence, place)) - 1;
    if (prep <= sentence.first || at(sentence, prep).dep !== 'prep' || under(sentence, prep, 'pobj').length > 0)
      continue;
    edits.set(place, { head: prep, dep: 'pobj' });
    for (const c of before) edits.set(c, { head: place });
  }
  return edits;
}

/** "The Red Cross operating in Iraq said": the participle as the subject of the verb, the noun as its own subject. */
export function participleSubjects(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const participle = at(sentence, i);
    if (participle.dep !== 'nsubj' || participle.tag !== 'VBG') continue;
    const noun = under(sentence, i, 'nsubj')[0];
    if (noun === undefined || noun !== i - 1 || !isNominal(at(sentence, noun))) continue;
    edits.set(noun, { head: participle.head, dep: 'nsubj' });
    edits.set(i, { head: noun, dep: 'acl' });
  }
  return edits;
}

/** Verbs whose object may well have a participle as what is said of it: "wants X freed", "police say man killed". */
const PREDICATING = new Set(
  'say report confirm announce state claim tell allege believe think fear know deny add want need like see hear get have keep leave find order declare consider call make let help reveal warn hope expect suspect admit insist note'.split(
    ' ',
  ),
);

/** "releases two journalists accused of spying": what only describes the object as a clause with the object as its subject. */
export function describedObjects(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const clause = at(sentence, i);
    if (clause.dep !== 'ccomp' || !['VBN', 'VBD'].includes(clause.tag) || clause.head >= i) continue;
    const verb = at(sentence, clause.head);
    if (verb.pos !== 'VERB' || PREDICATING.has(verb.lemma) || !sentence.isVerbLemma(verb.lemma)) continue;
    if (under(sentence, i, 'aux', 'auxpass', 'mark', 'dobj', 'advmod', 'ccomp').length > 0) continue;
    const [object] = under(sentence, i, 'nsubj', 'nsubjpass');
    if (object === undefined || !isNominal(at(sentence, object)) || object > i) continue;
    if (leftmost(sentence, object) !== verb.i + 1 || under(sentence, verb.i, 'dobj').length > 0) continue;
    if (under(sentence, i, 'prep', 'agent', 'xcomp').length === 0) continue;
    edits.set(object, { head: verb.i, dep: 'dobj' });
    edits.set(i, { head: object, dep: 'acl', tag: 'VBN' });
  }
  return edits;
}

/** What is done without an object: before a noun it says what the noun's bearers do. */
const BY_ITSELF = new Set(
  'protest demonstrate flee advance retreat remain survive war riot return arrive depart strike withdraw emerge compete mourn cheer'.split(
    ' ',
  ),
);

/** "fire at demonstrating lorry drivers": the participle as a clause of its own with the drivers as its object. */
export function actingNouns(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i < sentence.last; i++) {
    const participle = at(sentence, i);
    if (participle.dep !== 'pcomp' || participle.tag !== 'VBG' || !BY_ITSELF.has(participle.lemma)) continue;
    const noun = under(sentence, i, 'dobj')[0];
    if (noun === undefined || leftmost(sentence, noun) !== i + 1 || at(sentence, i + 1).pos === 'DET') continue;
    edits.set(noun, { head: participle.head, dep: 'pobj' });
    edits.set(i, { head: noun, dep: 'amod' });
    for (const along of under(sentence, i)) if (along > noun) edits.set(along, { head: noun });
  }
  return edits;
}

/** "kidnapped up to 16 advisers": the parser reads "kidnapped up" and "to advisers". */
export function countedUpTo(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i + 2 <= sentence.last; i++) {
    const up = at(sentence, i);
    const to = at(sentence, i + 1);
    if (up.text.toLowerCase() !== 'up' || to.text.toLowerCase() !== 'to' || at(sentence, i + 2).tag !== 'CD') continue;
    if (!['prt', 'prep', 'advmod'].includes(up.dep) || to.dep !== 'prep') continue;
    const noun = under(sentence, to.i, 'pobj')[0];
    const verb = up.head;
    if (noun === undefined || at(sentence, verb).pos !== 'VERB' || under(sentence, verb, 'dobj').length > 0) continue;
    edits.set(noun, { head: verb, dep: 'dobj' });
    edits.set(i, { head: noun, dep: 'advmod' });
    edits.set(i + 1, { head: noun, dep: 'advmod' });
  }
  return edits;
}

/** "In Town, Province, a man is shot": the second place as a further subject of the verb. It says where the first one lies. */
export function frontedPlaces(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  const prep = at(sentence, sentence.first);
  if (prep.dep !== 'prep' || prep.head <= prep.i) return edits;
  const place = under(sentence, prep.i, 'pobj')[0];
  const subjects = under(sentence, prep.head, 'nsubj', 'nsubjpass').filter((i) => i < prep.head);
  const [first] = subjects;
  if (place === undefined || first === undefined) return edits;
  const name = at(sentence, first);
  const comma = at(sentence, leftmost(sentence, first) - 1);
  if (name.pos !== 'PROPN' || at(sentence, place).pos !== 'PROPN' || comma.text !== ',' || comma.i <= place)
    return edits;
  // The subject proper may hang under the place: "In Town, Country, Minister X met".
  const person = under(sentence, first, 'appos').find((i) => at(sentence, i).entType === 'PERSON');
  if (subjects.length < 2 && (person === undefined || !/^(GPE|LOC)$/.test(name.entType))) return edits;
  if (subjects.length < 2 && person !== undefined) edits.set(person, { head: prep.head, dep: name.dep });
  edits.set(first, { head: place, dep: 'appos' });
  return edits;
}

/** "X faces an inquiry after Y handed Z a list, and asked him": the past tense goes on with the clause in the past. */
export function tensesApart(sentence: Sentence): Edits {
  const edits = new Map<number, Edit>();
  for (let i = sentence.first; i <= sentence.last; i++) {
    const verb = at(sentence, i);
    const above = at(sentence, verb.head);
    if (verb.dep !== 'conj' || verb.tag !== 'VBD' || above.tag !== 'VBZ') continue;
    if (under(sentence, i, 'nsubj', 'nsubjpass', 'auxpass', 'aux').length > 0) continue;
    const clause = under(sentence, above.i, 'advcl', 'ccomp').findLast((c) => c > above.i && c < i);
    if (clause === undefined || at(sentence, clause).tag !== 'VBD') continue;
    if (under(sentence, clause, 'nsubj', 'nsubjpass').length > 0) edits.set(i, { head: clause });
  }
  return edits;
}
