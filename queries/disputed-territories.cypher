// title: Disputed territories
// question: Which places are disputed, claimed, or held by several, and by whom?
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
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity {id: $row_actor_id})-[r]->(b:Entity {id: $row_place_id})
//     WHERE type(r) = $row_predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (d:Entity)-[c:DISPUTES|CLAIMS|CONTROLS|OCCUPIED]->(p:Entity)
WHERE p.type IN ['Place', 'Facility', 'Country']
WITH p, count(DISTINCT d.id) AS actors,
  coalesce(sum(CASE WHEN type(c) IN ['DISPUTES', 'CLAIMS'] THEN 1 ELSE 0 END), 0) AS claims
WHERE claims > 0 OR actors > 1
MATCH (a:Entity)-[r:DISPUTES|CLAIMS|CONTROLS|OCCUPIED]->(p)
RETURN p.name AS place, a.name AS actor, type(r) AS predicate, r.statements AS statements, r.negated AS negated,
  r.sources AS sources, r.first AS first, r.last AS last, p.id AS place_id, a.id AS actor_id
ORDER BY place, place_id, predicate, statements DESC, actor_id
LIMIT $limit
