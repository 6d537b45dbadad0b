/**
 * The network's one block of memory: the weights as weights.bin has them, then the regions that its parts reserve. All
 * places are byte addresses, multiples of 64; address 0 is never a place, so that the kernel can read 0 as "none".
 */
import { createKernel, type Kernel } from './kernel/kernel.ts';
import { type ModelDescription, ModelFormatError } from './model/schema.ts';

const FLOAT = 4;
const LINE = 64;

export class NetworkMemory {
  readonly kernel: Kernel;
  /** The block as floats; index is address / 4. */
  readonly floats: Float32Array;
  /** The block as integers; index is address / 4. */
  readonly ints: Int32Array;
  readonly simd: boolean;
  readonly #tensors: ModelDescription['tensors'];
  readonly #weights: number;
  #end = LINE;

  /**
   * @param bytes size of the block; what is never touched takes no memory of the machine
   * @throws {ModelFormatError} when the weights are shorter than the model says
   */
  constructor(bytes: number, model: ModelDescription, weights: Uint8Array, simd: boolean) {
    const made = createKernel(bytes, simd);
    this.kernel = made.kernel;
    this.floats = made.floats;
    this.ints = made.ints;
    this.simd = made.simd;
    this.#tensors = model.tensors;
    const needed = Math.max(...Object.values(model.tensors).map(([offset, floats]) => offset + floats * FLOAT));
    if (weights.length !== needed) {
      throw new ModelFormatError(
        `weights.bin has ${weights.length} bytes, the model needs ${needed}; reinstall the package or run ingest/nlp/model/convert.py`,
      );
    }
    this.#weights = this.reserve(weights.length / FLOAT);
    new Uint8Array(this.floats.buffer, this.#weights, weights.length).set(weights);
  }

  /** A new region of `floats` zeros, numbers or addresses. */
  reserve(floats: number): number {
    const place = this.#end;
    this.#end = Math.ceil((place + floats * FLOAT) / LINE) * LINE;
    if (this.#end > this.floats.byteLength) {
      throw new RangeError(`the network's memory of ${this.floats.byteLength} bytes is too small for its parts`);
    }
    return place;
  }

  /** The address of a tensor that has `floats` floats. Throws {@link ModelFormatError} when the model has no such tensor. */
  tensor(name: string, floats: number): number {
    const place = Object.hasOwn(this.#tensors, name) ? this.#tensors[name] : undefined;
    if (place === undefined || place[1] !== floats) {
      throw new ModelFormatError(
        `model.json: tensor ${name} should have ${floats} floats, not ${place?.[1] ?? 'be missing'}; run ingest/nlp/model/convert.py`,
      );
    }
    return this.#weights + place[0];
  }

  /** Copies floats between two regions. */
  copy(from: number, to: number, floats: number): void {
    this.floats.copyWithin(to / FLOAT, from / FLOAT, from / FLOAT + floats);
  }
}
