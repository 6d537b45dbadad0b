// title: Visits and hosts
// question: Who visited whom or where, and who received whom?
// parameters:
//   guest: { type: entity, default: null, example: "José Álvarez", meaning: "Only visits by this actor" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When, as stated" }
//   guest: { type: text, meaning: "Who travelled" }
//   host: { type: text, meaning: "Where to, or who received" }
//   predicate: { type: text, meaning: "VISITED, or HOSTED where the host is the one who acts" }
//   polarity: { type: text, meaning: "affirmed or negated" }
//   status: { type: text, meaning: "occurred, planned, cancelled, ..." }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   guest_id: { type: id, meaning: "Entity" }
//   host_id: { type: id, meaning: "Entity" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: timeline, x: date, label: guest }
// evidence: { columns: [statement] }
MATCH (s:Statement)
WHERE s.predicate IN ['VISITED', 'HOSTED']
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(x:Entity)
MATCH (s)-[:OBJECT]->(y:Entity)
WITH s,
  CASE WHEN s.predicate = 'HOSTED' THEN y.id ELSE x.id END AS guest_id,
  CASE WHEN s.predicate = 'HOSTED' THEN y.name ELSE x.name END AS guest,
  CASE WHEN s.predicate = 'HOSTED' THEN x.id ELSE y.id END AS host_id,
  CASE WHEN s.predicate = 'HOSTED' THEN x.name ELSE y.name END AS host
WHERE $guest IS NULL OR guest_id = $guest
MATCH (s)-[:FROM]->(b:Bulletin)
RETURN s.date AS date, guest, host, s.predicate AS predicate, s.polarity AS polarity, s.status AS status,
  b.source AS source, s.sentence AS sentence, guest_id, host_id, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, '') DESC, statement
LIMIT $limit
