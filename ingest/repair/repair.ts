/**
 * Trees of headlines and lists that the parser gets wrong in a way that shows: a sentence without a finite verb whose head
 * noun is also a verb ("A warplane bombs a tanker"), a verb whose subject hangs under it as a part of its name, a verb
 * under a preposition. Takes a document and gives it back with those heads, labels and tags set right, all else as it was.
 */
import type { Doc, Token } from '../nlp/doc.ts';
import {
  actingNouns,
  describedObjects,
  barePrepositions,
  countedUpTo,
  frontedPlaces,
  placesInVerbs,
  participleSubjects,
  tensesApart,
} from './clauses.ts';
import { examples } from './examples.ts';
import { hiddenVerb, prefixedVerbs } from './hidden-verbs.ts';
import { at, childrenIn, type Edits, type Sentence } from './sentence.ts';
import { listOfSubjects, listsOfGroups, pairsOfSubjects, strayConjuncts } from './lists.ts';
import { nounForVerb, participleRoot, verbInCompound, verbUnderRootNoun } from './noun-roots.ts';
import {
  asideParticiples,
  lostSubjects,
  personaNonGrata,
  subjectsAfterTopics,
  subjectsInFrontedPhrases,
  subjectsInObjects,
  verbUnderPreposition,
} from './subjects.ts';

/** In this order; the first of a sentence's verb repairs that applies is the only one. */
const VERB_REPAIRS = [
  nounForVerb,
  hiddenVerb,
  verbInCompound,
  participleRoot,
  verbUnderPreposition,
  verbUnderRootNoun,
] as const;
const OTHER_REPAIRS = [
  prefixedVerbs,
  placesInVerbs,
  participleSubjects,
  actingNouns,
  describedObjects,
  subjectsInFrontedPhrases,
  asideParticiples,
  personaNonGrata,
  lostSubjects,
  subjectsInObjects,
  strayConjuncts,
  listOfSubjects,
  pairsOfSubjects,
  listsOfGroups,
  barePrepositions,
  countedUpTo,
  examples,
  frontedPlaces,
  tensesApart,
  subjectsAfterTopics,
] as const;

/** The words that are known to name acts. */
export interface KnownActs {
  readonly isVerbLemma: (lemma: string) => boolean;
  readonly isNounLemma: (lemma: string) => boolean;
}

/** The document with its trees repaired; the same object where nothing had to be. */
export function repairTrees(doc: Doc, acts: KnownActs): Doc {
  const tokens: Token[] = [...doc.tokens];
  let changed = false;
  for (const { first, last } of doc.sentences) {
    const view = (): Sentence => ({ tokens, first, last, children: childrenIn(tokens, first, last), ...acts });
    let sentence = view();
    const applied = (repair: (of: Sentence) => Edits): boolean => {
      const edits = repair(sentence);
      if (edits.size === 0) return false;
      for (const [i, edit] of edits) tokens[i] = { ...at(sentence, i), ...edit };
      changed = true;
      sentence = view();
      return true;
    };
    VERB_REPAIRS.some(applied);
    for (const repair of OTHER_REPAIRS) applied(repair);
  }
  return changed ? { ...doc, tokens } : doc;
}
