/** How names are compared: `fold` keeps length-changing to a minimum for lookups, `slug` makes the part of a key. */

const COMBINING = /\p{M}+/gu;
/** Letters that NFKD leaves whole although everyday spelling writes them plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
};

/** Without accents and with plain dashes, apostrophes and spaces; letter case is kept. */
export function fold(text: string): string {
  // Most text is plain ASCII.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(COMBINING, '')
    .replace(/[øØłŁđĐıßæÆ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[‘’ʼʻ`´]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ');
}

/** Names whose normal form is remembered: the same aliases of states and bodies come in every bulletin. */
const REMEMBERED = 20_000;
const normalized = new Map<string, string>();

/** Folded, lower case, words only: "Islamic State – Khorasan" and "islamic state khorasan" are alike. */
export function normalizeName(name: string): string {
  const known = normalized.get(name);
  if (known !== undefined) return known;
  const made = normalize(name);
  if (normalized.size >= REMEMBERED) normalized.clear();
  normalized.set(name, made);
  return made;
}

function normalize(name: string): string {
  return fold(name)
    .toLowerCase()
    .replace(/'s\b/g, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(the|an|a) /, '');
}

/** `takeshi-iwaya`: a normalized name as part of a key. */
export function slug(name: string): string {
  return normalizeName(name).replace(/ /g, '-');
}
