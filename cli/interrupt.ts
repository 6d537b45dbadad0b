/**
 * Ctrl-C. The first asks the command to end cleanly (a batch that is being written is finished); the second ends the
 * program at once, which the stores survive too.
 */
import process from 'node:process';
import { EXIT } from './exit.ts';
import { say } from './terminal.ts';

/** A signal that is aborted by the first SIGINT or SIGTERM; `release` gives the signals back. */
export function onInterrupt(message: string): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    say(message);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
