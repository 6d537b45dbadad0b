import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  EDGE_PROPERTIES,
  LABELS,
  NODE_PROPERTIES,
  RELATIONSHIP_PROPERTIES,
  RELATIONSHIP_TYPES,
} from '../../graph/schema.ts';
import { CatalogError, loadCatalog, parseQuery } from '../../queries/catalog.ts';
import { QUERY_DOCS, renderQueryDocs } from '../../scripts/query-docs.ts';

const HEADER = `// title: People
// question: Who is there?
// parameters:
//   limit: { type: integer, default: 10, example: 5, meaning: Most rows }
// columns:
//   name: { type: text, meaning: Name }
// chart: { kind: bar, x: name }
`;
const QUERY = 'MATCH (e:Entity) RETURN e.name AS name ORDER BY name, e.id LIMIT $limit';

function problem(text: string): CatalogError {
  try {
    parseQuery('people.cypher', text);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
  throw new Error('the query was accepted');
}

test('a query file gives its name, its header and its Cypher', () => {
  const query = parseQuery('people.cypher', `${HEADER}${QUERY}\n`);
  expect(query.name).toBe('people');
  expect(query.title).toBe('People');
  expect([...query.parameters.keys()]).toEqual(['limit']);
  expect(query.columns.get('name')).toEqual({ type: 'text', meaning: 'Name', nullable: false });
  expect(query.cypher).toBe(QUERY);
});

test('a header that is not YAML is refused with file and line', () => {
  const error = problem(`${HEADER.replace('question: Who is there?', 'question: "Who')}${QUERY}`);
  expect(error.file).toBe('people.cypher');
  expect(error.message).toMatch(/^people\.cypher:\d+: header: /);
});

test('an unknown type is refused at the line of the parameter', () => {
  const error = problem(`${HEADER.replace('type: integer', 'type: whole')}${QUERY}`);
  expect(error.line).toBe(4);
  expect(error.message).toContain('parameters.limit.type');
});

test('an unknown field is refused at the line of the column', () => {
  const error = problem(`${HEADER.replace('{ type: text, ', '{ type: text, wide: true, ')}${QUERY}`);
  expect(error.line).toBe(6);
});

test('a query that uses a parameter the header has not is refused at its line', () => {
  const error = problem(`${HEADER}MATCH (e:Entity)\n${QUERY.replace('MATCH (e:Entity)', 'WHERE e.type = $type')}`);
  expect(error.message).toBe('people.cypher:9: $type is not a parameter of the header');
});

test('a parameter that the query does not use is refused', () => {
  expect(problem(`${HEADER}${QUERY.replace('$limit', '10')}`).message).toBe(
    'people.cypher:4: parameter limit is not used by the query',
  );
});

test('a chart of a column that is not there is refused', () => {
  expect(problem(`${HEADER.replace('x: name', 'x: age')}${QUERY}`).message).toBe(
    'people.cypher:7: chart: x: age is not a column',
  );
});

test('a file without header and a file without query are refused', () => {
  expect(problem(QUERY).message).toMatch(/^people\.cypher:1: no header/);
  expect(problem(HEADER).message).toMatch(/^people\.cypher:8: no query/);
});

test('a folder that has one wrong file stops with the name of that file', () => {
  expect(() => loadCatalog(new URL('./wrong/', import.meta.url))).toThrow(/^broken\.cypher:1: header: /);
});

const library = loadCatalog();

test('the library has at least thirty-two queries, and each says what its rows rest on', () => {
  expect(library.size).toBeGreaterThanOrEqual(32);
  expect([...library.values()].filter(({ evidence }) => evidence === undefined)).toEqual([]);
});

test.each([
  ['evidence: { columns: [id] }', 'evidence: id is not a column'],
  ['evidence: { total: many, cypher: "MATCH (s:Statement)" }', 'evidence: many is not a column'],
  ['evidence: { cypher: "MATCH (s:Statement {id: $row_id})" }', 'evidence: $row_id: id is not a column'],
  ['evidence: { cypher: "MATCH (s:Statement {id: $id})" }', 'evidence: $id is not a parameter of the header'],
])('%s is refused at its line', (evidence, words) => {
  expect(problem(`${HEADER}// ${evidence}\n${QUERY}`).message).toBe(`people.cypher:8: ${words}`);
});

const PROPERTIES = new Set<string>([
  ...Object.values(NODE_PROPERTIES).flat(),
  ...Object.values(RELATIONSHIP_PROPERTIES).flat(),
  ...EDGE_PROPERTIES,
]);

test.each([...library.values()])('$name ends with its order and its limit', ({ cypher }) => {
  expect(cypher).toMatch(/ORDER BY[^\n]*\nLIMIT \$limit$/);
});

const cyphers = [...library.values()].flatMap(({ name, cypher, evidence }) => [
  { name, cypher },
  ...(evidence !== undefined && 'cypher' in evidence ? [{ name: `evidence of ${name}`, cypher: evidence.cypher }] : []),
]);

test.each(cyphers)('$name keeps to the schema and to the portable subset', ({ cypher }) => {
  const code = cypher.replace(/'[^']*'/g, "''");
  const labels = [...code.matchAll(/\(\w*:(\w+)/g)].map((match) => match[1]);
  expect(labels.filter((label) => !LABELS.includes(label ?? ''))).toEqual([]);
  const types = [...code.matchAll(/\[\w*:([\w|\s]+)/g)].flatMap((match) =>
    (match[1] ?? '').split('|').map((type) => type.trim()),
  );
  expect(types.filter((type) => !RELATIONSHIP_TYPES.includes(type))).toEqual([]);
  const properties = [...code.matchAll(/\b[a-z]\w*\.([a-z]\w*)/g)].map((match) => match[1]);
  expect(properties.filter((property) => !PROPERTIES.has(property ?? ''))).toEqual([]);
  // Rows are cut only in a total order, and ids of the database never show.
  for (const part of code.split('LIMIT').slice(0, -1)) expect(part).toContain('ORDER BY');
  expect(code).not.toMatch(/\b(?:elementId|id|labels|keys)\(/);
  expect(code).not.toMatch(/\*(?:\d+\.\.)?\]/);
});

test('docs/queries.md is current (npm run docs:queries)', () => {
  expect(readFileSync(QUERY_DOCS, 'utf8')).toBe(renderQueryDocs(library));
});
