/**
 * What a statement affirms or denies, as a key: statements that meet in one contradict each other. The relationship that it
 * counts for and the month for which it is claimed; an accusation is denied by the accused, whoever or nobody is named.
 */
import { edgeId } from '../ids.ts';
import type { Polarity, Status } from '../model/vocabulary.ts';

export interface Issues {
  /** What it affirms. */
  readonly issue: string | null;
  /** Of an accusation: what it affirms, whoever accuses. */
  readonly openIssue: string | null;
  /** What it denies. */
  readonly denies: string | null;
}

export const NO_ISSUES: Issues = { issue: null, openIssue: null, denies: null };

interface Claimed {
  readonly predicate: string;
  readonly polarity: Polarity;
  readonly status: Status;
  readonly date: string | null;
  /** Of its bulletin. */
  readonly publishedAt: string | null;
}

/** @param edge id of the relationship that it counts for; null without an object, or where both are one entity */
export function issuesOf(claimed: Claimed, subject: string, object: string | null, edge: string | null): Issues {
  const { predicate, polarity, status } = claimed;
  const manner = status === 'occurred' || status === 'ongoing' ? 'is' : status === 'planned' ? 'planned' : null;
  if (manner === null || (object !== null && edge === null)) return NO_ISSUES;
  const key = (relation: string): string => `${relation}:${manner}:${monthOf(claimed)}`;
  if (predicate === 'DENIED') {
    const denied = edgeId('ACCUSED', object ?? '', subject);
    return polarity === 'affirmed' ? { ...NO_ISSUES, denies: key(denied) } : NO_ISSUES;
  }
  if (edge === null || object === null) return NO_ISSUES;
  if (polarity === 'negated') return { ...NO_ISSUES, denies: key(edge) };
  const openIssue = predicate === 'ACCUSED' ? key(edgeId('ACCUSED', '', object)) : null;
  return { issue: key(edge), openIssue, denies: null };
}

/** The month that it is claimed for, else that of publication; '' where neither is known. */
function monthOf({ date, publishedAt }: Claimed): string {
  return [date, publishedAt].find((known) => known !== null && known.length >= 7)?.slice(0, 7) ?? '';
}

/** The keys of one issue in the month before, the same and the month after. */
export function aroundOf(key: string): string[] {
  const [relation = '', manner = '', month = ''] = key.split(':');
  if (month === '') return [key];
  return [-1, 0, 1].map((step) => {
    const date = new Date(`${month}-15T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + step);
    return `${relation}:${manner}:${date.toISOString().slice(0, 7)}`;
  });
}
