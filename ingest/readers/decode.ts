/**
 * Bytes to text without guessing in silence: a byte order mark or a declared encoding decides, else strict UTF-8, else
 * Windows-1252 with a note. What is not text at all is a {@link ReadError} that says what it looks like.
 */
import { type Input, type Note, note, ReadError } from './reading.ts';

/** First bytes of files that people mistake for text. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
];

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** Encoding that a byte order mark names, or null. */
export function markedEncoding(bytes: Uint8Array): string | null {
  return BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? null;
}

/** Throws where the first bytes are not text in any encoding that one byte per unit or a byte order mark can explain. */
export function refuseBinary(bytes: Uint8Array): void {
  const signature = SIGNATURES.find(([, mark]) => startsWith(bytes, mark));
  if (signature) {
    throw new ReadError(
      `is ${signature[0]}, not text`,
      'Give it the file name extension of its kind, or convert it to text.',
    );
  }
  if (markedEncoding(bytes)?.startsWith('utf-16')) return;
  const start = bytes.subarray(0, 65_536);
  const zero = start.indexOf(0);
  if (zero >= 0) {
    throw new ReadError(
      `is not text: byte ${zero} is zero`,
      'If it is text in UTF-16 without a byte order mark, name the encoding: --encoding utf-16le.',
    );
  }
  const controls = start.reduce(
    (count, byte) => count + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0),
    0,
  );
  if (controls > start.length / 50) {
    throw new ReadError('is not text: too many control characters', 'Convert it to text, or leave it out.');
  }
}

/** What decodes pieces of one input. A byte sequence that the encoding does not have is a TypeError. */
export interface PieceDecoder {
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** Characters of 0x80 to 0x9F in Windows-1252; Node 20 decodes these bytes as Latin-1. */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const WINDOWS_1252: PieceDecoder = {
  encoding: 'windows-1252',
  decode: (bytes = new Uint8Array()) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009F]/g, (character) => HIGH_CONTROLS[character.charCodeAt(0) - 0x80] ?? character),
};

/** A strict decoder for an encoding that was named; unknown names are a {@link ReadError}. */
export function decoderFor(encoding: string): PieceDecoder {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return decoder.encoding === 'windows-1252' ? WINDOWS_1252 : decoder;
  } catch (error) {
    throw new ReadError(
      `is said to be in the encoding "${encoding}", which is not known`,
      'Name another one, for example: --encoding windows-1251.',
      null,
      { cause: error },
    );
  }
}

/** The text in strict UTF-8, or null where the bytes are not UTF-8. */
export function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text in Windows-1252; throws where a byte has no character there, which no text in it would hold. */
export function asWindows1252(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)) {
    throw new ReadError(
      'is neither UTF-8 nor Windows-1252',
      'Save it as UTF-8, or name its encoding, for example: --encoding shift_jis.',
    );
  }
  return WINDOWS_1252.decode(bytes);
}

export const ASSUMED_WINDOWS_1252 =
  'not UTF-8; read as Windows-1252. If that is wrong, name the encoding with --encoding.';

/**
 * The text of a whole input. `declared` is an encoding that the document itself names.
 * @returns the text, without its byte order mark, and a note where an encoding had to be assumed
 */
export function decode(input: Input, bytes: Uint8Array, declared: string | null = null): [text: string, notes: Note[]] {
  if (bytes.length === 0) throw new ReadError('is empty', 'Leave it out, or put the text of a bulletin into it.');
  const named = input.encoding ?? markedEncoding(bytes) ?? input.charset ?? declared;
  if (!named?.toLowerCase().startsWith('utf-16')) refuseBinary(bytes);
  if (named !== null && named.toLowerCase() !== 'utf-8') {
    try {
      return [decoderFor(named).decode(bytes), []];
    } catch (error) {
      if (error instanceof ReadError) throw error;
      throw new ReadError(
        `is not valid in its encoding, ${named}`,
        'Save it as UTF-8, or name its encoding with --encoding.',
        null,
        { cause: error },
      );
    }
  }
  const text = asUtf8(bytes);
  if (text !== null) return [text, []];
  if (input.encoding !== null) {
    throw new ReadError('is not valid UTF-8', 'Name its encoding with --encoding, or leave the option out.');
  }
  return [asWindows1252(bytes), [note(input, null, ASSUMED_WINDOWS_1252)]];
}
