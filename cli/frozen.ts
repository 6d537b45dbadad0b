/** `frozen` and `verify`: what a saved result says, and whether the graph still gives it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { type Command, Option } from 'commander';
import { openStore } from '../graph/open.ts';
import type { Value } from '../graph/store.ts';
import { type Frozen, parseFrozen } from '../queries/frozen/frozen.ts';
import { frozenPage } from '../queries/frozen/page.ts';
import { type Verification, verify } from '../queries/frozen/verify.ts';
import { formatCited } from './citation-format.ts';
import { EXIT, type ExitCode, type Finish, UsageError } from './exit.ts';
import { storeOption, timeoutOption } from './options.ts';
import { formatTable, TABLE_FORMATS } from './table-format.ts';
import { count, print, warn } from './terminal.ts';

const FROZEN_FORMATS = [...TABLE_FORMATS, 'html'] as const;
type FrozenFormat = (typeof FROZEN_FORMATS)[number];

async function readFrozen(file: string): Promise<Frozen> {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}. Give one that query --save wrote.`);
  return parseFrozen(await readFile(file, 'utf8'), file);
}

async function frozen(file: string, flags: { readonly format?: FrozenFormat }): Promise<ExitCode> {
  const result = await readFrozen(file);
  const format = flags.format ?? (process.stdout.isTTY ? 'table' : 'csv');
  if (format === 'html') {
    await print(frozenPage(result));
    return EXIT.done;
  }
  const { columns, rows, truncated, evidence } = result;
  const table = { columns, rows, truncated };
  const width = process.stdout.isTTY ? process.stdout.columns : null;
  const citations = new Map(result.citations.map((citation) => [citation.statement, citation]));
  await print(
    evidence === null
      ? formatTable(table, format, width)
      : formatCited(table, { rows: evidence, citations }, format, width),
  );
  if (truncated) warn(`The result was cut at ${count(rows.length, 'row')} when it was frozen.`);
  return EXIT.done;
}

/** Rows of each kind that are printed. */
const MOST_SHOWN = 20;

function listed(mark: string, rows: readonly (readonly Value[])[]): string[] {
  const more = rows.length - MOST_SHOWN;
  return [
    ...rows.slice(0, MOST_SHOWN).map((row) => `  ${mark} ${JSON.stringify(row)}`),
    ...(more > 0 ? [`  ${mark} and ${more} more (all of them: --json)`] : []),
  ];
}

function report(file: string, { rows, frozenAt }: Frozen, verification: Verification): string {
  const { same, missing, added, reordered, evidence, sameState } = verification;
  const state = sameState
    ? 'The store is as it was'
    : 'The store is not as it was: it was written to since, or is another one';
  if (same) return `${file}: same. ${count(rows.length, 'row')} as frozen on ${frozenAt}. ${state}.\n`;
  const changed = evidence.map(({ row, before, after }) => [
    ...row,
    `rests on ${count(after.total, 'statement')}, was ${before.total}`,
  ]);
  const lines = [
    `${file}: differs. ${missing.length} of ${count(rows.length, 'row')} gone, ${added.length} new, ` +
      `${evidence.length} on other evidence${reordered ? ', the order is another' : ''}. ${state}.`,
    ...listed('-', missing),
    ...listed('+', added),
    ...listed('~', changed),
  ];
  return `${lines.join('\n')}\n`;
}

interface VerifyFlags {
  readonly store: string;
  readonly timeout: number;
  readonly json?: true;
}

async function verifyFiles(files: readonly string[], flags: VerifyFlags): Promise<ExitCode> {
  const results = await Promise.all(files.map(async (file) => ({ file, result: await readFrozen(file) })));
  let allSame = true;
  const store = await openStore(flags.store);
  try {
    for (const { file, result } of results) {
      const verification = await verify(store, result, { timeoutMs: flags.timeout * 1000 });
      allSame &&= verification.same;
      await print(flags.json ? `${JSON.stringify({ file, ...verification })}\n` : report(file, result, verification));
    }
  } finally {
    await store.close();
  }
  return allSame ? EXIT.done : EXIT.failed;
}

export function addFrozen(program: Command, finish: Finish): void {
  program
    .command('frozen')
    .description('print a result that query --save wrote')
    .argument('<file>', 'frozen result')
    .addOption(
      new Option('-f, --format <name>', 'format (default: table on a terminal, else csv)').choices(FROZEN_FORMATS),
    )
    .addHelpText('after', '\nExample:\n  bulletin-graph frozen china-japan.json --format html > china-japan.html')
    .action((file: string, flags: { readonly format?: FrozenFormat }) => finish(frozen(file, flags)));
  program
    .command('verify')
    .description('run frozen results again: exit code 0 where the graph still gives the same, 1 where not')
    .argument('<file...>', 'frozen results')
    .addOption(storeOption())
    .addOption(timeoutOption())
    .option('--json', 'one JSON object a file')
    .addHelpText('after', '\nExample:\n  bulletin-graph verify china-japan.json')
    .action((files: string[], flags: VerifyFlags) => finish(verifyFiles(files, flags)));
}
