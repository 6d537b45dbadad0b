import { describe, expect, test } from 'vitest';
import { MARKS } from '../../viewer/app/graph/marks.ts';
import { dark, light } from '../../viewer/app/graph/palette.ts';

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
/** WCAG 2's contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
};

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s drawing', (_, palette) => {
  test('names and predicates can be read (4.5 to 1)', () => {
    for (const ink of [palette.ink, palette.quiet]) {
      expect(contrast(ink, palette.background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('entities, their icons and the marks of relations can be told apart (3 to 1)', () => {
    for (const colour of Object.values(palette.types)) {
      expect(contrast(colour, palette.background)).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, palette.onType)).toBeGreaterThanOrEqual(3);
    }
    for (const colour of Object.values(palette.tones)) {
      expect(contrast(colour, palette.background)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('no tone is told by colour alone', () => {
  expect(new Set(Object.values(MARKS)).size).toBe(Object.keys(MARKS).length);
});
