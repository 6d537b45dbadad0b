/** `ingest`: bulletins into a store. With --watch it goes on with whatever is added or changed. */
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import {
  dateOption,
  encodingOption,
  jobsOption,
  type ReadingFlags,
  readOptions,
  sourceOption,
  storeOption,
} from './options.ts';
import { exitCodeOf, type IngestSettings, runIngest, sayResult } from './run-ingest.ts';
import { say } from './terminal.ts';
import { changes } from './watch.ts';

interface IngestFlags extends ReadingFlags {
  readonly store: string;
  readonly jobs: number;
  readonly watch?: true;
}

async function ingestPaths(paths: readonly string[], flags: IngestFlags): Promise<ExitCode> {
  const store = await openStore(flags.store, { create: true });
  const interrupt = onInterrupt('Stopping after this batch. Press Ctrl-C again to stop at once.');
  const { signal } = interrupt;
  const settings: IngestSettings = { read: readOptions(flags), jobs: flags.jobs, signal };
  try {
    const { result, seconds } = await runIngest(store, paths, settings);
    await sayResult(store, result, seconds);
    if (!flags.watch || signal.aborted) return exitCodeOf(result);
    say('Watching for changes. Press Ctrl-C to stop.');
    for await (const changed of changes(paths, signal)) {
      const again = await runIngest(store, changed, settings);
      await sayResult(store, again.result, again.seconds);
    }
    return EXIT.done;
  } finally {
    interrupt.release();
    await store.close();
  }
}

export function addIngest(program: Command, finish: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('ingest')
    .description('read bulletins into a store; what it holds already stays as it is')
    .argument('<path...>', 'files, folders, addresses, or - for standard input')
    .addOption(storeOption())
    .addOption(dateOption())
    .addOption(sourceOption())
    .addOption(encodingOption())
    .addOption(jobsOption())
    .option('-w, --watch', 'go on with files that are added or changed')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph ingest bulletins/
  bulletin-graph ingest report.txt --date 2024-12-25 --source "Example Wire"
  bulletin-graph ingest https://example.org/feed.xml --store bolt://localhost:7687
  cat bulletins.ndjson | bulletin-graph ingest -`,
    )
    .action((paths: string[], flags: IngestFlags) => finish(ingestPaths(paths, flags)));
}
