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

  it.each([
    ['The minister arrives on Friday.', 'Friday', '2024-05-17'],
    ['The ministers meet on Monday.', 'Monday', '2024-05-13'],
    ['The session opens on 3 June.', '3 June', '2024-06-03'],
    ['A strike was called for Saturday.', 'Saturday', '2024-05-18'],
    ['The minister is to arrive on Monday.', 'Monday', '2024-05-20'],
    ['Unemployment rose in the third quarter.', 'the third quarter', '2023-Q3'],
  ])(
    'takes the nearer date for the present tense, and the coming one for what is planned: %s',
    async (text, words, value) => {
      expect(await values(text)).toEqual([[words, value]]);
    },
  );

  it.each([
    ['The bridge closed in 2015 and reopened three years later.', 'three years later', '2018'],
    ['The hostage was seized on 3 March and freed ten days later.', 'ten days later', '2024-03-13'],
    ['He was elected in 2003 and resigned the following year.', 'the following year', '2004'],
    ['The coup began on 3 March 2021; the president had fled a day earlier.', 'a day earlier', '2021-03-02'],
    ['He was jailed in May 1998 and his brother in the same year.', 'the same year', '1998'],
  ])('counts from the date told before: %s', async (text, words, value) => {
    expect((await values(text)).at(-1)).toEqual([words, value]);
  });

  it('gives no date for days after a month: nobody can count them', async () => {
    expect((await values('The siege began in May 2020 and ended ten days later.')).at(-1)).toEqual([
      'ten days later',
      null,
    ]);
  });

  it.each([
    ['The bomb went off at 9:15 pm on Saturday.', '9:15 pm on Saturday', '2024-05-11T21:15'],
    ['They spoke on the evening of 13 May.', 'the evening of 13 May', '2024-05-13TEV'],
    ['Two people were killed overnight.', 'overnight', '2024-05-15TNI'],
    ['The agreement of 24/12/2020 lapsed.', '24/12/2020', '2020-12-24'],
    ['The agreement of 05/06/2020 lapsed.', '05/06/2020', '2020'],
    ['The island was shelled on Christmas Eve.', 'Christmas Eve', '2023-12-24'],
    ['They met on the last day of February 2024.', 'the last day of February 2024', '2024-02-29'],
    ['It was a two-day visit.', 'two-day', 'P2D'],
    ['The ruins are two hundred years old.', 'two hundred years', 'P200Y'],
    ['Exports doubled over the past decade.', 'the past decade', 'P1DE'],
    ['The court sits on Tuesdays.', 'Tuesdays', 'XXXX-WXX-2'],
    ['The board meets every two months.', 'every two months', 'P2M'],
  ])('reads times, days, lengths and repetitions whole: %s', async (text, words, value) => {
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
