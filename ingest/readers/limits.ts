/**
 * The bounds of reading, in one place. A bulletin or file beyond one is rejected by name, never cut short.
 */

const MIB = 1024 * 1024;

/** Longest text of one bulletin, in UTF-16 units; the same bound as spaCy's. */
export const MAX_BULLETIN_LENGTH = 1_000_000;

/** Largest file that holds one bulletin as text: plain text, Markdown, HTML. */
export const MAX_TEXT_FILE = 10 * MIB;

/** Largest DOCX or PDF. */
export const MAX_DOCUMENT_FILE = 32 * MIB;

/** Most that the parts of a DOCX may unpack to: a bound against archives made to fill the memory. */
export const MAX_UNPACKED = 128 * MIB;

/** Largest JSON file or feed: these are read whole. NDJSON and CSV are streamed and have no bound. */
export const MAX_COLLECTION_FILE = 64 * MIB;

/** Longest line of NDJSON and longest record of CSV, in bytes. */
export const MAX_RECORD = 8 * MIB;

/** Most that is taken from one web address. */
export const MAX_DOWNLOAD = 16 * MIB;

/** Longest wait for one web address, in milliseconds. */
export const DOWNLOAD_TIMEOUT_MS = 30_000;

/** A number of bytes for people: `10 MB`. */
export function inMegabytes(bytes: number): string {
  const megabytes = bytes / MIB;
  return `${megabytes >= 10 ? Math.round(megabytes) : Math.round(megabytes * 10) / 10} MB`;
}
