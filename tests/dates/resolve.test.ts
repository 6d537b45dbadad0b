import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDates } from '../../ingest/dates/index.ts';
import { parse } from '../support/nlp.ts';

/** A Wednesday. */
const REFERENCE = '2024-05-15';

async function values(text: string, reference: string | null = REFERENCE): Promise<[string, string | null][]> {
  return resolveDates(await parse(text), reference).map((found) => [found.text, found.value]);
}

describe('resolveDates', () => {
  it.each([
    ['The envoys met on 3 March 2021 in Oslo.', '3 March 2021', '2021-03-03'],
    ['The envoys met on March 3, 2021 in Oslo.', 'March 3, 2021', '2021-03-03'],
    ['The treaty of June 1998 lapsed.', 'June 1998', '1998-06'],
    ['Both sides signed it in 2019.', '2019', '2019'],
    ['The border was closed in the 1990s.', 'the 1990s', '199'],
    ['Exports fell in the third quarter of 2023.', 'the third quarter of 2023', '2023-Q3'],
    ['The talks broke down in summer 2022.', 'summer 2022', '2022-SU'],
  ])('reads what names its own year: %s', async (text, words, value) => {
    expect(await values(text)).toEqual([[words, value]]);
  });

  it.each([
    ['The minister arrived on Monday.', 'Monday', '2024-05-13'],
    ['The minister arrived on Wednesday.', 'Wednesday', '2024-05-15'],
    ['The minister will arrive on Monday.', 'Monday', '2024-05-20'],
    ['The minister resigned last Friday.', 'last Friday', '2024-05-10'],
    ['The minister resigned yesterday.', 'yesterday', '2024-05-14'],
    ['The minister left two weeks ago.', 'two weeks ago', '2024-W18'],
    ['The minister left three days ago.', 'three days ago', '2024-05-12'],
    ['The minister was appointed last month.', 'last month', '2024-04'],
    ['The minister was appointed earlier this year.', 'earlier this year', '2024'],
    ['The minister is set to visit Lima next year.', 'next year', '2025'],
    ['The minister was appointed in December.', 'December', '2023-12'],
    ['The minister will step down in December.', 'December', '2024-12'],
    ['The minister was elected in March of last year.', 'March of last year', '2023-03'],
    ['The ban applies until 2 April.', '2 April', '2025-04-02'],
  ])('counts from the date of the bulletin: %s', async (text, words, value) => {
    expect(await values(text)).toEqual([[words, value]]);
  });

  it('leaves a relative date unresolved, and says so, where the bulletin has no date', async () => {
    expect(await values('The minister arrived on Monday, after a visit in 2019.', null)).toEqual([
      ['Monday', null],
      ['2019', '2019'],
    ]);
  });

  it.each([
    ['The siege lasted three weeks.', 'three weeks', 'P3W', 'DURATION'],
    ['They ended a 40-year war.', '40-year', 'P40Y', 'DURATION'],
    ['The two meet every week.', 'every week', 'P1W', 'SET'],
    ['The blast came at 8:30 p.m. in Quito.', '8:30 p.m.', '2024-05-15T20:30', 'TIME'],
  ])('tells lengths, repetitions and clock times apart: %s', async (text, words, value, type) => {
    const found = resolveDates(await parse(text), REFERENCE);
    expect(found.map((date) => [date.text, date.value, date.type])).toContainEqual([words, value, type]);
  });

  it.each([
    'The ministry may act.',
    'The march ended peacefully.',
    'Officials counted 2000 people at the border.',
    'It was the second attack.',
  ])('finds no date in: %s', async (text) => {
    expect(await values(text)).toEqual([]);
  });

  it('gives spans that are the words of the text, in order and without overlap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'on Monday',
            'in May 2020',
            'last year',
            '3',
            'the',
            'ministers met',
            ',',
            'July 4',
            'two days ago',
            '.',
          ),
          { maxLength: 25 },
        ),
        async (pieces) => {
          const text = pieces.join(' ');
          let end = 0;
          for (const found of resolveDates(await parse(text), REFERENCE)) {
            expect(text.slice(found.start, found.end)).toBe(found.text);
            expect(found.start).toBeGreaterThanOrEqual(end);
            end = found.end;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
