/**
 * Values between GraphStore and neo4j-driver: nodes and relationships become their property maps, paths
 * `{nodes, relationships}`, integers numbers, dates and durations ISO strings; whole numbers go out as integers.
 */
import neo4j, {
  isDate,
  isDateTime,
  isDuration,
  isInt,
  isLocalDateTime,
  isLocalTime,
  isNode,
  isPath,
  isRelationship,
  isTime,
} from 'neo4j-driver';
import type { Parameters, Value } from '../store.ts';

export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  if (isInt(value)) return value.toNumber();
  if (Array.isArray(value) || value instanceof Int8Array) return Array.from(value, plainValue);
  if (typeof value !== 'object') return null;
  // The driver writes an empty time part; ISO 8601 has none.
  if (isDuration(value)) return value.toString().replace(/T$/, '');
  if (isNode(value) || isRelationship(value)) return plainMap(value.properties);
  if (isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)];
    return {
      nodes: nodes.map(plainValue),
      relationships: value.segments.map(({ relationship }) => plainValue(relationship)),
    };
  }
  if (isDate(value) || isDateTime(value) || isLocalDateTime(value) || isTime(value) || isLocalTime(value)) {
    return value.toString();
  }
  return plainMap(value);
}

const plainMap = (map: object): Value =>
  Object.fromEntries(Object.entries(map).map(([key, value]: [string, unknown]) => [key, plainValue(value)]));

/** To the driver a JavaScript number is a float: whole ones are wrapped, so that `LIMIT $n` and equality work. */
function driverValue(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(driverValue);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, driverValue(part)]));
}

export function driverParameters(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, driverValue(value)]));
}
