// title: Review candidates
// question: Which named entities share words of their names and somebody whom both deal with, so that a person should look whether they are one?
// parameters:
//   type: { type: text, default: null, example: "Person", meaning: "Only Person, Organization, Facility or Agreement" }
//   borne_by: { type: integer, default: 12, min: 2, max: 60, example: 5, meaning: "A word counts if at most so many names have it" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One entity" }
//   other: { type: text, meaning: "The one that may be it" }
//   type: { type: text, meaning: "Entity type of both" }
//   words: { type: list, meaning: "Words of four letters or more that both names have" }
//   shared: { type: integer, meaning: "Entities that both have a relation with" }
//   one_bulletins: { type: integer, meaning: "Bulletins that mention the one" }
//   other_bulletins: { type: integer, meaning: "Bulletins that mention the other" }
//   one_id: { type: id, meaning: "Entity" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: table }
// evidence:
//   cypher: |
//     MATCH (e:Entity)<-[:SUBJECT|OBJECT]-(s:Statement)
//     WHERE e.id IN [$row_one_id, $row_other_id]
MATCH (e:Entity)
WHERE e.type IN ['Person', 'Organization', 'Facility', 'Agreement'] AND ($type IS NULL OR e.type = $type)
  AND size(split(e.id, ':')) = 2
UNWIND split(toLower(e.name), ' ') AS word
WITH e.type AS type, word, e.id AS id
WHERE size(word) > 3
WITH type, word, collect(DISTINCT id) AS ids
WHERE size(ids) > 1 AND size(ids) <= $borne_by
UNWIND ids AS x
UNWIND ids AS y
WITH type, x, y, word
WHERE x < y
WITH type, x, y, word
ORDER BY word
WITH type, x, y, collect(DISTINCT word) AS words
MATCH (a:Entity {id: x})
MATCH (b:Entity {id: y})
MATCH (a)-[r]-(n:Entity)
MATCH (n)-[q]-(b)
WITH type, x, y, words, a.name AS one, b.name AS other, a.bulletins AS one_bulletins, b.bulletins AS other_bulletins,
  count(DISTINCT n.id) AS shared
WITH type, x, y, words, one, other, one_bulletins, other_bulletins, shared,
  CASE WHEN size(words) > 1 OR size(split(one, ' ')) = 1 OR size(split(other, ' ')) = 1 THEN 1 ELSE 0 END AS alike
WHERE alike = 1
OPTIONAL MATCH (j:Judgement)
WHERE j.decision = 'not-same' AND ((j.one = x AND j.other = y) OR (j.one = y AND j.other = x))
OPTIONAL MATCH (u:Judgement)
WHERE u.undoes = j.sequence
WITH type, x, y, words, one, other, one_bulletins, other_bulletins, shared,
  count(DISTINCT j.id) - count(DISTINCT u.undoes) AS apart
WHERE apart = 0
RETURN one, other, type, words, shared, one_bulletins, other_bulletins, x AS one_id, y AS other_id
ORDER BY size(words) DESC, shared DESC, one_id, other_id
LIMIT $limit
