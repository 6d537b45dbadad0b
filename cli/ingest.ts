/** `ingest`: bulletins into a store. With --watch it goes on with whatever is added or changed. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { type ReadingFlags, readOptions, readingOptions, storeOption } from './options.ts';
import { exitCodeOf, type IngestSettings, runIngest, sayResult } from './run-ingest.ts';
import { say } from './terminal.ts';
import { type Watch, watchPaths } from './watch.ts';

interface IngestFlags extends ReadingFlags {
  readonly store: string;
  readonly jobs: number;
  readonly watch?: true;
  readonly json?: true;
}

/** Goes on until the signal is aborted. A file that has gone again by the time it is read is no fault of the input. */
async function follow(store: GraphStore, watching: Watch, settings: IngestSettings): Promise<void> {
  say('Watching for changes. Press Ctrl-C to stop.');
  for await (const changed of watching.changes()) {
    const present = changed.filter((path) => existsSync(path));
    if (present.length === 0) continue;
    const { result, seconds } = await runIngest(store, present, settings);
    await sayResult(store, result, seconds);
  }
}

async function ingestPaths(paths: readonly string[], flags: IngestFlags): Promise<ExitCode> {
  const interrupt = onInterrupt('Stopping after this batch. Press Ctrl-C again to stop at once.');
  const { signal } = interrupt;
  const store = await openStore(flags.store, { create: true });
  const settings: IngestSettings = { read: readOptions(flags), jobs: flags.jobs, signal, json: flags.json === true };
  let watching: Watch | null = null;
  try {
    // The watch begins before the first reading, so that nothing that changes meanwhile is missed.
    watching = flags.watch ? await watchPaths(paths, signal) : null;
    const { result, seconds } = await runIngest(store, paths, settings);
    await sayResult(store, result, seconds);
    if (watching === null || signal.aborted) return exitCodeOf(result);
    await follow(store, watching, settings);
    return EXIT.done;
  } finally {
    interrupt.release();
    watching?.close();
    await store.close();
  }
}

export function addIngest(program: Command, finish: Finish): void {
  const command = program
    .command('ingest')
    .description('read bulletins into a store; what it holds already stays as it is')
    .argument('<path...>', 'files, folders, addresses, or - for standard input')
    .addOption(storeOption());
  readingOptions(command)
    .option('-w, --watch', 'go on with files that are added or changed')
    .option('--json', 'print a line of JSON for each bulletin once it is in the store')
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
