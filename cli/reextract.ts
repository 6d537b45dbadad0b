/** `reextract`: reads all bulletins of a store again with this version of the program. */
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import { reextract } from '../ingest/reextract.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { jobsOption, storeOption } from './options.ts';
import { VERSION } from './package.ts';
import { duration, Progress } from './progress.ts';
import { complain, count, say } from './terminal.ts';

interface ReextractFlags {
  readonly store: string;
  readonly jobs: number;
  readonly onlyOthers?: true;
}

async function readAgain(flags: ReextractFlags): Promise<ExitCode> {
  const interrupt = onInterrupt('Stopping after this batch. Press Ctrl-C again to stop at once.');
  const store = await openStore(flags.store);
  let progress: Progress | null = null;
  try {
    const result = await reextract(store, {
      jobs: flags.jobs,
      extractor: `bulletin-graph/${VERSION}`,
      onlyOthers: flags.onlyOthers ?? false,
      signal: interrupt.signal,
      onStart: (total) => {
        say(`Reading ${count(total, 'bulletin')} of ${store.url} again.`);
        progress = new Progress(total);
      },
      onFailure: (id, reason) => {
        const complaint = `bulletin ${id} keeps what was read from it before: fault of the program: ${reason}`;
        progress?.aside(() => complain(complaint));
      },
      onProgress: (done) => progress?.update(done, done),
    });
    stopped(progress);
    say(
      `${count(result.read, 'bulletin')} read again in ${duration(secondsOf(progress))}: ` +
        `${count(result.statementsBefore, 'statement')} before, ${result.statements.toLocaleString('en')} now.`,
    );
    if (result.interrupted) {
      say('Stopped before the end. What was read again stays; run the same command again for the rest.');
      return EXIT.interrupted;
    }
    return result.failed > 0 ? EXIT.rejected : EXIT.done;
  } finally {
    stopped(progress);
    interrupt.release();
    await store.close();
  }
}

const stopped = (progress: Progress | null): void => progress?.stop();
const secondsOf = (progress: Progress | null): number => progress?.seconds ?? 0;

export function addReextract(program: Command, finish: Finish): void {
  program
    .command('reextract')
    .description('read all bulletins of a store again with this version; judgements stay')
    .addOption(storeOption())
    .addOption(jobsOption())
    .option('--only-others', 'only bulletins that another version of the program read')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph reextract
  bulletin-graph reextract --only-others --jobs 4`,
    )
    .action((flags: ReextractFlags) => finish(readAgain(flags)));
}
