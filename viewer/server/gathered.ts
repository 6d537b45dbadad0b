/** The statements at the other end of contradictions as an answer has them: newest first, and how many there are. Pure. */
import type { Contradicting, Contradictings } from '../contract.ts';

const SHOWN = 5;

const dayOf = ({ date, bulletin }: Contradicting): string => date ?? bulletin.publishedAt ?? '';

export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const gathered = (statements: readonly Contradicting[]): Contradictings => ({
  statements: [...statements].sort((a, b) => order(dayOf(b), dayOf(a)) || order(a.id, b.id)).slice(0, SHOWN),
  total: statements.length,
});
