/**
 * A graph that a page holds in itself: what `export --format html` writes and the page reads. Ids tie the parts together;
 * everything that is shown is in it.
 */
import { z } from 'zod';
import { Evidence, GraphEdge, NodeType } from '../contract.ts';

const Side = z.object({ id: z.string(), text: z.string(), start: z.int(), end: z.int() });

export const HeldStatement = z.object({
  id: z.string(),
  predicate: z.string(),
  lemma: z.string(),
  polarity: Evidence.shape.polarity,
  status: Evidence.shape.status,
  subject: Side,
  object: Side.nullable(),
  saidBy: Side.nullable(),
  place: Side.nullable(),
  date: z.string().nullable(),
  /** Of an office: the day on which it ended. */
  until: z.string().nullable(),
  /** Ids of the statements that it denies, as far as the graph holds them. */
  contradicts: z.array(z.string()),
  confidence: z.number(),
  title: z.string().nullable(),
  rule: z.string(),
  plover: z.string().nullable(),
  quadClass: z.int().min(1).max(4).nullable(),
  goldstein: z.number().nullable(),
  start: z.int(),
  end: z.int(),
  sentenceStart: z.int(),
  sentenceEnd: z.int(),
  /** Id of the edge that it counts for. */
  edge: z.string().nullable(),
  bulletin: z.string(),
});
export type HeldStatement = z.infer<typeof HeldStatement>;

export const HeldBulletin = z.object({
  id: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  text: z.string(),
  mentions: z.array(z.object({ entity: z.string(), count: z.int(), starts: z.array(z.int()), ends: z.array(z.int()) })),
});
export type HeldBulletin = z.infer<typeof HeldBulletin>;

export const HeldEntity = z.object({
  id: z.string(),
  name: z.string(),
  type: NodeType,
  aliases: z.array(z.string()),
});
export type HeldEntity = z.infer<typeof HeldEntity>;

export const HeldGraph = z.object({
  /** What the page says of its store. */
  origin: z.string(),
  symmetric: z.array(z.string()),
  entities: z.array(HeldEntity),
  edges: z.array(GraphEdge),
  statements: z.array(HeldStatement),
  bulletins: z.array(HeldBulletin),
  /** The view that the page opens with, as its address would name it; null: the entities with most statements. */
  view: z.string().nullable(),
});
export type HeldGraph = z.infer<typeof HeldGraph>;

/** Id of the element of the page that holds the graph as JSON. */
export const ELEMENT = 'held-graph';
