/**
 * Event codes of a statement: CAMEO at the finest level that its verb supports, PLOVER class, quad class, Goldstein value.
 * Sources stand in data/cameo.json; which verb gives which code in data/predicate-codes.json.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PREDICATES } from '../../graph/model/predicates.ts';
import type { QuadClass, Status } from '../../graph/model/vocabulary.ts';

const CameoTable = z.object({
  codes: z.record(z.string(), z.object({ label: z.string(), goldstein: z.number().min(-10).max(10) })),
});
const PredicateCodes = z.record(
  z.string(),
  z.object({
    base: z.string(),
    planned: z.string().optional(),
    threatened: z.string().optional(),
    lemmas: z.record(z.string(), z.string()).optional(),
  }),
);

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'));
const { codes: CAMEO } = CameoTable.parse(read('cameo'));
const BY_PREDICATE = PredicateCodes.parse(read('predicate-codes'));

export interface EventCodes {
  /** Three or four digits, or null where CAMEO has no code for the predicate. */
  readonly cameo: string | null;
  readonly plover: string | null;
  readonly quadClass: QuadClass | null;
  /** -10 to 10. */
  readonly goldstein: number | null;
}

const NONE: EventCodes = { cameo: null, plover: null, quadClass: null, goldstein: null };

/** CAMEO's own grouping of its twenty roots: 01-05, 06-08, 09-13, 14-20. */
export function quadClassOf(cameo: string): QuadClass {
  const root = Number(cameo.slice(0, 2));
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}

/**
 * Codes for a statement. What is planned or threatened gets the code of the intent or the threat, where CAMEO has one.
 * Negation is not coded: a negated statement carries the code of what did not happen, and its polarity says so.
 */
export function codesOf(predicate: string, lemma: string, status: Status): EventCodes {
  const row = BY_PREDICATE[predicate];
  if (row === undefined) return NONE;
  const intent = status === 'planned' ? row.planned : status === 'threatened' ? row.threatened : undefined;
  const cameo = intent ?? row.lemmas?.[lemma.toLowerCase()] ?? row.base;
  const goldstein = CAMEO[cameo]?.goldstein ?? null;
  return { cameo, plover: PREDICATES.get(predicate)?.plover ?? null, quadClass: quadClassOf(cameo), goldstein };
}
