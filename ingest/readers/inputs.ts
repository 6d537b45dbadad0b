/**
 * Inputs by what they come from: a file, standard input or any other stream. Each states its bounds and names itself as
 * the user did.
 */
import { createReadStream } from 'node:fs';
import { inMegabytes } from './limits.ts';
import { type Input, ReadError } from './reading.ts';

/** All of a stream, at most `limit` bytes; where its size is known beforehand nothing of a larger one is read. */
async function gather(stream: AsyncIterable<Uint8Array>, limit: number, size: number | null): Promise<Uint8Array> {
  const refuse = (bytes: string): never => {
    throw new ReadError(
      `is ${bytes}, and one file of this kind may have ${inMegabytes(limit)}`,
      'Split it into one file a bulletin, or put the bulletins into NDJSON, which has no limit.',
    );
  };
  if (size !== null && size > limit) refuse(inMegabytes(size));
  const pieces: Uint8Array[] = [];
  let held = 0;
  for await (const piece of stream) {
    held += piece.length;
    if (held > limit) refuse(`more than ${inMegabytes(limit)}`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A regular file; `onBytes` is told of each piece that is read. */
export function fileInput(
  path: string,
  size: number,
  encoding: string | null,
  onBytes: (count: number) => void,
): Input {
  async function* stream(): AsyncGenerator<Uint8Array> {
    const pieces: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 1 << 16 });
    for await (const piece of pieces) {
      onBytes(piece.length);
      yield piece;
    }
  }
  return { path, encoding, charset: null, bytes: (limit) => gather(stream(), limit, size), stream };
}

export function streamInput(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  encoding: string | null,
  charset: string | null = null,
): Input {
  return { path, encoding, charset, bytes: (limit) => gather(stream, limit, null), stream: () => stream };
}

/** The first bytes of a stream (at least one piece of it, if there is one), and the stream with nothing missing. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{ readonly start: Uint8Array; readonly whole: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  let done = false;
  while (size < wanted && !done) {
    const next = await iterator.next();
    if (next.done) {
      done = true;
    } else {
      held.push(next.value);
      size += next.value.length;
    }
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield* held.splice(0);
      if (done) return;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { start: Buffer.concat(held), whole: whole() };
}
