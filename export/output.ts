/**
 * Puts an export on disk: each file is written beside its place and moved there when all are whole, so that a run that
 * fails or is stopped leaves what was there before. Other files of an output folder are left alone.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OutputError } from './errors.ts';
import type { ExportFile, ExportFormat } from './format.ts';
import type { Exported } from './records.ts';

/** What a file system says of a path, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written by this user',
  EPERM: 'may not be written by this user',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'is on a disk that is full',
  EISDIR: 'is a folder, and this format makes one file',
  EEXIST: 'is a file, and this format makes a folder',
  ENOTDIR: 'has a file where its path needs a folder',
  ENOENT: 'lies in a folder that does not exist',
};

/**
 * Writes the files of `format` to `path`: the file, or the folder, which is made where it is missing. Gives the paths.
 * @throws OutputError, StoreError
 */
export async function writeExport(format: ExportFormat, graph: Exported, path: string): Promise<string[]> {
  const files = format.files(graph);
  const targets: readonly (readonly [target: string, file: ExportFile])[] =
    format.shape === 'file'
      ? files.map((file) => [path, file] as const)
      : files.map((file) => [join(path, file.name), file] as const);
  const parts: string[] = [];
  try {
    if (format.shape === 'folder') await mkdir(path, { recursive: true });
    else await refuseFolder(path);
    for (const [target, { content }] of targets) {
      const part = `${target}.${process.pid}.part`;
      parts.push(part);
      await pipeline(Readable.from(content), createWriteStream(part));
    }
    for (const [index, [target]] of targets.entries()) await rename(parts[index] ?? target, target);
  } catch (error) {
    await Promise.all(parts.map((part) => rm(part, { force: true })));
    throw outputError(error, path);
  }
  return targets.map(([target]) => target);
}

async function refuseFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const there = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (there?.isDirectory()) throw new OutputError(`${path} ${REASONS['EISDIR']}. Name a file with --output.`);
}

function outputError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : null;
  if (code === null) return error;
  return new OutputError(
    `${path} ${REASONS[code] ?? `cannot be written (${code})`}. Name another place with --output.`,
    {
      cause: error,
    },
  );
}
