/** Statements between two entities, added up: by relation and direction, by month, and where they contradict. Pure. */
import { groupBy } from '../../graph/writing/rows.ts';
import type { PairHistory, PairRelation, ToneMonth } from '../contract.ts';
import { order } from './gathered.ts';

export interface PairStatement {
  readonly id: string;
  readonly predicate: string;
  readonly symmetric: boolean;
  readonly forward: boolean;
  readonly polarity: 'affirmed' | 'negated';
  readonly goldstein: number | null;
  readonly quadClass: number | null;
  /** As stated, else the day of publication; ISO or a prefix of it. */
  readonly date: string | null;
  readonly source: string | null;
}

const MONTH = 'YYYY-MM'.length;

/** Statements of one predicate in one direction. */
function byRelation(statements: readonly PairStatement[]): PairStatement[][] {
  return [...groupBy(statements, ({ predicate, forward }) => `${predicate} ${forward}`).values()];
}

const isAffirmed = ({ polarity }: PairStatement): boolean => polarity === 'affirmed';

/** One entry a predicate and direction, most statements first. */
export function relationsOf(statements: readonly PairStatement[]): PairRelation[] {
  return byRelation(statements)
    .flatMap((group): PairRelation[] => {
      const [lead] = group;
      if (lead === undefined) return [];
      const dates = group.flatMap(({ date }) => date ?? []).sort();
      const affirmed = group.filter(isAffirmed).length;
      return [
        {
          predicate: lead.predicate,
          symmetric: lead.symmetric,
          forward: lead.forward,
          quadClass: usual(group.flatMap(({ quadClass }) => quadClass ?? [])),
          statements: group.length,
          affirmed,
          negated: group.length - affirmed,
          sources: new Set(group.flatMap(({ source }) => source ?? [])).size,
          first: dates[0] ?? null,
          last: dates.at(-1) ?? null,
        },
      ];
    })
    .sort(
      (a, b) => b.statements - a.statements || order(a.predicate, b.predicate) || Number(b.forward) - Number(a.forward),
    );
}

/** The most frequent value, the smaller of two alike; null for none. */
function usual(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? null;
}

/** Mean Goldstein value by month over affirmed statements that have one, in order of time. */
export function toneOf(statements: readonly PairStatement[]): Pick<PairHistory, 'tone' | 'toneUndated'> {
  const months = new Map<string, PairStatement[]>();
  let toneUndated = 0;
  for (const statement of statements) {
    if (!isAffirmed(statement) || statement.goldstein === null) continue;
    const month = statement.date?.slice(0, MONTH) ?? '';
    if (month.length < MONTH) toneUndated += 1;
    else months.set(month, [...(months.get(month) ?? []), statement]);
  }
  const tone = [...months].map(([month, group]): ToneMonth => {
    const sum = group.reduce((total, { goldstein }) => total + (goldstein ?? 0), 0);
    const conflict = group.filter(({ quadClass }) => quadClass !== null && quadClass > 2).length;
    return {
      month,
      goldstein: Math.round((sum / group.length) * 100) / 100,
      statements: group.length,
      cooperation: group.filter(({ quadClass }) => quadClass !== null && quadClass <= 2).length,
      conflict,
    };
  });
  return { tone: tone.sort((a, b) => order(a.month, b.month)), toneUndated };
}

/** A claim between the two, and a statement that is linked to it as its denial. */
export interface Link {
  readonly claim: string;
  readonly denial: string;
  readonly denialDay: string | null;
}

interface Contradiction {
  readonly predicate: string;
  readonly forward: boolean;
  readonly claims: number;
  readonly denials: number;
  /** Statement ids. */
  readonly newestClaim: string;
  readonly newestDenial: string;
}

/** Relations of which something is denied, those with most denied claims and denials first. */
export function contradictionsOf(statements: readonly PairStatement[], links: readonly Link[]): Contradiction[] {
  const byClaim = groupBy(links, ({ claim }) => claim);
  return byRelation(statements.filter(({ id }) => byClaim.has(id)))
    .flatMap((group): Contradiction[] => {
      const days = new Map(
        group.flatMap(({ id }) => byClaim.get(id) ?? []).map(({ denial, denialDay }) => [denial, denialDay]),
      );
      const claim = newest(group);
      const denial = newest([...days].map(([id, date]) => ({ id, date })));
      if (claim === undefined || denial === undefined) return [];
      return [
        {
          predicate: claim.predicate,
          forward: claim.forward,
          claims: group.length,
          denials: days.size,
          newestClaim: claim.id,
          newestDenial: denial.id,
        },
      ];
    })
    .sort((a, b) => b.claims + b.denials - a.claims - a.denials || order(a.predicate, b.predicate));
}

function newest<T extends Pick<PairStatement, 'id' | 'date'>>(statements: readonly T[]): T | undefined {
  return [...statements].sort((a, b) => order(b.date ?? '', a.date ?? '') || order(a.id, b.id))[0];
}
