// title: Cooperation and conflict by month
// question: How do two actors deal with each other month by month, in words and in deeds?
// parameters:
//   one: { type: entity, example: "China", meaning: "One actor" }
//   other: { type: entity, example: "Japan", meaning: "The other actor" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 1200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   month: { type: month, meaning: "Month stated, else month of publication" }
//   statements: { type: integer, meaning: "Affirmed statements with a CAMEO class" }
//   verbal_cooperation: { type: integer, meaning: "Quad class 1" }
//   material_cooperation: { type: integer, meaning: "Quad class 2" }
//   verbal_conflict: { type: integer, meaning: "Quad class 3" }
//   material_conflict: { type: integer, meaning: "Quad class 4" }
//   goldstein: { type: number, nullable: true, meaning: "Mean Goldstein value, -10 conflict to 10 cooperation" }
// chart: { kind: line, x: month, y: goldstein }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (e:Entity {id: $one})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $other})
//     WHERE s.polarity = 'affirmed' AND s.quadClass IS NOT NULL
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
//     MATCH (s)-[:FROM]->(b:Bulletin)
//     WHERE substring(coalesce(s.date, b.publishedAt), 0, 7) = $row_month
MATCH (e:Entity {id: $one})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $other})
WHERE s.polarity = 'affirmed' AND s.quadClass IS NOT NULL
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
WITH DISTINCT s
MATCH (s)-[:FROM]->(b:Bulletin)
WITH s, substring(coalesce(s.date, b.publishedAt), 0, 7) AS month
WHERE size(month) = 7
RETURN month, count(s) AS statements,
  coalesce(sum(CASE WHEN s.quadClass = 1 THEN 1 ELSE 0 END), 0) AS verbal_cooperation,
  coalesce(sum(CASE WHEN s.quadClass = 2 THEN 1 ELSE 0 END), 0) AS material_cooperation,
  coalesce(sum(CASE WHEN s.quadClass = 3 THEN 1 ELSE 0 END), 0) AS verbal_conflict,
  coalesce(sum(CASE WHEN s.quadClass = 4 THEN 1 ELSE 0 END), 0) AS material_conflict,
  avg(s.goldstein) AS goldstein
ORDER BY month
LIMIT $limit
