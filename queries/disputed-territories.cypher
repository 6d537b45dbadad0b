// title: Disputed territories
// question: Which places are disputed or claimed, by whom, and who controls or occupies them?
// parameters:
//   limit: { type: integer, default: 200, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   place: { type: text, meaning: "The place" }
//   actor: { type: text, meaning: "Who disputes, claims, controls or occupies it" }
//   predicate: { type: text, meaning: "DISPUTES, CLAIMS, CONTROLS or OCCUPIED" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   place_id: { type: id, meaning: "Entity" }
//   actor_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: actor_id, target: place_id, label: predicate, y: statements }
MATCH (d:Entity)-[:DISPUTES|CLAIMS]->(p:Entity)
WHERE p.type IN ['Place', 'Facility']
WITH DISTINCT p
MATCH (a:Entity)-[r:DISPUTES|CLAIMS|CONTROLS|OCCUPIED]->(p)
RETURN p.name AS place, a.name AS actor, type(r) AS predicate, r.statements AS statements, r.negated AS negated,
  r.sources AS sources, r.first AS first, r.last AS last, p.id AS place_id, a.id AS actor_id
ORDER BY place, place_id, predicate, statements DESC, actor_id
LIMIT $limit
