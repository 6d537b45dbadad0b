// title: Entities
// question: Which entities are there, of a type or with a text in their name, the most named first?
// parameters:
//   type: { type: text, default: null, example: "Person", meaning: "Only Person, Country, Organization, Place, Facility, Group or Agreement" }
//   name: { type: text, default: null, example: "Wang", meaning: "Only with this in the name, in any case" }
//   limit: { type: integer, default: 100, min: 1, max: 10000, example: 20, meaning: "Most rows" }
// columns:
//   name: { type: text, meaning: "Name" }
//   type: { type: text, meaning: "Entity type" }
//   aliases: { type: list, meaning: "Other names" }
//   bulletins: { type: integer, meaning: "Bulletins that name it" }
//   mentions: { type: integer, meaning: "Times it is named" }
//   id: { type: id, meaning: "Entity" }
// chart: { kind: table }
// evidence: { none: "rows list entities; ego-network and pair-timeline give what is stated of them" }
MATCH (e:Entity)
WHERE ($type IS NULL OR e.type = $type) AND ($name IS NULL OR toLower(e.name) CONTAINS toLower($name))
RETURN e.name AS name, e.type AS type, e.aliases AS aliases, e.bulletins AS bulletins, e.mentions AS mentions, e.id AS id
ORDER BY bulletins DESC, mentions DESC, id
LIMIT $limit
