/**
 * A crisis of invented countries, for the queries that the small graph has too few actors for: an attack with a denial,
 * arms and sanctions, mediation, a treaty that is planned and then signed, and a president who goes.
 */
import type { QuadClass } from '../../graph/model/vocabulary.ts';
import type { BulletinInput } from '../../graph/write.ts';
import { report, type Report } from '../support/claims.ts';

/** Quad class and Goldstein value of each predicate here that has them. */
const CODES: Readonly<Record<string, readonly [QuadClass, number]>> = {
  ATTACKED: [4, -9],
  ACCUSED: [3, -2],
  ARMED: [2, 8],
  SANCTIONED: [4, -8],
  THREATENED: [3, -6],
  MEDIATED_BETWEEN: [1, 5],
  MET: [1, 1],
  SIGNED_WITH: [2, 8],
  AIDED: [2, 7],
  CRITICIZED: [3, -2],
  CUT_TIES_WITH: [4, -7],
  DETAINED: [4, -5],
  PROTESTED_AGAINST: [3, -6],
};

const REPORTS: readonly Report[] = [
  {
    id: 'c-attack',
    source: 'Wire',
    publishedAt: '2024-11-02',
    claims: [
      { subject: 'Arland', predicate: 'ATTACKED', object: 'Borland', date: '2024-11-01', place: 'Place:Harbor City' },
      { subject: 'Borland', predicate: 'ACCUSED', object: 'Arland', date: '2024-11-01' },
      { subject: 'Person:Ada Stone', predicate: 'REPRESENTS', object: 'Arland', status: 'ongoing' },
    ],
  },
  {
    id: 'c-answers',
    source: 'Post',
    publishedAt: '2024-11-03',
    claims: [
      { subject: 'Arland', predicate: 'ATTACKED', object: 'Borland', date: '2024-11-01' },
      {
        saidBy: 'Arland',
        subject: 'Arland',
        predicate: 'ATTACKED',
        object: 'Borland',
        date: '2024-11-01',
        polarity: 'negated',
      },
      { subject: 'Corland', predicate: 'ARMED', object: 'Borland', date: '2024-11' },
      { subject: 'Corland', predicate: 'SANCTIONED', object: 'Arland', date: '2024-11-02' },
      { subject: 'Arland', predicate: 'THREATENED', object: 'Corland', date: '2024-11-03' },
      { subject: 'Person:Ada Stone', predicate: 'REPRESENTS', object: 'Arland', status: 'ongoing' },
    ],
  },
  {
    id: 'c-talks',
    source: 'Wire',
    publishedAt: '2024-12-10',
    claims: [
      { subject: 'Organization:Peace Union', predicate: 'MEDIATED_BETWEEN', object: 'Arland', date: '2024-12-09' },
      { subject: 'Organization:Peace Union', predicate: 'MEDIATED_BETWEEN', object: 'Borland', date: '2024-12-09' },
      { subject: 'Arland', predicate: 'MET', object: 'Borland', date: '2024-12-09', place: 'Place:Harbor City' },
      { subject: 'Arland', predicate: 'SIGNED_WITH', object: 'Borland', date: '2025-01', status: 'planned' },
      { subject: 'Dorland', predicate: 'AIDED', object: 'Borland', date: '2024-12-10' },
      { subject: 'Borland', predicate: 'CRITICIZED', object: 'Corland', date: '2024-12-10' },
    ],
  },
  {
    id: 'c-treaty',
    source: 'Post',
    publishedAt: '2025-01-20',
    claims: [
      {
        subject: 'Arland',
        predicate: 'SIGNED_WITH',
        object: 'Borland',
        date: '2025-01-19',
        place: 'Place:Harbor City',
        confidence: 0.5,
      },
      { subject: 'Person:Ada Stone', predicate: 'RESIGNED_FROM', object: 'Arland', date: '2025-01-18' },
      { subject: 'Person:Ben Reed', predicate: 'REPRESENTS', object: 'Arland', status: 'ongoing' },
      { subject: 'Corland', predicate: 'CRITICIZED', object: 'Dorland', date: '2025-01-16' },
      { subject: 'Dorland', predicate: 'ALLIED_WITH', object: 'Borland', status: 'ongoing' },
      { subject: 'Corland', predicate: 'CUT_TIES_WITH', object: 'Arland', date: '2025-01-17' },
      { subject: 'Corland', predicate: 'DETAINED', object: 'Person:Ada Stone', date: '2025-01-19' },
      {
        saidBy: 'Corland',
        subject: 'Group:Arland citizens',
        predicate: 'PROTESTED_AGAINST',
        object: 'Arland',
        date: '2025-01-18',
      },
    ],
  },
];

/** The bulletins with what was read from them, coded as far as CODES goes. */
export const CRISIS: readonly BulletinInput[] = REPORTS.map((given) => {
  const { extraction, ...rest } = report(given);
  const statements = extraction.statements.map((statement) => {
    const [quadClass, goldstein] = CODES[statement.predicate] ?? [null, null];
    const title = statement.predicate === 'REPRESENTS' ? 'President' : null;
    return { ...statement, quadClass, goldstein, title };
  });
  return { ...rest, extraction: { ...extraction, statements } };
});
