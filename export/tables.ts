/** The graph as tables, one a kind of record, with typed columns named as the graph's properties: CSV and Parquet. */
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './network.ts';
import type { BulletinRecord, EdgeRecord, EntityRecord, StatementRecord } from './records.ts';

export const ENTITY_COLUMNS: readonly Attribute<EntityRecord>[] = [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'name', type: 'string', value: ({ name }) => name },
  ...NODE_ATTRIBUTES,
];

export const EDGE_COLUMNS: readonly Attribute<EdgeRecord>[] = [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'from', type: 'string', value: ({ from }) => from },
  { name: 'to', type: 'string', value: ({ to }) => to },
  ...EDGE_ATTRIBUTES,
];

export const STATEMENT_COLUMNS: readonly Attribute<StatementRecord>[] = [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'predicate', type: 'string', value: ({ predicate }) => predicate },
  { name: 'lemma', type: 'string', value: ({ lemma }) => lemma },
  { name: 'subject', type: 'string', value: ({ subject }) => subject.entity },
  { name: 'subjectText', type: 'string', value: ({ subject }) => subject.text },
  { name: 'object', type: 'string', value: ({ object }) => object?.entity ?? null },
  { name: 'objectText', type: 'string', value: ({ object }) => object?.text ?? null },
  { name: 'saidBy', type: 'string', value: ({ saidBy }) => saidBy?.entity ?? null },
  { name: 'place', type: 'string', value: ({ place }) => place?.entity ?? null },
  { name: 'polarity', type: 'string', value: ({ polarity }) => polarity },
  { name: 'status', type: 'string', value: ({ status }) => status },
  { name: 'date', type: 'string', value: ({ date }) => date },
  { name: 'datePrecision', type: 'string', value: ({ datePrecision }) => datePrecision },
  { name: 'confidence', type: 'double', value: ({ confidence }) => confidence },
  { name: 'cameo', type: 'string', value: ({ cameo }) => cameo },
  { name: 'plover', type: 'string', value: ({ plover }) => plover },
  { name: 'quadClass', type: 'integer', value: ({ quadClass }) => quadClass },
  { name: 'goldstein', type: 'double', value: ({ goldstein }) => goldstein },
  { name: 'title', type: 'string', value: ({ title }) => title },
  { name: 'event', type: 'string', value: ({ event }) => event },
  { name: 'edge', type: 'string', value: ({ edge }) => edge },
  { name: 'bulletin', type: 'string', value: ({ bulletin }) => bulletin },
  { name: 'quote', type: 'string', value: ({ quote }) => quote },
  { name: 'start', type: 'integer', value: ({ start }) => start },
  { name: 'end', type: 'integer', value: ({ end }) => end },
  { name: 'sentence', type: 'string', value: ({ sentence }) => sentence },
  { name: 'rule', type: 'string', value: ({ rule }) => rule },
];

export const BULLETIN_COLUMNS: readonly Attribute<BulletinRecord>[] = [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'title', type: 'string', value: ({ title }) => title },
  { name: 'source', type: 'string', value: ({ source }) => source },
  { name: 'url', type: 'string', value: ({ url }) => url },
  { name: 'publishedAt', type: 'string', value: ({ publishedAt }) => publishedAt },
  { name: 'language', type: 'string', value: ({ language }) => language },
  { name: 'text', type: 'string', value: ({ text }) => text },
];
