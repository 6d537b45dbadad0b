/**
 * The graph's labels, relationship types, properties, constraints and indexes, as data: the stores create them, query
 * files are checked against them, and docs name nothing else. `docs/stores.md` describes what the derived ones mean.
 */
import { PREDICATES } from './model/predicates.ts';
import { EntityType } from './model/vocabulary.ts';

/** Raised when stored graphs must be rebuilt to be read; kept on the Store node. */
export const SCHEMA_VERSION = 3;

/** Properties of each label. `Store` is the one bookkeeping node; exports and queries leave it out. */
export const NODE_PROPERTIES = {
  Bulletin: [
    'id',
    'title',
    'source',
    'url',
    'publishedAt',
    'ingestedAt',
    'contentHash',
    'language',
    'text',
    'extractor',
    'reprintOf',
    'band1',
    'band2',
    'band3',
    'band4',
    'band5',
    'band6',
    'band7',
    'band8',
  ],
  Entity: ['id', 'name', 'type', 'aliases', 'iso3', 'bulletins', 'mentions', 'support'],
  Statement: [
    'id',
    'predicate',
    'lemma',
    'polarity',
    'status',
    'date',
    'datePrecision',
    'confidence',
    'cameo',
    'plover',
    'quadClass',
    'goldstein',
    'title',
    'quote',
    'start',
    'end',
    'sentence',
    'sentenceStart',
    'sentenceEnd',
    'rule',
    'extractor',
    'edge',
    'dateAssumed',
    'happening',
    'widerHappening',
    'issue',
    'openIssue',
    'denies',
    'seat',
    'until',
  ],
  Event: ['id', 'predicate', 'date', 'sources'],
  /** How bulletins refer to somebody whose identity depends on other bulletins (graph/references/reference.ts). */
  Reference: ['id', 'of', 'bulletins'],
  /** A statement that was judged to be read wrongly; `content` has what a Statement would say, as JSON. */
  RejectedStatement: ['id', 'bulletin', 'content'],
  /** The log of judgements; graph/curate/judgement.ts says which decision has which properties. */
  Judgement: [
    'id',
    'sequence',
    'decision',
    'by',
    'at',
    'why',
    'one',
    'other',
    'statement',
    'entity',
    'name',
    'type',
    'undoes',
  ],
  /** A view of the viewer that somebody named (graph/views/saved-views.ts). Without a constraint, so that older stores stay open. */
  SavedView: ['id', 'name', 'code', 'at'],
  /** `viewCommits` are those of `commits` that changed saved views only. */
  Store: ['id', 'commits', 'viewCommits', 'schema', 'restoring'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Relationships that carry a statement or a bulletin, with their properties. */
export const RELATIONSHIP_PROPERTIES = {
  SUBJECT: ['text', 'start', 'end', 'original', 'standsFor', 'inPerson'],
  OBJECT: ['text', 'start', 'end', 'original', 'standsFor', 'inPerson'],
  SAID_BY: ['text', 'start', 'end', 'original'],
  AT_PLACE: ['text', 'start', 'end', 'original'],
  FROM: [],
  REPORTS: [],
  CONTRADICTS: [],
  MENTIONS: ['count', 'starts', 'ends', 'name', 'type', 'aliases', 'iso3', 'described', 'originals'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Properties of the aggregated relationship between two entities, one for each predicate and pair. */
export const EDGE_PROPERTIES = [
  'id',
  'statements',
  'events',
  'sources',
  'sourceNames',
  'origins',
  'first',
  'last',
  'affirmed',
  'negated',
  'confidence',
  'quadClass',
] as const;

export const LABELS: readonly string[] = [...Object.keys(NODE_PROPERTIES), ...EntityType.options];
export const RELATIONSHIP_TYPES: readonly string[] = [...Object.keys(RELATIONSHIP_PROPERTIES), ...PREDICATES.keys()];

/** Every label here has a unique `id`; new ones of a schema version are not among them, as older stores have no such constraint. */
export const UNIQUE_ID_LABELS = [
  'Bulletin',
  'Entity',
  'Statement',
  'Event',
  'Reference',
  'RejectedStatement',
  'Judgement',
  'Store',
] as const;

export interface PropertyIndex {
  readonly label: string;
  readonly property: string;
}

/** Indexes beside those that the unique ids bring. */
export const INDEXES: readonly PropertyIndex[] = [
  { label: 'Bulletin', property: 'publishedAt' },
  { label: 'Bulletin', property: 'contentHash' },
  { label: 'Bulletin', property: 'reprintOf' },
  ...(['band1', 'band2', 'band3', 'band4', 'band5', 'band6', 'band7', 'band8'] as const).map((property) => ({
    label: 'Bulletin',
    property,
  })),
  { label: 'Entity', property: 'name' },
  { label: 'Entity', property: 'type' },
  { label: 'Statement', property: 'edge' },
  { label: 'Statement', property: 'happening' },
  { label: 'Statement', property: 'widerHappening' },
  ...(['issue', 'openIssue', 'denies'] as const).map((property) => ({ label: 'Statement', property })),
  { label: 'Statement', property: 'predicate' },
  { label: 'Statement', property: 'date' },
  { label: 'Statement', property: 'seat' },
  { label: 'Reference', property: 'of' },
  { label: 'RejectedStatement', property: 'bulletin' },
];

/** What every store has; each unique id also has an index. */
export const STRUCTURE: Readonly<Record<'constraints' | 'indexes', readonly PropertyIndex[]>> = {
  constraints: UNIQUE_ID_LABELS.map((label) => ({ label, property: 'id' })),
  indexes: [...UNIQUE_ID_LABELS.map((label) => ({ label, property: 'id' })), ...INDEXES],
};

/** The constraint statements, the same on both stores; each may be run again. */
export const CONSTRAINT_STATEMENTS: readonly string[] = UNIQUE_ID_LABELS.map(
  (label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
);

/** One `CREATE INDEX` statement; each may be run again. */
export function indexStatement({ label, property }: PropertyIndex): string {
  return `CREATE INDEX ${label.toLowerCase()}_${property.toLowerCase()}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
}
