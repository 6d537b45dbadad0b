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

/** POST /api/nodes {ids} (JSON body): the entities with these ids, in the order given; unknown ids are left out. */
export const NodesQuery = z.object({ ids: z.array(z.string()).max(5000) });
export const NodesAnswer = z.object({ nodes: z.array(GraphNode) });
export type NodesAnswer = z.infer<typeof NodesAnswer>;

export const Status = z.enum(['occurred', 'ongoing', 'planned', 'possible', 'demanded', 'threatened', 'cancelled']);
export type Status = z.infer<typeof Status>;

/**
 * POST /api/traits {edges} (JSON body; source, predicate, target of each): what filters and the timeline ask of every
 * statement behind the edges. Of more than 50,000 statements the newest come; `total` counts all.
 */
export const TraitsQuery = z.object({ edges: z.array(z.tuple([z.string(), z.string(), z.string()])).max(2000) });
export const TraitsAnswer = z.object({
  /** Names of sources; the empty one stands for all bulletins without. */
  sources: z.array(z.string()),
  holders: z.array(z.object({ id: z.string(), name: z.string() })),
  /**
   * Position of the edge in the question; ISO date of the statement, or else of its bulletin, or ''; 1 for negated; position
   * in `Status`; confidence; positions in `sources` and `holders`, -1 for the bulletin's own voice.
   */
  statements: z.array(z.tuple([z.int(), z.string(), z.int(), z.int(), z.number(), z.int(), z.int()])),
  total: z.int(),
});
export type TraitsAnswer = z.infer<typeof TraitsAnswer>;

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
  /** What is both affirmed and negated, each with its newest statement; at most 10. */
  contradictions: z.array(
    z.object({
      predicate: z.string(),
      forward: z.boolean(),
      affirmed: z.int(),
      negated: z.int(),
      newestAffirmed: Evidence,
      newestNegated: Evidence,
    }),
  ),
  contradictionsTotal: z.int(),
});
export type PairHistory = z.infer<typeof PairHistory>;

/** Where in a query's text something is wrong, counted from 1. */
export const Position = z.object({ line: z.int().min(1), column: z.int().min(1) });
export type Position = z.infer<typeof Position>;

/** Every answer that is not 2xx. */
export const Failure = z.object({
  error: z.object({ reason: z.string(), message: z.string(), position: Position.optional() }),
});
export type Failure = z.infer<typeof Failure>;
