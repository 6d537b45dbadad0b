// title: Paths between two actors
// question: Over which others are two actors linked, by the fewest steps?
// parameters:
//   one: { type: entity, example: "Takeshi Iwaya", meaning: "From" }
//   other: { type: entity, example: "United States", meaning: "To" }
//   limit: { type: integer, default: 20, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   steps: { type: integer, meaning: "Relations on the way, 4 at most" }
//   actors: { type: list, meaning: "Names from one end to the other" }
//   predicates: { type: list, meaning: "What links each to the next, in either direction" }
//   actor_ids: { type: list, meaning: "Entities from one end to the other" }
// chart: { kind: graph, path: actor_ids }
// evidence:
//   cypher: |
//     UNWIND range(0, $row_steps - 1) AS step
//     WITH $row_actor_ids[step] AS one, $row_actor_ids[step + 1] AS other, $row_predicates[step] AS predicate
//     MATCH (a:Entity {id: one})-[r]-(b:Entity {id: other})
//     WHERE type(r) = predicate
//     MATCH (s:Statement {edge: r.id})
MATCH (a:Entity {id: $one}), (b:Entity {id: $other})
MATCH p = allShortestPaths((a)-[:MET|SPOKE_WITH|NEGOTIATED_WITH|VISITED|HOSTED|MEDIATED_BETWEEN|AGREED_WITH|PROMISED|SIGNED_WITH
  |COOPERATED_WITH|SUPPORTED|RECOGNIZED|AIDED|ARMED|EASED_RESTRICTIONS_ON|RELEASED|CONCEDED_TO|WITHDREW_FROM
  |INVESTIGATED|CALLED_ON|CRITICIZED|ACCUSED|COMPLAINED_TO|DENIED|SUED|REJECTED|THREATENED|PROTESTED_AGAINST
  |MOBILIZED_AGAINST|SANCTIONED|CUT_TIES_WITH|DETAINED|EXPELLED|SEIZED|COERCED|ABDUCTED|ATTACKED|KILLED
  |FOUGHT|OCCUPIED|REPRESENTS|MEMBER_OF|PART_OF|LOCATED_IN|CONTROLS|CLAIMS|DISPUTES|ALLIED_WITH|AT_ODDS_WITH
  |SUCCEEDED|APPOINTED|SENTENCED|REMOVED|RESIGNED_FROM|ORDERED|INVITED|APOLOGIZED_TO|DEPLOYED_TO|DEFEATED
  |NATIONAL_OF*1..4]-(b))
WITH length(p) AS steps, [n IN nodes(p) | n.id] AS actor_ids, [n IN nodes(p) | n.name] AS actors,
  [r IN relationships(p) | type(r)] AS predicates
RETURN steps, actors, predicates, actor_ids
ORDER BY steps, actor_ids, predicates
LIMIT $limit
