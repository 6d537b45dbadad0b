/**
 * `export`: the graph, or the part that a query's result is about, in a format that another tool opens. One file goes to
 * standard output where no place is named; several need a folder.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { FORMATS, type FormatName } from '../export/formats.ts';
import { writeExport } from '../export/output.ts';
import type { Exported } from '../export/records.ts';
import { selectionOf } from '../export/selection.ts';
import type { Selection } from '../graph/export.ts';
import { openStore } from '../graph/open.ts';
import type { GraphStore, Limits } from '../graph/store.ts';
import { type LibraryQuery, loadCatalog, parseQuery } from '../queries/catalog.ts';
import { queryNamed, runQuery } from '../queries/runner.ts';
import { withAsOf } from './as-of.ts';
import { EXIT, type ExitCode, type Finish, UsageError } from './exit.ts';
import { asOfOption, limitOption, storeOption, timeoutOption } from './options.ts';
import { nameAndValue } from './query.ts';
import { count, print, say, warn } from './terminal.ts';

interface ExportFlags {
  readonly store: string;
  readonly format: FormatName;
  readonly output?: string;
  readonly query?: string;
  readonly asOf?: string;
  readonly param: readonly (readonly [name: string, value: string])[];
  readonly maxRows: number;
  readonly timeout: number;
}

async function find(name: string): Promise<LibraryQuery> {
  if (!name.endsWith('.cypher')) return queryNamed(loadCatalog(), name);
  if (!existsSync(name)) throw new UsageError(`There is no file ${name}. Check its name, or see: query --list.`);
  return parseQuery(basename(name), await readFile(name, 'utf8'));
}

async function select(store: GraphStore, query: LibraryQuery, flags: ExportFlags): Promise<Selection> {
  const limits: Limits = { maxRows: flags.maxRows, timeoutMs: flags.timeout * 1000 };
  const result = await runQuery(store, query, Object.fromEntries(flags.param), limits);
  for (const [name, entity] of result.entities) say(`${name}: ${entity.name} (${entity.id})`);
  if (result.table.truncated) {
    warn(
      `The result was cut at ${count(flags.maxRows, 'row')}; the export has what these are about. Ask for more with --max-rows.`,
    );
  }
  const selection = await selectionOf(store, result, limits);
  say(
    `${count(result.table.rows.length, 'row')}: ${count(selection.entity.size, 'entity', 'entities')}, ` +
      `${count(selection.edge.size, 'relationship')}, ${count(selection.statement.size, 'statement')}.`,
  );
  return selection;
}

async function toStandardOutput(format: FormatName, graph: Exported): Promise<void> {
  for (const { content } of FORMATS[format].files(graph)) {
    for await (const piece of content) {
      if (!(await print(typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')))) return;
    }
  }
}

async function exportGraph(flags: ExportFlags): Promise<ExitCode> {
  const format = FORMATS[flags.format];
  if (format.shape === 'folder' && flags.output === undefined) {
    throw new UsageError(`${flags.format} makes several files: name a folder with --output DIR.`);
  }
  if (flags.query === undefined && flags.param.length > 0) {
    throw new UsageError('--param is for the parameters of --query. Name a query, or leave it out.');
  }
  const query = flags.query === undefined ? null : await find(flags.query);
  const store = await openStore(flags.store);
  try {
    await withAsOf(store, flags.asOf, async (known) => {
      const graph: Exported = { store: known, selection: query === null ? null : await select(known, query, flags) };
      if (flags.output === undefined) {
        await toStandardOutput(flags.format, graph);
      } else {
        for (const path of await writeExport(format, graph, flags.output)) say(`Wrote ${path}`);
      }
    });
  } finally {
    await store.close();
  }
  return EXIT.done;
}

export function addExport(program: Command, finish: Finish): void {
  const width = Math.max(...Object.keys(FORMATS).map((name) => name.length));
  const formats = Object.entries(FORMATS).map(
    ([name, { shape, purpose }]) =>
      `  ${name.padEnd(width)}  ${shape === 'file' ? 'one file' : 'a folder'}: ${purpose}`,
  );
  program
    .command('export')
    .description('write the graph, or what a query is about, for another tool')
    .addOption(storeOption())
    .addOption(new Option('-f, --format <name>', 'format').choices(Object.keys(FORMATS)).makeOptionMandatory())
    .option('-o, --output <path>', 'file or folder (default: standard output, for formats of one file)')
    .option('-q, --query <name>', 'only what the result of this query (of the library, or a .cypher file) is about')
    .addOption(
      new Option('--param <name=value>', 'value of a parameter of the query; may be repeated')
        .argParser(nameAndValue)
        .default([], 'none'),
    )
    .addOption(asOfOption())
    .addOption(limitOption())
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      `
Formats:
${formats.join('\n')}

Examples:
  bulletin-graph export --format gexf --output graph.gexf
  bulletin-graph export --format events --query sanctions --param from=2024 > sanctions.tsv
  bulletin-graph export --format parquet --output tables/
  bulletin-graph export --format graphml --as-of 2024-12-31 --output then.graphml`,
    )
    .action((flags: ExportFlags) => finish(exportGraph(flags)));
}
