/** How sure a rule is of what it reads, before any calibration: by the kind of rule, less where an argument had to be looked for. */
import type { Draft } from './draft.ts';

const BY_KIND: readonly (readonly [prefix: string, confidence: number])[] = [
  ['office', 0.9],
  ['compound', 0.85],
  ['disputed', 0.85],
  ['verb:unknown', 0.3],
  ['verb:', 0.75],
  ['noun:', 0.6],
];

/** Between 0 and 1. */
export function confidenceOf(draft: Draft): number {
  const base = BY_KIND.find(([prefix]) => draft.rule.startsWith(prefix))?.[1] ?? 0.5;
  const indirect = (draft.subject.direct ? 0 : 1) + (draft.object === null || draft.object.direct ? 0 : 1);
  const unclear = [draft.subject, draft.object].some((filler) => filler?.mention.kind === 'pronoun') ? 0.1 : 0;
  return Math.max(0.05, Math.round((base - 0.1 * indirect - unclear) * 100) / 100);
}
