import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../viewer/app/text/marks.ts';
import { marksOf, segmentsOf } from '../../viewer/app/text/marks.ts';
import { nextOf, runsOf, statementsAt } from '../../viewer/app/text/reading.ts';
import {
  brief,
  bulletinName,
  counted,
  dateWords,
  isolated,
  predicateWords,
  webAddress,
} from '../../viewer/app/text/words.ts';
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

describe('a bulletin with its mentions', () => {
  const named = (id: string, start: number, end: number) => ({ id, name: id, type: 'Person' as const, start, end });

  test('words in two mentions belong to the shorter one, and the rest of the longer one goes on after it', () => {
    const runs = runsOf('the Russian president spoke', [named('putin', 0, 21), named('russia', 4, 11)], []);
    expect(runs.map(({ mention, goesOn, words }) => [mention?.id, goesOn, words.map(({ text }) => text)])).toEqual([
      ['putin', false, ['the ']],
      ['russia', false, ['Russian']],
      ['putin', true, [' president']],
      [undefined, false, [' spoke']],
    ]);
  });

  test('words of a mention are cut where a statement begins or ends', () => {
    const [run] = runsOf(
      'Wang Yi met',
      [named('wang', 0, 7)],
      [{ ...evidence('s'), quote: { start: 5, end: 11 }, object: null, place: null }],
    );
    expect(run?.words.map(({ text, marks }) => [text, marks.length])).toEqual([
      ['Wang ', 0],
      ['Yi', 1],
    ]);
  });

  test('the statement with the shortest words at a place comes first, and pressing it again gives the next', () => {
    const mark = (statement: string, start: number, end: number): Mark => ({ role: 'quote', statement, start, end });
    const statements = statementsAt([mark('outer', 0, 40), mark('inner', 10, 20), mark('middle', 5, 20)]);
    expect(statements).toEqual(['inner', 'middle', 'outer']);
    expect(nextOf(statements, null)).toBe('inner');
    expect(nextOf(statements, 'inner')).toBe('middle');
    expect(nextOf(statements, 'outer')).toBe('inner');
    expect(nextOf(statements, 'elsewhere')).toBe('inner');
    expect(nextOf([], 'elsewhere')).toBeNull();
  });

  test('law: runs put together are the text, and the words of a mention are in runs of it or of shorter ones', () => {
    const spans = fc.array(fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), spans, (text, given) => {
        const mentions = given.map(({ start, length }, at) => named(String(at), start, start + length));
        const runs = runsOf(text, mentions, []);
        expect(runs.flatMap(({ words }) => words.map((each) => each.text)).join('')).toBe(text);
        for (const { mention, start, words } of runs) {
          const end = start + words.reduce((sum, each) => sum + each.text.length, 0);
          const covering = mentions.filter((each) => each.start < end && each.end > start);
          const shortest = Math.min(...covering.map((each) => each.end - each.start));
          expect(mention === null ? Infinity : mention.end - mention.start).toBe(shortest);
        }
      }),
    );
  });
});

describe('names among other words', () => {
  test('a name is cut between letters as people see them, however many signs a letter has', () => {
    const marked = 'a\u0301'.repeat(100);
    expect(brief('Wang Yi')).toBe('Wang Yi');
    expect(brief('a\u0301'.repeat(60))).toBe('a\u0301'.repeat(60));
    expect(brief(marked)).toBe(`${'a\u0301'.repeat(79)}…`);
    expect(brief(`Q${'u'.repeat(9999)}`)).toHaveLength(80);
    expect(brief(`a${'\u0301'.repeat(9999)}`).length).toBeLessThan(900);
  });

  test.each([
    ['Wang Yi', 'Wang Yi'],
    ['José Núñez 😀', 'José Núñez 😀'],
    ['Anna \u202eKowalska', '\u2068Anna \u202eKowalska\u2069'],
    ['محمود عباس', '\u2068محمود عباس\u2069'],
  ])('%s turns nothing round it', (name, shown) => {
    expect(isolated(name)).toBe(shown);
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

describe('a bulletin is called', () => {
  const untitled = (begins: string, publishedAt: string | null = '2024-11-03T10:00:00Z') =>
    bulletinName({ title: null, begins, publishedAt });

  test('by its title, or by its day and first words', () => {
    expect(bulletinName({ title: 'Talks', begins: null, publishedAt: null })).toBe('Talks');
    expect(untitled('  Two ministers\nmet in Geneva. ')).toBe('3 Nov 2024: Two ministers met in Geneva.');
    const long = untitled(
      'The foreign ministers of both countries met in Geneva on Tuesday and agreed to meet there again in spring.',
    );
    expect(long).toBe('3 Nov 2024: The foreign ministers of both countries met in Geneva on Tuesday and…');
    expect(untitled('Two met.', null)).toBe('Undated: Two met.');
    expect(untitled('')).toBe('3 Nov 2024: no words');
  });

  test('by no more than a line, whatever its text is', () => {
    expect(untitled('x'.repeat(10_000)).length).toBeLessThan(100);
    expect(untitled('word '.repeat(10_000)).length).toBeLessThan(100);
  });
});
