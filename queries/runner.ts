/**
 * Runs a query of the library: parameters checked and entity names resolved before, columns and their types checked
 * after. What it returns is what the header promises, or an error that says where not.
 */
import { IsoDate } from '../graph/model/vocabulary.ts';
import type { GraphStore, Limits, Parameters, Table, Value } from '../graph/store.ts';
import type { LibraryQuery } from './catalog.ts';
import type { NamedEntity } from './entity-names.ts';
import { QueryError } from './errors.ts';
import type { ColumnHeader } from './header.ts';
import { bindParameters, type Given } from './parameters.ts';

export interface QueryResult {
  readonly query: LibraryQuery;
  /** As they were passed to the store. */
  readonly parameters: Parameters;
  /** The entity that each entity parameter was taken for. */
  readonly entities: ReadonlyMap<string, NamedEntity>;
  readonly table: Table;
}

/**
 * Runs a query of the library.
 * @param limits bounds of each read; the defaults are the store's
 * @throws QueryError for wrong parameters and for a result that is not as the header says; StoreError
 */
export async function runQuery(
  store: GraphStore,
  query: LibraryQuery,
  given: Given = {},
  limits: Limits = {},
): Promise<QueryResult> {
  const { parameters, entities } = await bindParameters(store, query, given, limits);
  const table = await store.read(query.cypher, parameters, limits);
  checkResult(query, table);
  return { query, parameters, entities, table };
}

/**
 * The query of that name.
 * @throws QueryError `no-such-query` with the names that there are
 */
export function queryNamed(catalog: ReadonlyMap<string, LibraryQuery>, name: string): LibraryQuery {
  const query = catalog.get(name);
  if (query === undefined) {
    throw new QueryError(
      'no-such-query',
      `No query is called "${name}". There are: ${[...catalog.keys()].join(', ')}.`,
    );
  }
  return query;
}

function checkResult(query: LibraryQuery, table: Table): void {
  const promised = [...query.columns.keys()];
  if (promised.join() !== table.columns.join()) {
    throw new QueryError(
      'wrong-result',
      `${query.name}: the header promises the columns ${promised.join(', ')}; the query returns ${table.columns.join(', ')}.`,
    );
  }
  const columns = [...query.columns];
  table.rows.forEach((row, index) => {
    columns.forEach(([name, column], position) => {
      const value = row[position];
      if (value === undefined || !fits(column, value)) {
        throw new QueryError(
          'wrong-result',
          `${query.name}: row ${index + 1}, column ${name}: ${JSON.stringify(value)} is not ${column.type}` +
            `${column.nullable ? ' or null' : ''} as the header promises. Was the graph written by another program?`,
        );
      }
    });
  });
}

const text = (value: Value): boolean => typeof value === 'string';

const FITS: Readonly<Record<ColumnHeader['type'], (value: Value) => boolean>> = {
  text,
  id: text,
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => IsoDate.safeParse(value).success,
  month: (value) => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value),
  list: (value) => Array.isArray(value) && value.every(text),
};

function fits(column: ColumnHeader, value: Value): boolean {
  return value === null ? column.nullable : FITS[column.type](value);
}
