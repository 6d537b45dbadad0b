/**
 * A small fixed graph for tests of queries and of the viewer's server: seven bulletins with what was read from them,
 * written out by hand. Spans are found in the text, so that `text.slice(start, end)` is always the quoted words.
 */
import type { Bulletin } from '../../graph/model/bulletin.ts';
import type { Argument, ExtractedEntity, ExtractedStatement, Extraction, Span } from '../../graph/model/extraction.ts';
import type { DatePrecision, EntityType, Polarity, QuadClass, Status } from '../../graph/model/vocabulary.ts';

interface Actor {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly iso3?: string;
}

/** The cast, by entity id. */
export const ACTORS = {
  'person:wang-yi': { name: 'Wang Yi', type: 'Person', aliases: ['Wang'] },
  'person:takeshi-iwaya': { name: 'Takeshi Iwaya', type: 'Person', aliases: ['Iwaya'] },
  'person:jose-alvarez': { name: 'José Álvarez', type: 'Person', aliases: [] },
  'country:CHN': { name: 'China', type: 'Country', aliases: ['Chinese', 'Beijing'], iso3: 'CHN' },
  'country:JPN': { name: 'Japan', type: 'Country', aliases: ['Japanese', 'Tokyo'], iso3: 'JPN' },
  'country:PRK': { name: 'North Korea', type: 'Country', aliases: ['DPRK', 'Pyongyang'], iso3: 'PRK' },
  'country:USA': { name: 'United States', type: 'Country', aliases: ['US', 'Washington'], iso3: 'USA' },
  'place:beijing': { name: 'Beijing', type: 'Place', aliases: [] },
  'place:senkaku-islands': { name: 'Senkaku Islands', type: 'Place', aliases: ['Diaoyu'] },
  'organization:united-nations': { name: 'United Nations', type: 'Organization', aliases: ['UN'] },
} as const satisfies Readonly<Record<string, Actor>>;
export type ActorId = keyof typeof ACTORS;

/** One side of a statement: the entity and the words that stand for it in the sentence. */
type Side = readonly [ActorId, string];

interface Claim {
  readonly sentence: string;
  readonly predicate: string;
  readonly subject: Side;
  readonly object: Side | null;
  readonly lemma: string;
  readonly quote: string;
  readonly polarity?: Polarity;
  readonly status?: Status;
  readonly saidBy?: Side;
  readonly place?: Side;
  readonly date?: string;
  readonly title?: string;
  /** CAMEO code, PLOVER class, quad class and Goldstein value. */
  readonly codes?: readonly [string, string, QuadClass, number];
}

export interface Reading {
  readonly bulletin: Bulletin;
  readonly extraction: Extraction;
}

const MEETING = ['040', 'CONSULT', 1, 1] as const;
const ACCUSATION = ['112', 'DISAPPROVE', 3, -2] as const;
const SANCTIONS = ['163', 'SANCTION', 4, -8] as const;
const VISIT = ['042', 'CONSULT', 1, 1.9] as const;
const DENIAL = ['016', 'DISAPPROVE', 1, -2] as const;

function span(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`"${words}" is not in "${text}" after ${from}`);
  return { text: words, start, end: start + words.length };
}

function precision(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

function reading(
  id: string,
  source: string,
  publishedAt: string,
  title: string,
  text: string,
  claims: readonly Claim[],
): Reading {
  const mentions = new Map<ActorId, Span[]>();
  const side = (words: Side, from: number): Argument => {
    const found = span(text, words[1], from);
    const known = mentions.get(words[0]) ?? [];
    if (!known.some((mention) => mention.start === found.start)) known.push(found);
    mentions.set(words[0], known);
    return { entity: words[0], ...found };
  };
  const statements = claims.map((claim): ExtractedStatement => {
    const sentence = span(text, claim.sentence, 0);
    const date = claim.date ?? null;
    return {
      predicate: claim.predicate,
      subject: side(claim.subject, sentence.start),
      object: claim.object === null ? null : side(claim.object, sentence.start),
      lemma: claim.lemma,
      polarity: claim.polarity ?? 'affirmed',
      status: claim.status ?? 'occurred',
      saidBy: claim.saidBy === undefined ? null : side(claim.saidBy, sentence.start),
      place: claim.place === undefined ? null : side(claim.place, sentence.start),
      date,
      datePrecision: date === null ? null : precision(date),
      cameo: claim.codes?.[0] ?? null,
      plover: claim.codes?.[1] ?? null,
      quadClass: claim.codes?.[2] ?? null,
      goldstein: claim.codes?.[3] ?? null,
      title: claim.title ?? null,
      confidence: 0.9,
      quote: span(text, claim.quote, sentence.start),
      sentence,
      rule: 'by-hand',
    };
  });
  const entities = [...mentions].map(([entity, spans]): ExtractedEntity => {
    const actor: Actor = ACTORS[entity];
    return {
      id: entity,
      name: actor.name,
      type: actor.type,
      aliases: [...actor.aliases],
      ...(actor.iso3 === undefined ? {} : { iso3: actor.iso3 }),
      mentions: spans,
    };
  });
  return {
    bulletin: { id, title, source, url: `https://example.org/${id}`, publishedAt, language: 'en', text },
    extraction: { id, date: publishedAt, entities, statements, dates: [] },
  };
}

/** Written into the title and text of `b-markup`: has to reach the page as text. */
export const MARKUP = '<img src=x onerror=alert(1)>';

/** The bulletins in order of publication. */
export const READINGS: readonly Reading[] = [
  reading(
    'b-talks',
    'Harbor Wire',
    '2024-12-25',
    'Talks in Beijing',
    'Chinese Foreign Minister Wang Yi met Takeshi Iwaya in Beijing on Wednesday. ' +
      'Wang Yi accused the United States of interference. ' +
      'China disputes the Senkaku Islands, which Japan controls.',
    [
      {
        sentence: 'Chinese Foreign Minister Wang Yi met Takeshi Iwaya in Beijing on Wednesday.',
        predicate: 'MET',
        subject: ['person:wang-yi', 'Wang Yi'],
        object: ['person:takeshi-iwaya', 'Takeshi Iwaya'],
        lemma: 'meet',
        quote: 'Wang Yi met Takeshi Iwaya',
        place: ['place:beijing', 'Beijing'],
        date: '2024-12-25',
        codes: MEETING,
      },
      {
        sentence: 'Chinese Foreign Minister Wang Yi met Takeshi Iwaya in Beijing on Wednesday.',
        predicate: 'REPRESENTS',
        subject: ['person:wang-yi', 'Wang Yi'],
        object: ['country:CHN', 'Chinese'],
        lemma: 'minister',
        quote: 'Chinese Foreign Minister Wang Yi',
        status: 'ongoing',
        date: '2024-12-25',
        title: 'Foreign Minister',
      },
      {
        sentence: 'Wang Yi accused the United States of interference.',
        predicate: 'ACCUSED',
        subject: ['person:wang-yi', 'Wang Yi'],
        object: ['country:USA', 'the United States'],
        lemma: 'accuse',
        quote: 'Wang Yi accused the United States',
        date: '2024-12-25',
        codes: ACCUSATION,
      },
      {
        sentence: 'China disputes the Senkaku Islands, which Japan controls.',
        predicate: 'DISPUTES',
        subject: ['country:CHN', 'China'],
        object: ['place:senkaku-islands', 'the Senkaku Islands'],
        lemma: 'dispute',
        quote: 'China disputes the Senkaku Islands',
        status: 'ongoing',
        date: '2024-12-25',
      },
      {
        sentence: 'China disputes the Senkaku Islands, which Japan controls.',
        predicate: 'CONTROLS',
        subject: ['country:JPN', 'Japan'],
        object: ['place:senkaku-islands', 'the Senkaku Islands'],
        lemma: 'control',
        quote: 'the Senkaku Islands, which Japan controls',
        status: 'ongoing',
        date: '2024-12-25',
      },
    ],
  ),
  reading(
    'b-iwaya',
    'Delta News',
    '2024-12-26',
    'Japan minister in China',
    'Japanese Foreign Minister Takeshi Iwaya held talks with Wang Yi in Beijing on 25 December. ' +
      'The United States denied the accusation.',
    [
      {
        sentence: 'Japanese Foreign Minister Takeshi Iwaya held talks with Wang Yi in Beijing on 25 December.',
        predicate: 'MET',
        subject: ['person:takeshi-iwaya', 'Takeshi Iwaya'],
        object: ['person:wang-yi', 'Wang Yi'],
        lemma: 'hold talks',
        quote: 'Takeshi Iwaya held talks with Wang Yi',
        place: ['place:beijing', 'Beijing'],
        date: '2024-12-25',
        codes: MEETING,
      },
      {
        sentence: 'Japanese Foreign Minister Takeshi Iwaya held talks with Wang Yi in Beijing on 25 December.',
        predicate: 'REPRESENTS',
        subject: ['person:takeshi-iwaya', 'Takeshi Iwaya'],
        object: ['country:JPN', 'Japanese'],
        lemma: 'minister',
        quote: 'Japanese Foreign Minister Takeshi Iwaya',
        status: 'ongoing',
        date: '2024-12-26',
        title: 'Foreign Minister',
      },
      {
        sentence: 'The United States denied the accusation.',
        predicate: 'DENIED',
        subject: ['country:USA', 'The United States'],
        object: null,
        lemma: 'deny',
        quote: 'The United States denied the accusation',
        date: '2024-12-26',
        codes: DENIAL,
      },
    ],
  ),
  reading(
    'b-january',
    'Harbor Wire',
    '2025-01-10',
    'No meeting',
    'Wang Yi did not meet Takeshi Iwaya in January, Japan said.',
    [
      {
        sentence: 'Wang Yi did not meet Takeshi Iwaya in January, Japan said.',
        predicate: 'MET',
        subject: ['person:wang-yi', 'Wang Yi'],
        object: ['person:takeshi-iwaya', 'Takeshi Iwaya'],
        lemma: 'meet',
        quote: 'Wang Yi did not meet Takeshi Iwaya in January',
        polarity: 'negated',
        saidBy: ['country:JPN', 'Japan'],
        date: '2025-01',
        codes: MEETING,
      },
    ],
  ),
  reading(
    'b-visit',
    'Coast Radio',
    '2025-02-03',
    'Envoy in Tokyo',
    'United Nations envoy José Álvarez visited Japan. Tokyo received José Álvarez on Monday. Japan claims the Senkaku Islands.',
    [
      {
        sentence: 'United Nations envoy José Álvarez visited Japan.',
        predicate: 'VISITED',
        subject: ['person:jose-alvarez', 'José Álvarez'],
        object: ['country:JPN', 'Japan'],
        lemma: 'visit',
        quote: 'José Álvarez visited Japan',
        date: '2025-02-03',
        codes: VISIT,
      },
      {
        sentence: 'United Nations envoy José Álvarez visited Japan.',
        predicate: 'REPRESENTS',
        subject: ['person:jose-alvarez', 'José Álvarez'],
        object: ['organization:united-nations', 'United Nations'],
        lemma: 'envoy',
        quote: 'United Nations envoy José Álvarez',
        status: 'ongoing',
        date: '2025-02-03',
        title: 'envoy',
      },
      {
        sentence: 'Tokyo received José Álvarez on Monday.',
        predicate: 'HOSTED',
        subject: ['country:JPN', 'Tokyo'],
        object: ['person:jose-alvarez', 'José Álvarez'],
        lemma: 'receive',
        quote: 'Tokyo received José Álvarez',
        date: '2025-02-03',
        codes: ['043', 'CONSULT', 1, 2.8],
      },
      {
        sentence: 'Japan claims the Senkaku Islands.',
        predicate: 'CLAIMS',
        subject: ['country:JPN', 'Japan'],
        object: ['place:senkaku-islands', 'the Senkaku Islands'],
        lemma: 'claim',
        quote: 'Japan claims the Senkaku Islands',
        status: 'ongoing',
        date: '2025-02-03',
      },
    ],
  ),
  reading(
    'b-sanctions',
    'Coast Radio',
    '2025-03-02',
    'Sanctions',
    "China sanctioned Japan on Sunday. Japan accused North Korea of launching missiles. North Korea denied Japan's account. Japan imposed sanctions on North Korea.",
    [
      {
        sentence: 'China sanctioned Japan on Sunday.',
        predicate: 'SANCTIONED',
        subject: ['country:CHN', 'China'],
        object: ['country:JPN', 'Japan'],
        lemma: 'sanction',
        quote: 'China sanctioned Japan',
        date: '2025-03-02',
        codes: SANCTIONS,
      },
      {
        sentence: 'Japan accused North Korea of launching missiles.',
        predicate: 'ACCUSED',
        subject: ['country:JPN', 'Japan'],
        object: ['country:PRK', 'North Korea'],
        lemma: 'accuse',
        quote: 'Japan accused North Korea',
        date: '2025-03-02',
        codes: ACCUSATION,
      },
      {
        sentence: "North Korea denied Japan's account.",
        predicate: 'DENIED',
        subject: ['country:PRK', 'North Korea'],
        object: ['country:JPN', 'Japan'],
        lemma: 'deny',
        quote: 'North Korea denied Japan',
        date: '2025-03-02',
        codes: DENIAL,
      },
      {
        sentence: 'Japan imposed sanctions on North Korea.',
        predicate: 'SANCTIONED',
        subject: ['country:JPN', 'Japan'],
        object: ['country:PRK', 'North Korea'],
        lemma: 'impose sanctions',
        quote: 'Japan imposed sanctions on North Korea',
        date: '2025-03-01',
        codes: SANCTIONS,
      },
    ],
  ),
  reading(
    'b-denial',
    'Harbor Wire',
    '2025-03-03',
    'China denies sanctions',
    'China has not sanctioned Japan, Wang Yi said. Takeshi Iwaya plans to visit Beijing in 2026.',
    [
      {
        sentence: 'China has not sanctioned Japan, Wang Yi said.',
        predicate: 'SANCTIONED',
        subject: ['country:CHN', 'China'],
        object: ['country:JPN', 'Japan'],
        lemma: 'sanction',
        quote: 'China has not sanctioned Japan',
        polarity: 'negated',
        saidBy: ['person:wang-yi', 'Wang Yi'],
        date: '2025-03-03',
        codes: SANCTIONS,
      },
      {
        sentence: 'Takeshi Iwaya plans to visit Beijing in 2026.',
        predicate: 'VISITED',
        subject: ['person:takeshi-iwaya', 'Takeshi Iwaya'],
        object: ['place:beijing', 'Beijing'],
        lemma: 'visit',
        quote: 'Takeshi Iwaya plans to visit Beijing',
        status: 'planned',
        date: '2026',
        codes: VISIT,
      },
    ],
  ),
  reading(
    'b-markup',
    'Delta News',
    '2025-03-04',
    `Broken feed ${MARKUP}`,
    `${MARKUP} <script>alert(2)</script> The United States criticized North Korea.`,
    [
      {
        sentence: `${MARKUP} <script>alert(2)</script> The United States criticized North Korea.`,
        predicate: 'CRITICIZED',
        subject: ['country:USA', 'The United States'],
        object: ['country:PRK', 'North Korea'],
        lemma: 'criticize',
        quote: 'The United States criticized North Korea',
        date: '2025-03-04',
        codes: ['111', 'DISAPPROVE', 3, -2],
      },
    ],
  ),
];
