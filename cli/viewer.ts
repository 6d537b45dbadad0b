/** Serves the viewer over a store until the user stops it. Shared by `serve` and `start`. */
import process from 'node:process';
import { type Command, Option } from 'commander';
import open from 'open';
import { pageFile } from '../export/page-file.ts';
import type { GraphStore } from '../graph/store.ts';
import { ListenError } from '../viewer/server/listen-error.ts';
import { type RunningServer, startServer } from '../viewer/server/server.ts';
import { aborted, onInterrupt } from './interrupt.ts';
import { portOption } from './options.ts';
import { PAGE, VERSION } from './package.ts';
import { say, strong } from './terminal.ts';

/** Taken where the user names no port and it is free. */
export const USUAL_PORT = 7480;

export interface ViewerFlags {
  readonly port?: number;
  readonly host?: string;
  readonly readOnly?: true;
  readonly allowJudging?: true;
  readonly open: boolean;
}

/** Adds `--port`, `--host`, `--read-only`, `--allow-judging` and `--no-open`. */
export function viewerOptions(command: Command): Command {
  return command
    .addOption(portOption())
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine only)')
    .addOption(new Option('--read-only', 'take no judgements from the viewer').conflicts('allowJudging'))
    .option('--allow-judging', 'take judgements although --host lets other machines in')
    .option('--no-open', 'do not open a browser');
}

/** A port that the user named must be free; the usual one gives way to any other. */
async function listen(store: GraphStore, flags: ViewerFlags): Promise<RunningServer> {
  const { port, host, readOnly = false, allowJudging = false } = flags;
  const options = {
    store,
    appDir: PAGE,
    version: VERSION,
    pageFile,
    readOnly,
    allowJudging,
    ...(host === undefined ? {} : { host }),
  };
  try {
    return await startServer({ ...options, port: port ?? USUAL_PORT });
  } catch (error) {
    if (port !== undefined || !(error instanceof ListenError) || error.reason !== 'port-taken') throw error;
    say(`Port ${USUAL_PORT} is taken; taking a free one.`);
    return startServer({ ...options, port: 0 });
  }
}

/** Prints the address on stdout, opens it where a person is at a terminal, and resolves when the user ends it. */
export async function serveUntilStopped(store: GraphStore, flags: ViewerFlags): Promise<void> {
  const server = await listen(store, flags);
  const interrupt = onInterrupt('Stopping.');
  process.stdout.write(`${server.url}\n`);
  say(`The viewer is at ${strong(server.url)} Press Ctrl-C to stop.`);
  if (flags.open && process.stdout.isTTY && !process.env['CI']) {
    try {
      const browser = await open(server.url);
      // Without a desktop the opener fails later, by itself; the address is on the screen.
      browser.on('error', () => say('No browser could be opened. Open the address yourself.'));
    } catch {
      say('No browser could be opened. Open the address yourself.');
    }
  }
  await aborted(interrupt.signal);
  await server.close();
  interrupt.release();
}
