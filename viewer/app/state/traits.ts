/**
 * What filters and the timeline ask of each statement behind a relation: when, whether it happened, who says so. Held by
 * relation, beside the view: it is fetched once and no undo takes it away.
 */
import type { GraphEdge, Status, TraitsAnswer } from '../../contract.ts';
import { Status as StatusNames } from '../../contract.ts';

/** Days since 1970-01-01, UTC. */
export type Day = number;

export interface Trait {
  /** First and last day that the date allows: one day, a month or a year. NaN where no date is known. */
  readonly from: Day;
  readonly to: Day;
  readonly negated: boolean;
  readonly status: Status;
  readonly confidence: number;
  readonly source: string;
  /** Who says it; null for the bulletin's own voice. */
  readonly holder: string | null;
}

export interface Traits {
  readonly byEdge: ReadonlyMap<string, readonly Trait[]>;
  readonly holders: ReadonlyMap<string, string>;
  /** Statements held, and those in the store behind the same relations. */
  readonly held: number;
  readonly total: number;
}

export const noTraits: Traits = { byEdge: new Map(), holders: new Map(), held: 0, total: 0 };

const MILLISECONDS = 86_400_000;

/** The day of a calendar date; months count from 1. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / MILLISECONDS;

export const isoDay = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** First and last day of an ISO date or prefix of one; null for anything else. */
export const daysOf = (date: string): { from: Day; to: Day } | null => {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  if (month === 0) return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  if (day === 0) return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) };
  const only = dayOf(year, month, day);
  return { from: only, to: only };
};

/** Joins an answer to what is held; `edges` are those that were asked about, in the order of the question. */
export const withTraits =
  (edges: readonly GraphEdge[], answer: TraitsAnswer) =>
  (traits: Traits): Traits => {
    const lists = edges.map((): Trait[] => []);
    for (const [edge, date, negated, status, confidence, source, holder] of answer.statements) {
      const days = daysOf(date);
      lists[edge]?.push({
        from: days?.from ?? Number.NaN,
        to: days?.to ?? Number.NaN,
        negated: negated === 1,
        status: StatusNames.options[status] ?? 'occurred',
        confidence,
        source: answer.sources[source] ?? '',
        holder: answer.holders[holder]?.id ?? null,
      });
    }
    const byEdge = new Map(traits.byEdge);
    const holders = new Map(traits.holders);
    edges.forEach((edge, at) => byEdge.set(edge.id, lists[at] ?? []));
    for (const { id, name } of answer.holders) holders.set(id, name);
    return {
      byEdge,
      holders,
      held: traits.held + answer.statements.length,
      total: traits.total + answer.total,
    };
  };
