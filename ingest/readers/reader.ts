/**
 * Reads bulletins from files, folders, standard input (`-`) and addresses. Everything named comes back as bulletins, as a
 * rejection with reason and remedy, or as a note on what was assumed; one bad input never loses a good one. Memory is
 * bounded by the largest single input that is read whole (limits.ts); NDJSON and CSV are streamed.
 */
import { createReadStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { complete, type Defaults, type Origin, type ReadBulletin } from './bulletin.ts';
import { download } from './download.ts';
import { findFiles, type FoundFile, refusal } from './files.ts';
import { type Format, formatOfContent } from './formats.ts';
import { fileInput, peek, streamInput } from './inputs.ts';
import { type Note, ReadError, type Rejection } from './reading.ts';
import { readSidecar } from './sidecar.ts';

export type { Note, Rejection } from './reading.ts';

export type ReadResult = ReadBulletin | Rejection | Note;

export interface ReadOptions extends Defaults {
  /** Encoding of all inputs (a label of the Encoding Standard), or null to tell it from each. */
  readonly encoding: string | null;
  /** What `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Longest wait for an address; default as in limits.ts. */
  readonly downloadTimeoutMs?: number;
  /** Told of the bytes of files as they are read; with {@link measure}'s total it gives the progress. */
  readonly onBytes?: (count: number) => void;
}

const SNIFFED = 4096;

/** Whether `path` is an address rather than a file. */
function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

function rejectionOf(path: string, error: ReadError): Rejection {
  return { kind: 'rejection', path, line: error.line, reason: error.message, remedy: error.remedy };
}

async function* readAs(format: Format, origin: Origin, options: ReadOptions): AsyncGenerator<ReadResult> {
  for await (const part of format.read(origin.input)) {
    if (part.kind === 'draft') yield* complete(part, origin, options);
    else yield part;
  }
}

async function* readStream(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  const { start, whole } = await peek(stream, SNIFFED);
  const input = streamInput(path, whole, options.encoding);
  yield* readAs(formatOfContent(start), { input, fields: {}, file: null, fileName: null }, options);
}

async function* readAddress(address: string, options: ReadOptions): AsyncGenerator<ReadResult> {
  const { input, format } = await download(address, options.encoding, options.downloadTimeoutMs);
  // The entries of a feed or a collection have addresses of their own; a page has the one that was asked for.
  const fields = ['html', 'text', 'markdown', 'pdf', 'docx'].includes(format.name) ? { url: address } : {};
  yield* readAs(format, { input, fields, file: null, fileName: null }, options);
}

async function* readFile(file: FoundFile, options: ReadOptions): AsyncGenerator<ReadResult> {
  if (file.size === null) {
    yield* readStream(file.path, createReadStream(file.path), options);
    return;
  }
  let { format } = file;
  if (format === null) {
    const { start } = await peek(createReadStream(file.path, { end: SNIFFED - 1 }), SNIFFED);
    format = formatOfContent(start);
  }
  const origin: Origin = {
    input: fileInput(file.path, file.size, options.encoding, options.onBytes ?? (() => {})),
    fields: await readSidecar(file.path),
    file: await realpath(file.path),
    fileName: basename(file.path),
  };
  yield* readAs(format, origin, options);
}

/** Runs one input's reading; what stops it becomes a rejection of that input. */
async function* guarded(path: string, reading: AsyncIterable<ReadResult>): AsyncGenerator<ReadResult> {
  try {
    yield* reading;
  } catch (error) {
    if (error instanceof ReadError) yield rejectionOf(path, error);
    else if (error instanceof Error && 'syscall' in error) yield refusal(path, error);
    else throw error;
  }
}

/** Bytes of all files that `paths` name, or null where something else (a stream, an address) is among them. */
export async function measure(paths: readonly string[]): Promise<number | null> {
  let total = 0;
  for (const path of paths) {
    if (path === '-' || isAddress(path)) return null;
    for await (const file of findFiles(path)) {
      if (file.kind !== 'file') continue;
      if (file.size === null) return null;
      total += file.size;
    }
  }
  return total;
}

/** All bulletins of `paths`, in the order of the paths and of the names within folders. */
export async function* readBulletins(paths: readonly string[], options: ReadOptions): AsyncGenerator<ReadResult> {
  for (const path of paths) {
    if (path === '-') {
      yield* guarded('-', readStream('-', options.stdin, options));
    } else if (isAddress(path)) {
      yield* guarded(path, readAddress(path, options));
    } else {
      for await (const file of findFiles(path)) {
        if (file.kind === 'file') yield* guarded(file.path, readFile(file, options));
        else yield file;
      }
    }
  }
}
