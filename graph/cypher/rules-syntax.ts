/** Constructs that the embedded database does not have, or fails on: its own message would name no remedy. */
import type { Rule } from './portability-rules.ts';
import type { Query } from './query.ts';

/** Keywords that it does not take as a label, type or name without backticks. */
const KEYWORD_NAMES = new Set(['IN', 'AS', 'IS', 'OR', 'SET', 'WITH']);

export const SYNTAX_RULES: readonly Rule[] = [
  {
    construct: 'EXPLAIN, PROFILE and SHOW',
    instead: 'the query alone',
    isIn: (query) => ['EXPLAIN', 'PROFILE', 'SHOW'].includes(query.word(0)),
  },
  {
    construct: 'a call of a procedure (CALL name(...))',
    instead: 'a MATCH',
    isIn: (query) =>
      query.some((at) => query.isKeyword(at, 'CALL') && query.kind(at + 1) === 'word' && query.text(at + 1) !== ''),
  },
  {
    construct: 'LOAD CSV',
    instead: 'a MATCH; files are read by ingest',
    isIn: (query) => query.some((at) => query.isKeyword(at, 'LOAD') && query.word(at + 1) === 'CSV'),
  },
  {
    construct: 'CALL { ... } IN TRANSACTIONS',
    instead: 'CALL { ... } without it',
    isIn: (query) => query.some((at) => query.isKeyword(at, 'IN') && query.word(at + 1) === 'TRANSACTIONS'),
  },
  {
    construct: 'USING INDEX, USING SCAN and USING JOIN',
    instead: 'the MATCH without it, anchored at an id',
    isIn: (query) => query.some((at) => query.isKeyword(at, 'USING')),
  },
  {
    construct: 'COLLECT { ... }',
    instead: 'CALL { WITH e ... RETURN collect(x) AS xs }',
    isIn: (query) => query.some((at) => query.isKeyword(at, 'COLLECT') && query.text(at + 1) === '{'),
  },
  {
    construct: 'EXISTS { ... RETURN ... }',
    instead: 'EXISTS { MATCH ... WHERE ... } without RETURN, or COUNT { ... } > 0',
    isIn: (query) =>
      query.some(
        (at) =>
          query.isKeyword(at, 'EXISTS') &&
          query.text(at + 1) === '{' &&
          query.some((inner) => query.parent(inner) === at + 1 && query.isKeyword(inner, 'RETURN')),
      ),
  },
  {
    construct: 'a pattern comprehension within another',
    instead: 'CALL { WITH e MATCH ... RETURN collect(x) AS xs }',
    isIn: (query) =>
      query
        .where((at) => query.isPatternComprehension(at))
        .some((outer) => query.some((at) => query.isWithin(at, outer) && query.isPatternComprehension(at))),
  },
  {
    construct: 'SHORTEST',
    instead: 'shortestPath((a)-[*1..4]-(b))',
    isIn: (query) =>
      query.some(
        (at) => query.isKeyword(at, 'SHORTEST') && (query.kind(at + 1) === 'number' || query.word(at - 1) === 'ALL'),
      ),
  },
  {
    construct: 'a quantified path ({1,2} or + after a relationship)',
    instead: '-[:TYPE*1..2]-',
    isIn: isQuantified,
  },
  {
    construct: 'a label or type taken from an expression, $(...)',
    instead: 'one query for each label',
    isIn: (query) => query.some((at) => query.text(at) === '$' && query.text(at + 1) === '('),
  },
  {
    construct: 'labels joined by | or &, or negated by !',
    instead: 'WHERE n:A OR n:B, WHERE n:A AND NOT n:B',
    isIn: joinsLabels,
  },
  {
    construct: 'WHERE within a node or relationship pattern',
    instead: 'WHERE after the MATCH',
    isIn: (query) =>
      query.some((at) => {
        if (!query.isKeyword(at, 'WHERE')) return false;
        const bracket = query.parent(at);
        return query.isPattern(bracket) || query.isRelationship(bracket);
      }),
  },
  {
    construct: 'a keyword as a label, type or property name',
    instead: 'the name in backticks',
    isIn: (query) =>
      query.some((at) => KEYWORD_NAMES.has(query.word(at)) && query.text(at - 1) === ':' && !query.isMapKey(at - 2)),
  },
  {
    construct: '|| between strings or lists',
    instead: '+',
    isIn: (query) => query.some((at) => query.text(at) === '||'),
  },
  {
    construct: 'WHEN with several values',
    instead: 'CASE WHEN x IN [1, 2] THEN ... END',
    isIn: (query) =>
      query.some((at) => {
        if (!query.isKeyword(at, 'WHEN')) return false;
        const depth = query.parent(at);
        for (let next = at + 1; query.word(next) !== 'THEN' && query.kind(next) !== ''; next++) {
          if (query.text(next) === ',' && query.parent(next) === depth) return true;
        }
        return false;
      }),
  },
  {
    construct: 'isEmpty()',
    instead: 'size(x) = 0',
    isIn: (query) => query.calls(['ISEMPTY']),
  },
  {
    construct: 'round() to digits',
    instead: 'round(x * 100) / 100',
    isIn: (query) => query.argumentsOf(['ROUND']).some((given) => given.length > 1),
  },
  {
    construct: 'date.truncate(), datetime.truncate() and their like',
    instead: 'substring(d, 0, 7) of an ISO date',
    isIn: (query) => query.calls(['DATE.TRUNCATE', 'DATETIME.TRUNCATE', 'LOCALDATETIME.TRUNCATE', 'TIME.TRUNCATE']),
  },
  {
    construct: 'duration.between(), duration.inDays() and their like',
    instead: 'a comparison of ISO dates, or the difference outside the query',
    isIn: (query) => query.calls(['DURATION.BETWEEN', 'DURATION.INDAYS', 'DURATION.INMONTHS', 'DURATION.INSECONDS']),
  },
  {
    construct: 'a part of a date straight from date(...)',
    instead: 'substring(x, 0, 4), or WITH date(x) AS d RETURN d.year',
    isIn: (query) =>
      query.some((at) => {
        const bracket = Math.max(query.call(at, 'DATE'), query.call(at, 'DATETIME'));
        return bracket !== -1 && query.text(query.partner(bracket) + 1) === '.';
      }),
  },
  {
    construct: 'an element, slice or comprehension of an aggregate, or an aggregate within a map',
    instead: 'the aggregate in WITH first, then the rest',
    isIn: wrapsAggregate,
  },
];

function isQuantified(query: Query): boolean {
  return query.some((at) => {
    const before = query.text(at - 1);
    const closes = query.text(at - 2);
    const isArrow = (before === '-' || before === '>') && (closes === ']' || closes === '-');
    if (query.text(at) === '{') {
      const isCounts = query.kind(at + 1) === 'number' || query.text(at + 1) === ',';
      return isCounts && (isArrow || before === ')');
    }
    const isSign = query.text(at) === '+' || query.text(at) === '*';
    return isSign && isArrow && query.text(at + 1) === '(';
  });
}

function joinsLabels(query: Query): boolean {
  return query.some((at) => {
    const text = query.text(at);
    const isRelationshipType = query.text(query.parent(at)) === '[';
    if (text === '!') return query.text(at - 1) === ':' || query.text(at - 1) === '&' || query.text(at - 1) === '|';
    if (text === '&') return true;
    return text === '|' && !isRelationshipType && query.text(at - 2) === ':' && query.kind(at + 1) === 'word';
  });
}

function wrapsAggregate(query: Query): boolean {
  return query.some((at) => {
    if (!query.isAggregate(at)) return false;
    if (query.isSubscript(query.partner(at + 1) + 1)) return true;
    const outer = query.parent(at);
    const isMap = query.text(outer) === '{' && !['COUNT', 'EXISTS', 'COLLECT', 'CALL'].includes(query.word(outer - 1));
    const isSubquery =
      isMap && query.text(query.partner(outer - 1)) === '(' && query.word(query.partner(outer - 1) - 1) === 'CALL';
    return (isMap && !isSubquery) || query.isListComprehension(outer);
  });
}
