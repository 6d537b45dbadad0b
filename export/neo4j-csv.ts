/**
 * CSV for `neo4j-admin database import full`: every node and relationship of the store with typed headers, an id space a
 * label, a script with the command, and what is to be run after it. The imported database is a store that this program opens.
 */
import { CONSTRAINT_STATEMENTS, INDEXES, indexStatement, SCHEMA_VERSION } from '../graph/schema.ts';
import type { WholeView } from '../graph/views/saved-views.ts';
import { type Column, csvFile } from './csv.ts';
import type { ExportFile, ExportFormat } from './format.ts';
import {
  type BulletinRecord,
  type EdgeRecord,
  type EntityRecord,
  type EventRecord,
  type Exported,
  readRecords,
  readReferences,
  readSavedViews,
  type ReferenceRecord,
  type StatementRecord,
} from './records.ts';

/** Between the values of a list; no text of a bulletin's names has this control character, and it is taken out of them. */
const BETWEEN = '\u001F';

const list = (values: readonly string[]): string => values.map((value) => value.replaceAll(BETWEEN, ' ')).join(BETWEEN);

const numbers = (values: readonly number[]): string => values.join(BETWEEN);
const flag = (value: boolean | null): string | null => (value === null ? null : String(value));

const NODE_FILES = [
  'bulletins.csv',
  'entities.csv',
  'events.csv',
  'statements.csv',
  'references.csv',
  'views.csv',
  'store.csv',
] as const;
const RELATIONSHIP_FILES = [
  'mentions.csv',
  'arguments.csv',
  'from.csv',
  'reports.csv',
  'contradicts.csv',
  'edges.csv',
] as const;

/** What neo4j-admin is called with, but for the database's name; files are relative to the folder. */
export const IMPORT_ARGUMENTS: readonly string[] = [
  ...NODE_FILES.map((file) => `--nodes=${file}`),
  ...RELATIONSHIP_FILES.map((file) => `--relationships=${file}`),
  '--array-delimiter=U+001F',
  '--multiline-fields=true',
  // The longest bulletin has a million characters.
  '--read-buffer-size=16m',
];

const BULLETINS: readonly Column<BulletinRecord>[] = [
  ['id:ID(Bulletin)', ({ id }) => id],
  ['title', ({ title }) => title],
  ['source', ({ source }) => source],
  ['url', ({ url }) => url],
  ['publishedAt', ({ publishedAt }) => publishedAt],
  ['ingestedAt', ({ ingestedAt }) => ingestedAt],
  ['contentHash', ({ contentHash }) => contentHash],
  ['language', ({ language }) => language],
  ['extractor', ({ extractor }) => extractor],
  ['reprintOf', ({ reprintOf }) => reprintOf],
  ['band1', ({ band1 }) => band1],
  ['band2', ({ band2 }) => band2],
  ['band3', ({ band3 }) => band3],
  ['band4', ({ band4 }) => band4],
  ['band5', ({ band5 }) => band5],
  ['band6', ({ band6 }) => band6],
  ['band7', ({ band7 }) => band7],
  ['band8', ({ band8 }) => band8],
  ['text', ({ text }) => text],
  [':LABEL', () => 'Bulletin'],
];

const ENTITIES: readonly Column<EntityRecord>[] = [
  ['id:ID(Entity)', ({ id }) => id],
  ['name', ({ name }) => name],
  ['type', ({ type }) => type],
  ['aliases:string[]', ({ aliases }) => list(aliases)],
  ['iso3', ({ iso3 }) => iso3],
  ['bulletins:long', ({ bulletins }) => bulletins],
  ['mentions:long', ({ mentions }) => mentions],
  ['support', ({ support }) => support],
  [':LABEL', ({ type }) => `Entity${BETWEEN}${type}`],
];

const EVENTS: readonly Column<EventRecord>[] = [
  ['id:ID(Event)', ({ id }) => id],
  ['predicate', ({ predicate }) => predicate],
  ['date', ({ date }) => date],
  ['sources:long', ({ sources }) => sources],
  [':LABEL', () => 'Event'],
];

const STATEMENTS: readonly Column<StatementRecord>[] = [
  ['id:ID(Statement)', ({ id }) => id],
  ['predicate', ({ predicate }) => predicate],
  ['lemma', ({ lemma }) => lemma],
  ['polarity', ({ polarity }) => polarity],
  ['status', ({ status }) => status],
  ['date', ({ date }) => date],
  ['datePrecision', ({ datePrecision }) => datePrecision],
  ['confidence:double', ({ confidence }) => confidence],
  ['cameo', ({ cameo }) => cameo],
  ['plover', ({ plover }) => plover],
  ['quadClass:long', ({ quadClass }) => quadClass],
  ['goldstein:double', ({ goldstein }) => goldstein],
  ['title', ({ title }) => title],
  ['quote', ({ quote }) => quote],
  ['start:long', ({ start }) => start],
  ['end:long', ({ end }) => end],
  ['sentence', ({ sentence }) => sentence],
  ['sentenceStart:long', ({ sentenceStart }) => sentenceStart],
  ['sentenceEnd:long', ({ sentenceEnd }) => sentenceEnd],
  ['rule', ({ rule }) => rule],
  ['extractor', ({ extractor }) => extractor],
  ['edge', ({ edge }) => edge],
  ['dateAssumed:boolean', ({ dateAssumed }) => flag(dateAssumed)],
  ['happening', ({ happening }) => happening],
  ['widerHappening', ({ widerHappening }) => widerHappening],
  ['issue', ({ issue }) => issue],
  ['openIssue', ({ openIssue }) => openIssue],
  ['denies', ({ denies }) => denies],
  ['seat', ({ seat }) => seat],
  ['until', ({ until }) => until],
  [':LABEL', () => 'Statement'],
];

const REFERENCES: readonly Column<ReferenceRecord>[] = [
  ['id:ID(Reference)', ({ id }) => id],
  ['of', ({ of }) => of],
  ['bulletins:long', ({ bulletins }) => bulletins],
  [':LABEL', () => 'Reference'],
];

const VIEWS: readonly Column<WholeView>[] = [
  ['id:ID(SavedView)', ({ id }) => id],
  ['name', ({ name }) => name],
  ['code', ({ code }) => code],
  ['at', ({ at }) => at],
  [':LABEL', () => 'SavedView'],
];

interface Mention {
  readonly bulletin: string;
  readonly mention: BulletinRecord['mentions'][number];
}
const MENTIONS: readonly Column<Mention>[] = [
  [':START_ID(Bulletin)', ({ bulletin }) => bulletin],
  [':END_ID(Entity)', ({ mention }) => mention.entity],
  ['count:long', ({ mention }) => mention.count],
  ['starts:long[]', ({ mention }) => numbers(mention.starts)],
  ['ends:long[]', ({ mention }) => numbers(mention.ends)],
  ['name', ({ mention }) => mention.name],
  ['type', ({ mention }) => mention.type],
  ['aliases:string[]', ({ mention }) => list(mention.aliases)],
  ['iso3', ({ mention }) => mention.iso3],
  ['described:boolean', ({ mention }) => flag(mention.described)],
  ['originals', ({ mention }) => mention.originals],
  [':TYPE', () => 'MENTIONS'],
];

interface Argument {
  readonly statement: string;
  readonly role: 'SUBJECT' | 'OBJECT' | 'SAID_BY' | 'AT_PLACE';
  readonly side: StatementRecord['subject'];
}
const ARGUMENTS: readonly Column<Argument>[] = [
  [':START_ID(Statement)', ({ statement }) => statement],
  [':END_ID(Entity)', ({ side }) => side.entity],
  ['text', ({ side }) => side.text],
  ['start:long', ({ side }) => side.start],
  ['end:long', ({ side }) => side.end],
  ['original', ({ side }) => side.original],
  ['standsFor', ({ side }) => side.standsFor],
  ['inPerson:boolean', ({ side }) => flag(side.inPerson)],
  [':TYPE', ({ role }) => role],
];

const FROM: readonly Column<StatementRecord>[] = [
  [':START_ID(Statement)', ({ id }) => id],
  [':END_ID(Bulletin)', ({ bulletin }) => bulletin],
  [':TYPE', () => 'FROM'],
];

const REPORTS: readonly Column<StatementRecord>[] = [
  [':START_ID(Statement)', ({ id }) => id],
  [':END_ID(Event)', ({ event }) => event],
  [':TYPE', () => 'REPORTS'],
];

const CONTRADICTS: readonly Column<{ readonly denial: string; readonly claim: string }>[] = [
  [':START_ID(Statement)', ({ denial }) => denial],
  [':END_ID(Statement)', ({ claim }) => claim],
  [':TYPE', () => 'CONTRADICTS'],
];

const EDGES: readonly Column<EdgeRecord>[] = [
  [':START_ID(Entity)', ({ from }) => from],
  [':END_ID(Entity)', ({ to }) => to],
  ['id', ({ id }) => id],
  ['statements:long', ({ statements }) => statements],
  ['events:long', ({ events }) => events],
  ['sources:long', ({ sources }) => sources],
  ['sourceNames:string[]', ({ sourceNames }) => list(sourceNames)],
  ['origins:string[]', ({ origins }) => list(origins)],
  ['first', ({ first }) => first],
  ['last', ({ last }) => last],
  ['affirmed:long', ({ affirmed }) => affirmed],
  ['negated:long', ({ negated }) => negated],
  ['confidence:double', ({ confidence }) => confidence],
  ['quadClass:long', ({ quadClass }) => quadClass],
  [':TYPE', ({ predicate }) => predicate],
];

export const neo4jCsv: ExportFormat = {
  shape: 'folder',
  purpose: 'neo4j-admin database import full',
  files: (graph) => {
    const content: Readonly<Record<(typeof NODE_FILES | typeof RELATIONSHIP_FILES)[number], AsyncIterable<string>>> = {
      'bulletins.csv': csvFile(BULLETINS, readRecords(graph, 'bulletin')),
      'entities.csv': csvFile(ENTITIES, readRecords(graph, 'entity')),
      'events.csv': csvFile(EVENTS, readRecords(graph, 'event')),
      'statements.csv': csvFile(STATEMENTS, readRecords(graph, 'statement')),
      'references.csv': csvFile(REFERENCES, readReferences(graph)),
      'views.csv': csvFile(VIEWS, readSavedViews(graph)),
      'store.csv': storeNode(),
      'mentions.csv': csvFile(MENTIONS, mentioned(graph)),
      'arguments.csv': csvFile(ARGUMENTS, sides(graph)),
      'from.csv': csvFile(FROM, readRecords(graph, 'statement')),
      'reports.csv': csvFile(REPORTS, reporting(graph)),
      'contradicts.csv': csvFile(CONTRADICTS, contradicting(graph)),
      'edges.csv': csvFile(EDGES, readRecords(graph, 'edge')),
    };
    const files = [...NODE_FILES, ...RELATIONSHIP_FILES].map((name): ExportFile => ({ name, content: content[name] }));
    return [
      ...files,
      { name: 'import.sh', content: script() },
      { name: 'after-import.cypher', content: afterImport() },
    ];
  },
};

async function* mentioned(graph: Exported): AsyncGenerator<Mention> {
  for await (const bulletin of readRecords(graph, 'bulletin')) {
    for (const mention of bulletin.mentions) yield { bulletin: bulletin.id, mention };
  }
}

async function* sides(graph: Exported): AsyncGenerator<Argument> {
  for await (const { id, subject, object, saidBy, place } of readRecords(graph, 'statement')) {
    yield { statement: id, role: 'SUBJECT', side: subject };
    if (object !== null) yield { statement: id, role: 'OBJECT', side: object };
    if (saidBy !== null) yield { statement: id, role: 'SAID_BY', side: saidBy };
    if (place !== null) yield { statement: id, role: 'AT_PLACE', side: place };
  }
}

async function* reporting(graph: Exported): AsyncGenerator<StatementRecord> {
  for await (const statement of readRecords(graph, 'statement')) if (statement.event !== null) yield statement;
}

async function* contradicting(graph: Exported): AsyncGenerator<{ denial: string; claim: string }> {
  for await (const { id, contradicts } of readRecords(graph, 'statement')) {
    for (const claim of contradicts) yield { denial: id, claim };
  }
}

/** The bookkeeping node, so that the database is a store. */
async function* storeNode(): AsyncGenerator<string> {
  yield `id:ID(Store),commits:long,schema:long,:LABEL\n"store",1,${SCHEMA_VERSION},"Store"\n`;
}

async function* script(): AsyncGenerator<string> {
  yield `#!/bin/sh
# Makes a Neo4j database of the files beside this script. Run it where Neo4j is installed, while the database is stopped:
#   sh import.sh [DATABASE] [further options, for example --overwrite-destination=true]
# Then start the database and run after-import.cypher in it (cypher-shell -f after-import.cypher).
set -eu
cd "$(dirname "$0")"
database=\${1:-neo4j}
if [ $# -gt 0 ]; then shift; fi
exec "\${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" database import full \\
${IMPORT_ARGUMENTS.map((argument) => `  ${argument} \\\n`).join('')}  "$@" "$database"
`;
}

/** neo4j-admin makes no empty lists, and no indexes of these. */
const EMPTY_LISTS: readonly string[] = [
  'MATCH (e:Entity) WHERE e.aliases IS NULL SET e.aliases = []',
  'MATCH (:Bulletin)-[m:MENTIONS]->(:Entity) WHERE m.aliases IS NULL SET m.aliases = []',
  'MATCH (:Entity)-[r]->(:Entity) WHERE r.origins IS NULL SET r.origins = []',
  'MATCH (:Entity)-[r]->(:Entity) WHERE r.sourceNames IS NULL SET r.sourceNames = []',
];

/** One statement a line. */
async function* afterImport(): AsyncGenerator<string> {
  for (const statement of [...CONSTRAINT_STATEMENTS, ...INDEXES.map(indexStatement), ...EMPTY_LISTS]) {
    yield `${statement};\n`;
  }
}
