// title: Tone between states
// question: How do two states treat each other month by month, acts by and towards those who represent them included?
// parameters:
//   one: { type: entity, example: "China", meaning: "One state" }
//   other: { type: entity, example: "Japan", meaning: "The other state" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 2400, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   month: { type: month, meaning: "Month stated, else month of publication" }
//   state: { type: text, meaning: "Whose acts towards the other" }
//   statements: { type: integer, meaning: "Affirmed statements with a Goldstein value" }
//   by_persons: { type: integer, meaning: "of these, with a person who represents the state as the one who acts" }
//   bulletins: { type: integer, meaning: "Bulletins that they come from" }
//   goldstein: { type: number, meaning: "Their mean Goldstein value, -10 conflict to 10 cooperation" }
//   state_id: { type: id, meaning: "Entity" }
// chart: { kind: line, x: month, y: goldstein, series: state }
// evidence:
//   total: statements
//   cypher: |
//     OPTIONAL MATCH (p:Entity)-[r:REPRESENTS]->(:Entity {id: $one})
//     WHERE r.affirmed > 0
//     WITH collect(p.id) AS envoys
//     WITH envoys + [$one] AS ones
//     OPTIONAL MATCH (p:Entity)-[r:REPRESENTS]->(:Entity {id: $other})
//     WHERE r.affirmed > 0
//     WITH ones, collect(p.id) AS envoys
//     WITH ones, envoys + [$other] AS others
//     MATCH (x:Entity)
//     WHERE x.id IN ones + others AND NOT (x.id IN ones AND x.id IN others)
//     MATCH (x)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(y:Entity)
//     WHERE s.polarity = 'affirmed' AND s.goldstein IS NOT NULL AND NOT (y.id IN ones AND y.id IN others)
//       AND ((x.id IN ones AND y.id IN others) OR (x.id IN others AND y.id IN ones))
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
//     MATCH (s)-[:FROM]->(b:Bulletin)
//     WHERE substring(coalesce(s.date, b.publishedAt), 0, 7) = $row_month
//       AND CASE WHEN x.id IN ones THEN $one ELSE $other END = $row_state_id
OPTIONAL MATCH (p:Entity)-[r:REPRESENTS]->(:Entity {id: $one})
WHERE r.affirmed > 0
WITH collect(p.id) AS envoys
WITH envoys + [$one] AS ones
OPTIONAL MATCH (p:Entity)-[r:REPRESENTS]->(:Entity {id: $other})
WHERE r.affirmed > 0
WITH ones, collect(p.id) AS envoys
WITH ones, envoys + [$other] AS others
MATCH (x:Entity)
WHERE x.id IN ones + others AND NOT (x.id IN ones AND x.id IN others)
MATCH (x)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(y:Entity)
WHERE s.polarity = 'affirmed' AND s.goldstein IS NOT NULL AND NOT (y.id IN ones AND y.id IN others)
  AND ((x.id IN ones AND y.id IN others) OR (x.id IN others AND y.id IN ones))
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:FROM]->(b:Bulletin)
WITH s, b, x, CASE WHEN x.id IN ones THEN $one ELSE $other END AS state_id,
  substring(coalesce(s.date, b.publishedAt), 0, 7) AS month
WHERE size(month) = 7
WITH month, state_id, count(s) AS statements, count(DISTINCT b.id) AS bulletins, avg(s.goldstein) AS goldstein,
  coalesce(sum(CASE WHEN x.id <> state_id THEN 1 ELSE 0 END), 0) AS by_persons
MATCH (e:Entity {id: state_id})
RETURN month, e.name AS state, statements, by_persons, bulletins, goldstein, state_id
ORDER BY month, state_id
LIMIT $limit
