/** Finds the query that was asked for, looks for mistakes in what a person typed, and runs it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { refuseUnportable } from '../graph/cypher/portability.ts';
import { writingClause } from '../graph/cypher/read-only.ts';
import type { GraphStore, Limits, Parameters, Table, Value } from '../graph/store.ts';
import { type LibraryQuery, loadCatalog, parseQuery } from '../queries/catalog.ts';
import { problemsOf } from '../queries/check/check.ts';
import { describeProblem } from '../queries/check/problem.ts';
import { QueryError } from '../queries/errors.ts';
import type { QueryRun } from '../queries/frozen/freeze.ts';
import { queryNamed, runQuery } from '../queries/runner.ts';
import { UsageError } from './exit.ts';

/** Parameters as they were written: name and value. */
export type Written = readonly (readonly [name: string, value: string])[];

/** A query of the library, or Cypher as the user wrote it, with or without a header. */
export interface Asked {
  readonly name: string;
  readonly cypher: string;
  /** Null where there is no header. */
  readonly query: LibraryQuery | null;
  /** Line of the file that the Cypher begins at; null for a query of the library, which needs no check. */
  readonly firstLine: number | null;
}

const MOST_PROBLEMS = 3;

export async function findQuery(name: string): Promise<Asked> {
  if (name === '-') return asked('stdin', await text(process.stdin));
  if (name.endsWith('.cypher')) {
    if (!existsSync(name)) throw new UsageError(`There is no file ${name}. Check its name, or see: query --list.`);
    return asked(basename(name), await readFile(name, 'utf8'));
  }
  const query = queryNamed(loadCatalog(), name);
  return { name, cypher: query.cypher, query, firstLine: null };
}

/** A file with a header is a query like those of the library; one without is plain Cypher. */
function asked(file: string, content: string): Asked {
  if (content.trim() === '') throw new UsageError(`${file} is empty. Write a Cypher query into it.`);
  if (!/^\/\/ *title:/m.test(content)) return { name: file, cypher: content, query: null, firstLine: 1 };
  const query = parseQuery(file.endsWith('.cypher') ? file : `${file}.cypher`, content);
  const before = content.replaceAll('\r\n', '\n').indexOf(query.cypher);
  const firstLine = content.replaceAll('\r\n', '\n').slice(0, before).split('\n').length;
  return { name: file, cypher: query.cypher, query, firstLine };
}

/** @throws QueryError `misspelt` with the position of each mistake, and what was probably meant */
export function refuseMisspelt({ name, cypher, query, firstLine }: Asked, param: Written): void {
  if (firstLine === null) return;
  const given = query === null ? new Set(param.map(([parameter]) => parameter)) : null;
  const problems = problemsOf(cypher, given);
  if (problems.length === 0) return;
  const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => describeProblem(cypher, problem, name, firstLine));
  const more = problems.length - shown.length;
  throw new QueryError(
    'misspelt',
    [...shown, ...(more > 0 ? [`and ${more} more`] : []), 'Correct it, or run it as it is with --no-check.'].join('\n'),
  );
}

/** A parameter of plain Cypher: JSON where it is JSON (numbers, true, null, lists), else the text itself. */
function plainValue(written: string): Value {
  try {
    const value: Value = JSON.parse(written);
    return value;
  } catch {
    return written;
  }
}

function plainParameters(cypher: string, param: Written): Parameters {
  const used = new Set([...cypher.matchAll(/\$(\w+|`[^`]*`)/g)].map(([, name = '']) => name.replaceAll('`', '')));
  for (const [name] of param) {
    if (used.has(name)) continue;
    const those = used.size === 0 ? 'It takes none.' : `It takes: ${[...used].join(', ')}.`;
    throw new QueryError('unknown-parameter', `The query has no parameter $${name}. ${those}`);
  }
  return Object.fromEntries(param.map(([name, value]) => [name, plainValue(value)]));
}

/** Whether the query writes; refused unless the user allowed it. */
export function writes({ cypher }: Asked, allowed: boolean): boolean {
  const clause = writingClause(cypher);
  if (clause === null) return false;
  if (!allowed) {
    throw new UsageError(
      `The query writes (${clause}), and queries only read. Give --write to let it change the graph; ` +
        'bulletins are better written by ingest, which keeps statements, events and relationships in step.',
    );
  }
  return true;
}

export async function runAsked(store: GraphStore, wanted: Asked, param: Written, limits: Limits): Promise<QueryRun> {
  const { name, cypher, query } = wanted;
  if (query !== null) {
    const result = await runQuery(store, query, Object.fromEntries(param), limits);
    return { name, cypher, query, parameters: result.parameters, entities: result.entities, table: result.table };
  }
  const parameters = plainParameters(cypher, param);
  return { name, cypher, query, parameters, entities: new Map(), table: await store.read(cypher, parameters, limits) };
}

/** Runs a query that writes, in one transaction. It is bounded by rows that it returns, not by time. */
export async function runWriting(store: GraphStore, wanted: Asked, param: Written, maxRows: number): Promise<Table> {
  const parameters = plainParameters(wanted.cypher, param);
  if (store.kind === 'embedded') refuseUnportable(wanted.cypher, parameters);
  const { columns, rows } = await store.write((transaction) => transaction.run(wanted.cypher, parameters));
  return { columns, rows: rows.slice(0, maxRows), truncated: rows.length > maxRows };
}
