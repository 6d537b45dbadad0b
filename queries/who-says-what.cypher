// title: Who says what
// question: Which claims does a speaker make about others, as bulletins attribute them?
// parameters:
//   speaker: { type: entity, example: "Japan", meaning: "Who says it" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When the stated thing happens" }
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, nullable: true, meaning: "Towards whom" }
//   polarity: { type: text, meaning: "affirmed or negated" }
//   status: { type: text, meaning: "occurred, planned, possible, ..." }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: table }
// evidence: { columns: [statement] }
MATCH (h:Entity {id: $speaker})<-[:SAID_BY]-(s:Statement)
WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
RETURN s.date AS date, x.name AS subject, s.predicate AS predicate, y.name AS object, s.polarity AS polarity,
  s.status AS status, b.source AS source, s.sentence AS sentence, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, '') DESC, statement
LIMIT $limit
