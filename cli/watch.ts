/**
 * Watches files and folders and hands on the paths that changed, once they have been quiet for a moment, so that a file
 * that is still being written is not read half.
 */
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, UsageError } from './exit.ts';

/** Milliseconds without a change before the changed files are read. */
const QUIET = 500;

async function watcherOf(
  path: string,
  changed: (path: string) => void,
  failed: (error: Error) => void,
): Promise<FSWatcher> {
  if (path === '-' || /^https?:/i.test(path))
    throw new UsageError(`--watch works on files and folders, not on ${path}.`);
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
  } catch (error) {
    throw new CommandError(`${path} cannot be watched: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const watcher = watch(path, { recursive: folder }, (_event, name) =>
    changed(folder && name ? join(path, name) : path),
  );
  watcher.on('error', failed);
  return watcher;
}

/** Lists of changed paths, one after the other, until the signal is aborted. */
export async function* changes(paths: readonly string[], signal: AbortSignal): AsyncGenerator<string[]> {
  const waiting = new Set<string>();
  let failure: Error | null = null;
  let wake = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const changed = (path: string): void => {
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), QUIET);
  };
  const failed = (error: Error): void => {
    failure = error;
    wake();
  };
  const watchers: FSWatcher[] = [];
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (const path of paths) watchers.push(await watcherOf(path, changed, failed));
    while (!signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted || failure) resolve();
      });
      if (failure) throw new CommandError('Watching failed. Start it again.', { cause: failure });
      if (waiting.size > 0 && !signal.aborted) {
        const ready = [...waiting].sort();
        waiting.clear();
        yield ready;
      }
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}
