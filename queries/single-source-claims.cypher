// title: Single-source claims
// question: Which relations does only one source state, the latest first?
// parameters:
//   predicate: { type: predicate, default: null, example: "ACCUSED", meaning: "Only this relation; without it all but offices and relations without a class" }
//   source: { type: text, default: null, example: "Coast Radio", meaning: "Only from this source" }
//   conflict: { type: boolean, default: false, example: true, meaning: "Only relations of conflict (quad classes 3 and 4)" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   subject: { type: text, meaning: "Who acts" }
//   predicate: { type: text, meaning: "What is stated" }
//   object: { type: text, meaning: "Towards whom" }
//   source: { type: text, meaning: "The one source; empty where its bulletins name none" }
//   statements: { type: integer, meaning: "Statements that say so" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   confidence: { type: number, meaning: "Highest of its statements, 0 to 1" }
//   subject_id: { type: id, meaning: "Entity" }
//   object_id: { type: id, meaning: "Entity" }
// chart: { kind: table }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (a:Entity {id: $row_subject_id})-[r]->(b:Entity {id: $row_object_id})
//     WHERE type(r) = $row_predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sources <= 1
  AND (($predicate IS NULL AND NOT type(r) IN ['REPRESENTS', 'RELATED_TO']) OR type(r) = $predicate)
  AND ($source IS NULL OR $source IN r.sourceNames) AND (NOT $conflict OR r.quadClass IN [3, 4])
RETURN a.name AS subject, type(r) AS predicate, b.name AS object, r.sourceNames[0] AS source,
  r.statements AS statements, r.negated AS negated, r.first AS first, r.last AS last, r.confidence AS confidence,
  a.id AS subject_id, b.id AS object_id
ORDER BY coalesce(r.last, '') DESC, subject_id, predicate, object_id
LIMIT $limit
