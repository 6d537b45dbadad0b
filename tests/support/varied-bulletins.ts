/**
 * Many different bulletins made of the samples' sentences, the same in every run: each is a stretch of one sample, at times
 * with a line of another, of its own date; some are near-identical, as agency copy is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seededRandom } from './random.ts';

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const SOURCES = ['Harbor Wire', 'Coast Times', 'Inland Post', 'Strait Review'];
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAYS = 300;
const DAY_MS = 86_400_000;

/** The sentences of each sample, one a line there. */
function samples(): string[][] {
  return readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) =>
      readFileSync(`${SAMPLES}${name}`, 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
}

/** NDJSON lines of `count` bulletins with the ids `v0`, `v1` and so on. */
export function variedBulletins(count: number, seed = 1): string[] {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const all = samples();
  return Array.from({ length: count }, (_, index) => {
    const sample = all[below(all.length)] ?? [];
    const start = below(Math.max(1, sample.length - 3));
    const lines = sample.slice(start, start + 3 + below(3));
    const other = all[below(all.length)] ?? [];
    if (random() < 0.5) lines.push(other[below(other.length)] ?? '');
    const date = new Date(FIRST_DAY + below(DAYS) * DAY_MS).toISOString().slice(0, 10);
    const source = SOURCES[below(SOURCES.length)] ?? null;
    return JSON.stringify({ id: `v${index}`, date, source, title: `Bulletin ${index}`, text: lines.join('\n') });
  });
}
