/**
 * A backup: the lines of graph/export.ts after one header line with their counts and checksum; compressed where the name
 * ends in .gz. A file that was cut or changed is told before anything is written. An export of a whole store, which has no
 * header, is taken too: what is missing in it is told by what names it.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { References } from './references.ts';

const FORMAT = 'bulletin-graph-backup';
const VERSION = 1;

export const Header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Version of the graph's schema (graph/schema.ts). */
  schema: z.int(),
  /** Number of lines of each kind. */
  counts: z.record(z.string(), z.int()),
  /** SHA-256 of all lines after this one, each with its line end. */
  sha256: z.string().length(64),
});
export type Header = z.infer<typeof Header>;

/** A backup that cannot be made or taken. The message names the file, what is wrong and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

export function headerOf(schema: number, counts: Readonly<Record<string, number>>, sha256: string): Header {
  return { format: FORMAT, version: VERSION, schema, counts: { ...counts }, sha256 };
}

export const isCompressed = (file: string): boolean => file.endsWith('.gz');

/** The records of a file that was verified, as lines. */
export async function* recordLines(file: string): AsyncGenerator<string> {
  let isFirst = true;
  for await (const line of linesOf(file)) {
    if (!isFirst || !isHeader(line)) yield line;
    isFirst = false;
  }
}

const isHeader = (line: string): boolean => Header.safeParse(jsonOf(line)).success;

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The lines of a file, the header first. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const input = isCompressed(file) ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => input.destroy(error));
  try {
    // Only \n ends a line: node:readline would also cut at U+2028, which texts may hold.
    let rest = '';
    for await (const piece of input.setEncoding('utf8')) {
      const lines = `${rest}${String(piece)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackupError(
      `${file} cannot be read: ${why}. Give a file that bulletin-graph backup or export --format jsonl wrote.`,
      { cause },
    );
  } finally {
    bytes.destroy();
  }
}

/** Reads the whole file and compares it with its header. @throws BackupError */
export async function verifyBackup(file: string, schema: number): Promise<Header> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let header: Header | null = null;
  let references: References | null = null;
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    if (number === 1 && References.isRecord(jsonOf(line))) references = new References();
    else if (number === 1) {
      header = parseHeader(file, line, schema);
      continue;
    }
    hash.update(`${line}\n`);
    const kind = /"kind":"([a-z]+)"/.exec(line)?.[1] ?? '';
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (references !== null && !references.add(jsonOf(line))) {
      throw new BackupError(
        `${file} is damaged: line ${number} is no record of an export. Give an undamaged copy; nothing was changed.`,
      );
    }
  }
  if (references !== null) {
    const missing = references.missing();
    if (missing !== null) {
      throw new BackupError(`${file} is damaged: it has no ${missing}. Give an undamaged copy; nothing was changed.`);
    }
    return headerOf(schema, counts, hash.digest('hex'));
  }
  if (header === null)
    throw new BackupError(`${file} is empty. Give a file that bulletin-graph backup or export --format jsonl wrote.`);
  if (hash.digest('hex') !== header.sha256) {
    const lines = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((sum, n) => sum + n, 0);
    throw new BackupError(
      `${file} is damaged: its header promises ${lines(header.counts)} lines with another checksum than the ` +
        `${lines(counts)} that are there. Give an undamaged copy; nothing was changed.`,
    );
  }
  return header;
}

function parseHeader(file: string, line: string, schema: number): Header {
  const parsed = Header.safeParse(jsonOf(line));
  if (!parsed.success) {
    throw new BackupError(
      `${file} is no backup: its first line is no header. Give a file that bulletin-graph backup or export --format jsonl wrote.`,
    );
  }
  if (parsed.data.schema !== schema) {
    throw new BackupError(
      `${file} holds a graph of schema ${parsed.data.schema}; this version has ${schema}. ` +
        'Restore it with the version that wrote it, or ingest the bulletins again.',
    );
  }
  return parsed.data;
}
