// title: Cooperation and conflict in all
// question: How much cooperation and conflict is there month by month, in the whole graph or by and towards one actor?
// parameters:
//   actor: { type: entity, default: null, example: "Japan", meaning: "Only statements in which this actor acts or is acted upon" }
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
//     MATCH (s:Statement)
//     WHERE s.polarity = 'affirmed' AND s.quadClass IS NOT NULL
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
//     MATCH (s)-[:FROM]->(b:Bulletin)
//     WHERE substring(coalesce(s.date, b.publishedAt), 0, 7) = $row_month
//     MATCH (s)-[:SUBJECT]->(x:Entity)
//     OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
//     WITH s, x, y
//     WHERE $actor IS NULL OR x.id = $actor OR y.id = $actor
MATCH (s:Statement)
WHERE s.polarity = 'affirmed' AND s.quadClass IS NOT NULL
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:FROM]->(b:Bulletin)
MATCH (s)-[:SUBJECT]->(x:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
WITH s, substring(coalesce(s.date, b.publishedAt), 0, 7) AS month, x, y
WHERE size(month) = 7 AND ($actor IS NULL OR x.id = $actor OR y.id = $actor)
WITH DISTINCT s, month
RETURN month, count(s) AS statements,
  coalesce(sum(CASE WHEN s.quadClass = 1 THEN 1 ELSE 0 END), 0) AS verbal_cooperation,
  coalesce(sum(CASE WHEN s.quadClass = 2 THEN 1 ELSE 0 END), 0) AS material_cooperation,
  coalesce(sum(CASE WHEN s.quadClass = 3 THEN 1 ELSE 0 END), 0) AS verbal_conflict,
  coalesce(sum(CASE WHEN s.quadClass = 4 THEN 1 ELSE 0 END), 0) AS material_conflict,
  avg(s.goldstein) AS goldstein
ORDER BY month
LIMIT $limit
