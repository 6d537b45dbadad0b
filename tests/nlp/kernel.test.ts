import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabtModule from 'wabt';
import { createKernel, type KernelMemory } from '../../ingest/nlp/kernel/kernel.ts';

const BYTES = 1 << 20;
const X = 64;
const WEIGHT = 100_032;
const BIAS = 600_064;
const OUT = 650_048;
const ADDRESSES = 1_000_000 & ~63;

const simd = createKernel(BYTES);
const plain = createKernel(BYTES, false);
const both: readonly KernelMemory[] = [simd, plain];

/** The same numbers, of both signs and many magnitudes, in both memories. */
function fill(seed: number): void {
  let state = seed >>> 0;
  for (let i = 0; i < BYTES / 4; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const value = Math.fround((state / 2 ** 31 - 1) * 2 ** ((state >>> 3) % 7));
    for (const { floats } of both) {
      floats[i] = value;
    }
  }
}

function sameBits(): boolean {
  return Buffer.from(simd.floats.buffer).equals(Buffer.from(plain.floats.buffer));
}

function file(name: string): Buffer {
  return readFileSync(new URL(`../../ingest/nlp/kernel/${name}`, import.meta.url));
}

describe('kernel.wasm', () => {
  it('is what kernel.wat compiles to', async () => {
    const wabt = await wabtModule();
    const module = wabt.parseWat('kernel.wat', file('kernel.wat').toString('utf8'), { simd: true });
    module.resolveNames();
    module.validate();
    expect(Buffer.from(module.toBinary({}).buffer).equals(file('kernel.wasm'))).toBe(true);
  });

  it('is used on this machine unless it is not wanted', () => {
    expect(both.map(({ simd: used }) => used)).toEqual([true, false]);
  });
});

describe('the two kernels', () => {
  it('compute affine layers of any number of rows and panels to the same bits', () => {
    const sizes = fc.record({
      n: fc.integer({ min: 0, max: 19 }),
      k: fc.constantFrom(4, 64, 96, 288),
      panels: fc.integer({ min: 1, max: 18 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(sizes, ({ n, k, panels, seed }) => {
        fill(seed);
        for (const { kernel } of both) {
          kernel.affine(X, 384, WEIGHT, BIAS, OUT, panels * 64, n, k, panels);
        }
        expect(sameBits()).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('compute an affine layer', () => {
    fill(1);
    for (const { kernel, floats } of both) {
      kernel.affine(X, 384, WEIGHT, BIAS, OUT, 128, 5, 96, 2);
      for (const [row, output] of [
        [0, 0],
        [3, 17],
        [4, 31],
      ] as const) {
        let sum = floats[BIAS / 4 + output] ?? 0;
        for (let i = 0; i < 96; i++) {
          const weight = floats[WEIGHT / 4 + Math.floor(output / 16) * 96 * 16 + i * 16 + (output % 16)] ?? 0;
          sum += weight * (floats[X / 4 + row * 96 + i] ?? 0);
        }
        const found = floats[OUT / 4 + row * 32 + output] ?? 0;
        expect(Math.abs(found - sum)).toBeLessThan(1e-3 * Math.max(1, Math.abs(sum)));
      }
    }
  });

  it.each([0, 1, 7])('choose pieces, normalise and add %i rows to the same bits, with and without a residual', (n) => {
    for (const residual of [0, X]) {
      fill(n + residual);
      for (const { kernel } of both) {
        kernel.activate(WEIGHT, BIAS, BIAS + 384, residual, OUT, n);
      }
      expect(sameBits()).toBe(true);
    }
  });

  it('normalise a row to mean 0 and variance 1', () => {
    fill(3);
    for (const { kernel, floats } of both) {
      floats.fill(1, BIAS / 4, BIAS / 4 + 96);
      floats.fill(0, BIAS / 4 + 96, BIAS / 4 + 192);
      kernel.activate(WEIGHT, BIAS, BIAS + 384, 0, OUT, 1);
      const row = floats.subarray(OUT / 4, OUT / 4 + 96);
      expect(row.reduce((sum, value) => sum + value, 0) / 96).toBeCloseTo(0, 5);
      expect(row.reduce((sum, value) => sum + value * value, 0) / 96).toBeCloseTo(1, 4);
    }
  });

  it('sum kept words, table rows and products to the same bits', () => {
    fill(4);
    for (const { kernel, ints } of both) {
      [64, 8_064, 4_096, 64, 16_384].forEach((address, i) => {
        ints[ADDRESSES / 4 + i] = address;
      });
      kernel.firstLayer(ADDRESSES, BIAS, OUT, OUT + 9_984, 3);
      kernel.sumRows(OUT + 20_032, 64, 512, 1_024, 2_048);
      kernel.addSums(OUT + 30_016, 4_096);
    }
    expect(sameBits()).toBe(true);
  });

  it('score actions to the same bits', () => {
    fill(5);
    for (const { kernel, ints } of both) {
      [64, 1_024, 2_048, 512, 64, 4_096, 8_192, 128].forEach((address, i) => {
        ints[ADDRESSES / 4 + i] = address;
      });
      kernel.scoreActions(ADDRESSES, 8, BIAS, OUT, WEIGHT, BIAS + 1_024, OUT + 512, 7);
      kernel.scoreActions(ADDRESSES, 3, BIAS, OUT + 2_048, WEIGHT, BIAS + 1_024, OUT + 4_096, 5);
    }
    expect(sameBits()).toBe(true);
  });
});
