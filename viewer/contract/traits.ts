/** Part of the contract (../contract.ts): what filters and the timeline ask of statements. */
import { z } from 'zod';

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
