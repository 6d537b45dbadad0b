/** `serve`: the viewer over what a store holds. */
import type { Command } from 'commander';
import { openStore } from '../graph/open.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { storeOption } from './options.ts';
import { serveUntilStopped, USUAL_PORT, type ViewerFlags, viewerOptions } from './viewer.ts';

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

export function addServe(program: Command, finish: Finish): void {
  viewerOptions(program.command('serve').addOption(storeOption()))
    .description(`serve the viewer on this machine (port ${USUAL_PORT}, or a free one where that is taken)`)
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph serve
  bulletin-graph serve --store bolt://localhost:7687 --port 8080
  bulletin-graph serve --host 0.0.0.0 --allow-judging`,
    )
    .action((flags: ServeFlags) => finish(serve(flags)));
}
