// Compiles kernel.wat to kernel.wasm, which is committed; a test compiles it again and compares.
import { readFile, writeFile } from 'node:fs/promises';
import wabtModule from 'wabt';

const source = new URL('./kernel.wat', import.meta.url);
const target = new URL('./kernel.wasm', import.meta.url);

const wabt = await wabtModule();
const module = wabt.parseWat('kernel.wat', await readFile(source, 'utf8'), { simd: true });
module.resolveNames();
module.validate();
await writeFile(target, module.toBinary({}).buffer);
