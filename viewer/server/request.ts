/**
 * Parameters of a request, checked against the contract's schema, and the keyset cursor that pages travel in. A cursor
 * is opaque to the page; one that this server did not make is a wrong request.
 */
import type { Context } from 'hono';
import type { z } from 'zod';
import { PREDICATES } from '../../graph/model/predicates.ts';
import { RequestError } from './failure.ts';

/** The query string as one value or list a name: a name that comes twice becomes a list. */
function queryString(context: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  );
}

/**
 * The request's parameters as `schema` has them.
 * @throws RequestError 400 naming the first wrong or unknown parameter
 */
export function parametersOf<Shape extends z.ZodRawShape>(
  context: Context,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const parsed = schema.strict().safeParse(queryString(context));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = issue?.path.map(String).join('.') ?? '';
  throw new RequestError(
    400,
    'bad-parameter',
    `${context.req.path}: ${name === '' ? '' : `parameter "${name}": `}${issue?.message ?? 'wrong parameters'}`,
  );
}

/**
 * One parameter that every route takes.
 * @throws RequestError 400 where it is wrong or comes twice
 */
export function parameterNamed<T>(context: Context, name: string, schema: z.ZodType<T>): T | undefined {
  const value = queryString(context)[name];
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues[0]?.message ?? 'wrong';
  throw new RequestError(400, 'bad-parameter', `${context.req.path}: parameter "${name}": ${why}`);
}

/**
 * The request's JSON body as `schema` has it. Only `application/json` is read, which no other site can send here without
 * asking first, and never is allowed to.
 * @throws RequestError 400, 413 or 415
 */
export async function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  if (context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new RequestError(415, 'bad-body', `${context.req.path}: send the body as application/json.`);
  }
  const parsed = schema.safeParse(parseJson(await context.req.text()));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RequestError(
    400,
    'bad-parameter',
    `${context.req.path}: body ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}`,
  );
}

/**
 * The relationship types to read: one predicate, or all of them. They stand in the query's text, so only names of the
 * predicate table pass.
 * @throws RequestError 400 for a predicate that is not in the table
 */
export function relationshipTypes(predicate: string | undefined): string {
  if (predicate === undefined) return ALL_TYPES;
  if (!PREDICATES.has(predicate)) {
    throw new RequestError(
      400,
      'bad-parameter',
      `parameter "predicate": "${predicate}" is not a predicate; /api/summary lists them.`,
    );
  }
  return predicate;
}

/** Every type that an aggregated relationship can have, as Cypher alternatives. */
export const ALL_TYPES = [...PREDICATES.keys()].join('|');

/** A cursor that points behind the row with these sort keys. */
export function cursorAfter(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url');
}

/**
 * The sort keys that a cursor points behind, or null for the first page.
 * @throws RequestError 400 for a cursor that this server did not make
 */
export function readCursor<Keys extends z.ZodTuple>(cursor: string | undefined, keys: Keys): z.output<Keys> | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const parsed = keys.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new RequestError(
    400,
    'bad-parameter',
    'parameter "after": not a cursor of this server; pass "next" of the page before.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
