// title: Office holders
// question: Who represents this country or organization, under which title, and from when to when is it stated?
// parameters:
//   of: { type: entity, example: "China", meaning: "Country or organization" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   office: { type: text, nullable: true, meaning: "Title, as stated" }
//   holder: { type: text, meaning: "Who holds it" }
//   first: { type: date, nullable: true, meaning: "Earliest date at which it is stated, by day of publication where no other is given" }
//   last: { type: date, nullable: true, meaning: "Latest date at which it is stated, likewise" }
//   until: { type: date, nullable: true, meaning: "Day of publication at which another is first stated to hold the office, or this one to have held it; null where nothing says that it is over" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   holder_id: { type: id, meaning: "Entity" }
// chart: { kind: timeline, x: first, label: holder }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (c:Entity {id: $of})<-[:OBJECT]-(s:Statement)-[:SUBJECT]->(p:Entity {id: $row_holder_id})
//     WHERE s.predicate = 'REPRESENTS' AND s.polarity = 'affirmed' AND s.status = 'ongoing'
//       AND toLower(coalesce(s.title, '')) = toLower(coalesce($row_office, ''))
MATCH (c:Entity {id: $of})<-[:OBJECT]-(s:Statement)-[:SUBJECT]->(p:Entity)
WHERE s.predicate = 'REPRESENTS' AND s.polarity = 'affirmed' AND s.status = 'ongoing'
MATCH (s)-[:FROM]->(b:Bulletin)
WITH p, toLower(coalesce(s.title, '')) AS title, s, coalesce(s.date, b.publishedAt) AS stated
WITH p, title, min(s.title) AS office, min(stated) AS first, max(stated) AS last, count(s) AS statements,
  CASE WHEN count(s.until) = count(s) THEN max(s.until) ELSE null END AS until
RETURN office, p.name AS holder, first, last, until, statements, p.id AS holder_id
ORDER BY statements DESC, coalesce(office, ''), holder_id
LIMIT $limit
