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
import type { GraphStore } from './graph/store.ts';
import { type BulletinInput, writeExtraction, type WriteReport } from './graph/write.ts';
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
export { QueryError, type QueryErrorCause } from './queries/errors.ts';
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

export type LibraryServerOptions = Partial<Omit<ServerOptions, 'store'>>;

/**
 * Serves the viewer and its HTTP API (docs/openapi.json) over a store that stays yours to close.
 * @param options `port` default 0, which takes a free one; `host` default 127.0.0.1, this machine only
 * @throws ListenError
 */
export function startServer(store: GraphStore, options: LibraryServerOptions = {}): Promise<RunningServer> {
  return startWith({ port: 0, appDir: PAGE, ...options, store });
}
