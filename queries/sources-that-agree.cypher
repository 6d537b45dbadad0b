// title: Sources that agree
// question: Which two sources state the same relations, offices and relations without a class aside, and how many of those are disputed?
// parameters:
//   at_least: { type: integer, default: 2, min: 1, max: 10000, example: 1, meaning: "Fewest relations in common" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   one: { type: text, meaning: "One source" }
//   other: { type: text, meaning: "Another source" }
//   relations: { type: integer, meaning: "Relations of which both have statements" }
//   disputed: { type: integer, meaning: "of these, both affirmed and negated by someone" }
//   statements: { type: integer, meaning: "Statements of the two sources about them" }
// chart: { kind: table }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity)-[r]->(o:Entity)
//     WHERE $row_one IN r.sourceNames AND $row_other IN r.sourceNames AND NOT type(r) IN ['REPRESENTS', 'RELATED_TO']
//     MATCH (s:Statement {edge: r.id})
//     MATCH (s)-[:FROM]->(b:Bulletin)
//     WHERE b.source IN [$row_one, $row_other]
MATCH (a:Entity)-[r]->(o:Entity)
WHERE r.sources > 1 AND NOT type(r) IN ['REPRESENTS', 'RELATED_TO']
UNWIND r.sourceNames AS one
UNWIND r.sourceNames AS other
WITH r, one, other
WHERE one < other AND one <> ''
WITH one, other, count(r) AS relations, collect(r.id) AS edges,
  coalesce(sum(CASE WHEN r.affirmed > 0 AND r.negated > 0 THEN 1 ELSE 0 END), 0) AS disputed
WHERE relations >= $at_least
UNWIND edges AS edge
MATCH (s:Statement {edge: edge})
MATCH (s)-[:FROM]->(b:Bulletin)
WHERE b.source = one OR b.source = other
RETURN one, other, relations, disputed, count(s) AS statements
ORDER BY relations DESC, one, other
LIMIT $limit
