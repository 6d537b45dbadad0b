/** From fillers of two roles to drafts: every subject with every object, or the subjects among themselves. */
import { accepts } from '../../graph/model/predicates.ts';
import type { Draft } from './draft.ts';
import type { Filler } from './fillers.ts';
import { predicateRow } from './slots.ts';

/** What the drafts of one trigger share. */
export type Trigger = Omit<Draft, 'subject' | 'object'>;

/** Pairs that one trigger gives at most: a list of thirty states times another is noise, not knowledge. */
const MAX_PAIRS = 64;

/** Every subject with every object, as far as domain and range admit and the two differ. */
export function crossed(trigger: Trigger, subjects: readonly Filler[], objects: readonly Filler[]): Draft[] {
  const row = predicateRow(trigger.predicate);
  const drafts: Draft[] = [];
  for (const subject of subjects) {
    for (const object of objects) {
      if (drafts.length >= MAX_PAIRS) return drafts;
      if (subject.entity.key === object.entity.key) continue;
      if (!accepts(row.subject, subject.entity.type) || !accepts(row.object, object.entity.type)) continue;
      drafts.push({ ...trigger, subject, object });
    }
  }
  return drafts;
}

/** The participants of a symmetric act, each pair once. */
export function paired(trigger: Trigger, participants: readonly Filler[]): Draft[] {
  const distinct = [...new Map(participants.map((filler) => [filler.entity.key, filler])).values()];
  const row = predicateRow(trigger.predicate);
  const drafts: Draft[] = [];
  distinct.forEach((subject, at) => {
    for (const object of distinct.slice(at + 1)) {
      if (drafts.length >= MAX_PAIRS) return;
      if (!accepts(row.subject, subject.entity.type) || !accepts(row.object, object.entity.type)) continue;
      drafts.push({ ...trigger, subject, object });
    }
  });
  return drafts;
}
