/** Part of the contract (../contract.ts): everything between two entities. */
import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { NodeType } from './graph.ts';

/** GET /api/pair?id&other: everything stated between two entities, in either direction, added up. */
export const PairQuery = z.object({ id: z.string(), other: z.string() });
export const PairRelation = z.object({
  predicate: z.string(),
  symmetric: z.boolean(),
  /** True from `id` to `other`, false the other way round; true for a symmetric predicate. */
  forward: z.boolean(),
  quadClass: z.int().min(1).max(4).nullable(),
  statements: z.int(),
  affirmed: z.int(),
  negated: z.int(),
  sources: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});
export type PairRelation = z.infer<typeof PairRelation>;

/** One month of a pair: mean Goldstein value of its affirmed statements that have one, from -10 to 10. */
export const ToneMonth = z.object({
  month: z.string(),
  goldstein: z.number(),
  statements: z.int(),
  cooperation: z.int(),
  conflict: z.int(),
});
export type ToneMonth = z.infer<typeof ToneMonth>;

export const PairHistory = z.object({
  one: z.object({ id: z.string(), name: z.string(), type: NodeType }),
  other: z.object({ id: z.string(), name: z.string(), type: NodeType }),
  statements: z.int(),
  /** Most statements first. */
  relations: z.array(PairRelation),
  /** In order of time. */
  tone: z.array(ToneMonth),
  /** Affirmed statements with a Goldstein value, but with no month. */
  toneUndated: z.int(),
  /** What is claimed between the two and contradicted (CONTRADICTS), each with its newest claim and denial; at most 10. */
  contradictions: z.array(
    z.object({
      predicate: z.string(),
      forward: z.boolean(),
      claims: z.int(),
      denials: z.int(),
      newestClaim: Evidence,
      newestDenial: Evidence,
    }),
  ),
  contradictionsTotal: z.int(),
});
export type PairHistory = z.infer<typeof PairHistory>;
