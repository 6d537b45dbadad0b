/** An entity's name, type and aliases are a function of the set of contributions, whatever their order. */
import { array, assert, constantFrom, option, property, record, shuffledSubarray, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Contribution,
  contribute,
  type EntityTotals,
  entityProperties,
  NO_TOTALS,
} from '../../graph/writing/entity-support.ts';

const share = (name: string, aliases: string[] = []): Contribution => ({
  entity: 'country:turkiye',
  count: 2,
  name,
  type: 'Country',
  aliases,
  iso3: 'TUR',
  described: null,
});
const phrase = (name: string, aliases: string[] = []): Contribution => ({ ...share(name, aliases), described: true });
const addAll = (contributions: readonly Contribution[], start = NO_TOTALS): EntityTotals =>
  contributions.reduce((totals, contribution) => contribute(totals, contribution, 1), start);
const named = (contributions: readonly Contribution[]) => entityProperties('country:turkiye', addAll(contributions));

describe('the properties of an entity', () => {
  it('take the name that most bulletins give, and keep the others as aliases', () => {
    const properties = named([share('Turkey'), share('Türkiye', ['Ankara']), share('Türkiye', ['Turkey'])]);
    expect(properties).toMatchObject({ name: 'Türkiye', aliases: ['Ankara', 'Turkey'], bulletins: 3, mentions: 6 });
  });

  it('take of equally supported names the first in code-unit order', () => {
    expect(named([share('Türkiye'), share('Turkey')])['name']).toBe('Turkey');
    expect(named([share('Turkey'), share('Türkiye')])['name']).toBe('Turkey');
  });

  it('never take a phrase for a name or an alias where a bulletin gives a name, however many give the phrase', () => {
    const office = phrase('South Korean foreign minister', ['South Korea foreign minister']);
    expect(named([office, office, share('Park Jin', ['Park'])])).toMatchObject({ name: 'Park Jin', aliases: ['Park'] });
    expect(named([office])).toMatchObject({
      name: 'South Korean foreign minister',
      aliases: ['South Korea foreign minister'],
    });
  });

  it('keep a name that object keys treat in their own way', () => {
    expect(named([share('__proto__', ['constructor', '7'])])).toMatchObject({
      name: '__proto__',
      aliases: ['7', 'constructor'],
    });
  });

  const contribution = record({
    entity: constantFrom('x'),
    count: constantFrom(0, 1, 5),
    name: constantFrom('A', 'B', 'C', '1', '10'),
    type: constantFrom('Country' as const, 'Place' as const),
    aliases: subarray(['a', 'b', 'A', '2']),
    iso3: option(constantFrom('AAA', 'BBB')),
    described: constantFrom(true, null),
  });

  it('are the same in every order', () => {
    const orders = array(contribution, { minLength: 1, maxLength: 8 }).chain((all) =>
      record({ all: constantFrom(all), shuffled: shuffledSubarray(all, { minLength: all.length }) }),
    );
    assert(
      property(orders, ({ all, shuffled }) => {
        expect(entityProperties('x', addAll(shuffled))).toEqual(entityProperties('x', addAll(all)));
        expect(JSON.stringify(entityProperties('x', addAll(shuffled)))).toBe(
          JSON.stringify(entityProperties('x', addAll(all))),
        );
      }),
    );
  });

  it('are as if what was taken away had never come', () => {
    const lists = record({
      kept: array(contribution, { minLength: 1, maxLength: 5 }),
      gone: array(contribution, { maxLength: 5 }),
    });
    assert(
      property(lists, ({ kept, gone }) => {
        const both = addAll(gone, addAll(kept));
        const left = gone.reduce((totals, one) => contribute(totals, one, -1), both);
        expect(entityProperties('x', left)).toEqual(entityProperties('x', addAll(kept)));
      }),
    );
  });
});
