// title: New relations
// question: Which relations appear for the first time since a date, and had the two dealt with each other before?
// parameters:
//   since: { type: date, example: "2025-03", meaning: "First date of the relation; relations of which no statement has a date are left out" }
//   type: { type: text, default: null, example: "Country", meaning: "Only between entities of this type" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, meaning: "Earliest date" }
//   earlier_relations: { type: integer, meaning: "Other relations between the two with an earlier date" }
//   known_since: { type: date, nullable: true, meaning: "Earliest date of those" }
//   subject_id: { type: id, meaning: "Entity" }
//   object_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: subject_id, target: object_id, label: predicate, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity {id: $row_subject_id})-[r]->(b:Entity {id: $row_object_id})
//     WHERE type(r) = $row_predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.first >= $since AND type(r) <> 'RELATED_TO'
  AND ($type IS NULL OR (a.type = $type AND b.type = $type))
OPTIONAL MATCH (a)-[o]-(b)
WHERE o.first < $since
RETURN a.name AS subject, type(r) AS predicate, b.name AS object, r.statements AS statements, r.sources AS sources,
  r.first AS first, count(o) AS earlier_relations, min(o.first) AS known_since, a.id AS subject_id, b.id AS object_id
ORDER BY statements DESC, first, subject_id, predicate, object_id
LIMIT $limit
