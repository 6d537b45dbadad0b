// title: Timeline of a pair
// question: What is stated between two actors, in order of time?
// parameters:
//   one: { type: entity, example: "China", meaning: "One actor" }
//   other: { type: entity, example: "Japan", meaning: "The other actor" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 500, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When, as stated; else the day of publication" }
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   polarity: { type: text, meaning: "affirmed or negated" }
//   status: { type: text, meaning: "occurred, planned, possible, ..." }
//   goldstein: { type: number, nullable: true, meaning: "Goldstein value, -10 conflict to 10 cooperation" }
//   said_by: { type: text, nullable: true, meaning: "Who says it; empty where the bulletin itself does" }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: timeline, x: date, y: goldstein, label: predicate }
// evidence: { columns: [statement] }
MATCH (e:Entity {id: $one})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $other})
WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:SAID_BY]->(h:Entity)
RETURN coalesce(s.date, b.publishedAt) AS date, x.name AS subject, s.predicate AS predicate, y.name AS object,
  s.polarity AS polarity, s.status AS status, s.goldstein AS goldstein, h.name AS said_by, b.source AS source,
  s.sentence AS sentence, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, ''), statement
LIMIT $limit
