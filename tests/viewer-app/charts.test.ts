import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linear, monthOf, ticks, timeTicks } from '../../viewer/app/charts/scale.ts';
import { yearTable } from '../../viewer/app/charts/years.ts';
import { here, joinMentions, waiting } from '../../viewer/app/state/panel.ts';

describe('scales', () => {
  test('a domain maps to its range, and one without extent to the middle', () => {
    expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0]);
    expect(linear([3, 3], [0, 10])(3)).toBe(5);
  });

  test('ticks are round, inside, and never many', () => {
    expect(ticks(0, 1, 4)).toEqual([0, 0.5, 1]);
    expect(ticks(-10, 10, 4)).toEqual([-10, -5, 0, 5, 10]);
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (low, extent, count) => {
          const marks = ticks(low, low + extent, count);
          expect(marks.length).toBeLessThanOrEqual(count + 1);
          for (const mark of marks) {
            expect(mark).toBeGreaterThanOrEqual(low - 1e-6);
            expect(mark).toBeLessThanOrEqual(low + extent + 1e-6);
          }
        },
      ),
    );
  });

  test('dates of any precision have a place on the axis', () => {
    expect(monthOf('2024-12')).toBe(2024 * 12 + 11);
    expect(monthOf('2024')).toBe(2024 * 12 + 6);
    expect(monthOf('2024-12-17') ?? 0).toBeCloseTo(2024 * 12 + 11.516, 2);
    expect(monthOf('soon')).toBeNull();
  });

  test('a time axis names months where there are few, else years', () => {
    expect(timeTicks(2024 * 12, 2024 * 12 + 3, 4).map(({ label }) => label)).toEqual([
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
    ]);
    expect(timeTicks(2000 * 12, 2024 * 12, 5).map(({ label }) => label)).toEqual([
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
    ]);
  });
});

describe('statements by year', () => {
  test('rows come most first, without gaps between years; a total counts what has no year too', () => {
    const table = yearTable([
      { year: '2021', predicate: 'MET', statements: 1 },
      { year: '2024', predicate: 'ACCUSED', statements: 5 },
      { year: '2024', predicate: 'MET', statements: 2 },
      { year: null, predicate: 'MET', statements: 7 },
    ]);
    expect(table).toEqual({
      years: [2021, 2022, 2023, 2024],
      rows: [
        { predicate: 'MET', total: 10, counts: [1, 0, 0, 2] },
        { predicate: 'ACCUSED', total: 5, counts: [0, 0, 0, 5] },
      ],
      most: 5,
      earlier: 0,
      undated: 7,
    });
  });

  test('years long ago are told as a number, not drawn', () => {
    const table = yearTable([
      { year: '1945', predicate: 'MET', statements: 3 },
      { year: '2024', predicate: 'MET', statements: 1 },
    ]);
    expect(table.years).toHaveLength(40);
    expect(table.earlier).toBe(3);
    expect(table.rows).toMatchObject([{ predicate: 'MET', total: 4 }]);
  });

  test('nothing is nothing', () => {
    expect(yearTable([])).toEqual({ years: [], rows: [], most: 0, earlier: 0, undated: 0 });
  });
});

test('pages of bulletins are joined, each bulletin once', () => {
  const bulletin = (id: string) => ({ id, title: null, begins: 'Two', source: null, publishedAt: null, mentions: 1 });
  const first = joinMentions(waiting, { bulletins: [bulletin('a'), bulletin('b')], total: 3, next: 'n' });
  const second = joinMentions(first, { bulletins: [bulletin('b'), bulletin('c')], total: 3, next: null });
  expect(second).toEqual(here({ bulletins: [bulletin('a'), bulletin('b'), bulletin('c')], total: 3, next: null }));
});
