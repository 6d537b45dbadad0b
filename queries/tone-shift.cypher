// title: Shift of tone
// question: Between which actors did the tone change most from before a date to after it?
// parameters:
//   date: { type: date, example: "2025-01", meaning: "Day from which on it counts as after" }
//   at_least: { type: integer, default: 2, min: 1, max: 10000, example: 1, meaning: "Fewest statements before and after" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One actor" }
//   other: { type: text, meaning: "The other actor" }
//   before: { type: number, meaning: "Mean Goldstein value before the date" }
//   after: { type: number, meaning: "Mean Goldstein value from the date on" }
//   change: { type: number, meaning: "after - before" }
//   statements_before: { type: integer, meaning: "Statements before" }
//   statements_after: { type: integer, meaning: "Statements after" }
//   one_id: { type: id, meaning: "Entity" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: one, y: change }
// evidence:
//   cypher: |
//     MATCH (e:Entity {id: $row_one_id})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $row_other_id})
//     WHERE s.polarity = 'affirmed' AND s.goldstein IS NOT NULL
MATCH (s:Statement)
WHERE s.polarity = 'affirmed' AND s.goldstein IS NOT NULL
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
WHERE x.id <> y.id
MATCH (s)-[:FROM]->(b:Bulletin)
WITH
  CASE WHEN x.id < y.id THEN x.id ELSE y.id END AS one_id,
  CASE WHEN x.id < y.id THEN x.name ELSE y.name END AS one,
  CASE WHEN x.id < y.id THEN y.id ELSE x.id END AS other_id,
  CASE WHEN x.id < y.id THEN y.name ELSE x.name END AS other,
  CASE WHEN coalesce(s.date, b.publishedAt) < $date THEN s.goldstein ELSE null END AS earlier,
  CASE WHEN coalesce(s.date, b.publishedAt) >= $date THEN s.goldstein ELSE null END AS later
WITH one, other, one_id, other_id, avg(earlier) AS before, avg(later) AS after, count(earlier) AS statements_before,
  count(later) AS statements_after
WHERE statements_before >= $at_least AND statements_after >= $at_least
RETURN one, other, before, after, after - before AS change, statements_before, statements_after, one_id, other_id
ORDER BY abs(after - before) DESC, one_id, other_id
LIMIT $limit
