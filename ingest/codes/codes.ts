/**
 * Event codes of a statement: CAMEO at the finest level that its verb supports, PLOVER class, quad class, Goldstein value.
 * Sources stand in data/cameo.json; which verb gives which code in data/predicate-codes.json.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PREDICATES } from '../../graph/model/predicates.ts';
import { type Polarity, type QuadClass, quadClassOf, type Status } from '../../graph/model/vocabulary.ts';

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

/** What refusing an act of cooperation is, by the root of the act's code. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['03', '120'],
  ['04', '125'],
  ['05', '120'],
  ['06', '121'],
  ['07', '122'],
  ['08', '124'],
]);

/** What announcing an act of conflict is, by the root of the act's code. */
const THREATS: ReadonlyMap<string, string> = new Map([
  ['14', '133'],
  ['15', '138'],
  ['16', '131'],
  ['17', '137'],
  ['18', '138'],
  ['19', '138'],
  ['20', '138'],
]);

/**
 * Codes for a statement, of what its words report rather than of the act alone.
 * - What is planned has the code of the intent, where the act is cooperative (class AGREE), and of the threat, where it is
 *   material conflict (class THREATEN); so has what is threatened.
 * - Cooperation that is denied is a refusal (class REJECT). A conflict that did not happen is no event and has no codes.
 * - What is demanded is no event of whoever would do it: the demand is, as a statement of its own.
 */
export function codesOf(predicate: string, lemma: string, status: Status, polarity: Polarity): EventCodes {
  const row = BY_PREDICATE[predicate];
  if (row === undefined || status === 'demanded') return NONE;
  const act = row.lemmas?.[lemma.toLowerCase()] ?? row.base;
  const plover = PREDICATES.get(predicate)?.plover ?? null;
  if (polarity === 'negated') {
    return quadClassOf(act) > 2
      ? NONE
      : coded(REFUSALS.get(act.slice(0, 2)) ?? '120', plover === null ? null : 'REJECT');
  }
  if (status !== 'planned' && status !== 'threatened') return coded(act, plover);
  if (quadClassOf(act) === 4) return coded(row.threatened ?? THREATS.get(act.slice(0, 2)) ?? '130', 'THREATEN');
  if (status === 'planned' && row.planned !== undefined) return coded(row.planned, plover === null ? null : 'AGREE');
  return coded(act, plover);
}

function coded(cameo: string, plover: string | null): EventCodes {
  return { cameo, plover, quadClass: quadClassOf(cameo), goldstein: CAMEO[cameo]?.goldstein ?? null };
}
