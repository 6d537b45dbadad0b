// title: Evidence of an edge
// question: In which words, by whom and where is one relation between two actors stated?
// parameters:
//   one: { type: entity, example: "Wang Yi", meaning: "One end" }
//   predicate: { type: predicate, example: "MET", meaning: "The relation" }
//   other: { type: entity, example: "Takeshi Iwaya", meaning: "The other end" }
//   limit: { type: integer, default: 500, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When, as stated" }
//   subject: { type: text, meaning: "Who acts" }
//   object: { type: text, meaning: "Towards whom" }
//   polarity: { type: text, meaning: "affirmed or negated" }
//   status: { type: text, meaning: "occurred, planned, possible, ..." }
//   quote: { type: text, meaning: "The words that the statement was read from" }
//   sentence: { type: text, meaning: "Their sentence" }
//   said_by: { type: text, nullable: true, meaning: "Who says it; empty where the bulletin itself does" }
//   title: { type: text, nullable: true, meaning: "Bulletin" }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   published: { type: date, nullable: true, meaning: "Day of publication" }
//   url: { type: text, nullable: true, meaning: "Address of the bulletin" }
//   confidence: { type: number, meaning: "0 to 1" }
//   bulletin: { type: id, meaning: "Bulletin" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: table }
// evidence: { columns: [statement] }
MATCH (e:Entity {id: $one})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(f:Entity {id: $other})
WHERE s.predicate = $predicate
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:SAID_BY]->(h:Entity)
RETURN s.date AS date, x.name AS subject, y.name AS object, s.polarity AS polarity, s.status AS status,
  s.quote AS quote, s.sentence AS sentence, h.name AS said_by, b.title AS title, b.source AS source,
  b.publishedAt AS published, b.url AS url, s.confidence AS confidence, b.id AS bulletin, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, ''), statement
LIMIT $limit
