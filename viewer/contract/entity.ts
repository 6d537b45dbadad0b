/** Part of the contract (../contract.ts): one entity, its offices, years and bulletins. */
import { z } from 'zod';
import { NodeType } from './graph.ts';

/** GET /api/entity?id: the entity, with what can be expanded from it. */
export const EntityQuery = z.object({ id: z.string() });
export const EntityPage = z.object({
  id: z.string(),
  name: z.string(),
  type: NodeType,
  aliases: z.array(z.string()),
  statements: z.int(),
  neighbours: z.int(),
  /** Statements by predicate, and the neighbours that expanding by it gives. */
  predicates: z.array(z.object({ predicate: z.string(), count: z.int(), neighbours: z.int() })),
  neighbourTypes: z.array(z.object({ type: NodeType, count: z.int() })),
});
export type EntityPage = z.infer<typeof EntityPage>;

/** Who holds or held an office, or whom it is held for, and between which dates it is stated. */
export const Office = z.object({
  /** As stated; null where only the representation itself is. */
  title: z.string().nullable(),
  /** `holds`: the entity is the holder and `other` what it represents; `held-by`: the other way round. */
  side: z.enum(['holds', 'held-by']),
  other: z.object({ id: z.string(), name: z.string(), type: NodeType }),
  /** First and last date at which it is stated, by day of publication where no other is given. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** The day from which it is stated to be another's, or his no more; null while nothing says so. */
  until: z.string().nullable(),
  statements: z.int(),
});
export type Office = z.infer<typeof Office>;

/** GET /api/history?id: offices over time, and statements by year and predicate, of one entity. */
export const HistoryQuery = z.object({ id: z.string() });
export const EntityHistory = z.object({
  /** Most statements first, at most 100. */
  offices: z.array(Office),
  officesTotal: z.int(),
  /** In order of year; by year of publication where no date is stated, year null where neither is known. */
  years: z.array(z.object({ year: z.string().nullable(), predicate: z.string(), statements: z.int() })),
});
export type EntityHistory = z.infer<typeof EntityHistory>;

/** GET /api/mentions?id&after&limit: bulletins that mention an entity, newest first. */
export const MentionsQuery = z.object({
  id: z.string(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const MentionsPage = z.object({
  bulletins: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      /** The first letters of its text where it has no title, what it is called by then; else null. */
      begins: z.string().nullable(),
      source: z.string().nullable(),
      publishedAt: z.string().nullable(),
      /** How often the entity is mentioned in it. */
      mentions: z.int(),
    }),
  ),
  total: z.int(),
  next: z.string().nullable(),
});
export type MentionsPage = z.infer<typeof MentionsPage>;
