/**
 * What passes between the readers: an input (a file, standard input, an address), the drafts that a format's reader
 * makes of it, and the rejections and notes that say what could not be read or had to be assumed.
 */

/** What a source says about one bulletin; every value as it stands there. */
export interface BulletinFields {
  readonly id?: string;
  readonly date?: string;
  readonly title?: string;
  readonly source?: string;
  readonly url?: string;
  readonly language?: string;
}

/** A bulletin before its date is checked and its id decided. */
export interface Draft {
  readonly kind: 'draft';
  readonly fields: BulletinFields;
  readonly text: string;
  /** Line or record of the input that it starts at; null where the input is one bulletin. */
  readonly line: number | null;
}

/** Something that could not be read. */
export interface Rejection {
  readonly kind: 'rejection';
  /** As the user named it, or the path below what the user named. */
  readonly path: string;
  readonly line: number | null;
  /** What is wrong. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Something that was assumed or left out while reading went on. */
export interface Note {
  readonly kind: 'note';
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
}

/** Where bulletins are read from. Each of the two ways of reading may be used once. */
export interface Input {
  /** As the user named it, or below what the user named; for messages. */
  readonly path: string;
  /** Encoding that the user named; takes precedence over everything else. */
  readonly encoding: string | null;
  /** Encoding that the transport declared (HTTP's charset). */
  readonly charset: string | null;
  /** The whole input; more than `limit` bytes is a {@link ReadError}. */
  bytes(limit: number): Promise<Uint8Array>;
  /** The input in pieces. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Reads one format. Throws {@link ReadError} where nothing (more) of the input can be read. */
export type FormatReader = (input: Input) => AsyncIterable<Draft | Rejection | Note>;

/** Why an input, or the rest of it, cannot be read. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly remedy: string;
  readonly line: number | null;

  constructor(reason: string, remedy: string, line: number | null = null, options?: ErrorOptions) {
    super(reason, options);
    this.remedy = remedy;
    this.line = line;
  }
}

export function rejection(input: Input, line: number | null, reason: string, remedy: string): Rejection {
  return { kind: 'rejection', path: input.path, line, reason, remedy };
}

export function note(input: Input, line: number | null, message: string): Note {
  return { kind: 'note', path: input.path, line, message };
}
