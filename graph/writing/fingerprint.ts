/**
 * Tells reprints by their words: MinHash over runs of three words, of the whole text and of its beginning, finds candidates;
 * common runs and names judge them. A function of the texts alone, the same on every machine.
 */

const RUN = 3;
/** Bands over the whole text, each of as many least hashes. */
const WHOLE = { bands: 5, rows: 2 };
/** A reprint that was cut from below keeps its beginning: bands of its own find it, however little is left. */
const LEAD = { words: 40, bands: 3, rows: 1 };

/** Least share of common runs of two texts (Jaccard) that count as one. */
const SAME_TEXT = 0.7;
/** Least share of the shorter text's runs that the longer has, where it was edited or cut. */
const EDITED_TEXT = 0.7;
/** An edited or cut reprint comes out at most so many days apart. */
const EDITED_DAYS = 3;
/** Runs that the shorter text has at least; less is too little to tell a reprint from a like sentence. */
const LEAST_RUNS = 20;
/** Least share of the shorter text's names and numbers that the longer has too: a form that is filled in anew has others. */
const SAME_NAMES = 0.8;

export interface Fingerprint {
  readonly runs: ReadonlySet<number>;
  readonly lead: ReadonlySet<number>;
  readonly words: ReadonlySet<string>;
  /** Words with a capital inside a sentence, and numbers; lower case. */
  readonly names: ReadonlySet<string>;
}

export function fingerprintOf(text: string): Fingerprint {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const names = text.match(/(?<=[\p{L}\p{N},;-]\s+|-)\p{Lu}[\p{L}\p{N}]*|\p{N}+/gu) ?? [];
  return {
    runs: runsOf(words),
    lead: runsOf(words.slice(0, LEAD.words)),
    words: new Set(words),
    names: new Set(names.map((name) => name.toLowerCase())),
  };
}

/** Whether one of two texts, published `days` apart, prints the other's words: whole, edited, or cut. */
export function isSameReport(one: Fingerprint, other: Fingerprint, days: number): boolean {
  const [short, long] = one.runs.size <= other.runs.size ? [one, other] : [other, one];
  const common = countCommon(short.runs, long.runs);
  const share = common / (short.runs.size + long.runs.size - common);
  if (share === 1) return true;
  const isClose = short.runs.size >= LEAST_RUNS && share >= SAME_TEXT;
  const isEdited = short.runs.size >= LEAST_RUNS && days <= EDITED_DAYS && common / short.runs.size >= EDITED_TEXT;
  if (!isClose && !isEdited) return false;
  // Of texts of one length either may be the one that adds a name, so that it does not matter which is asked of which.
  return hasNamesOf(long, short) || (short.runs.size === long.runs.size && hasNamesOf(short, long));
}

const hasNamesOf = ({ words }: Fingerprint, { names }: Fingerprint): boolean =>
  countCommon(names, words) >= SAME_NAMES * names.size;

function countCommon<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): number {
  let common = 0;
  for (const value of some) if (others.has(value)) common++;
  return common;
}

/** Hashes of the runs of three words; of fewer words, of all. */
function runsOf(words: readonly string[]): Set<number> {
  const runs = new Set<number>();
  for (let start = 0; start === 0 || start + RUN <= words.length; start++) {
    runs.add(hash(words.slice(start, start + RUN).join(' ')));
  }
  return runs;
}

/** Texts that share half of their runs share one of these with a chance of .76, and with .97 where their beginnings do too. */
export function bandsOf({ runs, lead }: Fingerprint): string[] {
  return [...bandsOfRuns(runs, WHOLE), ...bandsOfRuns(lead, LEAD)];
}

function bandsOfRuns(
  runs: ReadonlySet<number>,
  { bands, rows }: { readonly bands: number; readonly rows: number },
): string[] {
  const least = new Uint32Array(bands * rows).fill(0xffffffff);
  for (const run of runs) {
    for (let index = 0; index < least.length; index++) {
      const value = mix(run ^ Math.imul(index + 1, 0x9e3779b1));
      if (value < (least[index] ?? 0)) least[index] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) =>
    [...least.subarray(band * rows, band * rows + rows)].map((value) => value.toString(36)).join('.'),
  );
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
