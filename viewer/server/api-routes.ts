/** The routes of the HTTP API in words. Every route of app.ts is here: a test checks it. */
import type { z } from 'zod';
import * as contract from '../contract.ts';
import * as curation from '../curation-contract.ts';
import * as views from '../views-contract.ts';
import type { AnswerName, BodyName } from './api-shapes.ts';

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: BodyName;
  /** Whether it has no `asOf`: it is not about what the graph holds, or about the graph as it is now only. */
  readonly timeless?: true;
  /** Whether the answer may also be a page of HTML. */
  readonly page?: true;
  /** Null: this description. */
  readonly answer: AnswerName | null;
}

export const ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/api/summary',
    operationId: 'summary',
    summary: 'The whole store in numbers.',
    answer: 'Summary',
  },
  {
    method: 'get',
    path: '/api/top',
    operationId: 'top',
    summary: 'The entities with most statements, and the edges among them.',
    query: contract.TopQuery,
    answer: 'Subgraph',
  },
  {
    method: 'get',
    path: '/api/search',
    operationId: 'search',
    summary: 'Entities by name and alias, accents and case folded, best first.',
    query: contract.SearchQuery,
    answer: 'SearchResults',
  },
  {
    method: 'get',
    path: '/api/entity',
    operationId: 'entity',
    summary: 'One entity, with what can be expanded from it.',
    query: contract.EntityQuery,
    answer: 'EntityPage',
  },
  {
    method: 'get',
    path: '/api/neighbours',
    operationId: 'neighbours',
    summary: 'Neighbours of an entity by number of shared statements, most first.',
    query: contract.NeighboursQuery,
    answer: 'Subgraph',
  },
  {
    method: 'post',
    path: '/api/edges',
    operationId: 'edges',
    summary:
      'Every edge with one end in `ids` and the other in `among`; of more than 5,000, those with most statements.',
    body: 'EdgesQuery',
    answer: 'EdgesAnswer',
  },
  {
    method: 'get',
    path: '/api/evidence',
    operationId: 'evidence',
    summary:
      'Statements of an entity or of a pair (either direction) with the words that they were read from, newest first.',
    query: contract.EvidenceQuery,
    answer: 'EvidencePage',
  },
  {
    method: 'get',
    path: '/api/bulletin',
    operationId: 'bulletin',
    summary: 'A whole bulletin with its statements, in the order of the text.',
    query: contract.BulletinQuery,
    answer: 'BulletinPage',
  },
  {
    method: 'post',
    path: '/api/nodes',
    operationId: 'nodes',
    summary: 'The entities with these ids, in the order given; unknown ids are left out.',
    body: 'NodesQuery',
    answer: 'NodesAnswer',
  },
  {
    method: 'post',
    path: '/api/traits',
    operationId: 'traits',
    summary: 'Date, polarity, status, confidence, source and holder of every statement behind the edges.',
    body: 'TraitsQuery',
    answer: 'TraitsAnswer',
  },
  {
    method: 'post',
    path: '/api/file',
    operationId: 'file',
    summary:
      'The viewer as one HTML file that opens without a server, with these entities, the relations among them, their ' +
      'statements and bulletins. 400 `no-file` above 20,000 statements.',
    body: 'FileQuery',
    answer: 'FileAnswer',
  },
  {
    method: 'get',
    path: '/api/history',
    operationId: 'history',
    summary: 'Offices of an entity over time, and its statements by year and predicate.',
    query: contract.HistoryQuery,
    answer: 'EntityHistory',
  },
  {
    method: 'get',
    path: '/api/mentions',
    operationId: 'mentions',
    summary: 'Bulletins that mention an entity, newest first.',
    query: contract.MentionsQuery,
    answer: 'MentionsPage',
  },
  {
    method: 'get',
    path: '/api/pair',
    operationId: 'pair',
    summary: 'Everything stated between two entities, in either direction, added up by relation and month.',
    query: contract.PairQuery,
    answer: 'PairHistory',
  },
  {
    method: 'get',
    path: '/api/path',
    operationId: 'path',
    summary: 'The shortest way between two entities over all relations, of at most eight steps.',
    query: contract.PathQuery,
    answer: 'PathAnswer',
  },
  {
    method: 'get',
    path: '/api/schema',
    operationId: 'schema',
    summary: 'Labels, relationship types and properties that Cypher may name.',
    answer: 'GraphSchema',
  },
  {
    method: 'get',
    path: '/api/queries',
    operationId: 'queries',
    summary: 'The query library, by name.',
    answer: 'Library',
  },
  {
    method: 'post',
    path: '/api/query',
    operationId: 'query',
    summary: 'Runs one reading query, of the library or any Cypher, within limits of time and rows.',
    body: 'RunQuery',
    answer: 'QueryAnswer',
  },
  {
    method: 'post',
    path: '/api/freeze',
    operationId: 'freeze',
    timeless: true,
    summary:
      'Runs a query as /api/query does and answers its frozen result, with citations and the state of the store, as ' +
      '`query --save` writes it; or the same as one page for print.',
    body: 'FreezeQuery',
    answer: 'FrozenResult',
    page: true,
  },
  {
    method: 'get',
    path: '/api/curation',
    operationId: 'curation',
    timeless: true,
    summary: 'Whether this server takes judgements.',
    answer: 'CurationState',
  },
  {
    method: 'get',
    path: '/api/review',
    operationId: 'review',
    timeless: true,
    summary: 'Entities that may be one and were not judged, with what speaks for and against it, highest score first.',
    query: curation.ReviewQuery,
    answer: 'ReviewPage',
  },
  {
    method: 'get',
    path: '/api/judgements',
    operationId: 'judgements',
    timeless: true,
    summary: 'The log of judgements, newest first.',
    query: curation.JudgementsQuery,
    answer: 'JudgementsPage',
  },
  {
    method: 'post',
    path: '/api/judge',
    operationId: 'judge',
    timeless: true,
    summary:
      'Judges that two entities are one or not, that a statement was read wrongly, or what an entity is called or is; ' +
      'answers when the graph has followed. 404 for what is not in the graph, 409 where the log says otherwise already.',
    body: 'JudgeBody',
    answer: 'JudgedAnswer',
  },
  {
    method: 'post',
    path: '/api/undo',
    operationId: 'undo',
    timeless: true,
    summary: 'Takes a judgement back; of an undoing, puts in force again what it took back.',
    body: 'UndoBody',
    answer: 'JudgedAnswer',
  },
  {
    method: 'get',
    path: '/api/views',
    operationId: 'views',
    timeless: true,
    summary: 'The views that people saved in this store, those saved last first; at most 500.',
    answer: 'ViewsAnswer',
  },
  {
    method: 'get',
    path: '/api/view',
    operationId: 'view',
    timeless: true,
    summary: 'What a saved view shows, as the address of the page has it behind `#view=`. 404 where it is not kept.',
    query: views.ViewQuery,
    answer: 'ViewAnswer',
  },
  {
    method: 'post',
    path: '/api/save-view',
    operationId: 'saveView',
    timeless: true,
    summary:
      'Saves a view under a name. 409 `name-taken` where a view has that name and `replace` is false, `too-many-views` ' +
      'above 500; 403 where judging is off.',
    body: 'SaveView',
    answer: 'ViewsAnswer',
  },
  {
    method: 'post',
    path: '/api/rename-view',
    operationId: 'renameView',
    timeless: true,
    summary: 'Gives a saved view another name. 404 where it is not kept, 409 `name-taken`, 403 where judging is off.',
    body: 'RenameView',
    answer: 'ViewsAnswer',
  },
  {
    method: 'post',
    path: '/api/delete-view',
    operationId: 'deleteView',
    timeless: true,
    summary: 'Takes a saved view out of the store. 404 where it is not kept, 403 where judging is off.',
    body: 'DeleteView',
    answer: 'ViewsAnswer',
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    operationId: 'openapi',
    timeless: true,
    summary: 'This description.',
    answer: null,
  },
];

/** What parameters mean, by name; the same in every route that takes them. */
export const MEANINGS: Readonly<Record<string, string>> = {
  asOf: 'Only what was published and judged by the end of this day, month or year.',
  id: 'Id of the entity or bulletin, as other answers give it.',
  from: 'Id of the entity that a path begins at.',
  to: 'Id of the entity that it ends at.',
  other: 'Id of the other entity of a pair.',
  predicate: 'Only this predicate; /api/summary lists them.',
  type: 'Only neighbours of this type.',
  after: '`next` of the page before; leave it out for the first page.',
  before: '`next` of the page before; leave it out for the first page.',
  limit: 'Most results of the answer.',
  q: 'What was typed.',
};
