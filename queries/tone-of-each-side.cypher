// title: Tone of each side
// question: How does each of two actors treat the other month by month? Who begins, who answers?
// parameters:
//   one: { type: entity, example: "China", meaning: "One actor" }
//   other: { type: entity, example: "Japan", meaning: "The other actor" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 2400, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   month: { type: month, meaning: "Month stated, else month of publication" }
//   actor: { type: text, meaning: "Who acts towards the other" }
//   statements: { type: integer, meaning: "Affirmed statements with a Goldstein value" }
//   goldstein: { type: number, meaning: "Their mean Goldstein value, -10 conflict to 10 cooperation" }
//   lowest: { type: number, meaning: "The most hostile of them" }
//   highest: { type: number, meaning: "The friendliest of them" }
//   actor_id: { type: id, meaning: "Entity" }
// chart: { kind: line, x: month, y: goldstein, series: actor }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (x:Entity {id: $row_actor_id})<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(y:Entity)
//     WHERE y.id IN [$one, $other] AND y.id <> x.id AND s.polarity = 'affirmed' AND s.goldstein IS NOT NULL
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
//     MATCH (s)-[:FROM]->(b:Bulletin)
//     WHERE substring(coalesce(s.date, b.publishedAt), 0, 7) = $row_month
MATCH (x:Entity)
WHERE x.id IN [$one, $other]
MATCH (x)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(y:Entity)
WHERE y.id IN [$one, $other] AND y.id <> x.id AND s.polarity = 'affirmed' AND s.goldstein IS NOT NULL
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:FROM]->(b:Bulletin)
WITH s, x, substring(coalesce(s.date, b.publishedAt), 0, 7) AS month
WHERE size(month) = 7
RETURN month, x.name AS actor, count(s) AS statements, avg(s.goldstein) AS goldstein, min(s.goldstein) AS lowest,
  max(s.goldstein) AS highest, x.id AS actor_id
ORDER BY month, actor_id
LIMIT $limit
