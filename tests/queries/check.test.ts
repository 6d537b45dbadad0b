import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../queries/catalog.ts';
import { problemsOf } from '../../queries/check/check.ts';
import { editDistance, nearest } from '../../queries/check/nearest.ts';
import { describeProblem, positionOf } from '../../queries/check/problem.ts';

/** Query, then for each problem its words in the query and the suggestion. */
const MISSPELT: readonly (readonly [cypher: string, ...problems: (readonly [string, string | null])[]])[] = [
  ['MTACH (n:Entity) RETURN n.name AS name', ['MTACH', 'MATCH']],
  ['MATCH (e:Entity) WEHRE e.name = "x" RETURN e.id AS id', ['WEHRE', 'WHERE']],
  ['MATCH (e:Entity) RETRUN e.name AS name', ['RETRUN', 'RETURN']],
  ['MATCH (e:Entity) RETURN e.name AS name LIMT 5', ['LIMT', 'LIMIT']],
  ['MATCH (e:Entity) RETURN e.name AS name ODER BY name', ['ODER', 'ORDER']],
  ['MATCH (e:Entity) RETURN e.name AS name ORDER YB name', ['YB', 'BY']],
  ['MATCH (e:Entity) RETURN e.name AS name ORDER BY name DSEC', ['DSEC', 'DESC']],
  ['MATCH (e:Entity) RETURN DISTINT e.name AS name', ['DISTINT', 'DISTINCT']],
  ['MATCH (e:Entity) RETURN cuont(e) AS n', ['cuont', 'count']],
  ['MATCH (e:Entitty) RETURN e.id AS id', ['Entitty', 'Entity']],
  ['MATCH (e:entity) RETURN e.id AS id', ['entity', 'Entity']],
  ['MATCH (e:`Entitty`) RETURN e.id AS id', ['`Entitty`', 'Entity']],
  ['MATCH (e:Entity) WHERE e:Persn RETURN e.id AS id', ['Persn', 'Person']],
  ['MATCH (a)-[r:MEET]->(b) RETURN count(r) AS n', ['MEET', 'MET']],
  ['MATCH (a)-[:MET|SANCTION*1..2]-(b) RETURN count(b) AS n', ['SANCTION', 'SANCTIONED']],
  ['MATCH (e:Entity) RETURN e.naem AS name', ['naem', 'name']],
  ['MATCH (e:Entity {nmae: "x"}) RETURN e.id AS id', ['nmae', 'name']],
  ['MATCH (e:Entity) RETURN e {.id, .tipe} AS entity', ['tipe', 'type']],
  ['MATCH (b:Bulletin) RETURN b.publishdAt AS day', ['publishdAt', 'publishedAt']],
  ['MATCH (b:Bulletin) RETURN b.date AS day', ['date', null]],
  ['MATCH ()-[r:MET]->() RETURN r.statments AS n', ['statments', 'statements']],
  ['MATCH (s)-[r:SUBJECT]->() RETURN r.statements AS n', ['statements', null]],
  ["MATCH (s:Statement) WHERE s.predicate = 'METT' RETURN s.id AS id", ["'METT'", 'MET']],
  ["MATCH (s:Statement {polarity: 'negatd'}) RETURN s.id AS id", ["'negatd'", 'negated']],
  ["MATCH ()-[r]->() WHERE type(r) = 'ACUSED' RETURN count(r) AS n", ["'ACUSED'", 'ACCUSED']],
  ['MATCH (bulletin:Bulletin) RETURN buletin.id AS id', ['buletin', 'bulletin']],
  ['MATCH (e:Entity {id: $actr}) RETURN e.id AS id', ['$actr', 'actor']],
  ['MATCH (e:Entity RETURN e.id AS id', ['(', null]],
  ['MATCH (e:Entity]) RETURN e.id AS id', [']', null]],
  ['MATCH (e:Entity) WHERE e.name = "China RETURN e.id AS id', ['"', null]],
  ['MATCH (e:Entitty) RETURN e.naem AS n LIMT 5', ['Entitty', 'Entity'], ['naem', 'name'], ['LIMT', 'LIMIT']],
];

describe('a misspelt word', () => {
  test.each(MISSPELT.map(([cypher, ...expected]) => ({ cypher, expected })))('$cypher', ({ cypher, expected }) => {
    const found = problemsOf(cypher, new Set(cypher.includes('$') ? ['actor'] : []));
    expect(found.map(({ start, length, suggestion }) => [cypher.slice(start, start + length), suggestion])).toEqual(
      expected,
    );
  });

  test('is told with its line, its column and a mark below', () => {
    const cypher = '// names\nMATCH (e:Entity)\nRETURN e.naem AS name';
    const [problem] = problemsOf(cypher);
    if (problem === undefined) throw new Error('nothing was found');
    expect(describeProblem(cypher, problem, 'names.cypher', 3)).toBe(
      'names.cypher:5:10: There is no property naem of Entity. Did you mean "name"?\n' +
        '  RETURN e.naem AS name\n' +
        '           ^^^^',
    );
  });
});

const RIGHT: readonly string[] = [
  'MATCH p = (a:Entity)-[:MET*1..3]->(b) RETURN [n IN nodes(p) | n.name] AS names',
  'MATCH (n:Statement) RETURN reduce(t = 0, x IN collect(n.start) | t + x) AS total',
  'RETURN date.truncate("day", date()) AS day, apoc.text.join(["a"], "") AS text',
  'CALL db.labels() YIELD label RETURN label',
  'MATCH (n:Entity) WITH n.name AS n RETURN n.anything AS a',
  'UNWIND [{a: 1}] AS row RETURN row.a AS order, row.a AS count',
  'MATCH (n:Entity) WHERE any(alias IN n.aliases WHERE alias STARTS WITH "C") RETURN n.`name` AS name;',
  'MATCH (e) CALL { WITH e MATCH (e)-[r]-() RETURN count(r) AS c } RETURN e.id AS id, CASE WHEN c > 1 THEN 1 ELSE 0 END AS many',
  'MATCH (e:Entity) WHERE e.name =~ "(?i)wehre.*" RETURN e.name AS retrun /* MTACH */',
  'MATCH (e:Entity {id: $actor})<-[:MENTIONS]-(b:Bulletin) WHERE NOT (e)-[:MET]-() RETURN b.title AS title',
  'MATCH (s:Statement) WHERE s.title = "MTE" AND toLower(s.quote) CONTAINS "x" RETURN s.id AS id',
];

test.each(RIGHT)('%s has no problem', (cypher) => {
  expect(problemsOf(cypher, new Set(['actor']))).toEqual([]);
});

const LIBRARY = [...loadCatalog().values()].flatMap(({ cypher, evidence }) =>
  evidence !== undefined && 'cypher' in evidence ? [cypher, `${evidence.cypher}\nRETURN s.id AS id`] : [cypher],
);

test.each(LIBRARY)('of the library, %s has no problem', (cypher) => {
  expect(problemsOf(cypher)).toEqual([]);
});

test('every text is read without an error, and each problem lies within it', () => {
  const words = fc.constantFrom(
    'MATCH',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    '.',
    '$',
    "'",
    '"',
    '`',
    'e',
    'AS',
    '=',
    '|',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(text, (cypher) => {
      for (const { start, length } of problemsOf(cypher, new Set())) {
        expect(start + length).toBeLessThanOrEqual(cypher.length);
        expect(positionOf(cypher, start).line).toBeGreaterThan(0);
      }
    }),
  );
});

test('the distance between words is symmetric, and nothing between words that differ in case', () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,8}$/);
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, other)).toBe(editDistance(other, one));
      expect(editDistance(one, other) === 0).toBe(one.toLowerCase() === other.toLowerCase());
      expect(editDistance(one, one.toUpperCase())).toBe(0);
    }),
  );
  expect(editDistance('LIMT', 'LIMIT')).toBe(1);
  expect(editDistance('MTACH', 'MATCH')).toBe(1);
  expect(nearest('xyz', ['MATCH', 'WHERE'])).toBeNull();
});
