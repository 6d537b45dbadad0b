/**
 * The kernel in plain TypeScript, for machines without WebAssembly SIMD and as the test's oracle. Every operation is
 * rounded to 32 bits and sums are taken in kernel.wat's order, so that the results are the same to the bit.
 */
import type { Kernel } from './kernel.ts';

const WIDTH = 96;
const PIECES = 3;
const SUMS = WIDTH * PIECES;
const PANEL = 16;
const HIDDEN = 64;
const f = Math.fround;
const EPSILON = f(1e-8);

function at(array: Float32Array, index: number): number {
  return array[index] ?? 0;
}

/** `pmax` of WebAssembly: the second only where it is greater. */
function greater(a: number, b: number): number {
  return a < b ? b : a;
}

/** One row of `affine`; all positions count floats. */
function affineRow(m: Float32Array, x: number, weight: number, bias: number, out: number, k: number, panels: number) {
  for (let panel = 0; panel < panels; panel++) {
    const column = panel * PANEL;
    const start = weight + column * k;
    for (let lane = 0; lane < PANEL; lane += 4) {
      let s0 = at(m, bias + column + lane);
      let s1 = at(m, bias + column + lane + 1);
      let s2 = at(m, bias + column + lane + 2);
      let s3 = at(m, bias + column + lane + 3);
      let w = start + lane;
      for (let i = 0; i < k; i++) {
        const value = at(m, x + i);
        s0 = f(s0 + f(at(m, w) * value));
        s1 = f(s1 + f(at(m, w + 1) * value));
        s2 = f(s2 + f(at(m, w + 2) * value));
        s3 = f(s3 + f(at(m, w + 3) * value));
        w += PANEL;
      }
      m[out + column + lane] = s0;
      m[out + column + lane + 1] = s1;
      m[out + column + lane + 2] = s2;
      m[out + column + lane + 3] = s3;
    }
  }
}

/** `affineRow` for the two rows at `x` and `x2`, which halves the reading of weights. */
function affinePair(
  m: Float32Array,
  x: number,
  x2: number,
  weight: number,
  bias: number,
  out: number,
  out2: number,
  k: number,
  panels: number,
) {
  for (let panel = 0; panel < panels; panel++) {
    const column = panel * PANEL;
    const start = weight + column * k;
    for (let lane = 0; lane < PANEL; lane += 4) {
      let s0 = at(m, bias + column + lane);
      let s1 = at(m, bias + column + lane + 1);
      let s2 = at(m, bias + column + lane + 2);
      let s3 = at(m, bias + column + lane + 3);
      let t0 = s0;
      let t1 = s1;
      let t2 = s2;
      let t3 = s3;
      let w = start + lane;
      for (let i = 0; i < k; i++) {
        const a = at(m, x + i);
        const b = at(m, x2 + i);
        const w0 = at(m, w);
        const w1 = at(m, w + 1);
        const w2 = at(m, w + 2);
        const w3 = at(m, w + 3);
        s0 = f(s0 + f(w0 * a));
        s1 = f(s1 + f(w1 * a));
        s2 = f(s2 + f(w2 * a));
        s3 = f(s3 + f(w3 * a));
        t0 = f(t0 + f(w0 * b));
        t1 = f(t1 + f(w1 * b));
        t2 = f(t2 + f(w2 * b));
        t3 = f(t3 + f(w3 * b));
        w += PANEL;
      }
      m[out + column + lane] = s0;
      m[out + column + lane + 1] = s1;
      m[out + column + lane + 2] = s2;
      m[out + column + lane + 3] = s3;
      m[out2 + column + lane] = t0;
      m[out2 + column + lane + 1] = t1;
      m[out2 + column + lane + 2] = t2;
      m[out2 + column + lane + 3] = t3;
    }
  }
}

/** The sum of a row's four lanes, each taken over every fourth float; `(0 + 1) + (2 + 3)`. */
function laneSum(m: Float32Array, row: number, term: (value: number) => number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let j = 0; j < WIDTH; j += 4) {
    s0 = f(s0 + term(at(m, row + j)));
    s1 = f(s1 + term(at(m, row + j + 1)));
    s2 = f(s2 + term(at(m, row + j + 2)));
    s3 = f(s3 + term(at(m, row + j + 3)));
  }
  return f(f(s0 + s1) + f(s2 + s3));
}

function activateRow(m: Float32Array, sums: number, gain: number, shift: number, residual: number, out: number) {
  for (let j = 0; j < WIDTH; j++) {
    m[out + j] = greater(greater(at(m, sums + j), at(m, sums + WIDTH + j)), at(m, sums + 2 * WIDTH + j));
  }
  const mean = f(laneSum(m, out, (value) => value) / WIDTH);
  const squares = laneSum(m, out, (value) => {
    const distance = f(value - mean);
    return f(distance * distance);
  });
  const scale = f(1 / f(Math.sqrt(f(f(squares / WIDTH) + EPSILON))));
  for (let j = 0; j < WIDTH; j++) {
    const normal = f(f(at(m, out + j) - mean) * scale);
    const value = f(f(normal * at(m, gain + j)) + at(m, shift + j));
    m[out + j] = residual < 0 ? value : f(value + at(m, residual + j));
  }
}

/** The plain kernel over a block of memory seen as floats and as integers. */
export function scalarKernel(m: Float32Array, ints: Int32Array): Kernel {
  const kernel: Kernel = {
    affine(x, xStride, weight, bias, out, outStride, n, k, panels) {
      let row = 0;
      for (; row + 1 < n; row += 2) {
        const from = (x + row * xStride) / 4;
        const to = (out + row * outStride) / 4;
        affinePair(m, from, from + xStride / 4, weight / 4, bias / 4, to, to + outStride / 4, k, panels);
      }
      if (row < n) {
        affineRow(m, (x + row * xStride) / 4, weight / 4, bias / 4, (out + row * outStride) / 4, k, panels);
      }
    },
    activate(sums, gain, shift, residual, out, n) {
      for (let row = 0; row < n; row++) {
        const added = residual === 0 ? -1 : residual / 4 + row * WIDTH;
        activateRow(m, sums / 4 + row * SUMS, gain / 4, shift / 4, added, out / 4 + row * WIDTH);
      }
    },
    firstLayer(words, bias, sums, vectors, n) {
      for (let row = 0; row < n; row++) {
        const left = (ints[words / 4 + row] ?? 0) / 4 + WIDTH;
        const middle = (ints[words / 4 + row + 1] ?? 0) / 4;
        const right = (ints[words / 4 + row + 2] ?? 0) / 4 + WIDTH + 2 * SUMS;
        m.copyWithin(vectors / 4 + row * WIDTH, middle, middle + WIDTH);
        for (let j = 0; j < SUMS; j++) {
          const start = f(at(m, bias / 4 + j) + at(m, left + j));
          m[sums / 4 + row * SUMS + j] = f(f(start + at(m, middle + WIDTH + SUMS + j)) + at(m, right + j));
        }
      }
    },
    sumRows(out, a, b, c, d) {
      for (let j = 0; j < WIDTH; j++) {
        m[out / 4 + j] = f(f(f(at(m, a / 4 + j) + at(m, b / 4 + j)) + at(m, c / 4 + j)) + at(m, d / 4 + j));
      }
    },
    addSums(out, a) {
      for (let j = 0; j < SUMS; j++) {
        m[out / 4 + j] = f(at(m, out / 4 + j) + at(m, a / 4 + j));
      }
    },
    scoreActions(features, count, bias, hidden, weight, upperBias, scores, panels) {
      for (let j = 0; j < HIDDEN; j++) {
        let first = 0;
        let second = 0;
        for (let feature = 0; feature < count; feature++) {
          const row = (ints[features / 4 + feature] ?? 0) / 4 + j;
          first = f(first + at(m, row));
          second = f(second + at(m, row + HIDDEN));
        }
        m[hidden / 4 + j] = greater(f(first + at(m, bias / 4 + j)), f(second + at(m, bias / 4 + HIDDEN + j)));
      }
      affineRow(m, hidden / 4, weight / 4, upperBias / 4, scores / 4, HIDDEN, panels);
    },
  };
  return kernel;
}
