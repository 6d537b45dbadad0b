// title: Bridges
// question: Which of the leading actors link others that have no relation of their own?
// parameters:
//   actors: { type: integer, default: 40, min: 3, max: 100, example: 10, meaning: "How many leading actors are looked at, those with most statements" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   actor: { type: text, meaning: "Who links" }
//   open_pairs: { type: integer, meaning: "Pairs of leading actors that both deal with it and not with each other" }
//   contacts: { type: integer, meaning: "Leading actors that it deals with" }
//   openness: { type: number, meaning: "Part of the pairs of its contacts that are open, 0 to 1" }
//   actor_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: actor, y: open_pairs }
// evidence:
//   cypher: |
//     MATCH (x:Entity)-[q]->(y:Entity)
//     WHERE x.type IN ['Person', 'Country', 'Organization', 'Group'] AND y.type IN ['Person', 'Country', 'Organization', 'Group']
//     WITH q, [x, y] AS ends
//     UNWIND ends AS e
//     WITH e.id AS id, coalesce(sum(q.statements), 0) AS weight
//     ORDER BY weight DESC, id
//     LIMIT $actors
//     WITH collect(id) AS ids
//     MATCH (a:Entity {id: $row_actor_id})-[r]-(c:Entity)
//     WHERE c.id IN ids AND c.id <> a.id
//     MATCH (s:Statement {edge: r.id})
MATCH (e:Entity)-[r]-(f:Entity)
WHERE e.type IN ['Person', 'Country', 'Organization', 'Group'] AND f.type IN ['Person', 'Country', 'Organization', 'Group']
WITH e.id AS id, coalesce(sum(r.statements), 0) AS weight
ORDER BY weight DESC, id
LIMIT $actors
WITH collect(id) AS ids
UNWIND ids AS id
MATCH (e:Entity {id: id})-[r]-(c:Entity)
WHERE c.id IN ids AND c.id <> id
WITH e.name AS name, id, collect(DISTINCT c.id) AS contacts
WITH collect({name: name, id: id, contacts: contacts}) AS actors
UNWIND actors AS one
UNWIND actors AS other
WITH one, other
WHERE other.id IN one['contacts']
WITH one.name AS actor, one.id AS actor_id, size(one['contacts']) AS contacts, size([x IN other['contacts'] WHERE x IN one['contacts']]) AS linked
WITH actor, actor_id, contacts, coalesce(sum(linked), 0) / 2 AS closed_pairs
WHERE contacts > 1
RETURN actor, contacts * (contacts - 1) / 2 - closed_pairs AS open_pairs, contacts,
  1.0 - toFloat(closed_pairs) * 2 / (contacts * (contacts - 1)) AS openness, actor_id
ORDER BY open_pairs DESC, actor_id
LIMIT $limit
