/** Where typed words stand in a name, accents and case folded as the search folds them. */

/** The name cut into parts; put together they are the name again. */
export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Each word that was typed is marked once: at the beginning of a word of the name, else inside one. A word that was typed
 * with a mistake stands nowhere and marks nothing.
 */
export const matchedParts = (name: string, typed: string): Part[] => {
  const letters = Array.from(name);
  const folded = letters.map(fold);
  const offsets: number[] = [];
  let plain = '';
  for (const letter of folded) {
    offsets.push(plain.length);
    plain += letter;
  }
  const marked = new Set<number>();
  for (const word of fold(typed).split(/\s+/u)) {
    if (word === '') continue;
    const beginning = ` ${plain}`.search(new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, 'u'));
    const at = beginning >= 0 ? beginning : plain.indexOf(word);
    if (at < 0) continue;
    for (const [index, offset] of offsets.entries()) {
      if (offset >= at && offset < at + word.length && folded[index] !== '') marked.add(index);
    }
  }
  const parts: { text: string; isMatch: boolean }[] = [];
  for (const [index, letter] of letters.entries()) {
    const last = parts.at(-1);
    // A combining mark goes with its letter.
    const isMatch = folded[index] === '' ? (last?.isMatch ?? false) : marked.has(index);
    if (last && last.isMatch === isMatch) last.text += letter;
    else parts.push({ text: letter, isMatch });
  }
  return parts;
};

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
