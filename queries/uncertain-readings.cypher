// title: Uncertain readings
// question: Which statements is the reading least sure of, and worth a look before they are counted?
// parameters:
//   predicate: { type: predicate, default: null, example: "MET", meaning: "Only this relation" }
//   below: { type: number, default: 1, min: 0, max: 1, example: 0.95, meaning: "Only with a confidence below or at this" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   confidence: { type: number, meaning: "0 to 1" }
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, nullable: true, meaning: "Towards whom" }
//   rule: { type: text, meaning: "The rule that read it" }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: table }
// evidence: { columns: [statement] }
MATCH (s:Statement)
WHERE s.confidence <= $below AND ($predicate IS NULL OR s.predicate = $predicate)
WITH s
ORDER BY s.confidence, s.id
LIMIT $limit
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:OBJECT]->(y:Entity)
RETURN s.confidence AS confidence, x.name AS subject, s.predicate AS predicate, y.name AS object, s.rule AS rule,
  b.source AS source, s.sentence AS sentence, s.id AS statement
ORDER BY confidence, statement
LIMIT $limit
