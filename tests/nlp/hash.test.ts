import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddingRows, murmur64, StringIds } from '../../ingest/nlp/hash.ts';
import { description } from './network.ts';

const MASK = (1n << 64n) - 1n;

/** MurmurHash64A as published, seed 1. */
function murmurOracle(text: string): bigint {
  const m = 0xc6a4a7935bd1e995n;
  const bytes = new TextEncoder().encode(text);
  const word = (at: number): bigint => {
    let value = 0n;
    for (let i = Math.min(at + 8, bytes.length) - 1; i >= at; i--) {
      value = (value << 8n) | BigInt(bytes[i] ?? 0);
    }
    return value;
  };
  let h = (1n ^ (BigInt(bytes.length) * m)) & MASK;
  const whole = bytes.length & ~7;
  for (let at = 0; at < whole; at += 8) {
    let k = (word(at) * m) & MASK;
    k ^= k >> 47n;
    h = ((h ^ ((k * m) & MASK)) * m) & MASK;
  }
  if (whole < bytes.length) {
    h = ((h ^ word(whole)) * m) & MASK;
  }
  h = ((h ^ (h >> 47n)) * m) & MASK;
  return h ^ (h >> 47n);
}

/** thinc's MurmurHash3_x86_128_uint64. */
function rowsOracle(id: bigint, seed: number, rows: number): number[] {
  const finish = (value: bigint): bigint => {
    let h = value ^ (value >> 33n);
    h = (h * 0xff51afd7ed558ccdn) & MASK;
    h ^= h >> 33n;
    h = (h * 0xc4ceb9fe1a85ec53n) & MASK;
    return h ^ (h >> 33n);
  };
  let h1 = (id * 0x87c37b91114253d5n) & MASK;
  h1 = ((h1 << 31n) | (h1 >> 33n)) & MASK;
  h1 = ((h1 * 0x4cf5ad432745937fn) & MASK) ^ BigInt(seed) ^ 8n;
  let h2 = BigInt(seed) ^ 8n;
  h1 = (h1 + h2) & MASK;
  h2 = (h2 + h1) & MASK;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = (h1 + h2) & MASK;
  h2 = (h2 + h1) & MASK;
  return [h1 & 0xffffffffn, h1 >> 32n, h2 & 0xffffffffn, h2 >> 32n].map((key) => Number(key % BigInt(rows)));
}

const ids = new StringIds(description.symbols);
const anyText = fc
  .string({ unit: 'binary', maxLength: 400 })
  .filter((text) => !Object.hasOwn(description.symbols, text));

describe('string ids', () => {
  it.each([
    ['Iwaya', 2533745422071197198n],
    ['coffee', 3197928453018144401n],
    ['Überlingen', 5633183221076009654n],
    ['日本語', 1998301522555383300n],
    ['😀', 13900606239988879105n],
    ['constructor', 3779449464161265859n],
    ['ORG', 383n],
    ['', 0n],
  ])('are spaCy’s: %s', (text, id) => {
    expect(ids.id(text)).toBe(id);
  });

  it('are MurmurHash64A of any text that is not a symbol', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { hi, lo } = murmur64(text);
        expect((BigInt(hi) << 32n) | BigInt(lo)).toBe(murmurOracle(text));
      }),
    );
  });
});

describe('rows of an embedding table', () => {
  it('are thinc’s', () => {
    expect(embeddingRows(ids.halves('Iwaya'), 8, 5000)).toEqual([4270, 2517, 2553, 2627]);
    expect(embeddingRows(ids.halves('ORG'), 8, 5000)).toEqual([690, 1543, 4887, 1167]);
  });

  it('follow thinc’s hash for any id, seed and table', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, MASK), fc.nat(20), fc.integer({ min: 1, max: 100_000 }), (id, seed, rows) => {
        const halves = { hi: Number(id >> 32n), lo: Number(id & 0xffffffffn) };
        expect(embeddingRows(halves, seed, rows)).toEqual(rowsOracle(id, seed, rows));
      }),
    );
  });
});
