// title: Corroborated claims
// question: Which relations do most sources state?
// parameters:
//   at_least: { type: integer, default: 2, min: 1, max: 10000, example: 2, meaning: "Fewest sources" }
//   predicate: { type: predicate, default: null, example: "MET", meaning: "Only this relation; without it all but offices and relations without a class" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   sources: { type: integer, meaning: "Different sources" }
//   source_names: { type: list, meaning: "Their names" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   subject_id: { type: id, meaning: "Entity" }
//   object_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: subject_id, target: object_id, label: predicate, y: sources }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity {id: $row_subject_id})-[r]->(b:Entity {id: $row_object_id})
//     WHERE type(r) = $row_predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sources >= $at_least
  AND (($predicate IS NULL AND NOT type(r) IN ['REPRESENTS', 'RELATED_TO']) OR type(r) = $predicate)
RETURN a.name AS subject, type(r) AS predicate, b.name AS object,
  r.sources AS sources, r.sourceNames AS source_names, r.statements AS statements, r.negated AS negated,
  r.first AS first, r.last AS last, a.id AS subject_id, b.id AS object_id
ORDER BY sources DESC, statements DESC, subject_id, predicate, object_id
LIMIT $limit
