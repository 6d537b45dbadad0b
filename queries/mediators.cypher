// title: Mediators
// question: Who mediates between whom, and is it done, planned or denied?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   mediator: { type: text, meaning: "Who mediates" }
//   parties: { type: list, meaning: "Between whom, as far as one bulletin names them" }
//   bulletins: { type: integer, meaning: "Bulletins that name this mediator and these parties" }
//   announced: { type: integer, meaning: "of these, that have it planned, possible, demanded or cancelled only" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   sources: { type: integer, meaning: "Different sources" }
//   first: { type: date, nullable: true, meaning: "Earliest date stated, else of publication" }
//   last: { type: date, nullable: true, meaning: "Latest date stated, else of publication" }
//   mediator_id: { type: id, meaning: "Entity" }
//   party_ids: { type: list, meaning: "Entities, in the order of parties" }
// chart: { kind: bar, x: mediator, y: bulletins }
// evidence:
//   cypher: |
//     MATCH (a:Entity {id: $row_mediator_id})<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(p:Entity)
//     WHERE s.predicate = 'MEDIATED_BETWEEN' AND p.id IN $row_party_ids
//       AND ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s:Statement {predicate: 'MEDIATED_BETWEEN'})
WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:OBJECT]->(p:Entity)
MATCH (s)-[:FROM]->(b:Bulletin)
WITH a, p, b, coalesce(s.date, b.publishedAt) AS date,
  CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END AS denied,
  CASE WHEN s.polarity = 'affirmed' AND s.status IN ['occurred', 'ongoing'] THEN 1 ELSE 0 END AS done
ORDER BY p.id
WITH a, b, collect(DISTINCT p.name) AS parties, collect(DISTINCT p.id) AS party_ids, min(date) AS first,
  max(date) AS last, max(denied) AS denied, max(done) AS done
WITH a, b, parties, party_ids, first, last, denied, CASE WHEN done = 0 AND denied = 0 THEN 1 ELSE 0 END AS ahead
RETURN a.name AS mediator, parties, count(DISTINCT b.id) AS bulletins, coalesce(sum(ahead), 0) AS announced,
  coalesce(sum(denied), 0) AS negated, count(DISTINCT b.source) AS sources, min(first) AS first, max(last) AS last,
  a.id AS mediator_id, party_ids
ORDER BY bulletins DESC, size(parties) DESC, mediator_id, party_ids[0]
LIMIT $limit
