// title: Predicates in use
// question: Which relations are stated how often, with which polarity, status and mean confidence?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   predicate: { type: text, meaning: "What is stated" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   announced: { type: integer, meaning: "of these planned, possible, demanded, threatened or cancelled" }
//   attributed: { type: integer, meaning: "of these, said by someone" }
//   undated: { type: integer, meaning: "of these without a date" }
//   confidence: { type: number, meaning: "Mean confidence, 0 to 1" }
// chart: { kind: bar, x: predicate, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (s:Statement {predicate: $row_predicate})
//     WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement)
WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
OPTIONAL MATCH (s)-[:SAID_BY]->(h:Entity)
RETURN s.predicate AS predicate, count(s) AS statements,
  coalesce(sum(CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END), 0) AS negated,
  coalesce(sum(CASE WHEN s.status IN ['occurred', 'ongoing'] THEN 0 ELSE 1 END), 0) AS announced,
  count(h.id) AS attributed, coalesce(sum(CASE WHEN s.date IS NULL THEN 1 ELSE 0 END), 0) AS undated,
  avg(s.confidence) AS confidence
ORDER BY statements DESC, predicate
LIMIT $limit
