import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadModel, MAX_TEXT_LENGTH, TextTooLongError } from '../../ingest/nlp/index.ts';
import { columnsOf } from './columns.ts';
import { ownTexts } from './golden.ts';

const pipeline = await loadModel();

function words(text: string): readonly string[] {
  return pipeline.tokenize(text).map((token) => token.text);
}

/** Pieces that meet in the tokenizer's rules, glued in any order. */
const PIECES = [
  'U.S.',
  "n't",
  'do',
  '’s',
  '(',
  ')',
  '"',
  '...',
  '-',
  '—',
  ' ',
  '  ',
  '\n',
  '$',
  '5',
  'km',
  ':)',
  'http://',
  'x.com',
  '😀',
  '\u0301',
  '\u200b',
  '\x1f',
  'A',
  '.',
];
const anyText = oneof(
  string({ unit: 'binary', maxLength: 60 }),
  array(constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')),
);

describe('tokenize', () => {
  it('loses and invents nothing: tokens, and the single spaces after them, are the text', () => {
    assert(
      property(anyText, (text) => {
        let end = 0;
        for (const token of pipeline.tokenize(text)) {
          expect(token.start).toBe(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          const space = token.spaceAfter ? ' ' : '';
          end = token.end + space.length;
          expect(text.slice(token.end, end)).toBe(space);
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same tokens again, whatever it has seen in between', async () => {
    const fresh = await loadModel();
    const texts = [...ownTexts().values()].flat();
    const first = texts.map((text) => pipeline.tokenize(text));
    expect(texts.toReversed().map((text) => fresh.tokenize(text))).toEqual(first.toReversed());
  });

  it('counts offsets in UTF-16 units', () => {
    expect(pipeline.tokenize('😀 Wang Yi').map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 7],
      [8, 10],
    ]);
  });

  it('gives the tokens of exceptions their own norms', () => {
    expect(pipeline.tokenize("They can't.").map(({ text, norm }) => [text, norm])).toEqual([
      ['They', 'they'],
      ['ca', 'can'],
      ["n't", 'not'],
      ['.', '.'],
    ]);
  });

  it('puts exceptions together again that affix rules have split', () => {
    expect(words('"...:-)')).toEqual(['"', '...', ':-)']);
    expect(words('(Mt.Mt.)')).toEqual(['(', 'Mt.', 'Mt.', ')']);
  });

  it('does not take a sequence with spaces for the exception without them', () => {
    expect(words(': - )')).toEqual([':', '-', ')']);
  });

  it.each([
    ['a', 100_000],
    ['(', 100_000],
    ["'s", 50_000],
    ['...', 33_333],
    ['a-', 50_000],
    ['a:a@', 25_000],
    ['http://x.com/', 7_000],
    ['\u0301', 100_000],
    ['😀', 50_000],
  ])('gets through one word of %j %i times', (piece, times) => {
    const text = piece.repeat(times);
    expect(words(text).join('')).toBe(text);
  });
});

describe('bad text', () => {
  it('reads a lone surrogate as U+FFFD and keeps it in the text', () => {
    const text = 'Wang \ud800 Yi met \udc00 Iwaya \ud83d.';
    const doc = pipeline.parse(text);
    const repaired = pipeline.parse(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
    expect(doc.text).toBe(text);
    expect(doc.tokens.map((token) => token.text).join(' ')).toBe(text.replace(' \ud83d.', ' \ud83d .'));
    expect(columnsOf(doc)).toEqual(columnsOf(repaired));
    for (const token of doc.tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('refuses a text beyond the bound, and says what to do', () => {
    const text = 'a '.repeat(MAX_TEXT_LENGTH / 2 + 1);
    expect(() => pipeline.parse(text)).toThrow(TextTooLongError);
    expect(() => pipeline.tokenize(text)).toThrow(/1000002 characters.*at most 1000000.*[Ss]plit/);
  });

  it('makes an empty document of an empty text', () => {
    expect(pipeline.parse('')).toEqual({ text: '', tokens: [], sentences: [], entities: [] });
  });
});
