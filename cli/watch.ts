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

/** Files and folders under watch. */
export interface Watch {
  /** Lists of changed paths, one after the other, until the signal is aborted. */
  readonly changes: () => AsyncGenerator<string[]>;
  readonly close: () => void;
}

/** Starts to watch; every change after it resolves is told. @throws UsageError, CommandError */
export async function watchPaths(paths: readonly string[], signal: AbortSignal): Promise<Watch> {
  const waiting = new Set<string>();
  let ready = false;
  let failure: Error | null = null;
  let wake = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  const changed = (path: string): void => {
    waiting.add(path);
    ready = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      ready = true;
      wake();
    }, QUIET);
  };
  const failed = (error: Error): void => {
    failure = error;
    wake();
  };
  const watchers: FSWatcher[] = [];
  const close = (): void => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (const path of paths) watchers.push(await watcherOf(path, changed, failed));
  } catch (error) {
    close();
    throw error;
  }
  async function* changes(): AsyncGenerator<string[]> {
    for (;;) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ready || failure || signal.aborted) resolve();
      });
      if (signal.aborted) return;
      if (failure) throw new CommandError('Watching failed. Start it again.', { cause: failure });
      const changedPaths = [...waiting].sort();
      waiting.clear();
      ready = false;
      yield changedPaths;
    }
  }
  return { changes, close };
}
