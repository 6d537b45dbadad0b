// title: Office holders at a date
// question: Who held which office of a country or organization at a date, as far as bulletins say?
// parameters:
//   of: { type: entity, example: "China", meaning: "Country or organization" }
//   date: { type: date, example: "2025-01", meaning: "The day, or the whole month or year" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   office: { type: text, nullable: true, meaning: "Title, as stated" }
//   holder: { type: text, meaning: "Who holds it" }
//   stated_before: { type: date, meaning: "Latest date up to then at which it is stated, by day of publication where no other is given" }
//   stated_after: { type: date, nullable: true, meaning: "Earliest date after it at which it is stated; with it, the date lies within the term" }
//   until: { type: date, nullable: true, meaning: "First day after it on which another is stated to hold the office, or this one to have held it" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   holder_id: { type: id, meaning: "Entity" }
// chart: { kind: table }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (c:Entity {id: $of})<-[:OBJECT]-(s:Statement)-[:SUBJECT]->(p:Entity {id: $row_holder_id})
//     WHERE s.predicate = 'REPRESENTS' AND s.polarity = 'affirmed' AND s.status = 'ongoing'
//       AND toLower(coalesce(s.title, '')) = toLower(coalesce($row_office, ''))
//     MATCH (s)-[:FROM]->(b:Bulletin)
//     WHERE coalesce(s.date, b.publishedAt) IS NOT NULL
MATCH (c:Entity {id: $of})<-[:OBJECT]-(s:Statement)-[:SUBJECT]->(p:Entity)
WHERE s.predicate = 'REPRESENTS' AND s.polarity = 'affirmed' AND s.status = 'ongoing'
MATCH (s)-[:FROM]->(b:Bulletin)
WITH p, s, coalesce(s.date, b.publishedAt) AS stated
WHERE stated IS NOT NULL
WITH p, toLower(coalesce(s.title, '')) AS title, min(s.title) AS office, count(s) AS statements,
  max(CASE WHEN stated <= $date + '~' AND (s.until IS NULL OR s.until > $date) THEN stated ELSE null END) AS stated_before,
  min(CASE WHEN stated > $date + '~' THEN stated ELSE null END) AS stated_after,
  min(CASE WHEN s.until > $date THEN s.until ELSE null END) AS until
WHERE stated_before IS NOT NULL
// Out of office by then: resigned, removed or succeeded, and never stated again up to the date.
OPTIONAL MATCH (p)<-[r:SUBJECT|OBJECT]-(l:Statement)
WHERE l.polarity = 'affirmed' AND l.status = 'occurred' AND l.date >= stated_before AND l.date <= $date + '~'
  AND ((type(r) = 'SUBJECT' AND l.predicate = 'RESIGNED_FROM')
    OR (type(r) = 'OBJECT' AND l.predicate IN ['REMOVED', 'SUCCEEDED']))
WITH p, office, statements, stated_before, stated_after, until, count(l.id) AS departures
WHERE departures = 0
RETURN office, p.name AS holder, stated_before, stated_after, until, statements, p.id AS holder_id
ORDER BY stated_before DESC, statements DESC, coalesce(office, ''), holder_id
LIMIT $limit
