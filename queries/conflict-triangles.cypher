// title: Triangles of conflict
// question: Which three actors are each in conflict with the other two?
// parameters:
//   type: { type: text, default: null, example: "Country", meaning: "Only Person, Country, Organization or Group" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One actor" }
//   two: { type: text, meaning: "Another" }
//   three: { type: text, meaning: "The third" }
//   weakest: { type: integer, meaning: "Affirmed statements on the side of the triangle that has fewest" }
//   statements: { type: integer, meaning: "Affirmed statements on its three sides" }
//   one_id: { type: id, meaning: "Entity" }
//   two_id: { type: id, meaning: "Entity" }
//   three_id: { type: id, meaning: "Entity" }
// chart: { kind: table }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (e:Entity)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(f:Entity)
//     WHERE e.id IN [$row_one_id, $row_two_id, $row_three_id] AND f.id IN [$row_one_id, $row_two_id, $row_three_id]
//       AND e.id <> f.id AND s.polarity = 'affirmed'
//     MATCH (e)-[r]-(f)
//     WHERE r.id = s.edge AND r.quadClass IN [3, 4]
MATCH (a:Entity)-[r]-(b:Entity)
WHERE r.quadClass IN [3, 4] AND r.affirmed > 0 AND a.id < b.id AND ($type IS NULL OR (a.type = $type AND b.type = $type))
WITH a, b.id AS other, coalesce(sum(r.affirmed), 0) AS weight
WITH a, collect({id: other, statements: weight}) AS sides, collect(other) AS ids
WHERE size(ids) > 1
UNWIND sides AS side
MATCH (b:Entity {id: side.id})-[q]-(c:Entity)
WHERE q.quadClass IN [3, 4] AND q.affirmed > 0 AND b.id < c.id AND c.id IN ids
WITH a, b, c, side.statements AS ab, q.affirmed AS part, [s IN sides WHERE s.id = c.id | s.statements] AS closing
WITH a, b, c, ab, closing[0] AS ac, coalesce(sum(part), 0) AS bc
RETURN a.name AS one, b.name AS two, c.name AS three,
  CASE WHEN ab <= bc AND ab <= ac THEN ab WHEN bc <= ac THEN bc ELSE ac END AS weakest, ab + bc + ac AS statements,
  a.id AS one_id, b.id AS two_id, c.id AS three_id
ORDER BY weakest DESC, statements DESC, one_id, two_id, three_id
LIMIT $limit
