/**
 * Values as Grafeo gives them, to the plain JSON values of GraphStore: nodes and relationships become their property
 * maps, paths `{nodes, relationships}`, 64-bit integers numbers, dates ISO strings.
 */
import type { GrafeoValue, QueryResult } from '@grafeo-db/js';
import type { Table, Value } from '../store.ts';

const INTERNAL = new Set(['_id', '_labels', '_source', '_target', '_type']);

/** Grafeo marks nodes and relationships by these keys and nothing else does: no property of the graph has such a name. */
const isGraphElement = (value: object): boolean => '_id' in value && ('_labels' in value || '_type' in value);

/** A path always has a node; a map of a query's own with these keys has lists of property maps or scalars. */
function isNodeList(value: GrafeoValue): boolean {
  const first = Array.isArray(value) ? value[0] : null;
  return typeof first === 'object' && first !== null && isGraphElement(first);
}

function plainValue(value: GrafeoValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Float32Array || value instanceof Uint8Array) return Array.from(value);
  if (Array.isArray(value)) return value.map(plainValue);
  return plainMap(value);
}

function plainMap(value: object): Value {
  const entries: [string, GrafeoValue][] = Object.entries(value);
  if (isGraphElement(value)) {
    return Object.fromEntries(
      entries.filter(([key]) => !INTERNAL.has(key)).map(([key, part]) => [key, plainValue(part)]),
    );
  }
  const [nodes, edges] = [entries.find(([key]) => key === 'nodes'), entries.find(([key]) => key === 'edges')];
  if (entries.length === 2 && nodes !== undefined && edges !== undefined && isNodeList(nodes[1])) {
    return { nodes: plainValue(nodes[1]), relationships: plainValue(edges[1]) };
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, plainValue(part)]));
}

/** The first `maxRows` rows; rows beyond them are never made into JavaScript values. */
export function plainTable(result: QueryResult, maxRows: number): Table {
  const columns = result.columns;
  const rows: Value[][] = [];
  if (result.length <= maxRows) {
    for (const row of result.rows()) rows.push(row.map(plainValue));
    return { columns, rows, truncated: false };
  }
  for (let index = 0; index < maxRows; index++) {
    const row = result.get(index);
    rows.push(columns.map((column) => plainValue(row[column] ?? null)));
  }
  return { columns, rows, truncated: true };
}
