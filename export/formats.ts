/** Every export format by the name that the command line and the library take. */
import { csvTables } from './csv-tables.ts';
import { events } from './events.ts';
import type { ExportFormat } from './format.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { html } from './html.ts';
import { jsonl } from './jsonl.ts';
import { jsonld } from './jsonld.ts';
import { neo4jCsv } from './neo4j-csv.ts';
import { parquet } from './parquet.ts';

export const FORMATS = {
  gexf,
  graphml,
  csv: csvTables,
  'neo4j-csv': neo4jCsv,
  jsonl,
  parquet,
  jsonld,
  events,
  html,
} as const satisfies Readonly<Record<string, ExportFormat>>;
export type FormatName = keyof typeof FORMATS;
