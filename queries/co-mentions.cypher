// title: Co-mentions
// question: Who is named in the same bulletins as this entity, whether or not a statement links them?
// parameters:
//   entity: { type: entity, example: "Japan", meaning: "Named together with it" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First day of publication" }
//   until: { type: date, default: null, example: "2025", meaning: "Last day of publication" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   other: { type: text, meaning: "Who is named beside it" }
//   type: { type: text, meaning: "Entity type" }
//   bulletins: { type: integer, meaning: "Bulletins that name both" }
//   share: { type: number, meaning: "Part of the bulletins with the entity, 0 to 1" }
//   linked: { type: boolean, meaning: "Whether a statement links the two" }
//   other_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: other, y: bulletins }
// evidence: { none: "rows count bulletins that name both; where linked is true, pair-timeline gives the statements" }
MATCH (e:Entity {id: $entity})<-[:MENTIONS]-(b:Bulletin)
WHERE ($from IS NULL OR b.publishedAt >= $from) AND ($until IS NULL OR b.publishedAt <= $until + '~')
WITH collect(b) AS named
WITH named, size(named) AS total
UNWIND named AS b
MATCH (b)-[:MENTIONS]->(o:Entity)
WHERE o.id <> $entity
WITH o, total, count(b) AS bulletins
ORDER BY bulletins DESC, o.id
LIMIT $limit
OPTIONAL MATCH (o)-[r]-(e:Entity {id: $entity})
RETURN o.name AS other, o.type AS type, bulletins, toFloat(bulletins) / total AS share, count(r) > 0 AS linked,
  o.id AS other_id
ORDER BY bulletins DESC, other_id
LIMIT $limit
