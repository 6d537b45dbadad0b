import { describe, expect, it } from 'vitest';
import { isAlpha, isAlphaText, isDigit, isSpace, isSpaceText, isUpper, lower } from '../../ingest/nlp/chars.ts';

/** Those of the characters that belong to the class. */
function which(chars: string, belongs: (codePoint: number) => boolean): string {
  return Array.from(chars)
    .filter((char) => belongs(char.codePointAt(0) ?? -1))
    .join('');
}

describe('character classes', () => {
  it('takes Python’s spaces, not JavaScript’s', () => {
    expect(
      which(' \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000', isSpace),
    ).toBe(' \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000');
    expect(which('\ufeff\u200b\u180e\u2060\x1b\0a', isSpace)).toBe('');
  });

  it('takes letters of all scripts, and neither marks nor numerals for letters', () => {
    expect(which('aZéßЖ漢かกـªʰ𐐀', isAlpha)).toBe('aZéßЖ漢かกـªʰ𐐀');
    expect(which('1_-²Ⅳⓐ\u0301\u0903 ', isAlpha)).toBe('');
  });

  it('takes superscripts for digits, and neither fractions nor Roman numerals', () => {
    expect(which('0９²३①', isDigit)).toBe('0９²३①');
    expect(which('½Ⅳ一a', isDigit)).toBe('');
  });

  it('takes Roman numerals and circled letters for upper case, and no title case', () => {
    expect(which('AÉЖⅣⒶ𐐀', isUpper)).toBe('AÉЖⅣⒶ𐐀');
    expect(which('aǅ漢1', isUpper)).toBe('');
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
