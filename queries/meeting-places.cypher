// title: Places of meetings
// question: Where do actors meet and negotiate most?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   place: { type: text, meaning: "Where" }
//   statements: { type: integer, meaning: "Statements of meetings and negotiations there" }
//   participants: { type: integer, meaning: "Different actors" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   place_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: place, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (p:Entity {id: $row_place_id})<-[:AT_PLACE]-(s:Statement)
//     WHERE s.predicate IN ['MET', 'NEGOTIATED_WITH'] AND s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing']
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement)
WHERE s.predicate IN ['MET', 'NEGOTIATED_WITH'] AND s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing']
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:AT_PLACE]->(p:Entity)
MATCH (s)-[:SUBJECT|OBJECT]->(x:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
RETURN p.name AS place, count(DISTINCT s.id) AS statements, count(DISTINCT x.id) AS participants,
  count(DISTINCT b.source) AS sources, min(s.date) AS first, max(s.date) AS last, p.id AS place_id
ORDER BY statements DESC, place_id
LIMIT $limit
