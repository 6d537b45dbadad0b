/**
 * The English pipeline: `const pipeline = await loadModel(); pipeline.parse(text)`.
 * It imports nothing outside this folder and needs no network; a model is loaded in some 0.2 s and is then good for any
 * number of texts, one at a time.
 */
import { readFile } from 'node:fs/promises';
import { parseModelDescription } from './model/schema.ts';
import { NeuralModel, type NeuralOptions } from './neural.ts';
import { Pipeline } from './pipeline.ts';

export { MAX_TEXT_LENGTH, type Pipeline, TextTooLongError } from './pipeline.ts';

/**
 * A file of the model is missing or cannot be read.
 * @public
 */
export class ModelUnreadableError extends Error {
  override readonly name = 'ModelUnreadableError';
}

async function readModelFile(name: string): Promise<Uint8Array> {
  const file = new URL(`./model/${name}`, import.meta.url);
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ModelUnreadableError(`The English model's ${file.pathname} cannot be read: reinstall the package.`, {
      cause,
    });
  }
}

/**
 * Loads the model that comes with the package.
 * @param options `simd: false` takes the plain TypeScript kernel, which gives the same output more slowly; the default is
 * WebAssembly SIMD where the machine has it
 * @throws ModelUnreadableError, ModelFormatError
 */
export async function loadModel(options: NeuralOptions = {}): Promise<Pipeline> {
  const [description, weights] = await Promise.all([readModelFile('model.json'), readModelFile('weights.bin')]);
  const model = parseModelDescription(new TextDecoder().decode(description));
  return new Pipeline(model, NeuralModel.load(weights, model, options));
}
