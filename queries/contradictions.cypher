// title: Contradictions
// question: Which relations are affirmed by some statements and negated by others, and in which words?
// parameters:
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who acts, as the denial has it" }
//   predicate: { type: text, meaning: "What is affirmed and negated" }
//   object: { type: text, meaning: "Towards whom" }
//   affirmed_on: { type: date, nullable: true, meaning: "Date of the affirmation" }
//   affirmed_in: { type: text, nullable: true, meaning: "Its source" }
//   affirmed: { type: text, meaning: "Its sentence" }
//   negated_on: { type: date, nullable: true, meaning: "Date of the negation" }
//   negated_in: { type: text, nullable: true, meaning: "Its source" }
//   negated_by: { type: text, nullable: true, meaning: "Who negates; empty where the bulletin itself does" }
//   negated: { type: text, meaning: "Its sentence" }
//   affirmation: { type: id, meaning: "Statement" }
//   negation: { type: id, meaning: "Statement" }
// chart: { kind: table }
// evidence: { columns: [affirmation, negation] }
MATCH (n:Statement)
WHERE n.polarity = 'negated'
MATCH (y:Statement {edge: n.edge})
WHERE y.polarity = 'affirmed'
MATCH (n)-[:SUBJECT]->(a:Entity)
MATCH (n)-[:OBJECT]->(b:Entity)
MATCH (n)-[:FROM]->(nb:Bulletin)
MATCH (y)-[:FROM]->(yb:Bulletin)
OPTIONAL MATCH (n)-[:SAID_BY]->(h:Entity)
RETURN a.name AS subject, n.predicate AS predicate, b.name AS object,
  y.date AS affirmed_on, yb.source AS affirmed_in, y.sentence AS affirmed,
  n.date AS negated_on, nb.source AS negated_in, h.name AS negated_by, n.sentence AS negated,
  y.id AS affirmation, n.id AS negation
ORDER BY coalesce(n.date, nb.publishedAt, '') DESC, negation, coalesce(y.date, yb.publishedAt, ''), affirmation
LIMIT $limit
