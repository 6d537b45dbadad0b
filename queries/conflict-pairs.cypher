// title: Pairs in conflict
// question: Which two actors are most in conflict, in words and in deeds?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One actor" }
//   other: { type: text, meaning: "The other actor" }
//   statements: { type: integer, meaning: "Affirmed statements of conflict between them, in either direction" }
//   words: { type: integer, meaning: "of these verbal: quad class 3" }
//   deeds: { type: integer, meaning: "of these material: quad class 4" }
//   goldstein: { type: number, nullable: true, meaning: "Their mean Goldstein value, -10 conflict to 10 cooperation" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   one_id: { type: id, meaning: "Entity" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: one_id, target: other_id, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (e:Entity {id: $row_one_id})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $row_other_id})
//     WHERE s.quadClass IN [3, 4] AND s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing']
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement)
WHERE s.quadClass IN [3, 4] AND s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing']
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
WHERE x.id <> y.id
MATCH (s)-[:FROM]->(b:Bulletin)
WITH s, b,
  CASE WHEN x.id < y.id THEN x.id ELSE y.id END AS one_id,
  CASE WHEN x.id < y.id THEN x.name ELSE y.name END AS one,
  CASE WHEN x.id < y.id THEN y.id ELSE x.id END AS other_id,
  CASE WHEN x.id < y.id THEN y.name ELSE x.name END AS other,
  CASE WHEN s.quadClass = 4 THEN 1 ELSE 0 END AS deed
RETURN one, other, count(s) AS statements, coalesce(sum(1 - deed), 0) AS words, coalesce(sum(deed), 0) AS deeds,
  avg(s.goldstein) AS goldstein, count(DISTINCT b.source) AS sources, min(s.date) AS first, max(s.date) AS last,
  one_id, other_id
ORDER BY statements DESC, one_id, other_id
LIMIT $limit
