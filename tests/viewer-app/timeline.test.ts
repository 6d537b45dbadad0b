import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDayOf, shownTimeline } from '../../viewer/app/state/shown-timeline.ts';
import { createCount, heightOf, nextFrame, spanOf } from '../../viewer/app/state/timeline.ts';
import { dayOf, daysOf, isoDay } from '../../viewer/app/state/traits.ts';
import { addToGraph, emptyView, setFilter } from '../../viewer/app/state/view.ts';
import { edge, node } from './sample.ts';
import { period, trait, traitsOf } from './traits.ts';

const relation = (quadClass: number | null, ...dates: string[]) => ({ quadClass, dates });

const timelineOf = (relations: readonly ReturnType<typeof relation>[]) => {
  const count = createCount();
  for (const { quadClass, dates } of relations) {
    for (const date of dates) count.add(daysOf(date)?.from ?? Number.NaN, quadClass);
  }
  return count.timeline();
};

describe('days', () => {
  test('a date known to the month or year allows all its days', () => {
    expect(daysOf('2024-02')).toEqual({ from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) });
    expect(daysOf('2023')).toEqual({ from: dayOf(2023, 1, 1), to: dayOf(2023, 12, 31) });
    expect(daysOf('soon')).toBeNull();
  });

  test('law: a day is written and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 100_000 }), (day) => {
        expect(daysOf(isoDay(day))).toEqual({ from: day, to: day });
      }),
    );
  });
});

describe('the histogram', () => {
  test('counts by day over weeks, by month over years, by year over decades', () => {
    expect(timelineOf([relation(1, '2024-01-01', '2024-02-01')]).width).toBe('day');
    expect(timelineOf([relation(1, '2022-01-01', '2024-02-01')]).width).toBe('month');
    expect(timelineOf([relation(1, '1990-01-01', '2024-02-01')]).width).toBe('year');
  });

  test('tells cooperation from conflict, and counts what has no date apart', () => {
    const { bins, undated, most } = timelineOf([
      relation(1, '2024-01-01', '2024-01-01', ''),
      relation(4, '2024-01-02'),
      relation(null, '2024-01-02'),
    ]);
    expect(bins.map(({ cooperation, conflict, neutral }) => [cooperation, conflict, neutral])).toEqual([
      [2, 0, 0],
      [0, 1, 1],
    ]);
    expect([undated, most]).toEqual([1, 2]);
  });

  test('knows the days of its first and last statement', () => {
    const { stated } = timelineOf([relation(1, '1990-05-02', '2024-02-01', '2001')]);
    expect(stated).toEqual({ from: dayOf(1990, 5, 2), to: dayOf(2024, 2, 1) });
    expect(timelineOf([]).stated).toBeNull();
  });

  test('one wrong year among hundreds does not stretch it', () => {
    const days = Array.from({ length: 400 }, (_, at) => isoDay(dayOf(2024, 1, 1) + (at % 60)));
    const timeline = timelineOf([relation(1, '0099-01-01', ...days)]);
    expect(spanOf(timeline)?.from).toBe(dayOf(2024, 1, 1));
    expect(timeline.bins.reduce((sum, bin) => sum + heightOf(bin), 0)).toBe(401);
  });

  test('law: every dated statement is in exactly one bin, and the bins join', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }), (days) => {
        const { bins } = timelineOf([relation(1, ...days.map(isoDay))]);
        expect(bins.reduce((sum, bin) => sum + heightOf(bin), 0)).toBe(days.length);
        bins.slice(1).forEach((bin, at) => expect(bin.from).toBe((bins[at]?.to ?? 0) + 1));
      }),
    );
  });

  test('does not change while a period is chosen on it', () => {
    const met = edge('a', 'MET', 'b');
    const view = addToGraph({ nodes: [node('a'), node('b')], edges: [met] })(emptyView);
    const traits = traitsOf({ [met.id]: [trait('2024-01-01'), trait('2024-03-01')] });
    const plovers = new Map<string, string | null>();
    const before = shownTimeline(view, traits, plovers);
    const chosen = setFilter({ kind: 'period', period: period('2024-01', '2024-01') })(view);
    expect(shownTimeline(chosen, traits, plovers)).toBe(before);
  });
});

describe('the film', () => {
  const timeline = timelineOf([relation(1, '2024-01-01', '2024-01-02', '2024-01-05')]);
  const windowOf = (first: number, last: number) => ({
    from: timeline.bins[first]?.from ?? NaN,
    to: timeline.bins[last]?.to ?? NaN,
  });

  test('begins with the first bin, or where the first day of what is looked at lies', () => {
    expect(nextFrame(timeline, null)).toEqual(windowOf(0, 0));
    expect(nextFrame(timeline, null, dayOf(2024, 1, 2))).toEqual(windowOf(1, 1));
    expect(nextFrame(timeline, null, dayOf(2024, 1, 3))).toEqual(windowOf(4, 4));
  });

  test('keeps the length of what is chosen, passes over what holds nothing, and ends at the last bin', () => {
    expect(nextFrame(timeline, windowOf(0, 0))).toEqual(windowOf(1, 1));
    expect(nextFrame(timeline, windowOf(1, 1))).toEqual(windowOf(4, 4));
    expect(nextFrame(timeline, windowOf(0, 1))).toEqual(windowOf(1, 2));
    expect(nextFrame(timeline, windowOf(1, 2))).toEqual(windowOf(3, 4));
    expect(nextFrame(timeline, windowOf(4, 4))).toBeNull();
  });

  test('of what is selected begins with its own first statement that the filters leave', () => {
    const [met, accused] = [edge('a', 'MET', 'b'), edge('b', 'ACCUSED', 'c')];
    const view = addToGraph({ nodes: [node('a'), node('b'), node('c')], edges: [met, accused] })(emptyView);
    const traits = traitsOf({
      [met.id]: [trait('2020-01-01')],
      [accused.id]: [trait('2022-05-01', { negated: true }), trait('2023-01-01')],
    });
    const first = (now: typeof view, id: string) =>
      firstDayOf(now, traits, new Map(), ({ source, target }) => source === id || target === id);
    expect([first(view, 'a'), first(view, 'c')]).toEqual([dayOf(2020, 1, 1), dayOf(2022, 5, 1)]);
    const affirmed = setFilter({ kind: 'polarity', negated: false })(view);
    expect(first(affirmed, 'c')).toBe(dayOf(2023, 1, 1));
    expect(first(view, 'nobody')).toBeNull();
  });
});
