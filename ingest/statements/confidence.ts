/**
 * How sure a statement is: the share of statements read by the same kind of rule, with the same predicate, that was right in
 * annotated bulletins, smoothed where there are few. Learnt by scripts/train-confidence.ts into data/confidence.json.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Draft } from './draft.ts';

const share = z.number().min(0).max(1);
const Confidence = z.strictObject({
  about: z.string(),
  /** Share of all statements that was right. */
  overall: share,
  /** By kind of rule. */
  kinds: z.record(z.string(), share),
  /** By kind of rule and predicate, "verb MET". */
  cells: z.record(z.string(), share),
  /** What a pronoun for an argument takes off. */
  pronoun: share,
});
export type Confidence = z.infer<typeof Confidence>;

const TABLE = Confidence.parse(JSON.parse(readFileSync(new URL('./data/confidence.json', import.meta.url), 'utf8')));

/** A relation that no predicate fits is not measured by anything annotated: a fixed low value. */
const UNKNOWN_VERB = 0.3;

/** The kind of a rule, which is its name up to the word that it is about: "verb", "noun", "office:former". */
export function kindOf(rule: string): string {
  return rule === 'office:former' || rule === 'verb:unknown' ? rule : (rule.split(':')[0] ?? rule);
}

/** Between 0.05 and 0.98. */
export function confidenceOf(draft: Draft): number {
  const kind = kindOf(draft.rule);
  if (kind === 'verb:unknown') return UNKNOWN_VERB;
  const learnt = TABLE.cells[`${kind} ${draft.predicate}`] ?? TABLE.kinds[kind] ?? TABLE.overall;
  const unclear = [draft.subject, draft.object].some((filler) => filler?.mention.kind === 'pronoun');
  const value = learnt - (unclear ? TABLE.pronoun : 0);
  return Math.round(Math.min(0.98, Math.max(0.05, value)) * 100) / 100;
}
