// title: Common contacts
// question: Which third actors deal with both of two actors?
// parameters:
//   one: { type: entity, example: "Takeshi Iwaya", meaning: "One actor" }
//   other: { type: entity, example: "United States", meaning: "The other actor" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   contact: { type: text, meaning: "Who deals with both" }
//   type: { type: text, meaning: "Entity type" }
//   with_one: { type: integer, meaning: "Statements with the one" }
//   with_other: { type: integer, meaning: "Statements with the other" }
//   contact_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: contact, y: with_one }
// evidence:
//   cypher: |
//     MATCH (c:Entity {id: $row_contact_id})-[r]-(e:Entity)
//     WHERE e.id IN [$one, $other]
//     MATCH (s:Statement {edge: r.id})
MATCH (a:Entity {id: $one})-[r]-(c:Entity)
WHERE c.id <> $one AND c.id <> $other
WITH c, coalesce(sum(r.statements), 0) AS with_one
MATCH (c)-[q]-(b:Entity {id: $other})
WITH c, with_one, coalesce(sum(q.statements), 0) AS with_other
RETURN c.name AS contact, c.type AS type, with_one, with_other, c.id AS contact_id
ORDER BY CASE WHEN with_one < with_other THEN with_one ELSE with_other END DESC, with_one + with_other DESC, contact_id
LIMIT $limit
