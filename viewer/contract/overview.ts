/** Part of the contract (../contract.ts): what the store holds, its most stated entities, and search by name. */
import { z } from 'zod';
import { GraphNode, NodeType } from './graph.ts';

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
