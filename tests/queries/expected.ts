/**
 * What each query of the library returns on the small graph: what it is given, and its rows without the ids of
 * statements, which are hashes. Checked by hand against the sentences of the small graph.
 */
import type { Value } from '../../graph/store.ts';
import type { Given } from '../../queries/parameters.ts';

export interface Expectation {
  readonly query: string;
  readonly given: Given;
  readonly rows: readonly (readonly Value[])[];
}

const MET_25 = 'Chinese Foreign Minister Wang Yi met Takeshi Iwaya in Beijing on Wednesday.';
const TALKS_25 = 'Japanese Foreign Minister Takeshi Iwaya held talks with Wang Yi in Beijing on 25 December.';
const NOT_MET = 'Wang Yi did not meet Takeshi Iwaya in January, Japan said.';
const SANCTIONED = 'China sanctioned Japan on Sunday.';
const NOT_SANCTIONED = 'China has not sanctioned Japan, Wang Yi said.';
const CHN = 'country:CHN';
const JPN = 'country:JPN';
const PRK = 'country:PRK';
const USA = 'country:USA';
const WANG = 'person:wang-yi';
const IWAYA = 'person:takeshi-iwaya';
const ALVAREZ = 'person:jose-alvarez';
const SENKAKU = 'place:senkaku-islands';

export const EXPECTATIONS: readonly Expectation[] = [
  {
    query: 'accusations-and-denials',
    given: {},
    rows: [
      ['Japan', 'North Korea', 1, 1, '2025-03-02', '2025-03-02', 1, 1, JPN, PRK],
      ['Wang Yi', 'United States', 1, 1, '2024-12-25', '2024-12-25', 0, 1, WANG, USA],
    ],
  },
  {
    query: 'bridges',
    given: { actors: 7 },
    rows: [
      ['Japan', 6, 4, 1, JPN],
      ['Wang Yi', 3, 3, 1, WANG],
      ['China', 1, 2, 1, CHN],
      ['North Korea', 1, 2, 1, PRK],
      ['Takeshi Iwaya', 1, 2, 1, IWAYA],
      ['United States', 1, 2, 1, USA],
    ],
  },
  {
    query: 'contradictions',
    given: {},
    rows: [
      [
        'China',
        'SANCTIONED',
        'Japan',
        '2025-03-02',
        'Coast Radio',
        SANCTIONED,
        '2025-03-03',
        'Harbor Wire',
        'Wang Yi',
        NOT_SANCTIONED,
      ],
      [
        'Japan',
        'ACCUSED',
        'North Korea',
        '2025-03-02',
        'Coast Radio',
        'Japan accused North Korea of launching missiles.',
        '2025-03-02',
        'Coast Radio',
        'North Korea',
        "North Korea denied Japan's account.",
      ],
      [
        'Wang Yi',
        'ACCUSED',
        'United States',
        '2024-12-25',
        'Harbor Wire',
        'Wang Yi accused the United States of interference.',
        '2024-12-26',
        'Delta News',
        'United States',
        'The United States denied the accusation.',
      ],
    ],
  },
  {
    query: 'tone-between-states',
    given: { one: 'China', other: 'United States' },
    rows: [['2024-12', 'China', 1, 1, 1, -2, CHN]],
  },
  {
    query: 'coverage',
    given: { from: '2025-01', until: '2025-03-02' },
    rows: [
      ['Harbor Wire', '2025-01', 1, 1],
      ['Coast Radio', '2025-02', 1, 4],
      ['Coast Radio', '2025-03', 1, 4],
    ],
  },
  {
    query: 'disputed-territories',
    given: {},
    rows: [
      ['Senkaku Islands', 'Japan', 'CLAIMS', 1, 0, 1, '2025-02-03', '2025-02-03', SENKAKU, JPN],
      ['Senkaku Islands', 'Japan', 'CONTROLS', 1, 0, 1, '2024-12-25', '2024-12-25', SENKAKU, JPN],
      ['Senkaku Islands', 'China', 'DISPUTES', 1, 0, 1, '2024-12-25', '2024-12-25', SENKAKU, CHN],
    ],
  },
  {
    query: 'edge-evidence',
    given: { one: 'China', predicate: 'SANCTIONED', other: 'Japan' },
    rows: [
      [
        '2025-03-02',
        'China',
        'Japan',
        'affirmed',
        'occurred',
        'China sanctioned Japan',
        SANCTIONED,
        null,
        'Sanctions',
        'Coast Radio',
        '2025-03-02',
        'https://example.org/b-sanctions',
        0.9,
        'b-sanctions',
      ],
      [
        '2025-03-03',
        'China',
        'Japan',
        'negated',
        'occurred',
        'China has not sanctioned Japan',
        NOT_SANCTIONED,
        'Wang Yi',
        'China denies sanctions',
        'Harbor Wire',
        '2025-03-03',
        'https://example.org/b-denial',
        0.9,
        'b-denial',
      ],
    ],
  },
  {
    query: 'ego-network',
    given: { actor: 'Japan', neighbours: 2 },
    rows: [
      ['China', 'SANCTIONED', 'Japan', 2, 2, '2025-03-02', '2025-03-03', CHN, JPN],
      ['Japan', 'ACCUSED', 'North Korea', 1, 1, '2025-03-02', '2025-03-02', JPN, PRK],
      ['Japan', 'SANCTIONED', 'North Korea', 1, 1, '2025-03-01', '2025-03-01', JPN, PRK],
      ['North Korea', 'DENIED', 'Japan', 1, 1, '2025-03-02', '2025-03-02', PRK, JPN],
    ],
  },
  {
    query: 'meetings-of-an-actor',
    given: { actor: 'Wang', until: '2024' },
    rows: [
      ['2024-12-25', 'MET', 'Takeshi Iwaya', 'Beijing', 'affirmed', 'occurred', 'Delta News', TALKS_25],
      ['2024-12-25', 'MET', 'Takeshi Iwaya', 'Beijing', 'affirmed', 'occurred', 'Harbor Wire', MET_25],
    ],
  },
  {
    query: 'office-holders',
    given: { of: 'Chinese' },
    rows: [['Foreign Minister', 'Wang Yi', '2024-12-25', '2024-12-25', null, 1, WANG]],
  },
  {
    query: 'pair-timeline',
    given: { one: 'Japan', other: 'DPRK' },
    rows: [
      [
        '2025-03-01',
        'Japan',
        'SANCTIONED',
        'North Korea',
        'affirmed',
        'occurred',
        -8,
        null,
        'Coast Radio',
        'Japan imposed sanctions on North Korea.',
      ],
      [
        '2025-03-02',
        'Japan',
        'ACCUSED',
        'North Korea',
        'affirmed',
        'occurred',
        -2,
        null,
        'Coast Radio',
        'Japan accused North Korea of launching missiles.',
      ],
      [
        '2025-03-02',
        'North Korea',
        'DENIED',
        'Japan',
        'affirmed',
        'occurred',
        -2,
        null,
        'Coast Radio',
        "North Korea denied Japan's account.",
      ],
    ],
  },
  {
    query: 'paths',
    given: { one: 'Takeshi Iwaya', other: 'United States' },
    rows: [[2, ['Takeshi Iwaya', 'Wang Yi', 'United States'], ['MET', 'ACCUSED'], [IWAYA, WANG, USA]]],
  },
  {
    query: 'paths',
    given: { one: 'China', other: 'North Korea' },
    rows: [
      [2, ['China', 'Japan', 'North Korea'], ['SANCTIONED', 'ACCUSED'], [CHN, JPN, PRK]],
      [2, ['China', 'Japan', 'North Korea'], ['SANCTIONED', 'DENIED'], [CHN, JPN, PRK]],
      [2, ['China', 'Japan', 'North Korea'], ['SANCTIONED', 'SANCTIONED'], [CHN, JPN, PRK]],
    ],
  },
  {
    query: 'sanctions',
    given: {},
    rows: [
      ['China', 'Japan', 1, 0, 1, 2, '2025-03-02', '2025-03-03', CHN, JPN],
      ['Japan', 'North Korea', 1, 0, 0, 1, '2025-03-01', '2025-03-01', JPN, PRK],
    ],
  },
  {
    query: 'tone-by-month',
    given: { one: 'Wang Yi', other: 'Takeshi Iwaya' },
    rows: [['2024-12', 2, 2, 0, 0, 0, 1]],
  },
  {
    query: 'tone-by-month',
    given: { one: 'Japan', other: 'North Korea' },
    rows: [['2025-03', 3, 1, 0, 1, 1, -4]],
  },
  {
    query: 'top-actors',
    given: { type: 'Country', limit: 3 },
    rows: [
      ['Japan', 'Country', 10, 5, 5, JPN],
      ['China', 'Country', 4, 3, 1, CHN],
      ['North Korea', 'Country', 4, 1, 3, PRK],
    ],
  },
  {
    query: 'visits',
    given: { until: '2025' },
    rows: [
      [
        '2025-02-03',
        'José Álvarez',
        'Japan',
        'HOSTED',
        'affirmed',
        'occurred',
        'Coast Radio',
        'Tokyo received José Álvarez on Monday.',
        ALVAREZ,
        JPN,
      ],
      [
        '2025-02-03',
        'José Álvarez',
        'Japan',
        'VISITED',
        'affirmed',
        'occurred',
        'Coast Radio',
        'United Nations envoy José Álvarez visited Japan.',
        ALVAREZ,
        JPN,
      ],
    ],
  },
  {
    query: 'visits',
    given: { guest: 'Iwaya' },
    rows: [
      [
        '2026',
        'Takeshi Iwaya',
        'Beijing',
        'VISITED',
        'affirmed',
        'planned',
        'Harbor Wire',
        'Takeshi Iwaya plans to visit Beijing in 2026.',
        IWAYA,
        'place:beijing',
      ],
    ],
  },
  {
    query: 'who-met-whom',
    given: {},
    rows: [['Takeshi Iwaya', 'Wang Yi', 2, 1, 2, '2024-12-25', '2024-12-25', IWAYA, WANG]],
  },
  { query: 'who-met-whom', given: { from: '2025' }, rows: [] },
  {
    query: 'who-says-what',
    given: { speaker: 'Tokyo' },
    rows: [['2025-01', 'Wang Yi', 'MET', 'Takeshi Iwaya', 'negated', 'occurred', 'Harbor Wire', NOT_MET]],
  },
];
