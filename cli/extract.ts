/** `extract`: what is read from each bulletin as one JSON object a line, without a store. The contract of evaluation. */
import type { Command } from 'commander';
import { Option } from 'commander';
import { mapConcurrent } from '../ingest/concurrent.ts';
import { createExtractor } from '../ingest/pipeline.ts';
import { ExtractionError, ExtractionPool } from '../ingest/pool.ts';
import { type ReadResult, readBulletins } from '../ingest/readers/reader.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { type ReadingFlags, readOptions, readingOptions } from './options.ts';
import { complain, print, sayNote, sayRejection } from './terminal.ts';

interface ExtractFlags extends ReadingFlags {
  readonly jobs: number;
  readonly explain?: boolean;
}

async function extract(paths: readonly string[], flags: ExtractFlags): Promise<ExitCode> {
  const pool = new ExtractionPool(flags.jobs);
  let rejected = 0;
  const line = async (result: ReadResult): Promise<string | null> => {
    if (result.kind === 'note') {
      sayNote(result);
      return null;
    }
    if (result.kind === 'rejection') {
      rejected++;
      sayRejection(result);
      return null;
    }
    try {
      return `${JSON.stringify(await pool.extract(result.bulletin))}\n`;
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      rejected++;
      complain(`${result.path}: bulletin ${result.bulletin.id}: fault of the program: ${error.message}`);
      return null;
    }
  };
  try {
    for await (const text of mapConcurrent(readBulletins(paths, readOptions(flags)), flags.jobs * 4, line)) {
      if (text !== null && !(await print(text))) break;
    }
  } finally {
    await pool.close();
  }
  return rejected > 0 ? EXIT.rejected : EXIT.done;
}

/** How each bulletin was read, in words; one bulletin at a time, in this thread, for a person who reads along. */
async function explain(paths: readonly string[], flags: ExtractFlags): Promise<ExitCode> {
  const extractor = await createExtractor();
  let rejected = 0;
  for await (const result of readBulletins(paths, readOptions(flags))) {
    if (result.kind === 'note') sayNote(result);
    else if (result.kind === 'rejection') {
      rejected++;
      sayRejection(result);
    } else if (!(await print(`bulletin ${result.bulletin.id}\n${extractor.explain(result.bulletin)}\n`))) break;
  }
  return rejected > 0 ? EXIT.rejected : EXIT.done;
}

export function addExtract(program: Command, finish: Finish): void {
  const command = program
    .command('extract')
    .description('print what is read from each bulletin as one JSON object a line, without a store')
    .argument('<path...>', 'files, folders, addresses, or - for standard input');
  readingOptions(command)
    .addOption(new Option('--format <name>', 'format of the output').choices(['jsonl']).default('jsonl'))
    .option(
      '--explain',
      'print how each sentence was read instead: tree, mentions, and for each trigger which rule fired or why not',
    )
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph extract report.txt --date 2024-12-25
  bulletin-graph extract bulletins.ndjson > statements.jsonl
  bulletin-graph extract report.txt --explain
  curl -s https://example.org/feed.xml | bulletin-graph extract - | jq .statements`,
    )
    .action((paths: string[], flags: ExtractFlags) =>
      finish(flags.explain === true ? explain(paths, flags) : extract(paths, flags)),
    );
}
