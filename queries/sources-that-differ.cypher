// title: Sources that differ
// question: Which relations does one source affirm and another negate?
// parameters:
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   affirmed_by: { type: list, meaning: "Sources with statements that it is so" }
//   negated_by: { type: list, meaning: "Sources with statements that it is not so" }
//   affirmed: { type: integer, meaning: "Statements that it is so" }
//   negated: { type: integer, meaning: "Statements that it is not so" }
//   subject_id: { type: id, meaning: "Entity" }
//   object_id: { type: id, meaning: "Entity" }
// chart: { kind: table }
// evidence:
//   cypher: |
//     MATCH (a:Entity {id: $row_subject_id})-[r]->(b:Entity {id: $row_object_id})
//     WHERE type(r) = $row_predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (n:Statement)
WHERE n.polarity = 'negated' AND n.edge IS NOT NULL AND n.predicate <> 'RELATED_TO'
WITH DISTINCT n.edge AS edge
MATCH (s:Statement {edge: edge})
MATCH (s)-[:FROM]->(b:Bulletin)
WITH edge, s, coalesce(b.source, '') AS source
ORDER BY source
WITH edge, collect(DISTINCT CASE WHEN s.polarity = 'affirmed' THEN source ELSE null END) AS affirmed_by,
  collect(DISTINCT CASE WHEN s.polarity = 'negated' THEN source ELSE null END) AS negated_by,
  coalesce(sum(CASE WHEN s.polarity = 'affirmed' THEN 1 ELSE 0 END), 0) AS affirmed,
  coalesce(sum(CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END), 0) AS negated
WHERE any(source IN affirmed_by WHERE NOT source IN negated_by) AND size(negated_by) > 0
MATCH (a:Entity)-[r]->(o:Entity)
WHERE r.id = edge
RETURN a.name AS subject, type(r) AS predicate, o.name AS object, affirmed_by, negated_by, affirmed, negated,
  a.id AS subject_id, o.id AS object_id
ORDER BY affirmed + negated DESC, subject_id, predicate, object_id
LIMIT $limit
