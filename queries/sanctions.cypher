// title: Sanctions by sender and target
// question: Who sanctioned whom, how often, and is it also denied, planned or threatened?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   sender: { type: text, meaning: "Who imposes" }
//   target: { type: text, meaning: "On whom" }
//   imposed: { type: integer, meaning: "Statements of sanctions that are in force or were" }
//   announced: { type: integer, meaning: "Statements of sanctions planned, possible, demanded, threatened or cancelled" }
//   negated: { type: integer, meaning: "Statements that there were none" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   sender_id: { type: id, meaning: "Entity" }
//   target_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: sender_id, target: target_id, y: imposed }
// evidence:
//   cypher: |
//     MATCH (a:Entity {id: $row_sender_id})<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(t:Entity {id: $row_target_id})
//     WHERE s.predicate = 'SANCTIONED'
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement {predicate: 'SANCTIONED'})
WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:OBJECT]->(t:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
WITH a, t, s, b,
  CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END AS denied,
  CASE WHEN s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing'] THEN 1 ELSE 0 END AS done
RETURN a.name AS sender, t.name AS target, coalesce(sum(done), 0) AS imposed,
  coalesce(sum(1 - denied - done), 0) AS announced,
  coalesce(sum(denied), 0) AS negated, count(DISTINCT b.source) AS sources, min(s.date) AS first, max(s.date) AS last,
  a.id AS sender_id, t.id AS target_id
ORDER BY imposed DESC, announced DESC, sender_id, target_id
LIMIT $limit
