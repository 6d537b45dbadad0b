// title: Contradictions
// question: What is affirmed by some statements and denied by others about the same time, and in which words?
// parameters:
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who acts, as the affirmation has it" }
//   predicate: { type: text, meaning: "What is affirmed and denied" }
//   object: { type: text, meaning: "Towards whom" }
//   affirmed_on: { type: date, nullable: true, meaning: "Date of the affirmation" }
//   affirmed_in: { type: text, nullable: true, meaning: "Its source" }
//   affirmed: { type: text, meaning: "Its sentence" }
//   negated_on: { type: date, nullable: true, meaning: "Date of the negation" }
//   negated_in: { type: text, nullable: true, meaning: "Its source" }
//   negated_by: { type: text, nullable: true, meaning: "Who denies; empty where the bulletin itself does" }
//   negated: { type: text, meaning: "Its sentence" }
//   affirmation: { type: id, meaning: "Statement" }
//   negation: { type: id, meaning: "Statement" }
// chart: { kind: table }
// evidence: { columns: [affirmation, negation] }
MATCH (n:Statement)-[:CONTRADICTS]->(y:Statement)
MATCH (y)-[:SUBJECT]->(a:Entity)
MATCH (y)-[:OBJECT]->(b:Entity)
MATCH (n)-[:SUBJECT]->(d:Entity)
MATCH (n)-[:FROM]->(nb:Bulletin)
MATCH (y)-[:FROM]->(yb:Bulletin)
OPTIONAL MATCH (n)-[:SAID_BY]->(h:Entity)
RETURN a.name AS subject, y.predicate AS predicate, b.name AS object,
  y.date AS affirmed_on, yb.source AS affirmed_in, y.sentence AS affirmed,
  n.date AS negated_on, nb.source AS negated_in,
  CASE WHEN n.predicate = 'DENIED' THEN d.name ELSE h.name END AS negated_by, n.sentence AS negated,
  y.id AS affirmation, n.id AS negation
ORDER BY coalesce(n.date, nb.publishedAt, '') DESC, negation, coalesce(y.date, yb.publishedAt, ''), affirmation
LIMIT $limit
