import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bulletin } from '../../graph/model/bulletin.ts';
import { Extraction } from '../../graph/model/extraction.ts';
import { accepts, PREDICATES } from '../../graph/model/predicates.ts';
import { createExtractor } from '../../ingest/pipeline.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);
const bulletins: Bulletin[] = readdirSync(SAMPLES)
  .filter((name) => /\.(txt|md)$/.test(name))
  .map((name) => ({
    id: name,
    title: null,
    source: null,
    url: null,
    publishedAt: '2024-12-25',
    language: 'en',
    text: readFileSync(new URL(name, SAMPLES), 'utf8'),
  }));
const extractor = await createExtractor();

describe('the extraction of every sample', () => {
  it.each(bulletins.map((bulletin) => [bulletin.id, bulletin] as const))('%s keeps its contract', (_id, bulletin) => {
    const extraction = extractor.extract(bulletin);
    expect(Extraction.parse(extraction)).toEqual(extraction);
    const types = new Map(extraction.entities.map((entity) => [entity.id, entity.type]));
    for (const statement of extraction.statements) {
      const { subject, object, saidBy, place, quote, sentence } = statement;
      const spans = [subject, object, saidBy, place, quote, sentence].filter((span) => span !== null);
      expect(spans.map((span) => bulletin.text.slice(span.start, span.end))).toEqual(spans.map((span) => span.text));
      expect(quote.start).toBeGreaterThanOrEqual(sentence.start);
      expect(quote.end).toBeLessThanOrEqual(sentence.end);
      const row = PREDICATES.get(statement.predicate);
      expect(row).toBeDefined();
      expect(accepts(row?.subject ?? [], types.get(subject.entity) ?? null)).toBe(true);
      expect(accepts(row?.object ?? [], object === null ? null : (types.get(object.entity) ?? null))).toBe(true);
      expect(subject.entity).not.toBe(object?.entity);
    }
    for (const entity of extraction.entities) {
      for (const mention of entity.mentions) expect(bulletin.text.slice(mention.start, mention.end)).toBe(mention.text);
    }
  });

  it('finds statements in most of them', () => {
    const found = bulletins.filter((bulletin) => extractor.extract(bulletin).statements.length > 0);
    expect(found.length).toBeGreaterThan(bulletins.length * 0.9);
  });

  it('is the same twice', () => {
    for (const bulletin of bulletins.slice(0, 5)) {
      expect(extractor.extract(bulletin)).toEqual(extractor.extract(bulletin));
    }
  });
});

describe('odd input', () => {
  const read = (text: string): Extraction =>
    extractor.extract({ id: 'x', title: null, source: null, url: null, publishedAt: null, language: 'en', text });

  it.each(['', ' \n\n ', '!!! ??? ...', '42', 'MET MET MET', 'the of by with'])(
    '%j gives an extraction without statements',
    (text) => {
      expect(read(text).statements).toEqual([]);
    },
  );

  it('reads a sentence of two thousand words', () => {
    const list = Array.from({ length: 1000 }, (_, i) => `item${i},`).join(' ');
    expect(read(`France condemned Russia for ${list} and nothing else.`).statements.length).toBeGreaterThan(0);
  });

  it('leaves dates unresolved without a date of publication', () => {
    const [statement] = read('France condemned Russia on Monday.').statements;
    expect([statement?.predicate, statement?.date]).toEqual(['CRITICIZED', null]);
  });
});
