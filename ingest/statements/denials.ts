/**
 * Whom a denial answers: "Britain blames Moscow. The Kremlin denies it" is a denial of what Britain said. A denial that names
 * nobody takes whoever accused the denier or complained to it shortly before; without such it stays without an object.
 */
import type { Draft } from './draft.ts';
import { sentenceOf } from './earlier.ts';
import type { Reading } from './fillers.ts';

const REPROACHES = new Set(['ACCUSED', 'COMPLAINED_TO', 'CRITICIZED', 'SUED', 'INVESTIGATED', 'SANCTIONED']);

/** Sentences that a denial reaches back over. */
const MAX_DISTANCE = 2;

/** The same drafts, with an object for each denial that answers a reproach among them. */
export function withAccusers(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const reproaches = drafts
    .filter((draft) => REPROACHES.has(draft.predicate) && draft.object !== null)
    .sort((a, b) => a.trigger - b.trigger);
  if (reproaches.length === 0) return [...drafts];
  return drafts.map((draft) => {
    if (draft.predicate !== 'DENIED' || draft.object !== null) return draft;
    const answered = reproaches.findLast(
      ({ trigger, object }) =>
        trigger < draft.trigger &&
        sentenceOf(reading, draft.trigger) - sentenceOf(reading, trigger) <= MAX_DISTANCE &&
        object?.entity.key === draft.subject.entity.key,
    );
    if (answered === undefined || answered.subject.entity.key === draft.subject.entity.key) return draft;
    return { ...draft, object: { ...answered.subject, direct: false } };
  });
}
