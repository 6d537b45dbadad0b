/** What counts as writing: clauses, wherever they stand, and no words that only look like them. */
import { expect, it } from 'vitest';
import { writingClause } from '../../graph/cypher/read-only.ts';

it.each([
  ['CREATE (:X)', 'CREATE'],
  ['match (n) set n.x = 1 return n', 'SET'],
  ['MATCH (n) SET n:Label', 'SET'],
  ['MATCH (n) DETACH DELETE n', 'DETACH'],
  ['MATCH (n) DELETE(n)', 'DELETE'],
  ['MATCH (n) CALL { WITH n MERGE (:X {id: n.id}) } RETURN n', 'MERGE'],
  ['MATCH (n) FOREACH (x IN [1] | SET n.x = x)', 'FOREACH'],
  ['MATCH (n) REMOVE n.name', 'REMOVE'],
  ['DROP INDEX a', 'DROP'],
  ['CREATE INDEX a FOR (n:X) ON (n.id)', 'CREATE'],
  ["/* read */ MATCH (n) // SET\nSET n.x = 'CREATE'", 'SET'],
  ['MATCH (n) WITH n, "a" SET n.x = 1', 'SET'],
  ['MATCH (n) SET `n`.x = 1', 'SET'],
])('%s writes by %s', (cypher, clause) => {
  expect(writingClause(cypher)).toBe(clause);
});

it.each([
  "MATCH (n) WHERE n.name = 'SET x = 1' RETURN n",
  'MATCH (n) RETURN n.set, n.create AS c',
  'MATCH (n:Create)-[:MERGE]->(m:Set) RETURN m',
  'MATCH (n) RETURN {set: n.id, delete: 1} AS map',
  'MATCH (n {remove: 1}) RETURN n // DETACH DELETE n',
  'MATCH (n) WHERE n.id = $set RETURN n',
  'MATCH (n) WITH n.x AS `SET` RETURN `SET` /* SET n.x = 1 */',
  'MATCH (n) WITH collect(n.id) AS set RETURN set',
  'MATCH (n) WITH n.x AS set WHERE set = 1 RETURN set',
])('%s only reads', (cypher) => {
  expect(writingClause(cypher)).toBeNull();
});
