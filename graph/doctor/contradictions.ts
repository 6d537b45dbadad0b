/** Denials against the statements that they contradict (writing/contradictions.ts). */
import { deriveContradictions, writeContradictions } from '../writing/contradictions.ts';
import type { Check } from './check.ts';

export const contradictionCheck: Check = {
  all: { match: 'MATCH (s:Statement) WHERE s.denies IS NOT NULL', id: 's.denies' },
  page: 500,
  examine: async (reading, keys) => {
    const { derived, stored } = await deriveContradictions(reading, keys);
    return [...derived].flatMap(([id, claims]) => {
      const linked = stored.get(id) ?? new Set();
      const isRight = linked.size === claims.size && [...claims].every((claim) => linked.has(claim));
      return isRight ? [] : [{ kind: 'contradiction' as const, id }];
    });
  },
  repair: writeContradictions,
};
