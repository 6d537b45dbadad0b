/** A folder of its own for each test, and the readers run over it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { type ReadOptions, type ReadResult, readBulletins } from '../../ingest/readers/reader.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Writes `files` (path below the folder: content) and returns the folder. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-readers-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

export async function read(
  paths: string | readonly string[],
  options: Partial<ReadOptions> = {},
): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  const all: ReadOptions = { date: null, source: null, encoding: null, stdin: nothing(), ...options };
  for await (const result of readBulletins(typeof paths === 'string' ? [paths] : paths, all)) results.push(result);
  return results;
}

export function bulletinsOf(results: readonly ReadResult[]) {
  return results.filter((result) => result.kind === 'bulletin').map((result) => result.bulletin);
}

export function rejectionsOf(results: readonly ReadResult[]) {
  return results.filter((result) => result.kind === 'rejection');
}

export function notesOf(results: readonly ReadResult[]) {
  return results.filter((result) => result.kind === 'note');
}

/** Reads one file of the given name and content. */
export async function readFileOf(name: string, content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  return read(join(await folderOf({ [name]: content }), name), options);
}
