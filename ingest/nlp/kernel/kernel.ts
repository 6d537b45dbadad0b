/**
 * The network's inner loops over one block of memory: WebAssembly SIMD (kernel.wat) where the machine has it, else plain
 * TypeScript (scalar.ts). Both give the same bits. Addresses are in bytes, multiples of 16; strides are in bytes.
 */
import { readFileSync } from 'node:fs';
import { scalarKernel } from './scalar.ts';

export interface Kernel {
  /**
   * `out[row] = bias + x[row] * weight` for `n` rows; `k` inputs, a multiple of 4; outputs in panels of 16. Sums start with
   * the bias and add inputs in order. `x` and `out` may not overlap.
   */
  affine(
    x: number,
    xStride: number,
    weight: number,
    bias: number,
    out: number,
    outStride: number,
    n: number,
    k: number,
    panels: number,
  ): void;
  /**
   * Maximum of three pieces of 96 sums, layer normalisation, and `residual` added unless it is 0, for `n` rows. `out` may
   * not overlap `sums`.
   */
  activate(sums: number, gain: number, shift: number, residual: number, out: number, n: number): void;
  /**
   * First layer of a window of three from kept words (96 floats, then three times 288 products). `words` holds `n` + 2
   * addresses; `sums` gets `n` rows of 288 and `vectors` the `n` middle words' 96.
   */
  firstLayer(words: number, bias: number, sums: number, vectors: number, n: number): void;
  /** `out = ((a + b) + c) + d`, 96 floats. */
  sumRows(out: number, a: number, b: number, c: number, d: number): void;
  /** `out += a`, 288 floats. */
  addSums(out: number, a: number): void;
  /**
   * Scores of a state's actions: `count` rows of 2 x 64 floats, whose addresses are at `features`, are summed with the
   * bias; the greater pieces go to `hidden` and through an affine layer to `scores`, 16 for each panel.
   */
  scoreActions(
    features: number,
    count: number,
    bias: number,
    hidden: number,
    weight: number,
    upperBias: number,
    scores: number,
    panels: number,
  ): void;
}

/** A kernel with the memory that it works on. */
export interface KernelMemory {
  readonly kernel: Kernel;
  readonly floats: Float32Array;
  readonly ints: Int32Array;
  readonly simd: boolean;
}

const PAGE = 65_536;
const NAMES = ['affine', 'activate', 'firstLayer', 'sumRows', 'addSums', 'scoreActions'] as const;

function isKernel(exports: Readonly<Record<string, unknown>>): exports is Readonly<Record<string, unknown>> & Kernel {
  return NAMES.every((name) => typeof exports[name] === 'function');
}

/**
 * Makes `bytes` of zeroed memory and the kernel over it. With `simd` false, or where the machine has no WebAssembly SIMD, the
 * kernel is the plain one.
 */
export function createKernel(bytes: number, simd = true): KernelMemory {
  if (simd && typeof WebAssembly !== 'undefined') {
    const code = readFileSync(new URL('./kernel.wasm', import.meta.url));
    if (WebAssembly.validate(code)) {
      const pages = Math.ceil(bytes / PAGE);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
      if (!isKernel(exports)) {
        throw new Error('kernel.wasm lacks a function; compile it again with node ingest/nlp/kernel/build.js');
      }
      return {
        kernel: exports,
        floats: new Float32Array(memory.buffer),
        ints: new Int32Array(memory.buffer),
        simd: true,
      };
    }
  }
  const buffer = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
  const floats = new Float32Array(buffer);
  const ints = new Int32Array(buffer);
  return { kernel: scalarKernel(floats, ints), floats, ints, simd: false };
}
