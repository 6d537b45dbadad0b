/** Part of the contract (../contract.ts): the shortest way between two entities of the store. */
import { z } from 'zod';
import { GraphEdge, GraphNode } from './graph.ts';

/** GET /api/path?from&to: over all relations, also of entities that the page does not show. */
export const PathQuery = z.object({ from: z.string(), to: z.string() });
export const PathAnswer = z.object({
  /** In order from one end to the other; empty where no way was found. */
  nodes: z.array(GraphNode),
  /** Relations between neighbours on the way. */
  edges: z.array(GraphEdge),
  /** Entities that were looked at. */
  reached: z.int(),
  /** False where a bound ended the search, so that there may be a way that was not found. */
  complete: z.boolean(),
  bounds: z.object({ steps: z.int(), entities: z.int() }),
});
export type PathAnswer = z.infer<typeof PathAnswer>;

export const PATH_BOUNDS = { steps: 8, entities: 100_000 } as const;
