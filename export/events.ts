/**
 * Event records as political scientists keep them (CAMEO, PLOVER): one line a coded statement, tab-separated without
 * quotes, an empty field where nothing is known. Tabs, line ends and other control characters in texts become spaces.
 * Denied, planned and demanded events are there too: `polarity` and `status` say so.
 */
import { z } from 'zod';
import type { GraphStore } from '../graph/store.ts';
import { readRows } from '../queries/rows.ts';
import { type Actor, Actors } from './actors.ts';
import type { ExportFormat } from './format.ts';
import { type Exported, readRecords, type StatementRecord } from './records.ts';

export const events: ExportFormat = {
  shape: 'file',
  purpose: 'event data tools; PLOVER and CAMEO codes, tab-separated',
  files: (graph) => [{ name: 'events.tsv', content: write(graph) }],
};

const PAGE = 500;

interface Source {
  readonly source: string | null;
  readonly published: string | null;
}

interface Coded {
  readonly statement: StatementRecord;
  readonly subject: Actor | undefined;
  readonly object: Actor | undefined;
  readonly place: Actor | undefined;
  readonly saidBy: Actor | undefined;
  readonly bulletin: Source | undefined;
}

type Field = readonly [name: string, value: (coded: Coded) => string | number | null | undefined];

const FIELDS: readonly Field[] = [
  ['date', ({ statement }) => statement.date],
  ['source_actor', ({ subject }) => subject?.name],
  ['source_type', ({ subject }) => subject?.type],
  ['source_country', ({ subject }) => subject?.country],
  ['predicate', ({ statement }) => statement.predicate],
  ['cameo', ({ statement }) => statement.cameo],
  ['plover', ({ statement }) => statement.plover],
  ['quad_class', ({ statement }) => statement.quadClass],
  ['goldstein', ({ statement }) => statement.goldstein],
  ['target_actor', ({ object }) => object?.name],
  ['target_type', ({ object }) => object?.type],
  ['target_country', ({ object }) => object?.country],
  ['place', ({ place }) => place?.name],
  ['status', ({ statement }) => statement.status],
  ['polarity', ({ statement }) => statement.polarity],
  ['said_by', ({ saidBy }) => saidBy?.name],
  ['confidence', ({ statement }) => statement.confidence],
  ['event', ({ statement }) => statement.event],
  ['statement', ({ statement }) => statement.id],
  ['bulletin', ({ statement }) => statement.bulletin],
  ['published', ({ bulletin }) => bulletin?.published],
  ['publisher', ({ bulletin }) => bulletin?.source],
  ['sentence', ({ statement }) => statement.sentence],
];

const line = (fields: readonly (string | number | null | undefined)[]): string =>
  `${fields.map((field) => String(field ?? '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')).join('\t')}\n`;

async function* write(graph: Exported): AsyncGenerator<string> {
  yield line(FIELDS.map(([name]) => name));
  const actors = new Actors(graph.store);
  let page: StatementRecord[] = [];
  for await (const statement of readRecords(graph, 'statement')) {
    if (statement.cameo === null && statement.plover === null) continue;
    page.push(statement);
    if (page.length < PAGE) continue;
    yield* lines(graph.store, actors, page);
    page = [];
  }
  yield* lines(graph.store, actors, page);
}

async function* lines(store: GraphStore, actors: Actors, page: readonly StatementRecord[]): AsyncGenerator<string> {
  const ids = page.flatMap(({ subject, object, saidBy, place }) =>
    [subject, object, saidBy, place].flatMap((side) => side?.entity ?? []),
  );
  const known = await actors.of(ids);
  const bulletins = await sources(store, [...new Set(page.map(({ bulletin }) => bulletin))]);
  const actor = (side: StatementRecord['object']): Actor | undefined =>
    side === null ? undefined : known.get(side.entity);
  for (const statement of page) {
    const coded: Coded = {
      statement,
      subject: actor(statement.subject),
      object: actor(statement.object),
      place: actor(statement.place),
      saidBy: actor(statement.saidBy),
      bulletin: bulletins.get(statement.bulletin),
    };
    yield line(FIELDS.map(([, value]) => value(coded)));
  }
}

const BULLETINS = `
MATCH (b:Bulletin) WHERE b.id IN $ids
RETURN b.id AS id, b.source AS source, b.publishedAt AS published`;
const BULLETIN_ROW = { id: z.string(), source: z.string().nullable(), published: z.string().nullable() };

async function sources(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, Source>> {
  const rows = await readRows(store, 'bulletins', BULLETIN_ROW, BULLETINS, { ids });
  return new Map(rows.map((row) => [row.id, row]));
}
