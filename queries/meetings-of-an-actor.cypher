// title: Meetings of an actor
// question: Whom did this actor meet, talk to or negotiate with, and in which words is it reported?
// parameters:
//   actor: { type: entity, example: "Wang Yi", meaning: "Whose meetings" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   date: { type: date, nullable: true, meaning: "When, as stated" }
//   predicate: { type: text, meaning: "MET, SPOKE_WITH or NEGOTIATED_WITH" }
//   other: { type: text, meaning: "The other side" }
//   place: { type: text, nullable: true, meaning: "Where, if said" }
//   polarity: { type: text, meaning: "affirmed, or negated: said not to have happened" }
//   status: { type: text, meaning: "occurred, planned, possible, ..." }
//   source: { type: text, nullable: true, meaning: "Who published it" }
//   sentence: { type: text, meaning: "The sentence that it was read from" }
//   statement: { type: id, meaning: "Statement" }
// chart: { kind: timeline, x: date, label: other }
// evidence: { columns: [statement] }
MATCH (e:Entity {id: $actor})<-[:SUBJECT|OBJECT]-(s:Statement)-[:SUBJECT|OBJECT]->(o:Entity)
WHERE s.predicate IN ['MET', 'SPOKE_WITH', 'NEGOTIATED_WITH'] AND o.id <> $actor
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:FROM]->(b:Bulletin)
OPTIONAL MATCH (s)-[:AT_PLACE]->(p:Entity)
RETURN s.date AS date, s.predicate AS predicate, o.name AS other, p.name AS place, s.polarity AS polarity,
  s.status AS status, b.source AS source, s.sentence AS sentence, s.id AS statement
ORDER BY coalesce(s.date, b.publishedAt, '') DESC, statement, other
LIMIT $limit
