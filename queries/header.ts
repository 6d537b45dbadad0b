/**
 * What the comment at the head of a query file may say: YAML in `//` lines, checked here. Docs, parameter forms, charts
 * and the checks of the runner all come from it.
 */
import { z } from 'zod';

const NAME = z.string().regex(/^[a-z][a-z0-9_]*$/, 'has to be lower case letters, digits and _');

const common = { meaning: z.string().min(1) };

/**
 * `entity` is given as an id, a name or an alias, and passed on as an id. `date` is an ISO date or a prefix of one.
 * A parameter without a default has to be given; the default null means "no restriction".
 */
const ParameterHeader = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('entity'),
    default: z.string().nullable().optional(),
    example: z.string(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('predicate'),
    default: z.string().nullable().optional(),
    example: z.string(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('text'),
    default: z.string().nullable().optional(),
    example: z.string(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('date'),
    default: z.string().nullable().optional(),
    example: z.string(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('boolean'),
    default: z.boolean().nullable().optional(),
    example: z.boolean(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('integer'),
    default: z.int().nullable().optional(),
    example: z.int(),
    min: z.int().optional(),
    max: z.int().optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    default: z.number().nullable().optional(),
    example: z.number(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
]);
export type ParameterHeader = z.infer<typeof ParameterHeader>;

/** `month` is YYYY-MM, `id` the id of an entity, statement or bulletin, `list` a list of texts. */
const ColumnHeader = z.strictObject({
  ...common,
  type: z.enum(['text', 'integer', 'number', 'boolean', 'date', 'month', 'id', 'list']),
  /** True where a row may have no value here. */
  nullable: z.boolean().default(false),
});
export type ColumnHeader = z.infer<typeof ColumnHeader>;

/** How the rows are best drawn; each field but `kind` names a column. */
const ChartHeader = z.strictObject({
  kind: z.enum(['table', 'bar', 'line', 'timeline', 'graph']),
  x: NAME.optional(),
  y: NAME.optional(),
  series: NAME.optional(),
  label: NAME.optional(),
  /** Columns with the ids of a relationship's two ends. */
  source: NAME.optional(),
  target: NAME.optional(),
  /** Column with the ids of a path's entities, in order. */
  path: NAME.optional(),
});

/**
 * Where the statements behind a row are found, for citations: in columns of the row that hold statement ids, or by
 * Cypher that binds them to `s`. That Cypher takes the query's parameters, and each column of the row as `$row_COLUMN`.
 */
export const EvidenceHeader = z.union([
  z.strictObject({ columns: z.array(NAME).min(1) }),
  z.strictObject({
    cypher: z.string().min(1),
    /** The column that says how many statements those are. */
    total: NAME.optional(),
  }),
  /** Why rows rest on no statements. */
  z.strictObject({ none: z.string().min(1) }),
]);
export type EvidenceHeader = z.infer<typeof EvidenceHeader>;

export const Header = z.strictObject({
  title: z.string().min(1),
  question: z.string().min(1),
  parameters: z.record(NAME, ParameterHeader),
  /** In the order of the query's RETURN. */
  columns: z.record(NAME, ColumnHeader),
  chart: ChartHeader,
  /** Left out: rows are cited by the statement ids that they hold. */
  evidence: EvidenceHeader.optional(),
});
export type Header = z.infer<typeof Header>;
