/**
 * Tells near-identical texts: MinHash over runs of five words, cut into bands by which candidates are found, and the exact
 * share of common runs by which they are judged. A function of the texts alone, the same on every machine.
 */

const RUN = 5;
const BANDS = 5;
const ROWS = 3;
/** Least share of common runs (Jaccard) of two texts that count as one. */
export const SAME_TEXT = 0.7;

/** Hashes of the runs of five words of a text, case and punctuation aside; of a shorter text, of the whole. */
export function runsOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<number>();
  for (let start = 0; start === 0 || start + RUN <= words.length; start++) {
    runs.add(hash(words.slice(start, start + RUN).join(' ')));
  }
  return runs;
}

/** Share of the runs of two texts that both have. */
export function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common / (a.size + b.size - common);
}

/** Texts that share `SAME_TEXT` of their runs share one of these with a chance of .88, of .9 of their runs with .999. */
export function bandsOf(runs: ReadonlySet<number>): string[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const run of runs) {
    for (let index = 0; index < least.length; index++) {
      const value = mix(run ^ Math.imul(index + 1, 0x9e3779b1));
      if (value < (least[index] ?? 0)) least[index] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    [...least.subarray(band * ROWS, band * ROWS + ROWS)].map((value) => value.toString(36)).join('.'),
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
