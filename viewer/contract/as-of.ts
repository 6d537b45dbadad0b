/** Part of the contract (../contract.ts): the date as of which a route is asked. */
import { z } from 'zod';

/**
 * `asOf` on any route that reads the graph: what was published (and judged) by the end of that day, month or year. Bulletins
 * without a date count from their ingestion.
 */
export const AsOf = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write the date as YYYY-MM-DD, YYYY-MM or YYYY');
