/** Part of the contract (../contract.ts): statements with their words, and whole bulletins. */
import { z } from 'zod';
import { NodeType } from './graph.ts';
import { Status } from './traits.ts';

/** The words of one side of a statement, and the entity that they stand for. */
export const EvidenceArgument = z.object({
  id: z.string(),
  name: z.string(),
  type: NodeType,
  text: z.string(),
  start: z.int(),
  end: z.int(),
});
export type EvidenceArgument = z.infer<typeof EvidenceArgument>;

const BulletinNamed = z.object({
  id: z.string(),
  title: z.string().nullable(),
  /** The first letters of its text where it has no title, what it is called by then; else null. */
  begins: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
});

/** A statement at the other end of a CONTRADICTS relationship. */
export const Contradicting = z.object({
  id: z.string(),
  date: z.string().nullable(),
  sentence: z.string(),
  /** Who says it; null for the bulletin itself. */
  saidBy: z.string().nullable(),
  bulletin: BulletinNamed.pick({ id: true, title: true, begins: true, source: true, publishedAt: true }),
});
export type Contradicting = z.infer<typeof Contradicting>;

/** Newest first, at most 5. */
const Contradictings = z.object({ statements: z.array(Contradicting), total: z.int() });
export type Contradictings = z.infer<typeof Contradictings>;

/** One statement with the sentence that it was read from. Offsets count in the bulletin's text. */
export const Evidence = z.object({
  id: z.string(),
  predicate: z.string(),
  lemma: z.string(),
  polarity: z.enum(['affirmed', 'negated']),
  status: Status,
  subject: EvidenceArgument,
  object: EvidenceArgument.nullable(),
  saidBy: EvidenceArgument.nullable(),
  place: EvidenceArgument.nullable(),
  date: z.string().nullable(),
  confidence: z.number(),
  title: z.string().nullable(),
  rule: z.string(),
  quote: z.object({ start: z.int(), end: z.int() }),
  sentence: z.object({ text: z.string(), start: z.int(), end: z.int() }),
  bulletin: BulletinNamed,
  /** The denials of it. */
  deniedBy: Contradictings,
  /** What it denies. */
  denies: Contradictings,
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * GET /api/evidence?id&other&predicate&after&limit: statements of an entity, or of a pair (either direction), newest
 * first. `source` and `target` of an edge are `id` and `other`.
 */
export const EvidenceQuery = z.object({
  id: z.string(),
  other: z.string().optional(),
  predicate: z.string().optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const EvidencePage = z.object({
  evidence: z.array(Evidence),
  total: z.int(),
  next: z.string().nullable(),
});
export type EvidencePage = z.infer<typeof EvidencePage>;

/** Words of a bulletin that stand for an entity: its name, or a pronoun or noun that was resolved. */
export const Mention = z.object({ id: z.string(), name: z.string(), type: NodeType, start: z.int(), end: z.int() });
export type Mention = z.infer<typeof Mention>;

/** GET /api/bulletin?id: the whole text with its mentions and statements, both in the order of the text. */
export const BulletinQuery = z.object({ id: z.string() });
export const BulletinPage = z.object({
  id: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  text: z.string(),
  mentions: z.array(Mention),
  evidence: z.array(Evidence),
});
export type BulletinPage = z.infer<typeof BulletinPage>;
