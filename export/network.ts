/**
 * The graph as network tools see it: entities are nodes and aggregated relationships are edges, with the attributes that
 * GEXF, GraphML and the CSV tables have in common.
 */
import { PREDICATES } from '../graph/model/predicates.ts';
import type { EdgeRecord, EntityRecord } from './records.ts';

export interface Attribute<T> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double';
  readonly value: (record: T) => string | number | null;
}

/** Between the values of a list in one attribute; no format here has lists that all readers agree on. */
const BETWEEN = ' | ';

export const NODE_ATTRIBUTES: readonly Attribute<EntityRecord>[] = [
  { name: 'type', type: 'string', value: ({ type }) => type },
  { name: 'aliases', type: 'string', value: ({ aliases }) => (aliases.length === 0 ? null : aliases.join(BETWEEN)) },
  { name: 'iso3', type: 'string', value: ({ iso3 }) => iso3 },
  { name: 'bulletins', type: 'integer', value: ({ bulletins }) => bulletins },
  { name: 'mentions', type: 'integer', value: ({ mentions }) => mentions },
];

export const EDGE_ATTRIBUTES: readonly Attribute<EdgeRecord>[] = [
  { name: 'predicate', type: 'string', value: ({ predicate }) => predicate },
  { name: 'statements', type: 'integer', value: ({ statements }) => statements },
  { name: 'events', type: 'integer', value: ({ events }) => events },
  { name: 'sources', type: 'integer', value: ({ sources }) => sources },
  {
    name: 'sourceNames',
    type: 'string',
    value: ({ sourceNames }) => (sourceNames.length === 0 ? null : sourceNames.join(BETWEEN)),
  },
  { name: 'first', type: 'string', value: ({ first }) => first },
  { name: 'last', type: 'string', value: ({ last }) => last },
  { name: 'affirmed', type: 'integer', value: ({ affirmed }) => affirmed },
  { name: 'negated', type: 'integer', value: ({ negated }) => negated },
  { name: 'confidence', type: 'double', value: ({ confidence }) => confidence },
  { name: 'quadClass', type: 'integer', value: ({ quadClass }) => quadClass },
];

/** Whether the edge has a direction: those of symmetric predicates (MET) have none. */
export function isDirected({ predicate }: EdgeRecord): boolean {
  return !(PREDICATES.get(predicate)?.symmetric ?? false);
}
