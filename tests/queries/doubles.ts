/** One person under two names, a namesake, and a cousin whom nobody known to them has met: pairs to review. */
import type { BulletinInput } from '../../graph/write.ts';
import { report } from '../support/claims.ts';
import type { Expectation } from './expected.ts';

export const DOUBLES: readonly BulletinInput[] = [
  {
    id: 'd-visit',
    publishedAt: '2025-02-01',
    claims: [
      { subject: 'Person:Ahmad Massoud', predicate: 'MET', object: 'Person:Ada Stone', date: '2025-01-31' },
      { subject: 'Person:Ahmad Shah Massoud', predicate: 'CRITICIZED', object: 'Person:Ada Stone', date: '2025-02-01' },
      { subject: 'Person:Zara Massoud', predicate: 'MET', object: 'Person:Ada Stone', date: '2025-02-01' },
      { subject: 'Person:Ahmad Zia Massoud', predicate: 'MET', object: 'Person:Ben Reed', date: '2025-02-01' },
    ],
  },
  {
    id: 'd-talks',
    publishedAt: '2025-02-03',
    claims: [{ subject: 'Person:Ahmad Massoud', predicate: 'MET', object: 'Person:Ada Stone', date: '2025-02-02' }],
  },
].map(report);

/** Two words alike and an acquaintance in common; one word, or nobody in common, is not enough. */
export const DOUBLE: Expectation = {
  query: 'review-candidates',
  given: {},
  rows: [
    [
      'Ahmad Massoud',
      'Ahmad Shah Massoud',
      'Person',
      ['ahmad', 'massoud'],
      1,
      2,
      1,
      'person:ahmad-massoud',
      'person:ahmad-shah-massoud',
    ],
  ],
};
