/** `replace`: reads given bulletins again, also those that the store holds as they are. */
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import type { ExitCode, Finish } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { type ReadingFlags, readOptions, readingOptions, storeOption } from './options.ts';
import { exitCodeOf, runIngest, sayResult } from './run-ingest.ts';

interface ReplaceFlags extends ReadingFlags {
  readonly store: string;
  readonly jobs: number;
}

async function replace(paths: readonly string[], flags: ReplaceFlags): Promise<ExitCode> {
  const interrupt = onInterrupt('Stopping after this batch. Press Ctrl-C again to stop at once.');
  try {
    const store = await openStore(flags.store);
    try {
      const settings = { read: readOptions(flags), jobs: flags.jobs, again: true, signal: interrupt.signal };
      const { result, seconds } = await runIngest(store, paths, settings);
      await sayResult(store, result, seconds);
      return exitCodeOf(result);
    } finally {
      await store.close();
    }
  } finally {
    interrupt.release();
  }
}

export function addReplace(program: Command, finish: Finish): void {
  const command = program
    .command('replace')
    .description('read bulletins again, also those that the store holds as they are')
    .argument('<path...>', 'files, folders, addresses, or - for standard input')
    .addOption(storeOption());
  readingOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph replace bulletins/2024-12-25.txt
  bulletin-graph replace corrected.ndjson --store bolt://localhost:7687`,
    )
    .action((paths: string[], flags: ReplaceFlags) => finish(replace(paths, flags)));
}
