/** Traits for the page's tests, from dates and short words. */
import type { Trait, Traits } from '../../viewer/app/state/traits.ts';
import { daysOf, noTraits } from '../../viewer/app/state/traits.ts';

export const trait = (date: string, more: Partial<Trait> = {}): Trait => ({
  ...(daysOf(date) ?? { from: Number.NaN, to: Number.NaN }),
  negated: false,
  status: 'occurred',
  confidence: 0.8,
  source: 'Wire',
  holder: null,
  ...more,
});

export const traitsOf = (byEdge: Readonly<Record<string, readonly Trait[]>>): Traits => ({
  ...noTraits,
  byEdge: new Map(Object.entries(byEdge)),
});

/** Both ends of a period given by two ISO dates. */
export const period = (from: string, to: string) => ({
  from: daysOf(from)?.from ?? Number.NaN,
  to: daysOf(to)?.to ?? Number.NaN,
});
