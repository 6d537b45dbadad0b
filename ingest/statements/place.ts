/** Where an act happened, where its clause says so: "met in Peru", "talks in Geneva". */
import { phrasesOf } from './objects.ts';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, type Reading } from './fillers.ts';
import { isPredicate, MAX_CLIMB, type Phrase, phrasesUnder, tokenAt } from './tree.ts';

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'inside', 'outside', 'across', 'off']);

/** The nearest named place of the act, other than its two sides; null where the clause names none. */
export function placeOf(reading: Reading, draft: Draft): Filler | null {
  const sides = new Set([draft.subject.entity.key, draft.object?.entity.key]);
  const spots = carriers(reading, draft.trigger).flatMap((i) =>
    phrasesAt(reading, i)
      .filter((phrase) => PLACE_PREPOSITIONS.has(phrase.name))
      .flatMap((phrase) => phrase.objects)
      .flatMap((o) => fillersAt(reading, o, ['place', 'facility'], [])),
  );
  return spots.find((spot) => !sides.has(spot.entity.key) && spot.mention.kind === 'name') ?? null;
}

/** The trigger, the object that carries it, and the verb above a noun: any of them may have the place. */
function carriers(reading: Reading, trigger: number): number[] {
  const { tree } = reading;
  const found = [trigger];
  let at = trigger;
  for (let step = 0; step < MAX_CLIMB && !isPredicate(tree, at); step++) {
    const { head } = tokenAt(tree, at);
    if (head === at) break;
    at = head;
    found.push(at);
  }
  return found;
}

/** Phrases of a verb stand under its object as well: "met Y in Peru". */
function phrasesAt(reading: Reading, i: number): Phrase[] {
  return isPredicate(reading.tree, i) ? phrasesOf(reading.tree, i) : phrasesUnder(reading.tree, i);
}
