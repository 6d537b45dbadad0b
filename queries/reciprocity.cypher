// title: Reciprocity
// question: Between which actors does one side treat the other much better or worse than it is treated?
// parameters:
//   at_least: { type: integer, default: 2, min: 1, max: 10000, example: 1, meaning: "Fewest statements in each direction" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One actor" }
//   other: { type: text, meaning: "The other actor" }
//   given: { type: number, meaning: "Mean Goldstein value of what the one does to the other; a mutual act, such as a meeting, counts for whom its statement names first" }
//   returned: { type: number, meaning: "Mean Goldstein value of what the other does to the one" }
//   difference: { type: number, meaning: "given - returned" }
//   statements_given: { type: integer, meaning: "Statements behind given" }
//   statements_returned: { type: integer, meaning: "Statements behind returned" }
//   one_id: { type: id, meaning: "Entity" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: one, y: difference }
// evidence:
//   cypher: |
//     MATCH (e:Entity {id: $row_one_id})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $row_other_id})
//     WHERE s.polarity = 'affirmed' AND s.goldstein IS NOT NULL
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement)
WHERE s.polarity = 'affirmed' AND s.goldstein IS NOT NULL
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
WHERE x.id <> y.id
WITH
  CASE WHEN x.id < y.id THEN x.id ELSE y.id END AS one_id,
  CASE WHEN x.id < y.id THEN x.name ELSE y.name END AS one,
  CASE WHEN x.id < y.id THEN y.id ELSE x.id END AS other_id,
  CASE WHEN x.id < y.id THEN y.name ELSE x.name END AS other,
  CASE WHEN x.id < y.id THEN s.goldstein ELSE null END AS there,
  CASE WHEN x.id < y.id THEN null ELSE s.goldstein END AS back
WITH one, other, one_id, other_id, avg(there) AS given, avg(back) AS returned, count(there) AS statements_given,
  count(back) AS statements_returned
WHERE statements_given >= $at_least AND statements_returned >= $at_least
RETURN one, other, given, returned, given - returned AS difference, statements_given, statements_returned,
  one_id, other_id
ORDER BY abs(given - returned) DESC, one_id, other_id
LIMIT $limit
