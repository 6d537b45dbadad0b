/** What the graph knows of entities that helps to tell whether two are one: states, offices, neighbours, sentences. */
import { z } from 'zod';
import type { GraphStore, Limits } from '../store.ts';
import { groupBy, parseRows } from '../writing/rows.ts';

export interface Known {
  /** Names of the states that it is of, by id. */
  readonly countries: ReadonlyMap<string, string>;
  /** Titles of its offices, in lower case. */
  readonly offices: ReadonlySet<string>;
  /** Names of entities that it is related to, by id; states left out, which everybody is related to. */
  readonly neighbours: ReadonlyMap<string, string>;
}

export interface Sentence {
  readonly entity: string;
  readonly text: string;
  /** The entity's words in `text`, in its order, none twice. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly bulletin: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly publishedAt: string | null;
}

const LIMITS: Limits = { maxRows: 5_000_000, timeoutMs: 600_000 };
const PAGE = 500;

const COUNTRIES = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)-[:REPRESENTS|NATIONAL_OF|MEMBER_OF|PART_OF|LOCATED_IN]->(c:Country)
  RETURN DISTINCT e.id AS id, c.id AS other, c.name AS name`;
const OFFICES = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)<-[:SUBJECT]-(s:Statement) WHERE s.title IS NOT NULL
  RETURN DISTINCT e.id AS id, s.title AS other, s.title AS name`;
const NEIGHBOURS = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)-[r]-(n:Entity) WHERE n.type <> 'Country'
  RETURN DISTINCT e.id AS id, n.id AS other, n.name AS name`;
const SENTENCES = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)<-[a:SUBJECT|OBJECT|SAID_BY]-(s:Statement)
  MATCH (s)-[:FROM]->(b:Bulletin)
  RETURN DISTINCT e.id AS entity, s.sentence AS text, s.sentenceStart AS sentenceStart, a.start AS start, a.end AS end,
    b.id AS bulletin, b.title AS title, b.source AS source, b.publishedAt AS publishedAt`;

const Row = z.object({ id: z.string(), other: z.string(), name: z.string() });
const SentenceRow = z.object({
  entity: z.string(),
  text: z.string(),
  sentenceStart: z.int(),
  start: z.int(),
  end: z.int(),
  bulletin: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable(),
});

/** What is known of each of these entities. Reads in pages of 500. */
export async function knownOf(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const [countries, offices, neighbours] = [
    await rowsOf(store, COUNTRIES, ids, Row),
    await rowsOf(store, OFFICES, ids, Row),
    await rowsOf(store, NEIGHBOURS, ids, Row),
  ].map((rows) => groupBy(rows, ({ id }) => id));
  return new Map(
    ids.map((id) => [
      id,
      {
        countries: new Map((countries?.get(id) ?? []).map(({ other, name }) => [other, name])),
        offices: new Set((offices?.get(id) ?? []).map(({ name }) => name.toLowerCase())),
        neighbours: new Map((neighbours?.get(id) ?? []).map(({ other, name }) => [other, name])),
      },
    ]),
  );
}

/** Up to `most` sentences of each entity, in order of bulletin and text. */
export async function sentencesOf(
  store: GraphStore,
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly Sentence[]>> {
  const rows = await rowsOf(store, SENTENCES, ids, SentenceRow);
  const key = ({ entity, bulletin, text }: Pick<Sentence, 'entity' | 'bulletin' | 'text'>): string =>
    `${entity}\n${bulletin}\n${text}`;
  const sentences = [...groupBy(rows, key).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [sentenceOf(first, group)];
  });
  const inOrder = sentences.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return new Map([...groupBy(inOrder, ({ entity }) => entity)].map(([id, own]) => [id, own.slice(0, most)]));
}

/** `places`: rows of one sentence, one for each place of the entity's words in it. */
function sentenceOf(
  { entity, text, bulletin, title, source, publishedAt }: z.infer<typeof SentenceRow>,
  places: readonly z.infer<typeof SentenceRow>[],
): Sentence {
  const spans = new Map(places.map(({ sentenceStart: from, start, end }) => [start - from, end - from]));
  const words = [...spans]
    .map(([start, end]) => ({ start, end }))
    .filter(({ start, end }) => 0 <= start && end <= text.length);
  return {
    entity,
    text,
    words: words.sort((a, b) => a.start - b.start),
    bulletin,
    title,
    source,
    publishedAt,
  };
}

async function rowsOf<T>(store: GraphStore, cypher: string, ids: readonly string[], shape: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    rows.push(...parseRows(await store.read(cypher, { ids: ids.slice(start, start + PAGE) }, LIMITS), shape));
  }
  return rows;
}
