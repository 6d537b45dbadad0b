// title: Ego network
// question: Whom is this actor directly linked to, and how are those linked among themselves?
// parameters:
//   actor: { type: entity, example: "Japan", meaning: "The centre" }
//   neighbours: { type: integer, default: 30, min: 1, max: 200, example: 10, meaning: "Most neighbours, those with most statements" }
//   limit: { type: integer, default: 2000, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   source: { type: text, meaning: "From" }
//   predicate: { type: text, meaning: "What is stated" }
//   target: { type: text, meaning: "To" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   source_id: { type: id, meaning: "Entity" }
//   target_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: source_id, target: target_id, label: predicate, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity {id: $row_source_id})-[r]->(b:Entity {id: $row_target_id})
//     WHERE type(r) = $row_predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (e:Entity {id: $actor})-[r]-(n:Entity)
WHERE n.id <> $actor
WITH n.id AS id, coalesce(sum(r.statements), 0) AS shared
ORDER BY shared DESC, id
LIMIT $neighbours
WITH collect(id) AS ids
WITH ids + [$actor] AS ids
MATCH (a:Entity)
WHERE a.id IN ids
MATCH (a)-[r]->(b:Entity)
WHERE b.id IN ids AND a.id <> b.id
RETURN a.name AS source, type(r) AS predicate, b.name AS target, r.statements AS statements, r.sources AS sources,
  r.first AS first, r.last AS last, a.id AS source_id, b.id AS target_id
ORDER BY statements DESC, source_id, predicate, target_id
LIMIT $limit
