// title: Who met whom
// question: Which actors met face to face, how often, in how many sources, and when first and last?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One side of the meeting" }
//   other: { type: text, meaning: "The other side" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   events: { type: integer, meaning: "Different meetings among those whose day is known" }
//   sources: { type: integer, meaning: "Different sources among them" }
//   first: { type: date, nullable: true, meaning: "Earliest date stated" }
//   last: { type: date, nullable: true, meaning: "Latest date stated" }
//   one_id: { type: id, meaning: "Entity" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: one_id, target: other_id, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (e:Entity {id: $row_one_id})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $row_other_id})
//     WHERE s.predicate = 'MET' AND s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing']
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement {predicate: 'MET'})
WHERE s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing']
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:REPORTS]->(v:Event)
WITH s, b, v,
  CASE WHEN x.id < y.id THEN x.id ELSE y.id END AS one_id,
  CASE WHEN x.id < y.id THEN x.name ELSE y.name END AS one,
  CASE WHEN x.id < y.id THEN y.id ELSE x.id END AS other_id,
  CASE WHEN x.id < y.id THEN y.name ELSE x.name END AS other
RETURN one, other, count(s) AS statements, count(DISTINCT v.id) AS events,
  count(DISTINCT b.source) AS sources, min(s.date) AS first, max(s.date) AS last, one_id, other_id
ORDER BY statements DESC, one_id, other_id
LIMIT $limit
