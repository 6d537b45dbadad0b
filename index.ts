/**
 * Bulletin Graph as a library: `import { openStore, extract } from 'bulletin-graph'`. docs/library.md has a program that
 * runs. Everything here is stable in name and shape within a major version; what is not here is internal.
 */
import process from 'node:process';
import { PAGE, VERSION } from './cli/package.ts';
import { contentHash } from './graph/ids.ts';
import type { Bulletin } from './graph/model/bulletin.ts';
import { Bulletin as BulletinSchema } from './graph/model/bulletin.ts';
import type { Extraction } from './graph/model/extraction.ts';
import { DEFAULT_LIMITS, type GraphStore, type Limits, type Parameters } from './graph/store.ts';
import { type BulletinInput, writeExtraction, type WriteReport } from './graph/write.ts';
import { problemsOf } from './queries/check/check.ts';
import { describeProblem } from './queries/check/problem.ts';
import { QueryError } from './queries/errors.ts';
import { freeze as freezeRun, type QueryRun } from './queries/frozen/freeze.ts';
import type { Frozen } from './queries/frozen/frozen.ts';
import type { QueryResult } from './queries/runner.ts';
import type { IngestOptions, IngestResult } from './ingest/ingest.ts';
import { ingest as ingestWith } from './ingest/ingest.ts';
import { createExtractor, type Extractor } from './ingest/pipeline.ts';
import type { ReadOptions, ReadResult } from './ingest/readers/reader.ts';
import { readBulletins as readWith } from './ingest/readers/reader.ts';
import type { RunningServer, ServerOptions } from './viewer/server/server.ts';
import { startServer as startWith } from './viewer/server/server.ts';

export { FORMATS, type FormatName } from './export/formats.ts';
export type { ExportFile, ExportFormat } from './export/format.ts';
export { OutputError } from './export/errors.ts';
export { writeExport } from './export/output.ts';
export type { Exported } from './export/records.ts';
export { selectionOf } from './export/selection.ts';
export type { Known } from './graph/as-of/known.ts';
export { openAsOf, type PastGraph } from './graph/as-of/past-graph.ts';
export { exportLines, type Selection } from './graph/export.ts';
export { contentHash } from './graph/ids.ts';
export type { Bulletin } from './graph/model/bulletin.ts';
export type {
  Argument,
  ExtractedDate,
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  Span,
} from './graph/model/extraction.ts';
export { DEFAULT_STORE_URL, type OpenOptions, openStore } from './graph/open.ts';
export {
  type GraphStore,
  type Limits,
  type Parameters,
  StoreError,
  type StoreErrorCause,
  type Table,
  type Value,
  type WriteTransaction,
} from './graph/store.ts';
export {
  type BulletinInput,
  deleteBulletin,
  writeExtraction,
  type WriteOptions,
  type WriteReport,
} from './graph/write.ts';
export type { IngestResult } from './ingest/ingest.ts';
export { createExtractor, type Extractor } from './ingest/pipeline.ts';
export type { Note, ReadResult, Rejection } from './ingest/readers/reader.ts';
export { CatalogError, type LibraryQuery, loadCatalog, parseQuery } from './queries/catalog.ts';
export { problemsOf } from './queries/check/check.ts';
export { describeProblem, type Problem } from './queries/check/problem.ts';
export { QueryError, type QueryErrorCause } from './queries/errors.ts';
export { type Citable, type Citation, type Evidence, evidenceOf, type RowEvidence } from './queries/evidence.ts';
export type { QueryRun } from './queries/frozen/freeze.ts';
export { type Frozen, frozenText, parseFrozen, type StoreState } from './queries/frozen/frozen.ts';
export { frozenPage } from './queries/frozen/page.ts';
export { type Verification, verify } from './queries/frozen/verify.ts';
export type { Given } from './queries/parameters.ts';
export { type QueryResult, queryNamed, runQuery } from './queries/runner.ts';
export { ListenError, type ListenErrorCause } from './viewer/server/listen-error.ts';
export type { RunningServer } from './viewer/server/server.ts';
export { VERSION } from './cli/package.ts';

/** Name and version of what reads bulletins; kept on each, and one that another version read is read again. */
export const EXTRACTOR = `bulletin-graph/${VERSION}`;

/** What is known of a bulletin. Only the text is needed. */
export interface BulletinFields {
  readonly text: string;
  /** By default a function of the other fields, so that the same bulletin has the same id. */
  readonly id?: string;
  /** ISO date of publication, or a prefix of one; without it relative dates ("on Monday") stay unresolved. */
  readonly date?: string;
  readonly title?: string;
  readonly source?: string;
  readonly url?: string;
  /** ISO 639-1, default `en`; statements are read from English only. */
  readonly language?: string;
}

/**
 * A bulletin of the model from what is known of it.
 * @throws TypeError where a field has the wrong form, for example a date that is not ISO
 */
export function bulletin(fields: BulletinFields): Bulletin {
  const known: Bulletin = {
    id: fields.id ?? '-',
    title: fields.title ?? null,
    source: fields.source ?? null,
    url: fields.url ?? null,
    publishedAt: fields.date ?? null,
    language: fields.language ?? 'en',
    text: fields.text,
  };
  const parsed = BulletinSchema.safeParse({ ...known, id: fields.id ?? `text-${contentHash(known).slice(0, 24)}` });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? '').replace('publishedAt', 'date');
  throw new TypeError(`bulletin: ${field}: ${issue?.message ?? 'wrong'}. Dates are YYYY, YYYY-MM or YYYY-MM-DD.`);
}

let extractor: Promise<Extractor> | null = null;

/**
 * What one bulletin says: entities, statements and dates, with offsets in UTF-16 units, so that `text.slice(start, end)`
 * is the quoted words. The model (about 0.3 s, 200 MB) is loaded at the first call and kept.
 * @throws TypeError as `bulletin` does; Error for a text of more than a million characters
 */
export async function extract(fields: BulletinFields): Promise<Extraction> {
  const given = bulletin(fields);
  extractor ??= createExtractor();
  return (await extractor).extract(given);
}

/**
 * Reads bulletins and writes what they say into the store. A bulletin that the store holds already changes nothing; one
 * with a known id and another text replaces what was read from the old one.
 * @returns how many were added, replaced and unchanged, and what the rules of the graph did not let in
 * @throws StoreError; TypeError and Error as `extract`
 */
export async function addBulletins(store: GraphStore, bulletins: readonly BulletinFields[]): Promise<WriteReport> {
  const inputs: BulletinInput[] = [];
  for (const fields of bulletins) {
    const given = bulletin(fields);
    inputs.push({ bulletin: given, extraction: await extract(fields), contentHash: contentHash(given) });
  }
  return writeExtraction(store, inputs, { now: new Date(), extractor: EXTRACTOR });
}

/**
 * The bulletins of files, folders, addresses and standard input (`-`), each as it is read; what is wrong with one of them
 * comes as `{kind: 'rejection'}` with its reason, and the others go on.
 * @param options `date` and `source` of bulletins that name none; `encoding` of all; default: told from each
 */
export function readBulletins(
  paths: readonly string[],
  options: Partial<ReadOptions> = {},
): AsyncGenerator<ReadResult> {
  return readWith(paths, readOptions(options));
}

function readOptions(options: Partial<ReadOptions>): ReadOptions {
  return { date: null, source: null, encoding: null, stdin: process.stdin, ...options };
}

export interface LibraryIngestOptions extends Partial<Omit<IngestOptions, 'read'>> {
  readonly read?: Partial<ReadOptions>;
}

/**
 * Reads everything under `paths` into the store, as `bulletin-graph ingest` does. What the store holds already is
 * skipped; ingesting twice changes nothing. `jobs` (default 1) is the number of threads, each of about 200 MB.
 * @throws StoreError; single inputs that are wrong go to `onRejection` and are counted
 */
export function ingest(
  store: GraphStore,
  paths: readonly string[],
  { read = {}, ...options }: LibraryIngestOptions = {},
): Promise<IngestResult> {
  return ingestWith(store, paths, {
    jobs: 1,
    extractor: EXTRACTOR,
    signal: new AbortController().signal,
    onRejection: () => {},
    onNote: () => {},
    onProgress: () => {},
    ...options,
    read: readOptions(read),
  });
}

/**
 * Runs Cypher of your own that reads. Before the store sees it, its words are compared with Cypher's and the graph's: a
 * misspelt label would give no rows and no error. `problemsOf` and `describeProblem` do that alone, `store.read` the rest.
 * @param parameters values of the `$names` in the query
 * @param limits by default 30,000 ms and 10,000 rows; `table.truncated` says whether the rows were cut
 * @throws QueryError `misspelt` with line, column and what was probably meant; StoreError `read-only` for a query that
 *   writes, `unportable` for what the embedded store would answer otherwise, `timeout`, `syntax` and others
 */
export async function runCypher(
  store: GraphStore,
  cypher: string,
  parameters: Parameters = {},
  limits: Limits = {},
): Promise<QueryRun> {
  const [problem] = problemsOf(cypher, new Set(Object.keys(parameters)));
  if (problem !== undefined) throw new QueryError('misspelt', describeProblem(cypher, problem, 'query'));
  const table = await store.read(cypher, parameters, limits);
  return { name: 'query', cypher, query: null, parameters, entities: new Map(), table };
}

export interface FreezeOptions {
  /** Most statements that are cited for a row; each row's `total` says how many there are. Default 10. */
  readonly citedPerRow?: number;
  /** Bounds of each read; `maxRows` has to be that of the run, since `verify` runs the query again with it. */
  readonly limits?: Limits;
  /** Default: this machine's clock. */
  readonly now?: Date;
}

/**
 * What a query gave, to be kept and cited: its text and parameters, the rows, the sentences that they rest on, and the
 * state of the store, which must not have been written to since. `frozenText` is the file that `query --save` writes,
 * `parseFrozen` reads it back, `frozenPage` prints it with a bibliography, and `verify` runs it again.
 * @param run what `runQuery` or `runCypher` returned
 * @throws StoreError; rows that cannot be cited are frozen with the reason in `uncited`
 */
export function freeze(
  store: GraphStore,
  run: QueryResult | QueryRun,
  { citedPerRow = 10, limits = {}, now = new Date() }: FreezeOptions = {},
): Promise<Frozen> {
  const whole = 'cypher' in run ? run : { ...run, name: run.query.name, cypher: run.query.cypher };
  const { maxRows = DEFAULT_LIMITS.maxRows } = limits;
  return freezeRun(store, whole, { now: now.toISOString(), program: VERSION, citedPerRow, maxRows }, limits);
}

export type LibraryServerOptions = Partial<Omit<ServerOptions, 'store'>>;

/**
 * Serves the viewer and its HTTP API (docs/openapi.json) over a store that stays yours to close.
 * @param options `port` default 0, which takes a free one; `host` default 127.0.0.1, this machine only
 * @throws ListenError
 */
export function startServer(store: GraphStore, options: LibraryServerOptions = {}): Promise<RunningServer> {
  return startWith({ port: 0, appDir: PAGE, version: VERSION, ...options, store });
}
