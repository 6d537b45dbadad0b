/**
 * Rows of one reading query as checked objects: the border between what a store returns and typed code. A row that does
 * not fit its shape is a damaged graph (or one that another program wrote), and is an error, never passed on.
 */
import { z } from 'zod';
import { type GraphStore, type Limits, type Parameters, StoreError } from '../graph/store.ts';

/**
 * Runs `cypher` and returns its rows as objects of `shape`, keyed by column.
 * @throws StoreError `damaged` where a row does not fit, naming `purpose` and the column, `failed` where there are more
 *   rows than `limits` allow; whatever `store.read` throws
 */
export async function readRows<Shape extends z.ZodRawShape>(
  store: GraphStore,
  purpose: string,
  shape: Shape,
  cypher: string,
  parameters: Parameters = {},
  limits: Limits = {},
): Promise<z.output<z.ZodObject<Shape>>[]> {
  const table = await store.read(cypher, parameters, limits);
  if (table.truncated) {
    throw new StoreError(
      'failed',
      `${store.url}: reading ${purpose}: more than ${table.rows.length} rows, which is the most that is read at once.`,
    );
  }
  const parsed = z
    .array(z.object(shape))
    .safeParse(table.rows.map((row) => Object.fromEntries(table.columns.map((column, index) => [column, row[index]]))));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StoreError(
    'damaged',
    `${store.url}: reading ${purpose}, row ${String(issue?.path[0])}, column ${String(issue?.path[1])}: ${issue?.message}. ` +
      'The graph holds something that this program did not write: ingest its bulletins again into a new store.',
    { cause: parsed.error },
  );
}
