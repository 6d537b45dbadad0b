/**
 * JSON-LD 1.1: one document whose context is in it, so that nothing is fetched. Statements are reified (rdf:Statement,
 * schema:Claim) and never asserted: claims, not facts. Entities, bulletins and events in schema.org's terms, the rest in
 * `urn:bulletin-graph:vocabulary#`.
 */
import type { EntityType } from '../graph/model/vocabulary.ts';
import type { ExportFormat } from './format.ts';
import {
  type BulletinRecord,
  type EdgeRecord,
  type EntityRecord,
  type EventRecord,
  type Exported,
  readRecords,
  type StatementRecord,
} from './records.ts';

export const jsonld: ExportFormat = {
  shape: 'file',
  purpose: 'linked data tools; schema.org and reified statements',
  files: (graph) => [{ name: 'graph.jsonld', content: write(graph) }],
};

const reference = (id: string) => ({ '@id': id, '@type': '@id' });
const CONTEXT = {
  '@version': 1.1,
  '@vocab': 'urn:bulletin-graph:vocabulary#',
  schema: 'https://schema.org/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  name: 'schema:name',
  alternateName: 'schema:alternateName',
  headline: 'schema:headline',
  publisher: 'schema:publisher',
  url: { '@id': 'schema:url', '@type': 'xsd:anyURI' },
  datePublished: 'schema:datePublished',
  inLanguage: 'schema:inLanguage',
  articleBody: 'schema:articleBody',
  startDate: 'schema:startDate',
  subject: reference('rdf:subject'),
  predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
  object: reference('rdf:object'),
  appearance: reference('schema:appearance'),
  saidBy: reference('urn:bulletin-graph:vocabulary#saidBy'),
  place: reference('urn:bulletin-graph:vocabulary#place'),
  reports: reference('urn:bulletin-graph:vocabulary#reports'),
  supports: reference('urn:bulletin-graph:vocabulary#supports'),
  confidence: { '@type': 'xsd:double' },
  goldstein: { '@type': 'xsd:double' },
} as const;

const TYPES: Readonly<Record<EntityType, readonly string[]>> = {
  Person: ['schema:Person', 'Person'],
  Country: ['schema:Country', 'Country'],
  Organization: ['schema:Organization', 'Organization'],
  Place: ['schema:Place', 'Place'],
  Facility: ['schema:Place', 'Facility'],
  Group: ['Group'],
  Agreement: ['schema:CreativeWork', 'Agreement'],
};

/** Ids as names that hold everywhere; halves of surrogate pairs, which no URN can hold, become U+FFFD. */
const urn = (kind: 'bulletin' | 'entity' | 'event' | 'statement' | 'relationship', id: string): string =>
  `urn:bulletin-graph:${kind}:${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'))}`;

/** A date with the type that its precision has in XML Schema. */
function dated(date: string | null): object | null {
  if (date === null) return null;
  const type = date.length === 4 ? 'xsd:gYear' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:date';
  return { '@type': type, '@value': date };
}

async function* write(graph: Exported): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n`;
  let between = '';
  for await (const node of nodes(graph)) {
    // A term without a value says nothing; JSON-LD drops nulls in any case.
    yield `${between}${JSON.stringify(node, (_, value: unknown) => (value === null ? undefined : value))}`;
    between = ',\n';
  }
  yield '\n]}\n';
}

async function* nodes(graph: Exported): AsyncGenerator<object> {
  for await (const bulletin of readRecords(graph, 'bulletin')) yield bulletinNode(bulletin);
  for await (const entity of readRecords(graph, 'entity')) yield entityNode(entity);
  for await (const event of readRecords(graph, 'event')) yield eventNode(event);
  for await (const statement of readRecords(graph, 'statement')) yield statementNode(statement);
  for await (const edge of readRecords(graph, 'edge')) yield edgeNode(edge);
}

const bulletinNode = ({ id, title, source, url, publishedAt, language, text }: BulletinRecord): object => ({
  id: urn('bulletin', id),
  type: 'schema:NewsArticle',
  headline: title,
  publisher: source,
  url,
  datePublished: dated(publishedAt),
  inLanguage: language,
  articleBody: text,
});

const entityNode = ({ id, name, type, aliases, iso3 }: EntityRecord): object => ({
  id: urn('entity', id),
  type: TYPES[type],
  name,
  alternateName: aliases,
  iso3,
});

const eventNode = ({ id, predicate, date }: EventRecord): object => ({
  id: urn('event', id),
  type: 'schema:Event',
  predicate,
  startDate: dated(date),
});

const statementNode = (statement: StatementRecord): object => ({
  id: urn('statement', statement.id),
  type: ['rdf:Statement', 'schema:Claim'],
  subject: urn('entity', statement.subject.entity),
  predicate: statement.predicate,
  object: statement.object === null ? null : urn('entity', statement.object.entity),
  saidBy: statement.saidBy === null ? null : urn('entity', statement.saidBy.entity),
  place: statement.place === null ? null : urn('entity', statement.place.entity),
  polarity: statement.polarity,
  status: statement.status,
  date: dated(statement.date),
  lemma: statement.lemma,
  office: statement.title,
  cameo: statement.cameo,
  plover: statement.plover,
  quadClass: statement.quadClass,
  goldstein: statement.goldstein,
  confidence: statement.confidence,
  quote: statement.quote,
  start: statement.start,
  end: statement.end,
  sentence: statement.sentence,
  rule: statement.rule,
  appearance: urn('bulletin', statement.bulletin),
  reports: statement.event === null ? null : urn('event', statement.event),
  supports: statement.edge === null ? null : urn('relationship', statement.edge),
});

const edgeNode = (edge: EdgeRecord): object => ({
  id: urn('relationship', edge.id),
  type: 'Relationship',
  subject: urn('entity', edge.from),
  predicate: edge.predicate,
  object: urn('entity', edge.to),
  statements: edge.statements,
  events: edge.events,
  sources: edge.sources,
  sourceNames: edge.sourceNames,
  affirmed: edge.affirmed,
  negated: edge.negated,
  first: dated(edge.first),
  last: dated(edge.last),
  confidence: edge.confidence,
});
