/**
 * Weighs two names that are alike by what the graph knows of both: states, offices and relations in common speak for one
 * entity, other offices against it; entities of different states are homonyms.
 */
import type { Known } from './evidence.ts';
import { type Likeness, SAME_NAME } from './similarity.ts';

export interface Weighed {
  /** 0 to 1. */
  readonly score: number;
  /** What speaks for one entity, in words. */
  readonly reasons: readonly string[];
  /** What speaks against it, in words. */
  readonly doubts: readonly string[];
}

/** Whether what is known of their states has nothing in common. */
export function areHomonyms(left: Known, right: Known): boolean {
  return left.countries.size > 0 && right.countries.size > 0 && common(left.countries, right.countries).length === 0;
}

/** Null where a name alone has nothing beside it. */
export function weigh(likeness: Likeness, left: Known, right: Known): Weighed | null {
  const reasons = [...likeness.reasons];
  const doubts: string[] = [];
  let support = 0;
  const countries = common(left.countries, right.countries);
  if (countries.length > 0) {
    support += 0.05;
    reasons.push(`both of ${namesOf(left.countries, countries)}`);
  }
  const offices = [...left.offices].filter((office) => right.offices.has(office)).sort();
  if (offices.length > 0) {
    support += 0.05;
    reasons.push(`both ${offices.join(', ')}`);
  } else if (left.offices.size > 0 && right.offices.size > 0) {
    support -= 0.1;
    doubts.push(`${[...left.offices].sort().join(', ')} / ${[...right.offices].sort().join(', ')}`);
  }
  const neighbours = common(left.neighbours, right.neighbours);
  if (neighbours.length > 0) {
    support += Math.min(0.1, neighbours.length * 0.03);
    const others = neighbours.length > 3 ? ' and others' : '';
    reasons.push(`both related to ${namesOf(left.neighbours, neighbours.slice(0, 3))}${others}`);
  }
  if (likeness.score < SAME_NAME && support <= 0) return null;
  const score = Math.round(Math.max(0, Math.min(1, likeness.score * 0.9 + support)) * 1000) / 1000;
  return { score, reasons, doubts };
}

type Named = ReadonlyMap<string, string>;

function common(left: Named, right: Named): string[] {
  return [...left.keys()].filter((id) => right.has(id)).sort();
}

const namesOf = (named: Named, ids: readonly string[]): string => ids.map((id) => named.get(id) ?? id).join(', ');
