/** What the statements need from the stages beside them: when an act happened, and its event codes. */
import type { DatePrecision, Polarity, QuadClass, Status } from '../../graph/model/vocabulary.ts';

/** The two together. */
export interface Seams {
  readonly dateOf: DateOf;
  readonly codesOf: Codes;
}

/** The date of the act whose trigger is given, or null where text and bulletin do not tell. */
type DateOf = (trigger: number, status: Status) => { value: string; precision: DatePrecision } | null;

/** CAMEO, PLOVER, QuadClass and Goldstein of an act. */
type Codes = (
  predicate: string,
  lemma: string,
  status: Status,
  polarity: Polarity,
) => { cameo: string | null; plover: string | null; quadClass: QuadClass | null; goldstein: number | null };
