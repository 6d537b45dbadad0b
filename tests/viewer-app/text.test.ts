import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../viewer/app/text/marks.ts';
import { marksOf, segmentsOf } from '../../viewer/app/text/marks.ts';
import { counted, dateWords, predicateWords, webAddress } from '../../viewer/app/text/words.ts';
import { evidence } from './sample.ts';

describe('marks', () => {
  test('the words of a statement are cut out of its sentence with their roles', () => {
    const statement = evidence('s');
    const segments = segmentsOf(statement.sentence.text, statement.sentence.start, marksOf(statement));
    expect(segments.map(({ text, marks }) => [text, marks.map(({ role }) => role).toSorted()])).toEqual([
      ['Wang Yi', ['quote', 'subject']],
      [' met ', ['quote']],
      ['Takeshi Iwaya', ['object', 'quote']],
      [' in ', []],
      ['Beijing', ['place']],
      ['.', []],
    ]);
  });

  const span = fc.record({ start: fc.integer({ min: -5, max: 70 }), end: fc.integer({ min: -5, max: 70 }) });

  test('law: segments put together are the text, and each unit has exactly the marks that cover it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(20), fc.array(span), (text, offset, spans) => {
        const marks: Mark[] = spans.map(({ start, end }, index) => ({
          role: 'subject',
          start,
          end,
          statement: String(index),
        }));
        const segments = segmentsOf(text, offset, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const segment of segments) {
          for (let unit = 0; unit < segment.text.length; unit += 1) {
            const at = segment.start + unit;
            const covering = marks.filter((mark) => mark.start <= at && at < mark.end);
            expect(segment.marks.map((mark) => mark.statement).toSorted()).toEqual(
              covering.map((mark) => mark.statement).toSorted(),
            );
          }
        }
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['2024-12-25', '25 Dec 2024'],
    ['2024-12-05T10:00:00Z', '5 Dec 2024'],
    ['2024-11', 'Nov 2024'],
    ['2024', '2024'],
    ['2024-W03', '2024'],
    ['last week', 'last week'],
    [null, 'no date'],
  ])('the date %s reads %s', (date, words) => {
    expect(dateWords(date)).toBe(words);
  });

  test('counts and predicates', () => {
    expect(counted(1240, 'entity', 'entities')).toBe('1,240 entities');
    expect(counted(1, 'entity', 'entities')).toBe('1 entity');
    expect(predicateWords('EASED_RESTRICTIONS_ON')).toBe('EASED RESTRICTIONS ON');
  });

  test.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['samples/a.md', null],
    [null, null],
  ])('the address %s links to %s', (url, link) => {
    expect(webAddress(url)).toBe(link);
  });
});
