// title: Coverage by source and month
// question: How many bulletins and statements come from each source in each month?
// parameters:
//   from: { type: date, default: null, example: "2024-12", meaning: "First day of publication" }
//   until: { type: date, default: null, example: "2025", meaning: "Last day of publication" }
//   limit: { type: integer, default: 2000, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   source: { type: text, nullable: true, meaning: "Who published" }
//   month: { type: month, nullable: true, meaning: "Month of publication" }
//   bulletins: { type: integer, meaning: "Bulletins" }
//   statements: { type: integer, meaning: "Statements read from them" }
// chart: { kind: line, x: month, y: bulletins, series: source }
// evidence: { none: "rows count bulletins; the other queries give the statements read from them" }
MATCH (b:Bulletin)
WHERE ($from IS NULL OR b.publishedAt >= $from) AND ($until IS NULL OR b.publishedAt <= $until + '~')
OPTIONAL MATCH (b)<-[:FROM]-(s:Statement)
RETURN b.source AS source, substring(b.publishedAt, 0, 7) AS month, count(DISTINCT b.id) AS bulletins,
  count(s.id) AS statements
ORDER BY coalesce(month, ''), coalesce(source, '')
LIMIT $limit
