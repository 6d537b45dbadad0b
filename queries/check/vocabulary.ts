/** Words of Cypher and values of this graph that a mistyped word is compared with. */
import { PREDICATES } from '../../graph/model/predicates.ts';
import { Polarity, Status } from '../../graph/model/vocabulary.ts';

/** Words that may begin a query. */
export const FIRST_WORDS: readonly string[] =
  'MATCH OPTIONAL WITH RETURN UNWIND CALL CREATE MERGE SHOW EXPLAIN PROFILE LOAD USE DROP ALTER FOREACH CYPHER'.split(
    ' ',
  );

/** The more common first: of two that are equally near, the first is suggested. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'MATCH WHERE RETURN WITH ORDER BY LIMIT OPTIONAL UNWIND AS AND OR NOT IN IS NULL DISTINCT DESC ASC SKIP UNION ALL ' +
    'CALL YIELD CREATE MERGE SET DELETE DETACH REMOVE FOREACH ON DESCENDING ASCENDING XOR STARTS ENDS CONTAINS CASE ' +
    'WHEN THEN ELSE END TRUE FALSE EXISTS COUNT COLLECT ANY NONE SINGLE USING INDEX SCAN JOIN OFFSET USE LOAD CSV FROM ' +
    'HEADERS SHOW EXPLAIN PROFILE FINISH INF NAN TYPED NORMALIZED TRANSACTIONS ROWS CONCURRENT ERROR CONTINUE BREAK ' +
    'REPORT STATUS OF SHORTEST GROUPS PATHS PATH DROP ALTER CONSTRAINT CONSTRAINTS INDEXES REQUIRE UNIQUE FOR IF CYPHER'
  ).split(' '),
);

/** As they are usually written; functions are called in any case. */
export const FUNCTIONS: readonly string[] = (
  'count collect sum avg min max stDev stDevP percentileCont percentileDisc size length type labels keys properties ' +
  'nodes relationships startNode endNode id elementId head last tail range reduce coalesce toString toInteger toFloat ' +
  'toBoolean toStringOrNull toIntegerOrNull toFloatOrNull toBooleanOrNull toStringList toIntegerList toFloatList ' +
  'toBooleanList toLower toUpper lower upper trim ltrim rtrim btrim split replace substring left right reverse abs ' +
  'ceil floor round sign rand sqrt exp log log10 pi e sin cos tan asin acos atan atan2 cot degrees radians haversin ' +
  'date datetime localdatetime localtime time duration timestamp point exists isEmpty isNaN nullIf valueType all any ' +
  'none single shortestPath allShortestPaths randomUUID char_length character_length normalize'
).split(' ');

/** Properties with a closed set of values. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  predicate: [...PREDICATES.keys()],
  polarity: Polarity.options,
  status: Status.options,
};
