// title: Widely reported events
// question: Which dated events do several bulletins report, and how many sources?
// parameters:
//   predicate: { type: predicate, default: null, example: "MET", meaning: "Only events of this kind" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First day of the event" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, meaning: "First day of the event, or its month" }
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   sources: { type: integer, meaning: "Independent sources; a reprint counts as what it reprints" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   event: { type: id, meaning: "Event" }
// chart: { kind: timeline, x: date, y: sources, label: subject }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (v:Event {id: $row_event})<-[:REPORTS]-(s:Statement)
MATCH (v:Event)
WHERE ($predicate IS NULL OR v.predicate = $predicate)
  AND ($from IS NULL OR v.date >= $from) AND ($until IS NULL OR v.date <= $until + '~')
MATCH (v)<-[:REPORTS]-(s:Statement)
WITH v, count(s) AS statements, v.sources AS sources, min(s.id) AS example
ORDER BY sources DESC, statements DESC, v.id
LIMIT $limit
MATCH (s:Statement {id: example})
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
RETURN v.date AS date, x.name AS subject, v.predicate AS predicate, y.name AS object, sources, statements, v.id AS event
ORDER BY sources DESC, statements DESC, event
LIMIT $limit
