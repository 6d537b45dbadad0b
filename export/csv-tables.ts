/**
 * CSV tables: nodes and edges that begin with the columns that Gephi's spreadsheet import, igraph and networkx look for,
 * statements with their words and codes, and bulletins. Dates are ISO strings of any precision.
 */
import { type Column, csvFile } from './csv.ts';
import type { ExportFormat } from './format.ts';
import { type Attribute, EDGE_ATTRIBUTES, isDirected, NODE_ATTRIBUTES } from './network.ts';
import { type EdgeRecord, type EntityRecord, readRecords } from './records.ts';
import { BULLETIN_COLUMNS, STATEMENT_COLUMNS } from './tables.ts';

export const csvTables: ExportFormat = {
  shape: 'folder',
  purpose: 'spreadsheets, R, pandas, Gephi',
  files: (graph) => [
    { name: 'nodes.csv', content: csvFile(NODES, readRecords(graph, 'entity')) },
    { name: 'edges.csv', content: csvFile(EDGES, readRecords(graph, 'edge')) },
    { name: 'statements.csv', content: csvFile(STATEMENT_COLUMNS.map(column), readRecords(graph, 'statement')) },
    { name: 'bulletins.csv', content: csvFile(BULLETIN_COLUMNS.map(column), readRecords(graph, 'bulletin')) },
  ],
};

const column = <T>({ name, value }: Attribute<T>): Column<T> => [name, value];

const NODES: readonly Column<EntityRecord>[] = [
  ['Id', ({ id }) => id],
  ['Label', ({ name }) => name],
  ...NODE_ATTRIBUTES.map(column),
];

const EDGES: readonly Column<EdgeRecord>[] = [
  ['Source', ({ from }) => from],
  ['Target', ({ to }) => to],
  ['Type', (edge) => (isDirected(edge) ? 'Directed' : 'Undirected')],
  ['Id', ({ id }) => id],
  ['Label', ({ predicate }) => predicate],
  ['Weight', ({ statements }) => statements],
  ...EDGE_ATTRIBUTES.map(column),
];
