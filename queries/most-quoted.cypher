// title: Most quoted
// question: To whom do bulletins attribute most claims, and how often does each speaker negate?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First date; statements without a date are left out when given" }
//   until: { type: date, default: null, example: "2025", meaning: "Last date, whole month or year when only that is given" }
//   limit: { type: integer, default: 50, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   speaker: { type: text, meaning: "Who says it" }
//   type: { type: text, meaning: "Entity type" }
//   statements: { type: integer, meaning: "Statements attributed to the speaker" }
//   negated: { type: integer, meaning: "of these, that say it is not so" }
//   about: { type: integer, meaning: "Different actors that they speak about" }
//   sources: { type: integer, meaning: "Different sources" }
//   speaker_id: { type: id, meaning: "Entity" }
// chart: { kind: bar, x: speaker, y: statements }
// evidence:
//   total: statements
//   cypher: |
//     MATCH (h:Entity {id: $row_speaker_id})<-[:SAID_BY]-(s:Statement)
//     WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (h:Entity)<-[:SAID_BY]-(s:Statement)
WHERE ($from IS NULL OR s.date >= $from) AND ($until IS NULL OR s.date <= $until + '~')
MATCH (s)-[:FROM]->(b:Bulletin)
MATCH (s)-[:SUBJECT]->(x:Entity)
RETURN h.name AS speaker, h.type AS type, count(s) AS statements,
  coalesce(sum(CASE WHEN s.polarity = 'negated' THEN 1 ELSE 0 END), 0) AS negated, count(DISTINCT x.id) AS about,
  count(DISTINCT b.source) AS sources, h.id AS speaker_id
ORDER BY statements DESC, speaker_id
LIMIT $limit
