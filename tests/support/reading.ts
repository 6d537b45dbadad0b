/**
 * Bulletins with what was read from them, written out by hand: the cast of the small graph, and how a claim about it
 * becomes an extraction. Spans are found in the text, so that `text.slice(start, end)` is always the quoted words.
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
const ACTORS = {
  'person:wang-yi': { name: 'Wang Yi', type: 'Person', aliases: ['Wang'] },
  'person:takeshi-iwaya': { name: 'Takeshi Iwaya', type: 'Person', aliases: ['Iwaya'] },
  'person:jose-alvarez': { name: 'José Álvarez', type: 'Person', aliases: [] },
  'country:CHN': { name: 'China', type: 'Country', aliases: ['Chinese', 'Beijing'], iso3: 'CHN' },
  'country:JPN': { name: 'Japan', type: 'Country', aliases: ['Japanese', 'Tokyo'], iso3: 'JPN' },
  'country:PRK': { name: 'North Korea', type: 'Country', aliases: ['DPRK', 'Pyongyang'], iso3: 'PRK' },
  'country:USA': { name: 'United States', type: 'Country', aliases: ['US', 'Washington'], iso3: 'USA' },
  'place:beijing': { name: 'Beijing', type: 'Place', aliases: [] },
  'place:senkaku-islands': { name: 'Senkaku Islands', type: 'Place', aliases: ['Diaoyu'] },
  'group:geneva-circle': { name: 'Geneva Circle', type: 'Group', aliases: [] },
  'organization:united-nations': { name: 'United Nations', type: 'Organization', aliases: ['UN'] },
} as const satisfies Readonly<Record<string, Actor>>;
type ActorId = keyof typeof ACTORS;

/** One side of a statement: the entity and the words that stand for it in the sentence. */
type Side = readonly [ActorId, string];

/** One statement, by its words. */
export interface Claim {
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

function span(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`"${words}" is not in "${text}" after ${from}`);
  return { text: words, start, end: start + words.length };
}

function precision(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

export function reading(
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
