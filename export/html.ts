/**
 * One HTML file with the viewer and the graph in it, which opens from disk and asks for nothing. The counts of its edges
 * are of the statements that it holds. At most MOST_STATEMENTS, all of which a browser holds in memory.
 */
import { existsSync, readFileSync } from 'node:fs';
import { PREDICATES } from '../graph/model/predicates.ts';
import { addStatements, NO_STATEMENTS, type StatementTraits } from '../graph/writing/edge-totals.ts';
import {
  ELEMENT,
  type HeldBulletin,
  type HeldEntity,
  type HeldGraph,
  type HeldStatement,
} from '../viewer/embedded/graph.ts';
import { OutputError } from './errors.ts';
import type { ExportFormat } from './format.ts';
import { isDirected } from './network.ts';
import { type EdgeRecord, type Exported, readRecords, type StatementRecord } from './records.ts';

export const html: ExportFormat = {
  shape: 'file',
  purpose: 'any browser: the viewer with the graph in one file, opens from disk',
  files: (graph) => [{ name: 'graph.html', content: htmlPage(graph, null) }],
};

export const MOST_STATEMENTS = 20_000;

/** What the page says of its store: a file that is passed on should not tell where it was made. */
const ORIGIN = 'a saved file';

/** The page as scripts/build.js leaves it, from the built program and from its source. */
const PAGES: readonly URL[] = [
  new URL('../embedded/index.html', import.meta.url),
  new URL('../dist/embedded/index.html', import.meta.url),
];
const PLACE = '<!--GRAPH-->';

/**
 * The page with the graph in it.
 * @param view what it opens with, as the viewer's address has it; null: the entities with most statements
 * @throws OutputError where the graph is too large, before more than the page's beginning has come
 */
export async function* htmlPage(graph: Exported, view: string | null): AsyncGenerator<string> {
  const page = PAGES.find((url) => existsSync(url));
  if (page === undefined) throw new OutputError('The page is not built, so it cannot be exported. Run npm run build.');
  const [before = '', after = ''] = readFileSync(page, 'utf8').split(PLACE);
  yield before;
  // In a script element only "<" can end it or open a comment.
  yield `<script type="application/json" id="${ELEMENT}">`;
  yield JSON.stringify(await hold(graph, view)).replaceAll('<', '\\u003c');
  yield '</script>';
  yield after;
}

async function hold(graph: Exported, view: string | null): Promise<HeldGraph> {
  const records: StatementRecord[] = [];
  for await (const statement of readRecords(graph, 'statement')) {
    if (records.length === MOST_STATEMENTS) {
      throw new OutputError(
        `The export has more than ${MOST_STATEMENTS.toLocaleString('en')} statements, which is the most that one page holds. ` +
          'Choose a part of the graph with --query.',
      );
    }
    records.push(statement);
  }
  const bulletins: HeldBulletin[] = [];
  const originals = new Map<string, string>();
  for await (const { id, title, source, url, publishedAt, text, mentions, reprintOf } of readRecords(
    graph,
    'bulletin',
  )) {
    const places = mentions.map(({ entity, count, starts, ends }) => ({ entity, count, starts, ends }));
    if (reprintOf !== null) originals.set(id, reprintOf);
    bulletins.push({ id, title, source, url, publishedAt, text, mentions: places });
  }
  const entities: HeldEntity[] = [];
  for await (const { id, name, type, aliases } of readRecords(graph, 'entity'))
    entities.push({ id, name, type, aliases });
  const sources = new Map(bulletins.map(({ id, source }) => [id, source]));
  const byEdge = new Map<string, StatementRecord[]>();
  for (const record of records) {
    if (record.edge === null) continue;
    const known = byEdge.get(record.edge);
    if (known) known.push(record);
    else byEdge.set(record.edge, [record]);
  }
  const edges = new Map<string, HeldGraph['edges'][number]>();
  for await (const edge of readRecords(graph, 'edge')) {
    edges.set(edge.id, heldEdge(edge, byEdge.get(edge.id) ?? [], sources, originals));
  }
  return {
    origin: ORIGIN,
    symmetric: [...PREDICATES.values()].flatMap(({ name, symmetric }) => (symmetric ? [name] : [])),
    entities,
    edges: [...edges.values()],
    statements: records.map((record) => heldStatement(record, edges.get(record.edge ?? '')?.id ?? null)),
    bulletins,
    view,
  };
}

function heldEdge(
  edge: EdgeRecord,
  statements: readonly StatementRecord[],
  sources: ReadonlyMap<string, string | null>,
  originals: ReadonlyMap<string, string>,
): HeldGraph['edges'][number] {
  const traits = statements.map(
    ({ polarity, status, date, confidence, bulletin }): StatementTraits => ({
      polarity,
      status,
      date,
      datePrecision: null,
      confidence,
      source: sources.get(bulletin) ?? null,
      origin: sources.get(originals.get(bulletin) ?? bulletin) ?? sources.get(bulletin) ?? '',
    }),
  );
  const totals = addStatements(NO_STATEMENTS, traits, 0);
  return {
    id: `${edge.from} ${edge.predicate} ${edge.to}`,
    source: edge.from,
    target: edge.to,
    predicate: edge.predicate,
    symmetric: !isDirected(edge),
    statements: totals.statements,
    sources: totals.sourceNames.length,
    first: totals.first,
    last: totals.last,
    affirmed: totals.affirmed,
    negated: totals.negated,
    quadClass: edge.quadClass,
  };
}

function heldStatement(record: StatementRecord, edge: string | null): HeldStatement {
  const { subject, object, saidBy, place } = record;
  return {
    id: record.id,
    predicate: record.predicate,
    lemma: record.lemma,
    polarity: record.polarity,
    status: record.status,
    subject: side(subject),
    object: object === null ? null : side(object),
    saidBy: saidBy === null ? null : side(saidBy),
    place: place === null ? null : side(place),
    date: record.date,
    until: record.until,
    contradicts: record.contradicts,
    confidence: record.confidence,
    title: record.title,
    rule: record.rule,
    plover: record.plover,
    quadClass: record.quadClass,
    goldstein: record.goldstein,
    start: record.start,
    end: record.end,
    sentenceStart: record.sentenceStart,
    sentenceEnd: record.sentenceEnd,
    edge,
    bulletin: record.bulletin,
  };
}

const side = ({ entity, text, start, end }: StatementRecord['subject']): HeldStatement['subject'] => ({
  id: entity,
  text,
  start,
  end,
});
