/** What statements deny and who denies them: read from the CONTRADICTS relationships, in two keyed queries. */
import { z } from 'zod';
import { groupBy } from '../../graph/writing/rows.ts';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { gathered } from './gathered.ts';
import { BEGINS } from './untitled.ts';
import type { Contradictings } from '../contract.ts';

const linked = (link: '-[:CONTRADICTS]->' | '<-[:CONTRADICTS]-'): string => `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)${link}(o:Statement)
MATCH (o)-[:FROM]->(b:Bulletin)
MATCH (o)-[:SUBJECT]->(x:Entity)
OPTIONAL MATCH (o)-[:SAID_BY]->(h:Entity)
RETURN s.id AS statement, o.id AS id, o.date AS date, o.sentence AS sentence,
  CASE WHEN o.predicate = 'DENIED' THEN x.name ELSE h.name END AS saidBy,
  b.id AS bulletin, b.title AS title, ${BEGINS} AS begins, b.source AS source, b.publishedAt AS publishedAt`;

const LINKED_ROW = {
  statement: z.string(),
  id: z.string(),
  date: z.string().nullable(),
  sentence: z.string(),
  saidBy: z.string().nullable(),
  bulletin: z.string(),
  title: z.string().nullable(),
  begins: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable(),
};

/** A denial has at most ten links; of a claim that all the world denies this many are read. */
const MAX_LINKS = 100_000;

/** By statement id; a statement without links is in neither map. */
interface Links {
  readonly denies: ReadonlyMap<string, Contradictings>;
  readonly deniedBy: ReadonlyMap<string, Contradictings>;
}

/** The links from and to these statements. */
export async function contradictingOf(store: GraphStore, ids: readonly string[]): Promise<Links> {
  const limits = { maxRows: MAX_LINKS };
  const [claims, denials] = await Promise.all([
    readRows(store, 'what statements deny', LINKED_ROW, linked('-[:CONTRADICTS]->'), { ids }, limits),
    readRows(store, 'denials of statements', LINKED_ROW, linked('<-[:CONTRADICTS]-'), { ids }, limits),
  ]);
  return { denies: byStatement(claims), deniedBy: byStatement(denials) };
}

type Row = z.output<z.ZodObject<typeof LINKED_ROW>>;

const byStatement = (rows: readonly Row[]): Map<string, Contradictings> =>
  new Map(
    [...groupBy(rows, ({ statement }) => statement)].map(([id, own]) => [
      id,
      gathered(
        own.map(({ statement: _statement, bulletin, title, begins, source, publishedAt, ...rest }) => ({
          ...rest,
          bulletin: { id: bulletin, title, begins, source, publishedAt },
        })),
      ),
    ]),
  );
