import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createExtractor } from '../../ingest/pipeline.ts';

const extractor = await createExtractor();

const actors = [
  'France',
  'the European Union',
  'Angela Merkel',
  'Iranian officials',
  'Hamas',
  'protesters in Kenya',
  '🚩 rebels',
  'İstanbul',
];
const acts = [
  'condemned',
  'will not meet',
  'imposed sanctions on',
  'was attacked by',
  'said it may sue',
  'and Japan held talks with',
  ', which threatened to invade',
  'signed',
  '—',
];
const sentence = fc.tuple(
  fc.constantFrom(...actors),
  fc.constantFrom(...acts),
  fc.constantFrom(...actors),
  fc.constantFrom('.', '!', ' in Peru.', '\n\n', '…'),
);
const text = fc
  .array(sentence, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map((part) => part.join(' ')).join(' '));

it('whatever it reads, each span is the text it names, quotes stay in their sentence, and both sides are known', () => {
  fc.assert(
    fc.property(text, (bulletin) => {
      const extraction = extractor.extract({
        id: 'law',
        title: null,
        source: null,
        url: null,
        publishedAt: '2025-03-05',
        language: 'en',
        text: bulletin,
      });
      const known = new Set(extraction.entities.map((entity) => entity.id));
      for (const { subject, object, saidBy, place, quote, sentence: whole } of extraction.statements) {
        for (const span of [subject, object, saidBy, place, quote, whole].filter((part) => part !== null)) {
          expect(bulletin.slice(span.start, span.end)).toBe(span.text);
        }
        expect(quote.start >= whole.start && quote.end <= whole.end).toBe(true);
        expect([subject, object, saidBy, place].every((part) => part === null || known.has(part.entity))).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
