/** The pipeline says what spaCy says, in every column, on every recorded token. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../ingest/nlp/index.ts';
import { COLUMNS, columnsOf, differences } from './columns.ts';
import { type Golden, longGolden, ownGolden, sampleGolden } from './golden.ts';

const pipeline = await loadModel();
const scalar = await loadModel({ simd: false });

function wrongTokens(golden: Golden, run: typeof pipeline): readonly unknown[] {
  return differences(golden.columns, columnsOf(run.parse(golden.text))).map((difference) => ({
    text: golden.text,
    ...difference,
  }));
}

describe('on the project’s own texts', () => {
  const golden = ownGolden();
  const groups = [...new Set(golden.map(({ name }) => name))];

  it('has at least 300 of them', () => {
    expect(golden.length).toBeGreaterThanOrEqual(300);
  });

  it.each(groups)('agrees with spaCy: %s', (group) => {
    const texts = golden.filter(({ name }) => name === group);
    expect(texts.flatMap((text) => wrongTokens(text, pipeline))).toEqual([]);
  });

  it.each(groups)('agrees with spaCy without SIMD: %s', (group) => {
    const texts = golden.filter(({ name }) => name === group);
    expect(texts.flatMap((text) => wrongTokens(text, scalar))).toEqual([]);
  });
});

describe('on the sample bulletins', () => {
  it.each(sampleGolden())('agrees with spaCy: $name', (golden) => {
    expect(golden.columns.start.length).toBeGreaterThan(0);
    expect(wrongTokens(golden, pipeline)).toEqual([]);
  });
});

describe('on a text of 100,000 characters', () => {
  it('agrees with spaCy in every column', () => {
    const { text, characters, tokens, hashes } = longGolden();
    expect(Array.from(text)).toHaveLength(characters);
    expect(characters).toBeGreaterThanOrEqual(100_000);
    const columns = columnsOf(pipeline.parse(text));
    expect(columns.start).toHaveLength(tokens);
    const actual = COLUMNS.map((name) => [name, createHash('sha256').update(columns[name].join('\x1f')).digest('hex')]);
    expect(Object.fromEntries(actual)).toEqual(hashes);
  }, 60_000);
});
