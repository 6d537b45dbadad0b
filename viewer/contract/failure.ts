/** Part of the contract (../contract.ts): what every answer says that is not 2xx. */
import { z } from 'zod';

/** Where in a query's text something is wrong, counted from 1. */
export const Position = z.object({ line: z.int().min(1), column: z.int().min(1) });
export type Position = z.infer<typeof Position>;

/** Every answer that is not 2xx. */
export const Failure = z.object({
  error: z.object({ reason: z.string(), message: z.string(), position: Position.optional() }),
});
export type Failure = z.infer<typeof Failure>;
