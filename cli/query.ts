/**
 * `query`: runs a query of the library, a .cypher file, or Cypher from standard input, and prints its rows. Within bounds
 * of time and rows; reading only, unless writing is allowed.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { type Command, Option } from 'commander';
import { openStore } from '../graph/open.ts';
import type { GraphStore, Limits, Table } from '../graph/store.ts';
import { loadCatalog } from '../queries/catalog.ts';
import { type Evidence, evidenceOf } from '../queries/evidence.ts';
import { freeze } from '../queries/frozen/freeze.ts';
import { type Frozen, frozenText } from '../queries/frozen/frozen.ts';
import { withAsOf } from './as-of.ts';
import { formatCited } from './citation-format.ts';
import { EXIT, type ExitCode, type Finish, UsageError } from './exit.ts';
import { asOfOption, citedOption, limitOption, storeOption, timeoutOption } from './options.ts';
import { VERSION } from './package.ts';
import { type Asked, findQuery, refuseMisspelt, runAsked, runWriting, type Written, writes } from './query-run.ts';
import { formatTable, TABLE_FORMATS, type TableFormat } from './table-format.ts';
import { count, print, say, warn } from './terminal.ts';

interface QueryFlags {
  readonly store: string;
  readonly param: Written;
  readonly format?: TableFormat;
  readonly list?: true;
  readonly cite?: true;
  readonly citedPerRow: number;
  readonly save?: string;
  readonly write?: true;
  readonly asOf?: string;
  readonly check: boolean;
  readonly maxRows: number;
  readonly timeout: number;
}

/** An argument `name=value`, added to those before it. */
export function nameAndValue(written: string, before: Written): Written {
  const at = written.indexOf('=');
  if (at <= 0) throw new UsageError(`--param ${written}: write it as name=value, for example --param actor="Wang Yi".`);
  return [...before, [written.slice(0, at), written.slice(at + 1)]];
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

/** Before the query runs, so that a long one is not lost. */
function checkSaving(flags: QueryFlags, writing: boolean): void {
  if (writing && (flags.save !== undefined || flags.cite)) {
    throw new UsageError('--save and --cite are for queries that read. Leave them out, or --write.');
  }
  if (writing && flags.asOf !== undefined) {
    throw new UsageError('--as-of shows the past, which cannot be written to. Leave it out, or --write.');
  }
  if (flags.save !== undefined && flags.asOf !== undefined) {
    throw new UsageError(
      '--save freezes a result of the store as it is, which verify can check again. Leave it out, or --as-of.',
    );
  }
  if (flags.save === undefined) return;
  if (!flags.save.endsWith('.json')) {
    throw new UsageError(
      `--save ${flags.save}: give a name that ends with .json. CSV and HTML are made from it: bulletin-graph frozen FILE --format html.`,
    );
  }
  if (existsSync(flags.save)) {
    throw new UsageError(`${flags.save} is there already, and a frozen result is not overwritten. Give another name.`);
  }
}

interface Answer {
  readonly table: Table;
  readonly evidence: Evidence | null;
}

function evidenceIn(frozen: Frozen): Evidence | null {
  if (frozen.evidence === null) return null;
  return {
    rows: frozen.evidence,
    citations: new Map(frozen.citations.map((citation) => [citation.statement, citation])),
  };
}

async function answer(store: GraphStore, wanted: Asked, flags: QueryFlags, writing: boolean): Promise<Answer> {
  const { param, maxRows, citedPerRow } = flags;
  if (writing) return { table: await runWriting(store, wanted, param, maxRows), evidence: null };
  const limits: Limits = { maxRows, timeoutMs: flags.timeout * 1000 };
  const now = new Date().toISOString();
  const run = await runAsked(store, wanted, param, limits);
  const { table } = run;
  for (const [name, entity] of run.entities) say(`${name}: ${entity.name} (${entity.id})`);
  if (flags.save === undefined) {
    return { table, evidence: flags.cite ? await evidenceOf(store, run, citedPerRow, limits) : null };
  }
  const frozen = await freeze(store, run, { now, program: VERSION, citedPerRow, maxRows }, limits);
  await writeFile(flags.save, frozenText(frozen), { flag: 'wx' });
  if (frozen.uncited !== null) warn(`${flags.save} has no citations. ${frozen.uncited}`);
  say(`Saved ${flags.save}: ${count(table.rows.length, 'row')}, ${count(frozen.citations.length, 'citation')}.`);
  return { table, evidence: flags.cite ? evidenceIn(frozen) : null };
}

async function query(name: string | undefined, flags: QueryFlags): Promise<ExitCode> {
  if (flags.list) {
    await print(list());
    return EXIT.done;
  }
  if (name === undefined)
    throw new UsageError('Name a query, a .cypher file, or - for standard input. All queries: query --list.');
  const wanted = await findQuery(name);
  const writing = writes(wanted, flags.write ?? false);
  if (flags.check) refuseMisspelt(wanted, flags.param);
  checkSaving(flags, writing);
  const format = flags.format ?? (process.stdout.isTTY ? 'table' : 'csv');
  const width = process.stdout.isTTY ? process.stdout.columns : null;
  const store = await openStore(flags.store);
  try {
    const { table, evidence } = await withAsOf(store, flags.asOf, (known) => answer(known, wanted, flags, writing));
    await print(evidence === null ? formatTable(table, format, width) : formatCited(table, evidence, format, width));
    if (format === 'table') say(count(table.rows.length, 'row'));
    if (table.truncated)
      warn(`The result was cut at ${count(table.rows.length, 'row')}. Ask for more with --max-rows.`);
  } finally {
    await store.close();
  }
  return EXIT.done;
}

export function addQuery(program: Command, finish: Finish): void {
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
    .addOption(asOfOption())
    .option('--cite', 'add the sentences that each row rests on, with bulletin, source and date')
    .addOption(citedOption())
    .option('--save <file>', 'freeze the result with its citations in a .json file (see: frozen, verify)')
    .addOption(limitOption())
    .addOption(timeoutOption())
    .option('--write', 'let the query change the graph; --timeout does not bound it')
    .option('--no-check', 'run Cypher without looking for misspelt words first')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph query --list
  bulletin-graph query meetings-of-an-actor --param actor="Wang Yi" --cite
  bulletin-graph query top-actors --format json
  bulletin-graph query office-holders --param of=Japan --as-of 2024-09
  bulletin-graph query pair-timeline --param one=China --param other=Japan --save china-japan.json
  echo 'MATCH (s:Statement) RETURN s.predicate AS predicate, count(*) AS n' | bulletin-graph query -`,
    )
    .action((name: string | undefined, flags: QueryFlags) => finish(query(name, flags)));
}
