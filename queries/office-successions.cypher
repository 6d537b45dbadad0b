// title: Who followed whom in office
// question: When did an office of a country or body pass from one holder to the next, as far as bulletins say who holds it?
// parameters:
//   of: { type: entity, default: null, example: "China", meaning: "Only offices of this country or organization" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date at which the next holder is stated" }
//   until: { type: date, default: null, example: "2025", meaning: "Last such date, whole month or year when only that is given" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   of: { type: text, meaning: "Country or organization" }
//   office: { type: text, meaning: "Title, as stated" }
//   holder: { type: text, meaning: "Who held it" }
//   stated_last: { type: date, meaning: "Latest day of publication at which that is stated before the change" }
//   next_holder: { type: text, meaning: "Who is stated to hold it after" }
//   since: { type: date, meaning: "First day of publication at which that is stated" }
//   of_id: { type: id, meaning: "Entity" }
//   holder_id: { type: id, meaning: "Entity" }
//   next_holder_id: { type: id, meaning: "Entity" }
//   statement: { type: id, meaning: "Statement that the first holds it" }
//   next_statement: { type: id, meaning: "Statement that the next one holds it" }
// chart: { kind: timeline, x: since, label: next_holder }
// evidence: { columns: [statement, next_statement] }
MATCH (n:Statement)
WHERE n.seat IS NOT NULL AND n.status = 'ongoing'
MATCH (n)-[:FROM]->(nb:Bulletin)
WHERE ($from IS NULL OR nb.publishedAt >= $from) AND ($until IS NULL OR nb.publishedAt <= $until + '~')
MATCH (n)-[:SUBJECT]->(q:Entity)
MATCH (n)-[:OBJECT]->(c:Entity)
WHERE $of IS NULL OR c.id = $of
WITH n.seat AS seat, nb.publishedAt AS since, q, c, min(n.id) AS next_statement
MATCH (s:Statement {seat: seat, until: since})
MATCH (s)-[:SUBJECT]->(p:Entity)
WHERE p.id <> q.id
MATCH (s)-[:FROM]->(b:Bulletin)
WITH seat, since, q, c, next_statement, p, max(b.publishedAt) AS stated_last, max(b.publishedAt + ' ' + s.id) AS latest,
  min(s.title) AS office
RETURN c.name AS of, office, p.name AS holder, stated_last, q.name AS next_holder, since, c.id AS of_id, p.id AS holder_id,
  q.id AS next_holder_id, substring(latest, size(stated_last) + 1) AS statement, next_statement
ORDER BY since DESC, seat, holder_id, next_holder_id
LIMIT $limit
