/**
 * What the viewer's server and its page say to each other: JSON over HTTP on one origin, every answer checked against
 * these schemas on both sides. The page knows nothing else of the program.
 */
import { z } from 'zod';

export const NodeType = z.enum(['Person', 'Country', 'Organization', 'Place', 'Facility', 'Group', 'Agreement']);
export type NodeType = z.infer<typeof NodeType>;

export const GraphNode = z.object({
  id: z.string(),
  name: z.string(),
  type: NodeType,
  /** Number of statements that the entity takes part in, in the whole store. */
  statements: z.int(),
});
export type GraphNode = z.infer<typeof GraphNode>;

/** The aggregated relationship of one predicate between two entities. */
export const GraphEdge = z.object({
  /** `source predicate target`, unique. */
  id: z.string(),
  source: z.string(),
  target: z.string(),
  predicate: z.string(),
  symmetric: z.boolean(),
  statements: z.int(),
  sources: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  affirmed: z.int(),
  negated: z.int(),
  quadClass: z.int().min(1).max(4).nullable(),
});
export type GraphEdge = z.infer<typeof GraphEdge>;

/** A part of the graph with what it is a part of: "50 of 1,240". */
export const Subgraph = z.object({
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  total: z.object({ nodes: z.int(), edges: z.int() }),
  /** Pass as `after` for the next page; null on the last one. */
  next: z.string().nullable(),
});
export type Subgraph = z.infer<typeof Subgraph>;

/** GET /api/summary */
export const Summary = z.object({
  store: z.string(),
  bulletins: z.int(),
  entities: z.int(),
  statements: z.int(),
  types: z.array(z.object({ type: NodeType, count: z.int() })),
  predicates: z.array(
    z.object({
      predicate: z.string(),
      count: z.int(),
      plover: z.string().nullable(),
      quadClass: z.int().nullable(),
    }),
  ),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
});
export type Summary = z.infer<typeof Summary>;

/** GET /api/top?limit: the entities with most statements and the edges among them. */
export const TopQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(60) });

/** GET /api/search?q&limit: by name and alias, accents folded, best first. */
export const SearchQuery = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export const SearchResults = z.object({
  results: z.array(GraphNode.extend({ matched: z.string() })),
  total: z.int(),
});
export type SearchResults = z.infer<typeof SearchResults>;

/** GET /api/neighbours?id&predicate&type&after&limit: neighbours by number of statements, most first. */
export const NeighboursQuery = z.object({
  id: z.string(),
  predicate: z.string().optional(),
  type: NodeType.optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/**
 * POST /api/edges {ids, among} (JSON body): every edge with one end in `ids` and the other in `among`, so that entities
 * newly on the page are joined to those already there. Unknown ids give no edge and are no error. Of more than 5,000
 * edges, those with most statements come; `total` counts all.
 */
export const EdgesQuery = z.object({ ids: z.array(z.string()).max(500), among: z.array(z.string()).max(5000) });
export type EdgesQuery = z.infer<typeof EdgesQuery>;
export const EdgesAnswer = z.object({ edges: z.array(GraphEdge), total: z.int() });
export type EdgesAnswer = z.infer<typeof EdgesAnswer>;

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

/** One statement with the sentence that it was read from. Offsets count in the bulletin's text. */
export const Evidence = z.object({
  id: z.string(),
  predicate: z.string(),
  lemma: z.string(),
  polarity: z.enum(['affirmed', 'negated']),
  status: z.enum(['occurred', 'ongoing', 'planned', 'possible', 'demanded', 'threatened', 'cancelled']),
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
  bulletin: z.object({
    id: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
  }),
});
export type Evidence = z.infer<typeof Evidence>;

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

/** GET /api/bulletin?id: the whole text with its statements, in the order of the text. */
export const BulletinQuery = z.object({ id: z.string() });
export const BulletinPage = z.object({
  id: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  text: z.string(),
  evidence: z.array(Evidence),
});
export type BulletinPage = z.infer<typeof BulletinPage>;

/** Every answer that is not 2xx. */
export const Failure = z.object({ error: z.object({ reason: z.string(), message: z.string() }) });
export type Failure = z.infer<typeof Failure>;
