/** Two bulletins about one meeting, and queries over them in portable Cypher with the answer that every store gives. */
import type { Value } from '../../graph/store.ts';
import type { Report } from '../support/claims.ts';

export const TALKS: Report = {
  id: 'b1',
  source: 'Harbor Wire',
  claims: [
    {
      subject: 'Person:Wang Yi/Wang',
      predicate: 'MET',
      object: 'Person:Takeshi Iwaya',
      date: '2024-12-25',
      place: 'Place:Beijing',
    },
    { subject: 'China', predicate: 'DISPUTES', object: 'Place:Senkaku Islands', saidBy: 'Japan', confidence: 1 },
  ],
};
export const TALKS_ELSEWHERE: Report = {
  id: 'b2',
  source: 'Coast Times',
  claims: [
    {
      subject: 'Person:Takeshi Iwaya',
      predicate: 'MET',
      object: 'Person:Wang Yi',
      date: '2024-12-25',
      confidence: 0.9,
    },
    {
      subject: 'Person:Wang Yi',
      predicate: 'MET',
      object: 'Person:Takeshi Iwaya',
      date: '2024-11',
      polarity: 'negated',
    },
  ],
};

/** The forms that docs/cypher.md recommends, among others. */
export const PORTABLE: readonly (readonly [cypher: string, answer: Value])[] = [
  ["RETURN ['a'] + ['b']", ['a', 'b']],
  ["MATCH (e:Person {name: 'Wang Yi'}) RETURN e.aliases + [e.name]", ['Wang', 'Wang Yi']],
  ["RETURN toString(1) = '1'", true],
  [
    `MATCH (a:Person {name: 'Wang Yi'}) MATCH (b:Person {name: 'Takeshi Iwaya'}) MATCH p = (a)-[rs:MET*1..3]-(b)
     WHERE all(r IN rs WHERE r.statements > 0) WITH length(p) AS n ORDER BY n LIMIT 1 RETURN n`,
    1,
  ],
  [
    'MATCH (n:Person) WITH n, count(*) AS c ORDER BY n.name LIMIT 1 RETURN {name: n.name, c: c}',
    { name: 'Takeshi Iwaya', c: 1 },
  ],
  ["MATCH (n:Person {name: 'Wang Yi'}) RETURN n {.id, .name}", { id: 'person:wang-yi', name: 'Wang Yi' }],
  ["MATCH (e:Entity {id: 'nobody'}) RETURN coalesce(sum(e.mentions), 0)", 0],
  ['MATCH (s:Statement) RETURN percentileCont(s.confidence, 0.5)', 0.825],
  ["MATCH ()-[r]->(:Entity) WHERE type(r) = 'MET' RETURN count(r)", 1],
  [
    "MATCH (e:Person {name: 'Wang Yi'}) WITH [(e)<-[:SUBJECT]-(s) | coalesce(s.date, '')] AS dates UNWIND dates AS d RETURN max(d)",
    '2024-12-25',
  ],
  ['WITH [1, 2, 3] AS l RETURN l[size(l) - 2..]', [2, 3]],
  ["MATCH (e:Entity) WHERE any(a IN e.aliases WHERE a = 'Wang') RETURN collect(e.name)", ['Wang Yi']],
  ["MATCH (e:Person) WHERE size([a IN e.aliases WHERE a = 'Wang']) = 0 RETURN collect(e.name)", ['Takeshi Iwaya']],
  ["MATCH (s:Statement) WHERE s.date >= '2024-12' RETURN count(s)", 2],
  ["MATCH (s:Statement) WHERE s.date <= '2024-11' + '~' RETURN count(s)", 1],
  ["WITH date('2024-12-25') AS d RETURN d.year", 2024],
  ["RETURN toInteger(toFloat('12.7'))", 12],
  ['RETURN round(1.234 * 100) / 100', 1.23],
  ['RETURN (2 ^ 3) ^ 2', 64],
  ["RETURN 'É' =~ '(?iu)é'", true],
  ['MATCH (n:Entity) WHERE n:Person OR n:Place RETURN count(n)', 4],
  ['MATCH (n:Entity) WITH collect(n.type) AS types RETURN size([t IN types WHERE t = "Person"])', 2],
  ["MATCH (e:Person {name: 'Wang Yi'}) RETURN COUNT { (e)<-[:SUBJECT]-() }", 2],
  [
    'MATCH (e:Entity) WHERE EXISTS { MATCH (e)<-[:SAID_BY]-(s) WHERE s.confidence > 0.9 } RETURN collect(e.name)',
    ['Japan'],
  ],
  ['MATCH (s:Statement) WITH max(CASE WHEN s.quadClass IN [1, 2] THEN 1 ELSE 0 END) AS x RETURN x', 0],
  ["RETURN substring('2024-12-25', 0, 7)", '2024-12'],
  ['RETURN -7 / 2', -3],
];
