// title: Accusations and denials
// question: Who accuses whom, and does the accused deny, to the accuser or at all?
// parameters:
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   accuser: { type: text, meaning: "Who accuses" }
//   accused: { type: text, meaning: "Who is accused" }
//   accusations: { type: integer, meaning: "Statements that say so" }
//   sources: { type: integer, meaning: "Different sources among them" }
//   first: { type: date, nullable: true, meaning: "Earliest date" }
//   last: { type: date, nullable: true, meaning: "Latest date" }
//   denials_to_accuser: { type: integer, meaning: "Denials by the accused that name the accuser" }
//   denials: { type: integer, meaning: "All denials by the accused, whoever they answer" }
//   accuser_id: { type: id, meaning: "Entity" }
//   accused_id: { type: id, meaning: "Entity" }
// chart: { kind: graph, source: accuser_id, target: accused_id, y: accusations }
// evidence:
//   total: accusations
//   cypher: |
//     MATCH (a:Entity {id: $row_accuser_id})-[r:ACCUSED]->(b:Entity {id: $row_accused_id})
//     MATCH (s:Statement {edge: r.id})
//     WHERE s.polarity = 'affirmed'
MATCH (a:Entity)-[r:ACCUSED]->(b:Entity)
WHERE r.affirmed > 0
OPTIONAL MATCH (b)-[d:DENIED]->(a)
WITH a, b, r, coalesce(d.statements, 0) AS denials_to_accuser
OPTIONAL MATCH (b)<-[:SUBJECT]-(s:Statement)
WHERE s.predicate = 'DENIED'
RETURN a.name AS accuser, b.name AS accused, r.affirmed AS accusations, r.sources AS sources, r.first AS first,
  r.last AS last, denials_to_accuser, count(s.id) AS denials, a.id AS accuser_id, b.id AS accused_id
ORDER BY accusations DESC, accuser_id, accused_id
LIMIT $limit
