/**
 * Python's character classes, as spaCy's lexical attributes use them: `isspace`, `isalpha`, `isdigit`, `isupper` and
 * `lower`. Pinned to one Unicode version (see unicode_ranges.py), so every Node version gives the same answers.
 * Strings must be well formed: no lone surrogates.
 */
import { ALPHA, DIGIT, LOWERED, UPPER } from './unicode-ranges.ts';

const IS_ALPHA = 1;
const IS_DIGIT = 2;
const IS_UPPER = 4;
const IS_LOWERED = 8;

const CODE_POINTS = 0x110000;
const flags = new Uint8Array(CODE_POINTS);
for (const [ranges, flag] of [
  [ALPHA, IS_ALPHA],
  [DIGIT, IS_DIGIT],
  [UPPER, IS_UPPER],
  [LOWERED, IS_LOWERED],
] as const) {
  const numbers = ranges.split(' ').map((part) => Number.parseInt(part, 36));
  let code = 0;
  for (const [index, length] of numbers.entries()) {
    const end = code + length;
    // The first class meets an empty table, and is by far the largest.
    if (index % 2 === 1 && flag === IS_ALPHA) flags.fill(IS_ALPHA, code, end);
    else if (index % 2 === 1) for (let at = code; at < end; at++) flags[at] = (flags[at] ?? 0) | flag;
    code = end;
  }
}

function has(codePoint: number, flag: number): boolean {
  return ((flags[codePoint] ?? 0) & flag) !== 0;
}

/** `chr(codePoint).isspace()`: unlike JavaScript's `\s` it has U+001C to U+001F and U+0085, and not U+FEFF. */
export function isSpace(codePoint: number): boolean {
  if (codePoint < 0x80)
    return codePoint === 0x20 || (codePoint >= 9 && codePoint <= 13) || (codePoint >= 0x1c && codePoint <= 0x1f);
  if (codePoint < 0x1680) return codePoint === 0x85 || codePoint === 0xa0;
  return (
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000
  );
}

/** `text.isspace()`: at least one character, all of them spaces. */
export function isSpaceText(text: string): boolean {
  // No space lies outside the basic plane, so UTF-16 units will do.
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return text.length > 0;
}

/** `chr(codePoint).isalpha()`. */
export function isAlpha(codePoint: number): boolean {
  return has(codePoint, IS_ALPHA);
}

/** `chr(codePoint).isdigit()`: includes superscripts. */
export function isDigit(codePoint: number): boolean {
  return has(codePoint, IS_DIGIT);
}

/** `chr(codePoint).isupper()`. */
export function isUpper(codePoint: number): boolean {
  return has(codePoint, IS_UPPER);
}

/** `text.isalpha()`: at least one character, all of them letters. */
export function isAlphaText(text: string): boolean {
  for (const char of text) if (!isAlpha(char.codePointAt(0) ?? 0)) return false;
  return text.length > 0;
}

/** `text.lower()`. */
export function lower(text: string): string {
  const lowered = text.toLowerCase();
  if (lowered === text) return lowered;
  // Node may know letters that Unicode 14 did not have yet: Python leaves those as they are.
  let known = true;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0x80 && !has(code, IS_LOWERED) && char.toLowerCase() !== char) known = false;
  }
  if (known) return lowered;
  return Array.from(text, (char) => (has(char.codePointAt(0) ?? 0, IS_LOWERED) ? char.toLowerCase() : char)).join('');
}
