/**
 * `query`: runs a query of the library, a .cypher file, or Cypher from standard input, and prints its rows. Reads only,
 * within bounds of time and rows.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { openStore } from '../graph/open.ts';
import type { GraphStore, Limits, Parameters, Table, Value } from '../graph/store.ts';
import { type LibraryQuery, loadCatalog, parseQuery } from '../queries/catalog.ts';
import { queryNamed, runQuery } from '../queries/runner.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { limitOption, storeOption, timeoutOption } from './options.ts';
import { formatTable, TABLE_FORMATS, type TableFormat } from './table-format.ts';
import { count, print, say, warn } from './terminal.ts';

interface QueryFlags {
  readonly store: string;
  readonly param: readonly (readonly [name: string, value: string])[];
  readonly format?: TableFormat;
  readonly list?: true;
  readonly maxRows: number;
  readonly timeout: number;
}

/** A query of the library (with checked parameters and columns), or Cypher as the user wrote it. */
type Asked = { readonly query: LibraryQuery } | { readonly cypher: string };

/** An argument `name=value`, added to those before it. */
export function nameAndValue(
  written: string,
  before: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const at = written.indexOf('=');
  if (at <= 0) throw new UsageError(`--param ${written}: write it as name=value, for example --param actor="Wang Yi".`);
  return [...before, [written.slice(0, at), written.slice(at + 1)]];
}

/** A file with a header is a query like those of the library; one without is plain Cypher. */
function asked(file: string, cypher: string): Asked {
  if (cypher.trim() === '') throw new UsageError(`${file} is empty. Write a Cypher query into it.`);
  return /^\/\/ *title:/m.test(cypher) ? { query: parseQuery(file, cypher) } : { cypher };
}

async function find(name: string): Promise<Asked> {
  if (name === '-') return asked('-', await text(process.stdin));
  if (name.endsWith('.cypher')) {
    if (!existsSync(name)) throw new UsageError(`There is no file ${name}. Check its name, or see: query --list.`);
    return asked(basename(name), await readFile(name, 'utf8'));
  }
  return { query: queryNamed(loadCatalog(), name) };
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

async function run(store: GraphStore, wanted: Asked, { param, maxRows, timeout }: QueryFlags): Promise<Table> {
  const limits: Limits = { maxRows, timeoutMs: timeout * 1000 };
  if ('query' in wanted) {
    const { table, entities } = await runQuery(store, wanted.query, Object.fromEntries(param), limits);
    for (const [name, entity] of entities) say(`${name}: ${entity.name} (${entity.id})`);
    return table;
  }
  const parameters: Parameters = Object.fromEntries(param.map(([name, value]) => [name, plainValue(value)]));
  return store.read(wanted.cypher, parameters, limits);
}

function list(): string {
  return [...loadCatalog().values()]
    .map(({ name, question, parameters }) => {
      const taken = [...parameters].map(([parameter, header]) =>
        header.default === undefined ? parameter : `[${parameter}]`,
      );
      return `${name}\n    ${question}\n    parameters: ${taken.join(' ') || 'none'}\n`;
    })
    .join('');
}

async function query(name: string | undefined, flags: QueryFlags): Promise<ExitCode> {
  if (flags.list) {
    await print(list());
    return EXIT.done;
  }
  if (name === undefined)
    throw new UsageError('Name a query, a .cypher file, or - for standard input. All queries: query --list.');
  const found = await find(name);
  const format = flags.format ?? (process.stdout.isTTY ? 'table' : 'csv');
  const store = await openStore(flags.store);
  try {
    const table = await run(store, found, flags);
    await print(formatTable(table, format, process.stdout.isTTY ? process.stdout.columns : null));
    if (format === 'table') say(count(table.rows.length, 'row'));
    if (table.truncated)
      warn(`The result was cut at ${count(table.rows.length, 'row')}. Ask for more with --max-rows.`);
  } finally {
    await store.close();
  }
  return EXIT.done;
}

export function addQuery(program: Command, finish: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('query')
    .description('run a query of the library, a .cypher file, or Cypher from standard input')
    .argument('[name]', 'name of a query, a .cypher file, or - for standard input')
    .addOption(storeOption())
    .addOption(
      new Option('--param <name=value>', 'value of a parameter; may be repeated')
        .argParser(nameAndValue)
        .default([], 'none'),
    )
    .addOption(
      new Option('-f, --format <name>', 'format (default: table on a terminal, else csv)').choices(TABLE_FORMATS),
    )
    .option('-l, --list', 'print the queries of the library with their parameters')
    .addOption(limitOption())
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph query --list
  bulletin-graph query who-met-whom --param actor="Wang Yi"
  bulletin-graph query top-actors --format json
  echo 'MATCH (s:Statement) RETURN s.predicate AS predicate, count(*) AS n' | bulletin-graph query -`,
    )
    .action((name: string | undefined, flags: QueryFlags) => finish(query(name, flags)));
}
