/** The guard of the embedded store: what it would answer otherwise than Neo4j is refused, the portable form is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refuseUnportable, unportableConstruct } from '../../graph/cypher/portability.ts';
import { RULES } from '../../graph/cypher/portability-rules.ts';
import type { Value } from '../../graph/store.ts';

/** What is refused, and the portable form that is not. */
const PAIRS: readonly (readonly [refused: string, portable: string])[] = [
  ["RETURN ['a'] + 'b' AS x", "RETURN ['a'] + ['b'] AS x"],
  ['MATCH (e:Entity) RETURN e.aliases + e.name AS x', 'MATCH (e:Entity) RETURN e.aliases + [e.name] AS x'],
  [
    "MATCH (e:Entity) WITH collect(e.id) + 'x' AS ids RETURN ids",
    "MATCH (e:Entity) WITH collect(e.id) + ['x'] AS ids RETURN ids",
  ],
  ["RETURN 1 = '1' AS x", "RETURN toString(1) = '1' AS x"],
  ["MATCH (s:Statement) WHERE s.start = '5' RETURN s.id", 'MATCH (s:Statement) WHERE s.start = 5 RETURN s.id'],
  [
    "MATCH (s:Statement) WHERE s.id IN ['a', 1] RETURN s.id",
    "MATCH (s:Statement) WHERE s.id IN ['a', '1'] RETURN s.id",
  ],
  [
    "MATCH (s:Statement) RETURN CASE s.quadClass WHEN '1' THEN 'x' ELSE 'y' END AS x",
    "MATCH (s:Statement) RETURN CASE s.quadClass WHEN 1 THEN 'x' ELSE 'y' END AS x",
  ],
  [
    'MATCH p = shortestPath((a)-[rs:MET*1..3]-(b)) WHERE all(r IN rs WHERE r.negated = 0) RETURN length(p) AS n',
    'MATCH p = (a)-[rs:MET*1..3]-(b) WHERE all(r IN rs WHERE r.negated = 0) RETURN length(p) AS n ORDER BY n LIMIT 1',
  ],
  ['MATCH (n:Entity) RETURN n, count(*)', 'MATCH (n:Entity) RETURN n AS n, count(*) AS count'],
  ['MATCH (n:Entity) RETURN collect(n)', 'MATCH (n:Entity) RETURN collect(n) AS nodes'],
  ['MATCH (n:Entity) RETURN collect(DISTINCT n)', 'MATCH (n:Entity) RETURN collect(DISTINCT n.id)'],
  ['MATCH ()-[r:MET]->() RETURN r, count(*)', 'MATCH ()-[r:MET]->() RETURN r.id, count(*)'],
  [
    'MATCH (n)--(m) RETURN CASE WHEN n.id < m.id THEN n ELSE m END AS x',
    'MATCH (n)--(m) RETURN CASE WHEN n.id < m.id THEN n.id ELSE m.id END AS x',
  ],
  [
    'MATCH (n) OPTIONAL MATCH (n)--(m) RETURN coalesce(m, n) AS x',
    'MATCH (n) OPTIONAL MATCH (n)--(m) RETURN coalesce(m.id, n.id) AS x',
  ],
  [
    'MATCH p = (a)-[*1..2]-(b) RETURN [x IN nodes(p) | x] AS x',
    'MATCH p = (a)-[*1..2]-(b) RETURN [x IN nodes(p) | x.id] AS x',
  ],
  [
    'MATCH ()-[r:MET]->() RETURN sum(r.statements) AS n',
    'MATCH ()-[r:MET]->() RETURN coalesce(sum(r.statements), 0) AS n',
  ],
  [
    'MATCH (s:Statement) RETURN percentileCont(s.goldstein, $p) AS x',
    'MATCH (s:Statement) RETURN percentileCont(s.goldstein, 0.5) AS x',
  ],
  ['MATCH (a)-[r]->(b) WHERE r:MET RETURN a.id', "MATCH (a)-[r]->(b) WHERE type(r) = 'MET' RETURN a.id"],
  ['MATCH (n) RETURN [(n)--(m) | m.date] AS x', "MATCH (n) RETURN [(n)--(m) | coalesce(m.date, '')] AS x"],
  ['WITH [1, 2, 3] AS l RETURN l[-2..] AS x', 'WITH [1, 2, 3] AS l RETURN l[size(l) - 2..] AS x'],
  ['WITH [1, 2, 3] AS l RETURN l[..-1] AS x', 'WITH [1, 2, 3] AS l RETURN l[..2] AS x'],
  [
    "MATCH (n) WHERE NOT any(a IN n.aliases WHERE a = 'x') RETURN n.id",
    "MATCH (n) WHERE any(a IN n.aliases WHERE a = 'x') RETURN n.id",
  ],
  [
    'MATCH (n) RETURN all(a IN n.aliases WHERE a > 0) AS x',
    'MATCH (n) RETURN size([a IN n.aliases WHERE a > 0]) = 0 AS x',
  ],
  ['RETURN null IN [] AS x', "RETURN coalesce($x, '') IN [] AS x"],
  ['RETURN true > false AS x', 'RETURN CASE WHEN true THEN 1 ELSE 0 END > 0 AS x'],
  ["RETURN date('2024-02') AS d", "RETURN date('2024-02-01') AS d"],
  ["RETURN date('2024-13-01') AS d", "RETURN date('2024-12-01') AS d"],
  [
    "MATCH (s:Statement) WHERE date(s.date) > date('2024-01-01') RETURN s.id",
    "MATCH (s:Statement) WHERE s.date > '2024-01-01' RETURN s.id",
  ],
  ["RETURN toInteger('12.7') AS x", "RETURN toInteger(toFloat('12.7')) AS x"],
  ['RETURN toString(1.0) AS x', 'RETURN toString(1) AS x'],
  ['MATCH (s:Statement) RETURN toString(s.confidence) AS x', 'MATCH (s:Statement) RETURN toString(s.start) AS x'],
  ['RETURN round(-1.5) AS x', 'RETURN round(1.5) AS x'],
  ['RETURN 2 ^ 3 ^ 2 AS x', 'RETURN (2 ^ 3) ^ 2 AS x'],
  ["MATCH (n) WHERE n.name =~ '(?i)é.*' RETURN n.id", "MATCH (n) WHERE n.name =~ '(?iu)é.*' RETURN n.id"],
  ['EXPLAIN MATCH (n) RETURN n', 'MATCH (n) RETURN n'],
  ['SHOW INDEXES', 'MATCH (n) RETURN DISTINCT labels(n) AS labels'],
  ['CALL db.labels()', 'MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x'],
  [
    'MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS RETURN x',
    'MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x',
  ],
  [
    "MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id = 'a' RETURN n.id",
    "MATCH (n:Entity) WHERE n.id = 'a' RETURN n.id",
  ],
  [
    'MATCH (a) RETURN COLLECT { MATCH (a)--(b) RETURN b.id } AS x',
    'MATCH (a) CALL { WITH a MATCH (a)--(b) RETURN collect(b.id) AS x } RETURN x',
  ],
  [
    'MATCH (a) WHERE EXISTS { MATCH (a)--(b) RETURN b } RETURN a.id',
    'MATCH (a) WHERE EXISTS { MATCH (a)--(b) WHERE b.id > 1 } RETURN a.id',
  ],
  ['MATCH (n) RETURN [(n)--(m) | [(m)--(k) | k.id]] AS x', 'MATCH (n) RETURN [(n)--(m) | m.id] AS x'],
  ['MATCH p = SHORTEST 1 (a)-[:MET]-+(b) RETURN p', 'MATCH p = shortestPath((a)-[:MET*1..4]-(b)) RETURN p'],
  ['MATCH (a)-[:MET]->{1,2}(b) RETURN b.id', 'MATCH (a)-[:MET*1..2]->(b) RETURN b.id'],
  ['MATCH (a)-[:MET]->+(b) RETURN b.id', 'MATCH (a)-[:MET*1..3]->(b) RETURN b.id'],
  ['MATCH ((a)-[:MET]->(b)){1,2} RETURN 1 AS x', 'MATCH (a)-[:MET*1..2]->(b {id: 1}) RETURN 1 AS x'],
  ["MATCH (n:$('Person')) RETURN n", 'MATCH (n:Person) RETURN n'],
  [
    'MATCH (n:Person|Country) RETURN n.id',
    'MATCH (n:Entity)-[:MET|ACCUSED]->(m) WHERE n:Person OR n:Country RETURN n.id',
  ],
  ['MATCH (n:Entity&!Person) RETURN n.id', 'MATCH (n:Entity) WHERE NOT n:Person RETURN n.id'],
  ["MATCH (n:Entity WHERE n.id = 'a') RETURN n.id", "MATCH (n:Entity) WHERE (n.id = 'a') RETURN n.id"],
  ['MATCH ()-[r:MET WHERE r.negated > 0]->() RETURN r.id', 'MATCH ()-[r:MET]->() WHERE r.negated > 0 RETURN r.id'],
  ['MATCH ()-[:IN]->(b) RETURN b.id', 'MATCH ()-[:`IN`]->(b) RETURN b.id'],
  ["RETURN 'a' || 'b' AS x", "RETURN 'a' + 'b' AS x"],
  [
    "MATCH (s:Statement) RETURN CASE s.quadClass WHEN 1, 2 THEN 'good' END AS x",
    "MATCH (s:Statement) RETURN CASE WHEN s.quadClass IN [1, 2] THEN 'good' END AS x",
  ],
  ['RETURN isEmpty([]) AS x', 'RETURN size([]) = 0 AS x'],
  ['RETURN round(1.234, 2) AS x', 'RETURN round(1.234 * 100) / 100 AS x'],
  ["RETURN date.truncate('month', date('2024-01-05')) AS x", "RETURN substring('2024-01-05', 0, 7) AS x"],
  ["RETURN duration.between(date('2024-01-01'), date('2024-01-05')) AS x", "RETURN duration('P4D') AS x"],
  ["RETURN date('2024-01-01').year AS x", "WITH date('2024-01-01') AS d RETURN d.year AS x"],
  ['MATCH (n) RETURN collect(n.id)[0..3] AS x', 'MATCH (n) WITH collect(n.id) AS ids RETURN ids[0..3] AS x'],
  ['MATCH (n) RETURN {n: count(n.id)} AS x', 'MATCH (n) WITH count(n.id) AS n RETURN {n: n} AS x'],
  [
    "MATCH (n) RETURN [x IN collect(n.id) WHERE x <> 'a'] AS x",
    "MATCH (n) WITH collect(n.id) AS ids RETURN [x IN ids WHERE x <> 'a'] AS x",
  ],
];

const PARAMETERS: { [name: string]: Value } = { p: 0.5, x: 'a' };

describe('the portability guard', () => {
  it.each(PAIRS)('refuses %s', (refused) => {
    expect(() => refuseUnportable(refused, PARAMETERS)).toThrowError(
      expect.objectContaining({ reason: 'unportable', message: expect.stringMatching(/ Write .+ instead\.$/) }),
    );
  });

  it.each(PAIRS.map(([, portable]) => portable))('lets pass %s', (portable) => {
    expect(unportableConstruct(portable, PARAMETERS)).toBeNull();
  });

  it('sees neither strings nor comments', () => {
    const query = `
      // RETURN isEmpty([]) and sum(x)
      MATCH (e:Entity) /* WHERE r:MET SHORTEST 1 */
      WHERE e.name = 'COLLECT { RETURN 1 } || isEmpty(x)' OR e.name = "it\\"s sum(x)" OR e.\`isEmpty(\` = 1
      RETURN e.id`;
    expect(unportableConstruct(query)).toBeNull();
  });

  it('judges parameters by their values', () => {
    const query = 'MATCH (n:Entity) WHERE n.name =~ $pattern OR n.id = $id RETURN n.id';
    expect(unportableConstruct(query, { pattern: '(?iu)wang.*', id: 'a' })).toBeNull();
    expect(unportableConstruct(query, { pattern: '(?i)wang.*', id: 'a' })?.instead).toContain('(?iu)');
    expect(unportableConstruct(query, { pattern: 'wang', id: 7 })?.construct).toContain('number compared');
  });

  it('never throws on text that is no Cypher', () => {
    for (const text of ['', '(', ')]}', "'open", '/* open', '`open', '$', '[[[', 'RETURN ^ ^', '\u0000\ud800']) {
      expect(unportableConstruct(text)).toBeNull();
    }
  });

  it('is documented rule by rule in docs/cypher.md', () => {
    const page = readFileSync(new URL('../../docs/cypher.md', import.meta.url), 'utf8').replaceAll('\\|', '|');
    for (const { construct, instead } of RULES) expect(page).toContain(`| ${construct} | ${instead} |`);
  });

  const library = new URL('../../queries/', import.meta.url);
  it.each(readdirSync(library).filter((name) => name.endsWith('.cypher')))('lets pass the library query %s', (name) => {
    expect(unportableConstruct(readFileSync(new URL(name, library), 'utf8'))).toBeNull();
  });
});
