/**
 * The two hashes of spaCy's pipeline: MurmurHash64A (seed 1) for the ids of strings, and thinc's MurmurHash3 of one
 * 64-bit id, which picks the rows of an embedding table. 64-bit numbers are kept as two 32-bit halves: BigInt is slower.
 */

/** A 64-bit number in two unsigned halves. */
export interface Uint64 {
  readonly hi: number;
  readonly lo: number;
}

const MURMUR_HI = 0xc6a4a793;
const MURMUR_LO = 0x5bd1e995;
const SEED = 1;
const encoder = new TextEncoder();
let bytes = new Uint8Array(256);

// The result of the last multiply(), in two halves that may be negative.
let hi = 0;
let lo = 0;

function multiply(aHi: number, aLo: number, bHi: number, bLo: number): void {
  const a0 = aLo & 0xffff;
  const a1 = aLo >>> 16;
  const b0 = bLo & 0xffff;
  const b1 = bLo >>> 16;
  const low = Math.imul(a0, b0) >>> 0;
  const middle = a1 * b0 + (low >>> 16);
  const other = a0 * b1 + (middle % 0x10000);
  const carried = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000);
  lo = Math.imul(aLo, bLo);
  hi = (carried + Math.imul(aHi, bLo) + Math.imul(aLo, bHi)) | 0;
}

function readUint32(at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

/** MurmurHash64A over the UTF-8 bytes of `text`, seed 1. */
export function murmur64(text: string): Uint64 {
  if (bytes.length < text.length * 3 + 8) {
    bytes = new Uint8Array(text.length * 6 + 8);
  }
  const length = encoder.encodeInto(text, bytes).written;
  // Zeros after the end, so that the last bytes are read as one word of 8.
  bytes.fill(0, length, length + 8);
  multiply(0, length, MURMUR_HI, MURMUR_LO);
  let h1 = hi;
  let h0 = lo ^ SEED;
  const whole = length & ~7;
  for (let at = 0; at < whole; at += 8) {
    multiply(readUint32(at + 4), readUint32(at), MURMUR_HI, MURMUR_LO);
    multiply(hi, lo ^ (hi >>> 15), MURMUR_HI, MURMUR_LO);
    multiply(h1 ^ hi, h0 ^ lo, MURMUR_HI, MURMUR_LO);
    h1 = hi;
    h0 = lo;
  }
  if (length > whole) {
    multiply(h1 ^ readUint32(whole + 4), h0 ^ readUint32(whole), MURMUR_HI, MURMUR_LO);
    h1 = hi;
    h0 = lo;
  }
  multiply(h1, h0 ^ (h1 >>> 15), MURMUR_HI, MURMUR_LO);
  return { hi: hi >>> 0, lo: (lo ^ (hi >>> 15)) >>> 0 };
}

/** The ids that spaCy gives to strings: the symbols' own small numbers, 0 for the empty string, else the hash. */
export class StringIds {
  readonly #symbols: ReadonlyMap<string, number>;

  constructor(symbols: Readonly<Record<string, number>>) {
    this.#symbols = new Map(Object.entries(symbols));
  }

  /** The id in two halves. */
  halves(text: string): Uint64 {
    const symbol = this.#symbols.get(text);
    return symbol === undefined ? murmur64(text) : { hi: 0, lo: symbol };
  }

  /** The id as one number. */
  id(text: string): bigint {
    const { hi: high, lo: low } = this.halves(text);
    return (BigInt(high) << 32n) | BigInt(low);
  }
}

/**
 * The four rows (0 to `rows` - 1) that an embedding table of `rows` rows has for an id; thinc's MurmurHash3_x86_128 with
 * the column's seed.
 */
export function embeddingRows(id: Uint64, seed: number, rows: number): [number, number, number, number] {
  multiply(id.hi, id.lo, 0x87c37b91, 0x114253d5);
  // Rotated left by 31 bits.
  multiply((hi << 31) | (lo >>> 1), (lo << 31) | (hi >>> 1), 0x4cf5ad43, 0x2745937f);
  let a1 = hi;
  let a0 = lo ^ seed ^ 8;
  const start = (seed ^ 8) >>> 0;
  // h1 += h2; h2 += h1
  let sum = (a0 >>> 0) + start;
  a1 = (a1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  a0 = sum | 0;
  sum = start + (a0 >>> 0);
  let b1 = (a1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  let b0 = sum | 0;
  finish(a1, a0);
  a1 = hi;
  a0 = lo;
  finish(b1, b0);
  b1 = hi;
  b0 = lo;
  sum = (a0 >>> 0) + (b0 >>> 0);
  a1 = (a1 + b1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  a0 = sum | 0;
  sum = (b0 >>> 0) + (a0 >>> 0);
  b1 = (b1 + a1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  b0 = sum | 0;
  return [(a0 >>> 0) % rows, (a1 >>> 0) % rows, (b0 >>> 0) % rows, (b1 >>> 0) % rows];
}

/** MurmurHash3's last mixing of one 64-bit word, left in `hi` and `lo`. */
function finish(high: number, low: number): void {
  multiply(high, low ^ (high >>> 1), 0xff51afd7, 0xed558ccd);
  multiply(hi, lo ^ (hi >>> 1), 0xc4ceb9fe, 0x1a85ec53);
  lo ^= hi >>> 1;
}
