/**
 * Speed of the whole extractor beside its English pipeline alone, stage by stage, one thread, over texts not seen before.
 * `npm run bench:extract [-- --texts FILE.ndjson] [--count N] [--batch N]`; FILE has a `text` and perhaps a `date` a line.
 * Prints tokens a second and writes bench/extract.json. Exit code 2: no texts.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Bulletin } from '../graph/model/bulletin.ts';
import { resolveDocument } from '../ingest/coreference/index.ts';
import { resolveDates } from '../ingest/dates/index.ts';
import { loadGazetteer } from '../ingest/gazetteer/index.ts';
import { findMentions } from '../ingest/mentions/index.ts';
import { loadModel } from '../ingest/nlp/index.ts';
import { createExtractor } from '../ingest/pipeline.ts';

const DEFAULT_TEXTS = fileURLToPath(new URL('../../shared/bulletins/current-events.jsonl', import.meta.url));
const WARM_UP = 200;
const Line = z.object({ text: z.string().min(1), date: z.string().nullable().optional() });

/** Seconds that each stage took; `extract` is all of them together, run by itself. */
interface Timing {
  readonly tokens: number;
  readonly nlp: number;
  readonly mentions: number;
  /** Mentions and who they mean. */
  readonly coreference: number;
  readonly dates: number;
  readonly extract: number;
}

function readTexts(path: string, count: number): Bulletin[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const step = Math.max(1, Math.floor(lines.length / (count + WARM_UP)));
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, count + WARM_UP)
    .map((line, i) => {
      const { text, date = null } = Line.parse(JSON.parse(line));
      return { id: String(i), title: null, source: null, url: null, publishedAt: date, language: 'en', text };
    });
}

const parser = await loadModel();
const gazetteer = loadGazetteer();
const extractor = await createExtractor({ parser });

function timed<T>(run: () => T): [T, number] {
  const start = performance.now();
  const made = run();
  return [made, (performance.now() - start) / 1000];
}

function time(bulletins: readonly Bulletin[]): Timing {
  const [docs, nlp] = timed(() => bulletins.map((bulletin) => parser.parse(bulletin.text)));
  const [, mentions] = timed(() => docs.map((doc) => findMentions(doc, gazetteer)));
  const [, coreference] = timed(() =>
    docs.map((doc, i) => resolveDocument(doc, { date: bulletins[i]?.publishedAt ?? null, gazetteer })),
  );
  const [, dates] = timed(() => docs.map((doc, i) => resolveDates(doc, bulletins[i]?.publishedAt ?? null)));
  const [, extract] = timed(() => bulletins.map((bulletin) => extractor.extract(bulletin)));
  return { tokens: docs.reduce((sum, doc) => sum + doc.tokens.length, 0), nlp, mentions, coreference, dates, extract };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string', default: DEFAULT_TEXTS },
      count: { type: 'string', default: '2000' },
      batch: { type: 'string', default: '250' },
    },
  });
  if (!existsSync(values.texts)) {
    process.stderr.write('bench:extract: give the texts to measure with: --texts FILE.ndjson, a "text" a line\n');
    process.exitCode = 2;
    return;
  }
  const size = z.coerce.number().int().positive();
  const texts = readTexts(values.texts, size.parse(values.count));
  time(texts.slice(0, WARM_UP));
  const batches: Timing[] = [];
  for (let start = WARM_UP; start < texts.length; start += size.parse(values.batch))
    batches.push(time(texts.slice(start, start + size.parse(values.batch))));
  const sum = (of: keyof Timing): number => batches.reduce((total, batch) => total + batch[of], 0);
  const [tokens, nlp, mentions, resolved, dates, extract] = [
    sum('tokens'),
    sum('nlp'),
    sum('mentions'),
    sum('coreference'),
    sum('dates'),
    sum('extract'),
  ];
  const share = (seconds: number): number => Number((seconds / nlp).toFixed(3));
  const measured = {
    texts: texts.length - WARM_UP,
    tokens,
    node: process.version,
    nlpTokensPerSecond: Math.round(tokens / nlp),
    extractTokensPerSecond: Math.round(tokens / extract),
    /** The whole's speed as a share of the English pipeline's own. */
    ratio: Number((nlp / extract).toFixed(3)),
    /** Seconds of each stage for one second of the English pipeline. */
    stages: {
      mentions: share(mentions),
      coreference: share(resolved - mentions),
      dates: share(dates),
      statements: share(extract - nlp - resolved - dates),
    },
  };
  writeFileSync(new URL('./extract.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
}

main();
