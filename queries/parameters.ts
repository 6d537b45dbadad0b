/**
 * The values of a call, checked against the query's header. Values may come as text (command line, forms) or typed
 * (JSON); what leaves here is what the query takes, with every parameter present.
 */
import { z } from 'zod';
import { PREDICATES } from '../graph/model/predicates.ts';
import { IsoDate } from '../graph/model/vocabulary.ts';
import type { GraphStore, Limits, Parameters, Value } from '../graph/store.ts';
import type { LibraryQuery } from './catalog.ts';
import { entityNamed, type NamedEntity } from './entity-names.ts';
import { QueryError } from './errors.ts';
import type { ParameterHeader } from './header.ts';

/** Values as given, by parameter name; left out or null: the default. */
export type Given = Readonly<Record<string, string | number | boolean | null>>;

export interface Bound {
  readonly parameters: Parameters;
  /** The entity that each entity parameter was taken for. */
  readonly entities: ReadonlyMap<string, NamedEntity>;
}

/**
 * The query's parameters from what was given and the defaults; names of entities become ids.
 * @throws QueryError naming the parameter, what is wrong and what to give
 */
export async function bindParameters(
  store: GraphStore,
  query: LibraryQuery,
  given: Given,
  limits: Limits = {},
): Promise<Bound> {
  for (const name of Object.keys(given)) {
    if (!query.parameters.has(name)) {
      const known = [...query.parameters.keys()].join(', ');
      throw new QueryError('unknown-parameter', `${query.name} has no parameter "${name}". It takes: ${known}.`);
    }
  }
  const parameters: Record<string, Value> = {};
  const entities = new Map<string, NamedEntity>();
  for (const [name, header] of query.parameters) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? header.default) : header.default;
    if (value === undefined) {
      throw new QueryError(
        'missing-parameter',
        `${query.name} needs the parameter "${name}" (${header.type}: ${header.meaning}), for example ${name}=${JSON.stringify(header.example)}.`,
      );
    }
    const checked = value === null ? null : check(query, name, header, value);
    if (header.type === 'entity' && typeof checked === 'string') {
      const entity = await entityNamed(store, checked, limits);
      entities.set(name, entity);
      parameters[name] = entity.id;
    } else {
      parameters[name] = checked;
    }
  }
  return { parameters, entities };
}

function check(query: LibraryQuery, name: string, header: ParameterHeader, value: string | number | boolean): Value {
  const parsed = schemaOf(header).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new QueryError(
    'bad-parameter',
    `${query.name}: ${name}=${JSON.stringify(value)}: ${parsed.error.issues[0]?.message ?? 'wrong'}. ` +
      `It takes ${EXPECTED[header.type]}, for example ${name}=${JSON.stringify(header.example)}.`,
  );
}

const EXPECTED: Readonly<Record<ParameterHeader['type'], string>> = {
  entity: 'the id, name or alias of an entity',
  predicate: 'the name of a predicate in capitals',
  text: 'a text',
  date: 'a date as YYYY, YYYY-MM or YYYY-MM-DD',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

/** Numbers and booleans also as they are typed. */
const typedNumber = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^[+-]?\d+(\.\d+)?$/, 'not a number')
    .transform(Number),
]);
const typedBoolean = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

function schemaOf(header: ParameterHeader): z.ZodType<string | number | boolean> {
  switch (header.type) {
    case 'entity':
    case 'text':
      return z.string().min(1, 'empty');
    case 'predicate':
      return z.string().refine((name) => PREDICATES.has(name), 'not a predicate of this graph');
    case 'date':
      return z.union([z.string(), z.int().transform(String)]).pipe(IsoDate);
    case 'boolean':
      return typedBoolean;
    case 'integer':
      return typedNumber.pipe(
        z
          .int()
          .min(header.min ?? Number.MIN_SAFE_INTEGER)
          .max(header.max ?? Number.MAX_SAFE_INTEGER),
      );
    case 'number':
      break;
  }
  return typedNumber.pipe(
    z
      .number()
      .min(header.min ?? Number.NEGATIVE_INFINITY)
      .max(header.max ?? Number.POSITIVE_INFINITY),
  );
}
