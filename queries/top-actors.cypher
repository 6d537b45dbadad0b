// title: Top actors
// question: Which actors do most statements speak about, as the one who acts and as the one acted upon?
// parameters:
//   type: { type: text, default: null, example: "Person", meaning: "Only Person, Country, Organization, Place, Facility, Group or Agreement" }
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 25, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   actor: { type: text, meaning: "Name" }
//   type: { type: text, meaning: "Entity type" }
//   statements: { type: integer, meaning: "Statements with this subject or object" }
//   acting: { type: integer, meaning: "of these, as subject" }
//   acted_upon: { type: integer, meaning: "of these, as object" }
//   actor_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: actor, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (e:Entity {id: $row_actor_id})<-[:SUBJECT|OBJECT]-(s:Statement)
//     WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (e:Entity)<-[r:SUBJECT|OBJECT]-(s:Statement)
WHERE ($type IS NULL OR e.type = $type)
  AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
WITH e, s.id AS statement,
  CASE WHEN type(r) = 'SUBJECT' THEN 1 ELSE 0 END AS subject,
  CASE WHEN type(r) = 'OBJECT' THEN 1 ELSE 0 END AS object
RETURN e.name AS actor, e.type AS type, count(DISTINCT statement) AS statements, coalesce(sum(subject), 0) AS acting,
  coalesce(sum(object), 0) AS acted_upon, e.id AS actor_id
ORDER BY statements DESC, actor_id
LIMIT $limit
