// title: Aid and arms
// question: Who gives aid or arms to whom?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who gives" }
//   predicate: { type: text, meaning: "AIDED or ARMED" }
//   object: { type: text, meaning: "Who receives" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   announced: { type: integer, meaning: "of these planned, possible, demanded, threatened or cancelled" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   subject_id: { type: id, meaning: "Entity" }
//   object_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: subject_id, target: object_id, label: predicate, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity {id: $row_subject_id})<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(b:Entity {id: $row_object_id})
//     WHERE s.predicate = $row_predicate
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement)
WHERE s.predicate IN ['AIDED', 'ARMED']
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:OBJECT]->(o:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
WITH a, o, s, b,
  CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END AS denied,
  CASE WHEN s.polarity = 'affirmed' AND NOT s.status IN ['occurred', 'ongoing'] THEN 1 ELSE 0 END AS ahead
RETURN a.name AS subject, s.predicate AS predicate, o.name AS object, count(s) AS statements,
  coalesce(sum(ahead), 0) AS announced, coalesce(sum(denied), 0) AS negated, count(DISTINCT b.source) AS sources,
  min(s.date) AS first, max(s.date) AS last, a.id AS subject_id, o.id AS object_id
ORDER BY statements DESC, subject_id, predicate, object_id
LIMIT $limit
