// title: Arrests, trials and releases
// question: Who detains, charges, sentences or releases whom?
// parameters:
//   actor: { type: entity, default: null, example: "Japan", meaning: "Only with this actor on either side" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When, as stated" }
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "DETAINED, SUED, SENTENCED or RELEASED" }
//   object: { type: text, meaning: "Towards whom" }
//   polarity: { type: text, meaning: "affirmed or negated" }
//   status: { type: text, meaning: "occurred, planned, possible, ..." }
//   said_by: { type: text, nullable: true, meaning: "Who says it; empty where the bulletin itself does" }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   subject_id: { type: id, meaning: "Entity" }
//   object_id: { type: id, meaning: "Entity" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: timeline, x: date, label: predicate }
// evidence: { columns: [statement] }
MATCH (s:Statement)
WHERE s.predicate IN ['DETAINED', 'SUED', 'SENTENCED', 'RELEASED']
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
WHERE $actor IS NULL OR x.id = $actor OR y.id = $actor
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:SAID_BY]->(h:Entity)
RETURN s.date AS date, x.name AS subject, s.predicate AS predicate, y.name AS object, s.polarity AS polarity,
  s.status AS status, h.name AS said_by, b.source AS source, s.sentence AS sentence, x.id AS subject_id,
  y.id AS object_id, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, '') DESC, statement
LIMIT $limit
