import { describe, expect, it } from 'vitest';
import { Word } from '../../ingest/nlp/word.ts';
import { WordCache } from '../../ingest/nlp/word-cache.ts';
import { featuresOf } from './network.ts';

function word(text: string): Word {
  return new Word(featuresOf(text), { hi: 0, lo: 0 });
}

describe('WordCache', () => {
  it('gives each word and variant a slot of its own, never 0', () => {
    const cache = new WordCache(5);
    const [a, b] = [word('a'), word('b')];
    cache.startRound();
    const slots = [cache.take(a, 0), cache.take(a, 1), cache.take(b, 0)];
    expect(new Set(slots).size).toBe(3);
    expect(slots).not.toContain(0);
    expect([cache.find(a, 0), cache.find(a, 1), cache.find(b, 0), cache.find(b, 1)]).toEqual([...slots, 0]);
  });

  it('takes the slot of a word that was not used lately, which then has none', () => {
    const cache = new WordCache(3);
    const [a, b, c, d] = [word('a'), word('b'), word('c'), word('d')];
    for (const each of [a, b, c]) {
      cache.startRound();
      cache.take(each, 2);
    }
    expect([cache.find(a, 2) > 0, cache.find(b, 2) > 0, cache.find(c, 2) > 0]).toEqual([false, true, true]);
    cache.startRound();
    cache.find(b, 2);
    cache.startRound();
    cache.take(d, 2);
    expect([a, b, c, d].filter((each) => cache.find(each, 2) > 0)).toHaveLength(2);
    expect(cache.find(d, 2)).toBeGreaterThan(0);
  });

  it('does not take the slots of the current round', () => {
    const cache = new WordCache(4);
    const words = Array.from({ length: 30 }, (_, i) => word(`w${i}`));
    for (let i = 0; i + 2 < words.length; i++) {
      cache.startRound();
      const round = words.slice(i, i + 3).map((each) => cache.find(each, 0) || cache.take(each, 0));
      expect(new Set(round).size).toBe(3);
    }
  });
});
