/** Part of the contract (../contract.ts): entities and the relationships between them, as they are drawn. */
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

/**
 * GET /api/neighbours?id&predicate&type&edges&after&limit: neighbours by number of statements, most first. Without
 * `edges=none` also the edges to the entity and among them; a page that asks for its own edges next has no use for those.
 */
export const NeighboursQuery = z.object({
  id: z.string(),
  predicate: z.string().optional(),
  type: NodeType.optional(),
  edges: z.enum(['all', 'none']).default('all'),
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
