// title: Announced acts
// question: What is planned, demanded, threatened or possible, and did it happen afterwards?
// parameters:
//   status: { type: text, default: null, example: "planned", meaning: "Only planned, possible, demanded, threatened or cancelled" }
//   actor: { type: entity, default: null, example: "Takeshi Iwaya", meaning: "Only acts by this actor" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When it is to happen, or was announced" }
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   status: { type: text, meaning: "occurred, planned, possible, ..." }
//   happened: { type: integer, meaning: "Statements of the same relation, on that date or later, that it has happened" }
//   said_by: { type: text, nullable: true, meaning: "Who says it; empty where the bulletin itself does" }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: timeline, x: date, label: predicate }
// evidence: { columns: [statement] }
MATCH (s:Statement)
WHERE s.polarity = 'affirmed' AND NOT s.status IN ['occurred', 'ongoing'] AND s.predicate <> 'RELATED_TO'
  AND ($status IS NULL OR s.status = $status)
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
WHERE $actor IS NULL OR x.id = $actor
MATCH (s)-[:OBJECT]->(y:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
WITH s, x, y, b
ORDER BY coalesce(s.date, b.publishedAt, '') DESC, s.id
LIMIT $limit
OPTIONAL MATCH (s)-[:SAID_BY]->(h:Entity)
MATCH (t:Statement {edge: s.edge})
WITH s, x, y, b, h.name AS said_by, coalesce(sum(CASE WHEN t.polarity = 'affirmed' AND t.status = 'occurred'
  AND t.date >= coalesce(s.date, b.publishedAt) THEN 1 ELSE 0 END), 0) AS happened
RETURN s.date AS date, x.name AS subject, s.predicate AS predicate, y.name AS object, s.status AS status, happened,
  said_by, b.source AS source, s.sentence AS sentence, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, '') DESC, statement
LIMIT $limit
