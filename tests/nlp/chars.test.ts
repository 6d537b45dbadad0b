import { describe, expect, it } from 'vitest';
import { isAlpha, isAlphaText, isDigit, isSpace, isSpaceText, isUpper, lower } from '../../ingest/nlp/chars.ts';

const code = (char: string): number => char.codePointAt(0) ?? -1;

describe('character classes', () => {
  it('takes Python’s spaces, not JavaScript’s', () => {
    for (const char of ' \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000') {
      expect(isSpace(code(char)), `U+${code(char).toString(16)}`).toBe(true);
    }
    for (const char of '\ufeff\u200b\u180e\u2060\x1b\0a') {
      expect(isSpace(code(char)), `U+${code(char).toString(16)}`).toBe(false);
    }
  });

  it('takes letters of all scripts, and neither marks nor numerals for letters', () => {
    for (const char of 'aZéßЖ漢かกـªʰ𐐀') expect(isAlpha(code(char)), char).toBe(true);
    for (const char of '1_-²Ⅳⓐ\u0301\u0903 ') expect(isAlpha(code(char)), char).toBe(false);
  });

  it('takes superscripts for digits, and neither fractions nor Roman numerals', () => {
    for (const char of '0９²३①') expect(isDigit(code(char)), char).toBe(true);
    for (const char of '½Ⅳ一a') expect(isDigit(code(char)), char).toBe(false);
  });

  it('takes Roman numerals and circled letters for upper case, and no title case', () => {
    for (const char of 'AÉЖⅣⒶ𐐀') expect(isUpper(code(char)), char).toBe(true);
    for (const char of 'aǅ漢1') expect(isUpper(code(char)), char).toBe(false);
  });

  it('asks for at least one character', () => {
    expect([isSpaceText(''), isAlphaText('')]).toEqual([false, false]);
    expect([isSpaceText(' \n'), isAlphaText('Äb'), isSpaceText(' a'), isAlphaText('a1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('lower', () => {
  it('follows Unicode’s special cases', () => {
    expect(lower('ΟΔΥΣΣΕΥΣ İ ẞ Ⅳ ǅ 𐐀')).toBe('οδυσσευς i̇ ß ⅳ ǆ 𐐨');
  });

  it('leaves letters that came after Unicode 14 as they are, whatever Node knows', () => {
    // U+A7DC came with Unicode 16, U+10D50 with the same; the capital before them is lower-cased all the same.
    expect(lower('A\ua7dc\u{10d50}')).toBe('a\ua7dc\u{10d50}');
  });
});
