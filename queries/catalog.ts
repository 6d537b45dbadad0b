/**
 * The query library: every `.cypher` file of this folder with its checked header. A file whose header is wrong, or does
 * not agree with its query, stops the program with the file and the line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isMap, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { type ColumnHeader, Header, type ParameterHeader } from './header.ts';

/** Before a column's name, in the Cypher of `evidence`: its value in the row that is cited. */
export const ROW_PREFIX = 'row_';

export interface LibraryQuery extends Omit<Header, 'parameters' | 'columns'> {
  /** The file's name without `.cypher`. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, ParameterHeader>;
  /** In the order in which the query returns them. */
  readonly columns: ReadonlyMap<string, ColumnHeader>;
  /** The query without its header. */
  readonly cypher: string;
}

/** A query file that cannot be used. The message starts with `file:line`. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.file = file;
    this.line = line;
  }
}

const SUFFIX = '.cypher';

/**
 * The queries of a folder by name, in alphabetical order.
 * @throws CatalogError for the first file that is wrong
 */
export function loadCatalog(directory: URL = new URL('./', import.meta.url)): ReadonlyMap<string, LibraryQuery> {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith(SUFFIX))
    .sort();
  return new Map(
    files.map((file) => {
      const query = parseQuery(file, readFileSync(new URL(encodeURIComponent(file), directory), 'utf8'));
      return [query.name, query];
    }),
  );
}

/**
 * One query file: its leading `//` lines are the header, the rest is Cypher.
 * @param file name for messages; without its suffix it is the query's name
 * @throws CatalogError
 */
export function parseQuery(file: string, text: string): LibraryQuery {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const headerLines = end < 0 ? lines : lines.slice(0, end);
  const cypher = lines.slice(headerLines.length).join('\n').trim();
  if (headerLines.length === 0) throw new CatalogError(file, 1, 'no header: the file has to begin with // title: ...');
  if (cypher === '') throw new CatalogError(file, lines.length, 'no query after the header');

  const header = parseHeader(file, headerLines.map((line) => line.replace(/^\/\/ ?/, '')).join('\n'));
  const query = {
    ...header,
    name: file.slice(0, -SUFFIX.length),
    parameters: new Map(Object.entries(header.parameters)),
    columns: new Map(Object.entries(header.columns)),
    cypher,
  };
  checkAgreement(file, query, headerLines);
  return query;
}

function parseHeader(file: string, yaml: string): Header {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new CatalogError(file, counter.linePos(broken.pos[0]).line, `header: ${broken.message.split('\n')[0] ?? ''}`);
  }
  const parsed = Header.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const offset = offsetOf(document.contents, path);
  throw new CatalogError(
    file,
    counter.linePos(offset).line,
    `header: ${path.map(String).join('.')}: ${issue?.message ?? 'wrong'}`,
  );
}

/** Where the node at `path` begins in the YAML text, or the deepest one on the way that is there. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    if (!isMap<ParsedNode, ParsedNode | null>(node)) break;
    const pair = node.items.find((item) => String(item.key) === String(step));
    if (pair === undefined) break;
    offset = pair.key.range[0];
    node = pair.value;
  }
  return offset;
}

/** The header has to name what the query takes, and chart and evidence what it returns. */
function checkAgreement(file: string, query: LibraryQuery, headerLines: readonly string[]): void {
  const lineOf = (words: string): number => headerLines.findIndex((line) => line.includes(words)) + 1;
  query.cypher.split('\n').forEach((line, index) => {
    for (const name of parametersIn(line)) {
      if (!query.parameters.has(name)) {
        throw new CatalogError(file, headerLines.length + index + 1, `$${name} is not a parameter of the header`);
      }
    }
  });
  for (const name of query.parameters.keys()) {
    if (!new RegExp(`\\$${name}\\b`).test(query.cypher)) {
      throw new CatalogError(file, lineOf(`  ${name}:`), `parameter ${name} is not used by the query`);
    }
  }
  for (const [field, column] of Object.entries(query.chart)) {
    if (field !== 'kind' && column !== undefined && !query.columns.has(column)) {
      throw new CatalogError(file, lineOf('chart:'), `chart: ${field}: ${column} is not a column`);
    }
  }
  const wrong = wrongEvidence(query);
  if (wrong !== null) throw new CatalogError(file, lineOf('evidence:'), `evidence: ${wrong}`);
}

function wrongEvidence({ evidence, columns, parameters }: LibraryQuery): string | null {
  if (evidence === undefined || 'none' in evidence) return null;
  const named = 'columns' in evidence ? evidence.columns : evidence.total === undefined ? [] : [evidence.total];
  const missing = named.find((column) => !columns.has(column));
  if (missing !== undefined) return `${missing} is not a column`;
  if ('columns' in evidence) return null;
  for (const name of parametersIn(evidence.cypher)) {
    const column = name.startsWith(ROW_PREFIX) ? name.slice(ROW_PREFIX.length) : null;
    if (column !== null && !columns.has(column)) return `$${name}: ${column} is not a column`;
    if (column === null && !parameters.has(name)) return `$${name} is not a parameter of the header`;
  }
  return null;
}

function parametersIn(cypher: string): string[] {
  return [...cypher.matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
}
