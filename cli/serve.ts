/** `serve`: the viewer over what a store holds. */
import { type Command, Option } from 'commander';
import { openStore } from '../graph/open.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { portOption, storeOption } from './options.ts';
import { serveUntilStopped, USUAL_PORT, type ViewerFlags } from './viewer.ts';

interface ServeFlags extends ViewerFlags {
  readonly store: string;
}

async function serve(flags: ServeFlags): Promise<ExitCode> {
  const store = await openStore(flags.store);
  try {
    await serveUntilStopped(store, flags);
  } finally {
    await store.close();
  }
  return EXIT.done;
}

export const hostOption = (): Option =>
  new Option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine only)');

export function addServe(program: Command, finish: (code: Promise<ExitCode>) => Promise<void>): void {
  program
    .command('serve')
    .description(`serve the viewer on this machine (port ${USUAL_PORT}, or a free one where that is taken)`)
    .addOption(storeOption())
    .addOption(portOption())
    .addOption(hostOption())
    .option('--no-open', 'do not open a browser')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph serve
  bulletin-graph serve --store bolt://localhost:7687 --port 8080`,
    )
    .action((flags: ServeFlags) => finish(serve(flags)));
}
