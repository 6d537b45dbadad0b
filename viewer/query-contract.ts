/**
 * The part of the contract that the query console speaks (see contract.ts): the schema, the query library, and runs of
 * reading queries.
 */
import { z } from 'zod';

/** GET /api/schema: what Cypher may name. */
export const GraphSchema = z.object({
  labels: z.array(z.object({ label: z.string(), properties: z.array(z.string()) })),
  relationshipTypes: z.array(
    z.object({
      type: z.string(),
      properties: z.array(z.string()),
      /** What the predicate means; null for the graph's own types. */
      meaning: z.string().nullable(),
    }),
  ),
});
export type GraphSchema = z.infer<typeof GraphSchema>;

const ParameterValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** GET /api/queries: the library, by name. */
export const LibraryEntry = z.object({
  name: z.string(),
  title: z.string(),
  question: z.string(),
  cypher: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['entity', 'predicate', 'text', 'date', 'boolean', 'integer', 'number']),
      meaning: z.string(),
      /** True where there is no default. */
      required: z.boolean(),
      default: ParameterValue,
      example: ParameterValue,
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
  columns: z.array(z.object({ name: z.string(), type: z.string(), meaning: z.string() })),
  chart: z.object({
    kind: z.enum(['table', 'bar', 'line', 'timeline', 'graph']),
    x: z.string().optional(),
    y: z.string().optional(),
    series: z.string().optional(),
    label: z.string().optional(),
    source: z.string().optional(),
    target: z.string().optional(),
    path: z.string().optional(),
  }),
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;
export const Library = z.object({ queries: z.array(LibraryEntry) });
export type Library = z.infer<typeof Library>;

/**
 * POST /api/query {cypher, name?, parameters, timeoutMs, maxRows} (JSON body): runs one reading query. With the `name` of
 * a library query, the parameters that its header names are checked by it, and entities may be given by name.
 */
export const RunQuery = z.object({
  cypher: z.string().min(1).max(100_000),
  name: z.string().optional(),
  parameters: z.record(z.string(), ParameterValue).default({}),
  timeoutMs: z.int().min(100).max(60_000).default(10_000),
  maxRows: z.int().min(1).max(10_000).default(1000),
});
export type RunQuery = z.input<typeof RunQuery>;

/**
 * POST /api/freeze {..., citedPerRow, format} (JSON body): runs the query as POST /api/query does and answers the frozen
 * result, the file that `query --save` writes; as `html` the same as one page for print.
 */
export const FreezeQuery = RunQuery.extend({
  /** Most sentences that are cited for a row. */
  citedPerRow: z.int().min(1).max(100).default(10),
  format: z.enum(['json', 'html']).default('json'),
});
export type FreezeQuery = z.input<typeof FreezeQuery>;

export const QueryAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.json())),
  /** True where `maxRows` cut the result. */
  truncated: z.boolean(),
  milliseconds: z.number(),
  limits: z.object({ timeoutMs: z.int(), maxRows: z.int() }),
  /** What each entity parameter was taken for. */
  entities: z.array(z.object({ parameter: z.string(), id: z.string(), name: z.string() })),
});
export type QueryAnswer = z.infer<typeof QueryAnswer>;
