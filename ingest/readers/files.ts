/**
 * The files that a path names: itself, or all that lie in a folder, in the order of their names, one folder's names in
 * memory at a time. What cannot be opened or is of no known kind is rejected by name; the rest goes on.
 */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { EXTENSIONS, type Format, formatOfExtension } from './formats.ts';
import type { Note, Rejection } from './reading.ts';

export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  /** Null for a pipe or a device. */
  readonly size: number | null;
  /** Null where the name does not tell: the content decides. */
  readonly format: Format | null;
}

/** Marks the folder of an embedded store, which often lies beside the bulletins and holds none. */
const STORE_FILE = 'graph.grafeo';

/** Suffixes of the files that describe another file. */
export const SIDECAR_SUFFIXES = ['.meta.yaml', '.meta.yml', '.meta.json'];

function isSidecar(name: string): boolean {
  return SIDECAR_SUFFIXES.some((suffix) => name.endsWith(suffix));
}

/** What the file system's refusal means, in words. */
export function refusal(path: string, error: unknown): Rejection {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [reason, remedy] =
    code === 'ENOENT'
      ? ['does not exist', 'Check the name and the folder that you are in.']
      : code === 'EACCES' || code === 'EPERM'
        ? ['may not be read by this user', 'Change its permissions, or run as a user who may read it.']
        : code === 'ELOOP'
          ? ['is a link that leads in a circle', 'Remove the link.']
          : code === 'ENOTDIR'
            ? ['lies below something that is not a folder', 'Check the path.']
            : [
                `cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
                'Check the path and the disk.',
              ];
  return { kind: 'rejection', path, line: null, reason, remedy };
}

function unknownKind(path: string, extension: string): Rejection {
  return {
    kind: 'rejection',
    path,
    line: null,
    reason: `is of a kind that is not read (.${extension})`,
    remedy: `Convert it to one of: ${EXTENSIONS.join(', ')}.`,
  };
}

function found(path: string, size: number | null): FoundFile | Rejection {
  const extension = extname(path).slice(1);
  const format = extension === '' ? null : formatOfExtension(extension);
  if (extension !== '' && format === null) return unknownKind(path, extension);
  return { kind: 'file', path, size, format };
}

async function* inFolder(folder: string): AsyncGenerator<FoundFile | Rejection | Note> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield refusal(folder, error);
    return;
  }
  if (entries.some(({ name }) => name === STORE_FILE)) return;
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || isSidecar(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* inFolder(path);
      continue;
    }
    try {
      const status = await stat(path);
      if (status.isFile()) {
        yield found(path, status.size);
      } else if (status.isDirectory()) {
        yield {
          kind: 'note',
          path,
          line: null,
          message: 'is a link to a folder and was not followed; name it to read it',
        };
      } else {
        yield {
          kind: 'rejection',
          path,
          line: null,
          reason: 'is a pipe, socket or device, not a file',
          remedy: 'Name it by itself to read it, or leave it out.',
        };
      }
    } catch (error) {
      yield refusal(path, error);
    }
  }
}

/** The files of one path that the user named. */
export async function* findFiles(path: string): AsyncGenerator<FoundFile | Rejection | Note> {
  try {
    const status = await stat(path);
    if (!status.isDirectory()) {
      yield found(path, status.isFile() ? status.size : null);
      return;
    }
  } catch (error) {
    yield refusal(path, error);
    return;
  }
  yield* inFolder(path);
}
