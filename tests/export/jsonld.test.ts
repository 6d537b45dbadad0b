/** JSON-LD, expanded and turned into RDF by jsonld.js, which is not ours and fetches nothing here. */
import jsonld from 'jsonld';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Counts, countsOf, HOSTILE, type OpenGraph, openGraph, textOf } from './graph.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const SCHEMA = 'https://schema.org/';
const OURS = 'urn:bulletin-graph:vocabulary#';
const Quad = z.object({
  subject: z.object({ value: z.string() }),
  predicate: z.object({ value: z.string() }),
  object: z.object({ value: z.string(), datatype: z.object({ value: z.string() }).optional() }),
});
type Quad = z.infer<typeof Quad>;

let graph: OpenGraph;
let counts: Counts;
let quads: Quad[];
const offline = async (url: string): Promise<never> => {
  throw new Error(`${url} is fetched`);
};
beforeAll(async () => {
  graph = await openGraph();
  counts = await countsOf(graph.store);
  const document: jsonld.JsonLdDocument = JSON.parse(await textOf('jsonld', graph, 'graph.jsonld'));
  // `safe`, which the types do not know: a term that JSON-LD would drop silently is an error.
  const options = { documentLoader: offline, safe: true };
  quads = z.array(Quad).parse(await jsonld.toRDF(document, options));
});
afterAll(async () => {
  await graph.close();
});

const about = (subject: string): Map<string, string> =>
  new Map(
    quads.filter((quad) => quad.subject.value === subject).map((quad) => [quad.predicate.value, quad.object.value]),
  );
const ofType = (type: string): string[] =>
  quads
    .filter((quad) => quad.predicate.value === `${RDF}type` && quad.object.value === type)
    .map((quad) => quad.subject.value);

test('has a node a record', () => {
  expect(ofType(`${SCHEMA}NewsArticle`)).toHaveLength(counts.bulletins);
  expect(ofType(`${RDF}Statement`)).toHaveLength(counts.statements);
  expect(ofType(`${SCHEMA}Event`)).toHaveLength(counts.events);
  expect(ofType(`${OURS}Relationship`)).toHaveLength(counts.edges);
  const entities = ['Person', 'Country', 'Organization', 'Place', 'Facility', 'Group', 'Agreement'];
  expect(entities.flatMap((type) => ofType(`${OURS}${type}`))).toHaveLength(counts.entities);
});

test('reifies statements and asserts none of them', () => {
  const negated = quads.find(
    ({ predicate, object }) => predicate.value === `${OURS}polarity` && object.value === 'negated',
  );
  const statement = about(negated?.subject.value ?? '');
  expect(statement.get(`${RDF}subject`)).toBe('urn:bulletin-graph:entity:country%3ACHN');
  expect(statement.get(`${RDF}predicate`)).toBe(`${OURS}SANCTIONED`);
  expect(statement.get(`${RDF}object`)).toBe('urn:bulletin-graph:entity:country%3AJPN');
  expect(statement.get(`${OURS}saidBy`)).toBe('urn:bulletin-graph:entity:person%3Awang-yi');
  expect(statement.get(`${SCHEMA}appearance`)).toBe('urn:bulletin-graph:bulletin:b-denial');
  expect(quads.filter(({ predicate }) => predicate.value === `${OURS}SANCTIONED`)).toEqual([]);
});

test('types dates by their precision and keeps hostile text', () => {
  const types = new Set(
    quads
      .filter(({ predicate }) => predicate.value === `${OURS}date`)
      .map(({ object }) => object.datatype?.value.split('#')[1]),
  );
  expect(types).toEqual(new Set(['gYear', 'gYearMonth', 'date']));
  expect(about('urn:bulletin-graph:entity:person%3Aeve').get(`${SCHEMA}name`)).toBe(HOSTILE);
});
