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
WITH a, collect(DISTINCT b.id) AS ids
WHERE size(ids) > 1
MATCH (a)-[r]-(b:Entity)
WHERE r.quadClass IN [3, 4] AND r.affirmed > 0 AND b.id IN ids
WITH a, ids, b, coalesce(sum(r.affirmed), 0) AS ab
MATCH (b)-[q]-(c:Entity)
WHERE q.quadClass IN [3, 4] AND q.affirmed > 0 AND b.id < c.id AND c.id IN ids
WITH a, b, c, ab, coalesce(sum(q.affirmed), 0) AS bc
MATCH (a)-[t]-(c)
WHERE t.quadClass IN [3, 4] AND t.affirmed > 0
WITH a, b, c, ab, bc, coalesce(sum(t.affirmed), 0) AS ac
RETURN a.name AS one, b.name AS two, c.name AS three,
  CASE WHEN ab <= bc AND ab <= ac THEN ab WHEN bc <= ac THEN bc ELSE ac END AS weakest, ab + bc + ac AS statements,
  a.id AS one_id, b.id AS two_id, c.id AS three_id
ORDER BY weakest DESC, statements DESC, one_id, two_id, three_id
LIMIT $limit
