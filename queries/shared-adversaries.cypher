// title: Shared adversaries
// question: Who is in conflict with the same actors as this one?
// parameters:
//   actor: { type: entity, example: "China", meaning: "Whose adversaries" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   other: { type: text, meaning: "Who has adversaries in common with the actor" }
//   shared: { type: integer, meaning: "Adversaries in common" }
//   adversaries: { type: list, meaning: "Their names" }
//   at_odds: { type: boolean, meaning: "Whether the two are in conflict with each other too" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: other, y: shared }
// evidence:
//   cypher: |
//     MATCH (e:Entity {id: $actor})-[r]-(f:Entity)
//     WHERE r.quadClass IN [3, 4] AND r.affirmed > 0 AND f.id <> $row_other_id
//     WITH DISTINCT f
//     MATCH (f)-[q]-(o:Entity {id: $row_other_id})
//     WHERE q.quadClass IN [3, 4] AND q.affirmed > 0
//     WITH DISTINCT f
//     MATCH (f)-[t]-(p:Entity)
//     WHERE p.id IN [$actor, $row_other_id] AND t.quadClass IN [3, 4]
//     MATCH (s:Statement {edge: t.id})
//     WHERE s.polarity = 'affirmed'
MATCH (e:Entity {id: $actor})-[r]-(f:Entity)
WHERE r.quadClass IN [3, 4] AND r.affirmed > 0 AND f.id <> $actor
WITH DISTINCT f
MATCH (f)-[q]-(o:Entity)
WHERE q.quadClass IN [3, 4] AND q.affirmed > 0 AND o.id <> $actor
WITH DISTINCT o, f
ORDER BY f.name, f.id
WITH o, count(f) AS shared, collect(f.name) AS adversaries
OPTIONAL MATCH (o)-[d]-(e:Entity {id: $actor})
WHERE d.quadClass IN [3, 4] AND d.affirmed > 0
RETURN o.name AS other, shared, adversaries, count(d) > 0 AS at_odds, o.id AS other_id
ORDER BY shared DESC, other_id
LIMIT $limit
