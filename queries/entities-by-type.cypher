// title: Entities by type
// question: How many entities of each type are there, and how much is said of them?
// parameters:
//   limit: { type: integer, default: 20, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   type: { type: text, meaning: "Entity type" }
//   entities: { type: integer, meaning: "Entities" }
//   in_several_bulletins: { type: integer, meaning: "of these, named in two bulletins or more" }
//   mentions: { type: integer, meaning: "Times they are named" }
// chart: { kind: bar, x: type, y: entities }
// evidence: { none: "rows count entities and mentions; entities names them" }
MATCH (e:Entity)
RETURN e.type AS type, count(e) AS entities,
  coalesce(sum(CASE WHEN e.bulletins > 1 THEN 1 ELSE 0 END), 0) AS in_several_bulletins,
  coalesce(sum(e.mentions), 0) AS mentions
ORDER BY entities DESC, type
LIMIT $limit
