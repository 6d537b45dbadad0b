/**
 * What an aggregated relationship says, as a function of the set of its statements. Adding statements needs only the
 * totals so far; taking one away needs all of those that stay.
 */
import { z } from 'zod';
import { PREDICATES } from '../model/predicates.ts';
import { type DatePrecision, type Polarity, quadClassOf, type Status } from '../model/vocabulary.ts';
import type { Value } from '../store.ts';

/** What of a statement counts for its edge. */
export interface StatementTraits {
  readonly polarity: Polarity;
  readonly status: Status;
  readonly date: string | null;
  readonly datePrecision: DatePrecision | null;
  readonly confidence: number;
  /** Of its bulletin. */
  readonly source: string | null;
  /** Source of what its bulletin reprints, else of the bulletin; the empty string where there is none. */
  readonly origin: string;
}

/** Totals as they are stored on the relationship. */
export const EdgeTotals = z.object({
  statements: z.int(),
  affirmed: z.int(),
  negated: z.int(),
  /** Distinct events that its statements report. */
  events: z.int(),
  /** Distinct sources in order; the empty string stands for all bulletins without one. */
  sourceNames: z.array(z.string()),
  /** Those of them that did more than reprint, in order. */
  origins: z.array(z.string()),
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** The highest of its statements. */
  confidence: z.number(),
});
export type EdgeTotals = z.infer<typeof EdgeTotals>;

export const NO_STATEMENTS: EdgeTotals = {
  statements: 0,
  affirmed: 0,
  negated: 0,
  events: 0,
  sourceNames: [],
  origins: [],
  first: null,
  last: null,
  confidence: 0,
};

/** The totals with more statements, which tell of `moreEvents` more events. */
export function addStatements(
  totals: EdgeTotals,
  statements: readonly StatementTraits[],
  moreEvents: number,
): EdgeTotals {
  const dates = [...statements.map((statement) => statement.date), totals.first, totals.last]
    .filter((date) => date !== null)
    .sort();
  const negated = statements.filter((statement) => statement.polarity === 'negated').length;
  const sources = new Set([...totals.sourceNames, ...statements.map((statement) => statement.source ?? '')]);
  return {
    statements: totals.statements + statements.length,
    affirmed: totals.affirmed + statements.length - negated,
    negated: totals.negated + negated,
    events: totals.events + moreEvents,
    sourceNames: [...sources].sort(),
    origins: [...new Set([...totals.origins, ...statements.map(({ origin }) => origin)])].sort(),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    confidence: Math.max(totals.confidence, ...statements.map((statement) => statement.confidence)),
  };
}

/** The relationship's properties. */
export function edgeProperties(id: string, predicate: string, totals: EdgeTotals): Record<string, Value> {
  const { first, last, ...counts } = totals;
  const cameo = PREDICATES.get(predicate)?.cameo ?? null;
  return {
    id,
    ...counts,
    sources: totals.origins.length,
    ...(first === null ? {} : { first }),
    ...(last === null ? {} : { last }),
    ...(cameo === null ? {} : { quadClass: quadClassOf(cameo) }),
  };
}
