/** What makes statements of one slot one event, and that it does not depend on their order. */
import { array, assert, constantFrom, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf, type Telling } from '../../graph/writing/happening.ts';

let count = 0;
const told = (date: string, more: Partial<Telling> = {}): Telling => ({
  id: `s${++count}`,
  slot: 'slot',
  predicate: 'MET',
  date,
  isAssumed: false,
  place: null,
  sides: ['', ''],
  source: 'Wire',
  ...more,
});

/** Numbers of the tellings that are together, each event a list. */
function together(...tellings: readonly Telling[]): number[][] {
  return eventsOf(tellings)
    .map((event) =>
      event.tellings.map(({ id }) => tellings.findIndex((telling) => telling.id === id)).sort((a, b) => a - b),
    )
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

describe('statements of one slot', () => {
  it('are of one event where they name one day', () => {
    expect(together(told('2024-12-25'), told('2024-12-25'))).toEqual([[0, 1]]);
    expect(together(told('2024-12-25'), told('2024-12-26'))).toEqual([[0], [1]]);
  });

  it('may have happened the day before they were published, where they name no day', () => {
    expect(together(told('2024-12-25'), told('2024-12-26', { isAssumed: true }))).toEqual([[0, 1]]);
    expect(together(told('2024-12-25', { isAssumed: true }), told('2024-12-26'))).toEqual([[0], [1]]);
    expect(together(told('2024-12-25'), told('2024-12-27', { isAssumed: true }))).toEqual([[0], [1]]);
  });

  it('are of one event over neighbouring days where it lasts, but no longer than its class allows', () => {
    const visit = { predicate: 'VISITED' };
    expect(together(told('2024-12-25', visit), told('2024-12-26'))).toEqual([[0, 1]]);
    const days = ['2024-12-25', '2024-12-26', '2024-12-27', '2024-12-28'].map((day) => told(day, visit));
    expect(together(...days)).toEqual([[0, 1, 2], [3]]);
  });

  it('keep apart what others did in person, and join those who are not named to the one that they can mean', () => {
    const ministers = told('2024-12-25', { sides: ['Wang', 'Iwaya'] });
    const leaders = told('2024-12-25', { sides: ['Xi', 'Ishiba'] });
    const states = told('2024-12-25');
    expect(together(ministers, leaders)).toEqual([[0], [1]]);
    expect(together(ministers, states)).toEqual([[0, 1]]);
    expect(together(ministers, told('2024-12-25', { sides: ['Wang', ''] }), states)).toEqual([[0, 1, 2]]);
    expect(together(ministers, leaders, states)).toEqual([[0], [1], [2]]);
  });

  it('of a month join the one event of it, and tell of none where there are two', () => {
    expect(together(told('2024-12-25'), told('2024-12'))).toEqual([[0, 1]]);
    expect(together(told('2024-12-02'), told('2024-12-25'), told('2024-12'))).toEqual([[0], [1]]);
    expect(together(told('2024-12'), told('2024-12'))).toEqual([[0, 1]]);
  });

  it('tell attacks of one day apart by their places', () => {
    const attack = (place: string | null) => told('2024-12-25', { predicate: 'ATTACKED', place });
    expect(together(attack('Kyiv'), attack('Lviv'), attack(null))).toEqual([[0], [1], [2]]);
    expect(together(attack('Kyiv'), attack(null))).toEqual([[0, 1]]);
  });

  it('make the same events in whatever order they come, and each counts in one at most', () => {
    const telling = record({
      predicate: constantFrom('MET', 'VISITED'),
      date: constantFrom('2024-12', '2024-12-24', '2024-12-25', '2024-12-26', '2024-12-27'),
      isAssumed: constantFrom(true, false),
      sides: constantFrom<readonly [string, string]>(['', ''], ['a', ''], ['', 'x'], ['a', 'x'], ['b', 'x']),
      source: constantFrom('Wire', 'Times'),
    });
    const tellings = array(telling, { maxLength: 9 }).map((all) =>
      all.map(({ date, ...more }, index) => told(date, { ...more, id: `t${index}` })),
    );
    const ordered = tellings.chain((all) =>
      shuffledSubarray(all, { minLength: all.length }).map((other) => [all, other] as const),
    );
    assert(
      property(ordered, ([one, other]) => {
        const shape = (all: readonly Telling[]) =>
          eventsOf(all)
            .map(({ tellings: own, ...event }) => ({ ...event, own: own.map(({ id }) => id).sort() }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        const events = shape(one);
        expect(shape(other)).toEqual(events);
        const ids = events.flatMap(({ own }) => own);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      }),
      { numRuns: 2000 },
    );
  });
});
