/** `start`, which `npm start` runs: bulletins (by default the samples) into the store, then the viewer over it. */
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { type ReadingFlags, readOptions, readingOptions, storeOption } from './options.ts';
import { SAMPLES } from './package.ts';
import { exitCodeOf, runIngest, sayResult } from './run-ingest.ts';
import { say } from './terminal.ts';
import { serveUntilStopped, type ViewerFlags, viewerOptions } from './viewer.ts';

interface StartFlags extends ReadingFlags, ViewerFlags {
  readonly store: string;
  readonly jobs: number;
}

async function start(paths: readonly string[], flags: StartFlags): Promise<ExitCode> {
  const interrupt = onInterrupt('Stopping after this batch. Press Ctrl-C again to stop at once.');
  const { signal } = interrupt;
  const store = await openStore(flags.store, { create: true });
  try {
    if (paths.length === 0) say('Reading the samples. Give paths to read bulletins of your own.');
    const { result, seconds } = await runIngest(store, paths.length === 0 ? [SAMPLES] : paths, {
      read: readOptions(flags),
      jobs: flags.jobs,
      signal,
    });
    await sayResult(store, result, seconds);
    interrupt.release();
    if (result.interrupted) return EXIT.interrupted;
    await serveUntilStopped(store, flags);
    return exitCodeOf(result);
  } finally {
    await store.close();
  }
}

export function addStart(program: Command, finish: Finish): void {
  const command = program
    .command('start')
    .description('read bulletins (default: the samples) into the store and serve the viewer')
    .argument('[path...]', 'files, folders, addresses, or - for standard input')
    .addOption(storeOption());
  viewerOptions(readingOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph start
  bulletin-graph start bulletins/ --port 8080 --no-open`,
    )
    .action((paths: string[], flags: StartFlags) => finish(start(paths, flags)));
}
