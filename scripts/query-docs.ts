/**
 * Writes docs/queries.md from the headers of the query files: `npm run docs:queries`. A test checks that the page is
 * current.
 */
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type LibraryQuery, loadCatalog } from '../queries/catalog.ts';

export const QUERY_DOCS = new URL('../docs/queries.md', import.meta.url);

const INTRODUCTION = `# Query library

Generated from the headers of \`queries/*.cypher\` by \`npm run docs:queries\`; change the files, not this page.

Every query gives the same rows on the embedded store and on Neo4j. Run one with

    bulletin-graph query NAME --param name=value

An \`entity\` is given by its name, an alias or its id. A \`date\` is \`YYYY\`, \`YYYY-MM\` or \`YYYY-MM-DD\`; as an upper bound it
takes in the whole year or month. A parameter without a default has to be given; the default \`null\` restricts nothing.

\`--cite\` adds the sentences that each row rests on; "Cited by" below says how they are found. [research.md](research.md)
tells how to cite, freeze and verify a result, and how long the queries take.
`;

/** The page for a catalog, in Markdown. */
export function renderQueryDocs(catalog: ReadonlyMap<string, LibraryQuery>): string {
  const contents = [...catalog.values()].map(({ name, question }) => `- [${name}](#${name}): ${question}`).join('\n');
  return [INTRODUCTION, `${contents}\n`, ...[...catalog.values()].map(renderQuery)].join('\n');
}

function renderQuery(query: LibraryQuery): string {
  const parameters = [...query.parameters].map(([name, header]) => [
    `\`${name}\``,
    header.type,
    header.default === undefined ? 'required' : `\`${JSON.stringify(header.default)}\``,
    `\`${JSON.stringify(header.example)}\``,
    header.meaning,
  ]);
  const columns = [...query.columns].map(([name, column]) => [
    `\`${name}\``,
    column.nullable ? `${column.type} or null` : column.type,
    column.meaning,
  ]);
  const chart = Object.entries(query.chart).map(([field, value]) =>
    field === 'kind' ? value : `${field} \`${value}\``,
  );
  return [
    `## ${query.name}`,
    '',
    `**${query.title}.** ${query.question}`,
    '',
    ...table(['Parameter', 'Type', 'Default', 'Example', 'Meaning'], parameters),
    '',
    ...table(['Column', 'Type', 'Meaning'], columns),
    '',
    `Chart: ${chart.join(', ')}. ${citedBy(query)}`,
    '',
    '```cypher',
    query.cypher,
    '```',
    '',
  ].join('\n');
}

function citedBy({ evidence }: LibraryQuery): string {
  if (evidence === undefined) return 'Cited by: the ids of statements in its rows.';
  if ('none' in evidence) return `Not cited: ${evidence.none}.`;
  if ('columns' in evidence) return `Cited by: ${evidence.columns.map((name) => `\`${name}\``).join(' and ')}.`;
  const total = evidence.total === undefined ? '' : `, as many as \`${evidence.total}\` says`;
  return `Cited by: the statements that its header looks up${total}.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(QUERY_DOCS, renderQueryDocs(loadCatalog()));
