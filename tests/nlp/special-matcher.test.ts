import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../ingest/nlp/lexeme.ts';
import { SpecialMatcher } from '../../ingest/nlp/special-matcher.ts';

const lexicon = new Lexicon(
  () => undefined,
  (word) => word,
);

function find(patterns: readonly string[], text: string): readonly string[] {
  const matcher = new SpecialMatcher();
  for (const pattern of patterns) matcher.add(pattern.split(' '));
  const tokens = text.split(' ').map((word) => ({ lexeme: lexicon.get(word) }));
  return matcher.find(tokens).map(({ first, last }) => `${first}-${last}`);
}

describe('SpecialMatcher', () => {
  it('finds sequences in text order', () => {
    expect(find(['a b', 'c'], 'c a b x c')).toEqual(['0-0', '1-2', '4-4']);
  });

  it('prefers the longer of two that compete, and the left one of equals', () => {
    expect(find(['a b', 'b c d'], 'a b c d')).toEqual(['1-3']);
    expect(find(['a b', 'b c'], 'a b c')).toEqual(['0-1']);
    expect(find(['a', 'a b'], 'a b a')).toEqual(['0-1', '2-2']);
  });

  it('lets a dropped match keep its tokens from shorter ones', () => {
    // "b c d e" wins; "a b" falls to it, and takes "a" with it.
    expect(find(['b c d e', 'a b', 'a'], 'a b c d e')).toEqual(['1-4']);
  });

  it('ignores an empty pattern and finds nothing in nothing', () => {
    const matcher = new SpecialMatcher();
    matcher.add([]);
    expect(matcher.find([{ lexeme: lexicon.get('a') }])).toEqual([]);
    expect(matcher.find([])).toEqual([]);
  });
});

describe('Lexicon', () => {
  it('gives the attributes that the models read', () => {
    expect(lexicon.get('Ångström')).toMatchObject({
      norm: 'ångström',
      prefix: 'Å',
      suffix: 'röm',
      shape: 'Xxxxx',
      isSpace: false,
    });
    expect(lexicon.get('😀x²')).toMatchObject({ prefix: '😀', suffix: '😀x²', shape: '😀xd' });
    expect(lexicon.get('\n ')).toMatchObject({ isSpace: true, shape: '\n ' });
  });

  it('counts code points when it names a long word', () => {
    expect(lexicon.get('A'.repeat(99)).shape).toBe('XXXX');
    expect(lexicon.get('😀'.repeat(99)).shape).toBe('😀😀😀😀');
    expect(lexicon.get('😀'.repeat(100)).shape).toBe('LONG');
  });

  it('gives one object for a word, and another where an exception sets its norm', () => {
    expect(lexicon.get('ca')).toBe(lexicon.get('ca'));
    expect(lexicon.getException('ca', 'can')).toBe(lexicon.getException('ca', 'can'));
    expect(lexicon.getException('ca', 'can')).toMatchObject({ text: 'ca', norm: 'can' });
    expect(lexicon.getException('ca', 'ca')).toBe(lexicon.get('ca'));
  });
});
