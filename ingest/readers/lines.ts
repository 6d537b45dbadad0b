/**
 * The lines of an input of any size, one at a time and in bounded memory, as text. A line that is too long is reported
 * by its number and skipped; the lines after it are still read.
 */
import {
  ASSUMED_WINDOWS_1252,
  asUtf8,
  asWindows1252,
  decoderFor,
  markedEncoding,
  type PieceDecoder,
  refuseBinary,
} from './decode.ts';
import { inMegabytes, MAX_RECORD } from './limits.ts';
import { type Input, type Note, note, ReadError, type Rejection, rejection } from './reading.ts';

export interface Line {
  readonly kind: 'line';
  /** From 1. */
  readonly number: number;
  /** Without its line feed; a carriage return before it is kept. */
  readonly text: string;
}

/** The input as UTF-8 where its encoding is known (named by the user or by a byte order mark), else as it is. */
async function* recoded(input: Input): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: PieceDecoder | null = null;
  let first = true;
  try {
    for await (const chunk of input.stream()) {
      if (first && chunk.length > 0) {
        first = false;
        const named = input.encoding ?? markedEncoding(chunk);
        if (!named?.toLowerCase().startsWith('utf-16')) refuseBinary(chunk);
        decoder = named === null ? null : decoderFor(named);
      }
      yield decoder === null ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
    }
    decoder?.decode();
  } catch (error) {
    if (!(error instanceof TypeError && decoder !== null)) throw error;
    throw new ReadError(
      `is not valid in its encoding, ${decoder.encoding}`,
      'Save it as UTF-8, or name its encoding with --encoding.',
      null,
      { cause: error },
    );
  }
  if (first) throw new ReadError('is empty', 'Leave it out, or put bulletins into it.');
}

/** Lines as bytes, with null for one that is longer than {@link MAX_RECORD}. */
async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | null => {
    const line = size > MAX_RECORD ? null : Buffer.concat(held);
    held = [];
    size = 0;
    return line;
  };
  const hold = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= MAX_RECORD) held.push(piece);
    else held = [];
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      hold(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (size > 0) yield take();
}

/** The lines of the input, with a rejection for each that is too long or is in no known encoding. */
export async function* readLines(input: Input): AsyncGenerator<Line | Rejection | Note> {
  let number = 0;
  let assumed = false;
  for await (const bytes of byteLines(recoded(input))) {
    number++;
    if (bytes === null) {
      yield rejection(
        input,
        number,
        `the line is longer than ${inMegabytes(MAX_RECORD)}`,
        'Put one bulletin on a line, and split longer ones.',
      );
      continue;
    }
    const text = asUtf8(bytes);
    if (text !== null) {
      yield { kind: 'line', number, text };
      continue;
    }
    try {
      yield { kind: 'line', number, text: asWindows1252(bytes) };
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      yield rejection(input, number, `the line ${error.message}`, error.remedy);
      continue;
    }
    if (!assumed) yield note(input, number, ASSUMED_WINDOWS_1252);
    assumed = true;
  }
}
