/** Writes a store into one file that restore.ts takes, on either kind of store; whole or not at all. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { exportLines } from '../export.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import { type GraphStore, StoreError } from '../store.ts';
import { type Header, headerOf, isCompressed } from './format.ts';

const COMMITS = "MATCH (s:Store {id: 'store'}) RETURN s.commits AS commits";

/**
 * Backs `store` up into `file`, by way of `file.partial` and `file.body` beside it.
 * @param onLine is told how many lines have been read
 * @throws StoreError `conflict` where others wrote to the store meanwhile; the file is not made then
 */
export async function backup(
  store: GraphStore,
  file: string,
  onLine: (lines: number) => void = () => {},
): Promise<Header> {
  const commits = async (): Promise<unknown> => (await store.read(COMMITS)).rows[0]?.[0] ?? 0;
  const before = await commits();
  const body = `${file}.body`;
  const partial = `${file}.partial`;
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  async function* lines(): AsyncGenerator<string> {
    let done = 0;
    for await (const line of exportLines(store)) {
      const text = `${line}\n`;
      hash.update(text);
      const { kind }: { kind: string } = JSON.parse(line);
      counts[kind] = (counts[kind] ?? 0) + 1;
      onLine(++done);
      yield text;
    }
  }
  try {
    await write(Readable.from(lines()), createWriteStream(body), isCompressed(file));
    if ((await commits()) !== before) {
      throw new StoreError(
        'conflict',
        `${store.url} was written to while it was backed up, so the backup would not be of one moment. Stop what writes, and run it again.`,
      );
    }
    const header = headerOf(SCHEMA_VERSION, counts, hash.digest('hex'));
    await write(Readable.from([`${JSON.stringify(header)}\n`]), createWriteStream(partial), isCompressed(file));
    // Compressed parts one after the other are one compressed file.
    await pipeline(createReadStream(body), createWriteStream(partial, { flags: 'a' }));
    await rename(partial, file);
    return header;
  } finally {
    await rm(body, { force: true });
    await rm(partial, { force: true });
  }
}

async function write(text: Readable, target: Writable, compressed: boolean): Promise<void> {
  await (compressed ? pipeline(text, createGzip(), target) : pipeline(text, target));
}
