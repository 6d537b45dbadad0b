// title: Office holders
// question: Who represents this country or organization, under which title, and from when to when is it stated?
// parameters:
//   of: { type: entity, example: "China", meaning: "Country or organization" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   office: { type: text, nullable: true, meaning: "Title, as stated" }
//   holder: { type: text, meaning: "Who holds it" }
//   first: { type: date, nullable: true, meaning: "Earliest date at which it is stated" }
//   last: { type: date, nullable: true, meaning: "Latest date at which it is stated" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   holder_id: { type: id, meaning: "Entity" }
// chart: { kind: timeline, x: first, label: holder }
MATCH (c:Entity {id: $of})<-[:OBJECT]-(s:Statement)-[:SUBJECT]->(p:Entity)
WHERE s.predicate = 'REPRESENTS' AND s.polarity = 'affirmed'
RETURN s.title AS office, p.name AS holder, min(s.date) AS first, max(s.date) AS last, count(s) AS statements,
  p.id AS holder_id
ORDER BY statements DESC, coalesce(office, ''), holder_id
LIMIT $limit
