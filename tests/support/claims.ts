/**
 * Bulletins made of short claims ("China MET Japan."), with the extraction that reads them without error: input for
 * tests and benchmarks of the graph, where what matters is who claims what of whom, when and where it was published.
 */
import { contentHash } from '../../graph/ids.ts';
import type { Bulletin } from '../../graph/model/bulletin.ts';
import type { Argument, ExtractedEntity, ExtractedStatement } from '../../graph/model/extraction.ts';
import type { EntityType, Polarity, Status } from '../../graph/model/vocabulary.ts';
import type { BulletinInput } from '../../graph/write.ts';

export interface Claim {
  readonly subject: string;
  readonly predicate: string;
  readonly object?: string;
  readonly date?: string;
  readonly polarity?: Polarity;
  readonly status?: Status;
  readonly saidBy?: string;
  readonly place?: string;
  readonly confidence?: number;
  /** The office, for REPRESENTS. */
  readonly title?: string;
}

export interface Report {
  readonly id: string;
  readonly source?: string | null;
  readonly publishedAt?: string | null;
  /** Default: `Report ID`. */
  readonly title?: string | null;
  readonly claims: readonly Claim[];
  /** Other words of the same bulletin, which change its content and nothing else. */
  readonly note?: string;
}

/**
 * Names as `Type:Name`; without a type a country. An alias follows a slash: `Person:Wang Yi/Wang`; the states that the words
 * give a person a hash: `Person:Kim#Japan+China`. `Seat:foreign minister@Japan` is a person named by an office alone.
 */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly states?: string[];
  readonly office?: { readonly title: string; readonly of: string };
}

const TYPES: Readonly<Record<string, EntityType>> = {
  Person: 'Person',
  Place: 'Place',
  Organization: 'Organization',
  Group: 'Group',
  Agreement: 'Agreement',
  Facility: 'Facility',
};

function named(text: string): Named {
  const [plain = '', states] = text.split('#');
  if (states !== undefined) return { ...named(plain), states: states.split('+').map((state) => named(state).id) };
  const [, title, of] = /^Seat:(.+)@(.+)$/.exec(text) ?? [];
  if (title !== undefined && of !== undefined) {
    return {
      id: `person:${of}-${title}`.toLowerCase().replaceAll(' ', '-'),
      name: `${of} ${title}`,
      type: 'Person',
      aliases: [],
      office: { title, of: named(of).id },
    };
  }
  const [typed = '', ...aliases] = text.split('/');
  const [prefix = '', rest] = typed.split(':');
  const type = (rest === undefined ? undefined : TYPES[prefix]) ?? 'Country';
  const name = rest ?? prefix;
  return { id: `${type.toLowerCase()}:${name.toLowerCase().replaceAll(' ', '-')}`, name, type, aliases };
}

const PRECISIONS = { 4: 'year', 7: 'month', 10: 'day' } as const;

const precisionOf = (date: string) => PRECISIONS[date.length === 4 || date.length === 7 ? date.length : 10];

/** A bulletin with its extraction, ready for writeExtraction. */
export function report({
  id,
  title = `Report ${id}`,
  source = 'Wire',
  publishedAt = '2024-12-25',
  claims,
  note = '',
}: Report): BulletinInput {
  const entities = new Map<string, ExtractedEntity>();
  const statements: ExtractedStatement[] = [];
  let text = '';

  const say = (words: string): { text: string; start: number; end: number } => {
    const start = text.length;
    text += words;
    return { text: words, start, end: text.length };
  };
  const mention = (reference: string): Argument => {
    const { id: entity, name, type, aliases, states, office } = named(reference);
    const span = say(name);
    if (states !== undefined) say(` of ${states.join(' and ')}`);
    const identity = {
      ...(states === undefined ? {} : { states }),
      ...(office === undefined ? {} : { office, phrases: [name] }),
    };
    const known = entities.get(entity);
    if (known === undefined)
      entities.set(entity, { id: entity, name, type, aliases: [...aliases], mentions: [span], ...identity });
    else entities.set(entity, { ...known, mentions: [...known.mentions, span], ...identity });
    return { entity, ...span };
  };

  for (const claim of claims) {
    const start = text.length;
    const saidBy = claim.saidBy === undefined ? null : mention(claim.saidBy);
    if (saidBy !== null) say(' says: ');
    const subject = mention(claim.subject);
    say(` ${claim.polarity === 'negated' ? 'NOT ' : ''}${claim.predicate} `);
    const object = claim.object === undefined ? null : mention(claim.object);
    if (claim.title !== undefined) say(` as ${claim.title}`);
    if (claim.place !== undefined) say(' in ');
    const place = claim.place === undefined ? null : mention(claim.place);
    const sentence = { text: text.slice(start), start, end: text.length };
    say('. ');
    statements.push({
      predicate: claim.predicate,
      subject,
      object,
      lemma: claim.predicate.toLowerCase(),
      polarity: claim.polarity ?? 'affirmed',
      status: claim.status ?? 'occurred',
      saidBy,
      place,
      date: claim.date ?? null,
      datePrecision: claim.date === undefined ? null : precisionOf(claim.date),
      cameo: null,
      plover: null,
      quadClass: null,
      goldstein: claim.confidence === 1 ? 7 : null,
      title: claim.title ?? null,
      confidence: claim.confidence ?? 0.75,
      quote: sentence,
      sentence,
      rule: 'claim',
    });
  }
  say(note);
  const bulletin: Bulletin = { id, title, source, url: null, publishedAt, language: 'en', text };
  return {
    bulletin,
    extraction: { id, date: publishedAt, entities: [...entities.values()], statements, dates: [] },
    contentHash: contentHash(bulletin),
  };
}
