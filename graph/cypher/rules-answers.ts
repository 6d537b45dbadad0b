/** Constructs to which the embedded database gives another answer than Neo4j, silently. */
import type { Rule } from './portability-rules.ts';
import type { Query } from './query.ts';
import { isListProperty, isNumberProperty, isTextProperty } from './schema-types.ts';

export const ANSWER_RULES: readonly Rule[] = [
  {
    construct: 'a value appended to a list (list + x)',
    instead: 'list + [x]',
    isIn: (query) =>
      query.some((at) => query.text(at) === '+' && endsList(query, at - 1) && startsScalar(query, at + 1)),
  },
  {
    construct: 'a number compared with a string',
    instead: 'both as numbers or both as strings, for example toString(x)',
    isIn: comparesKinds,
  },
  {
    construct: 'shortestPath with a condition on its relationships or nodes',
    instead: 'MATCH p = (a)-[rs:TYPE*1..3]-(b) WHERE all(r IN rs WHERE ...) RETURN ... ORDER BY length(p) LIMIT 1',
    isIn: filtersShortestPath,
  },
  {
    construct: 'a node or relationship beside an aggregate, or an aggregate of nodes, without AS',
    instead: 'RETURN n AS n, count(*) AS count, collect(n) AS nodes, or n {.id, .name}',
    isIn: returnsBareNode,
  },
  {
    construct: 'a node or relationship through CASE, coalesce(), min(), max() or a list comprehension',
    instead: 'its properties: n {.id, .name}',
    isIn: passesNode,
  },
  {
    construct: 'sum() and stDev() over nothing (null here, 0 there)',
    instead: 'coalesce(sum(x), 0)',
    isIn: (query) =>
      query.some(
        (at) =>
          (query.call(at, 'SUM') !== -1 || query.call(at, 'STDEV') !== -1 || query.call(at, 'STDEVP') !== -1) &&
          !(query.text(at - 1) === '(' && query.word(at - 2) === 'COALESCE'),
      ),
  },
  {
    construct: 'a percentile that is not a number in the query text',
    instead: 'percentileCont(x, 0.9)',
    isIn: (query) =>
      query
        .argumentsOf(['PERCENTILECONT', 'PERCENTILEDISC'])
        .some((given) => given.length === 2 && query.kind(given[1]?.start ?? -1) !== 'number'),
  },
  {
    construct: 'a type test on a relationship (r:TYPE)',
    instead: "type(r) = 'TYPE'",
    isIn: (query) =>
      query.some(
        (at) =>
          query.text(at) === ':' &&
          query.relationshipVariables.has(query.text(at - 1)) &&
          !query.isRelationship(query.parent(at)) &&
          !query.isMapKey(at - 1),
      ),
  },
  {
    construct: 'a pattern comprehension whose value can be null',
    instead: "[(a)--(b) | coalesce(b.date, '')]",
    isIn: (query) =>
      query.some((at) => {
        if (!query.isPatternComprehension(at)) return false;
        const bar = query.where((inner) => query.parent(inner) === at && query.text(inner) === '|').at(-1) ?? -1;
        const isProperty = query.text(bar + 2) === '.' && ['ID', 'NAME'].includes(query.word(bar + 3));
        return query.word(bar + 1) !== 'COALESCE' && !isProperty;
      }),
  },
  {
    construct: 'a slice that counts from the end',
    instead: 'l[size(l)-2..]',
    isIn: (query) =>
      query.some((at) => {
        if (!query.isSubscript(at)) return false;
        const own = query.where((inner) => query.parent(inner) === at);
        const dots = own.find((inner) => query.text(inner) === '..') ?? -1;
        return dots !== -1 && (query.text(at + 1) === '-' || query.text(dots + 1) === '-');
      }),
  },
  {
    construct: 'any(), all(), none() or single() negated, returned, or over values that can be null',
    instead: 'coalesce() on the values, and size([x IN list WHERE ...]) = 0',
    isIn: hasDoubtfulQuantifier,
  },
  {
    construct: 'null IN list',
    instead: 'coalesce(x, ...) IN list',
    isIn: (query) => query.some((at) => query.isKeyword(at, 'NULL') && query.word(at + 1) === 'IN'),
  },
  {
    construct: 'an order among booleans (true > false)',
    instead: 'CASE WHEN x THEN 1 ELSE 0 END',
    isIn: (query) =>
      query.some((at) => {
        const isOrder = ['<', '>', '<=', '>='].includes(query.text(at));
        const isBoolean = (place: number): boolean => ['TRUE', 'FALSE'].includes(query.word(place));
        return isOrder && (isBoolean(at - 1) || isBoolean(at + 1));
      }),
  },
  {
    construct: 'date() or datetime() of anything but a whole date in the query text',
    instead: "the ISO string itself, which compares and sorts as it is: s.date >= '2024-02'",
    isIn: (query) =>
      query
        .argumentsOf(['DATE', 'DATETIME', 'LOCALDATETIME'])
        .some((given) => given.some((part) => !isWholeDate(query, part.start, part.end))),
  },
  {
    construct: 'toInteger() of a text that may hold a fraction',
    instead: 'toInteger(toFloat(x))',
    isIn: (query) =>
      query
        .argumentsOf(['TOINTEGER'])
        .some(
          ([part]) =>
            part !== undefined && !['TOFLOAT', 'ROUND', 'FLOOR', 'CEIL', 'SIZE'].includes(query.word(part.start)),
        ),
  },
  {
    construct: 'toString() of a fraction',
    instead: 'the number itself, formatted where it is shown',
    isIn: (query) =>
      query
        .argumentsOf(['TOSTRING'])
        .some(([part]) => part !== undefined && mayBeFraction(query, part.start, part.end)),
  },
  {
    construct: 'round() of a negative number',
    instead: 'toInteger(floor(x + 0.5))',
    isIn: (query) =>
      query
        .argumentsOf(['ROUND'])
        .some(([part]) => part !== undefined && (query.text(part.start) === '-' || mentions(query, part, 'GOLDSTEIN'))),
  },
  {
    construct: '^ after ^',
    instead: '(2 ^ 3) ^ 2, with brackets',
    isIn: (query) =>
      query.some((at) => {
        if (query.text(at) !== '^') return false;
        let next = at + 1;
        if (query.text(next) === '-') next++;
        while (query.text(next + 1) === '.' || query.text(next) === '.') next++;
        if (query.text(next + 1) === '(') next++;
        return query.text(Math.max(next, query.partner(next)) + 1) === '^';
      }),
  },
  {
    construct: 'a pattern with (?i), which ignores case of ASCII letters only in Neo4j',
    instead: "'(?iu)...'",
    isIn: (query) =>
      query.some((at) => {
        if (query.text(at) !== '=~') return false;
        const pattern =
          query.kind(at + 1) === 'parameter' ? query.parameters[query.text(at + 1)] : query.string(at + 1);
        return typeof pattern === 'string' && /\(\?[a-tv-z]*i[a-tv-z]*\)/.test(pattern);
      }),
  },
];

function endsList(query: Query, at: number): boolean {
  const text = query.text(at);
  if (text === ']') return !query.isSubscript(query.partner(at));
  if (text === ')')
    return ['COLLECT', 'LABELS', 'KEYS', 'NODES', 'RELATIONSHIPS', 'SPLIT', 'RANGE'].includes(
      query.word(query.partner(at) - 1),
    );
  return query.text(at - 1) === '.' && isListProperty(text);
}

function startsScalar(query: Query, at: number): boolean {
  if (['string', 'number'].includes(query.kind(at))) return true;
  if (query.kind(at) === 'parameter') return !Array.isArray(query.parameters[query.text(at)]);
  if (query.text(at) === '{' || ['TOSTRING', 'TOLOWER', 'TOUPPER', 'TOFLOAT', 'SIZE'].includes(query.word(at)))
    return true;
  const property = query.text(at + 2);
  return query.text(at + 1) === '.' && (isTextProperty(property) || isNumberProperty(property));
}

type Kind = 'number' | 'text' | null;

/** The kind of the operand that ends (`side` -1) or starts (1) at a token, as far as the text tells. */
function kindAt(query: Query, at: number, side: -1 | 1): Kind {
  if (query.kind(at) === 'string') return 'text';
  if (query.kind(at) === 'number') return 'number';
  if (query.kind(at) === 'parameter') {
    const value = query.parameters[query.text(at)];
    return typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : null;
  }
  const property = side === -1 ? at : at + 2;
  if (query.text(property - 1) !== '.' || query.text(property + 1) === '(') return null;
  if (isNumberProperty(query.text(property))) return 'number';
  return isTextProperty(query.text(property)) ? 'text' : null;
}

function comparesKinds(query: Query): boolean {
  const differ = (one: Kind, other: Kind): boolean => one !== null && other !== null && one !== other;
  return query.some((at) => {
    if (query.text(at) === '=' || query.text(at) === '<>') {
      return differ(kindAt(query, at - 1, -1), kindAt(query, at + 1, 1));
    }
    if (query.isKeyword(at, 'IN') && query.text(at + 1) === '[') {
      return query.items(at + 2).some((part) => differ(kindAt(query, at - 1, -1), kindAt(query, part.start, 1)));
    }
    if (query.isKeyword(at, 'CASE') && !query.isKeyword(at + 1, 'WHEN')) {
      return query
        .where((when) => when > at && query.isKeyword(when, 'WHEN') && query.parent(when) === query.parent(at))
        .some((when) => differ(kindAt(query, when - 1, -1) ?? kindAt(query, at + 1, 1), kindAt(query, when + 1, 1)));
    }
    return false;
  });
}

function filtersShortestPath(query: Query): boolean {
  const isQuantifier = (at: number): boolean =>
    ['ANY', 'ALL', 'NONE', 'SINGLE'].some((name) => query.call(at, name) !== -1);
  return query
    .where((at) => query.call(at, 'SHORTESTPATH') !== -1 || query.call(at, 'ALLSHORTESTPATHS') !== -1)
    .some((at) => {
      const end = query
        .where(
          (next) =>
            next > at && ['RETURN', 'WITH', 'MATCH', 'OPTIONAL', 'UNWIND'].some((word) => query.isKeyword(next, word)),
        )
        .at(0);
      return query.some((inner) => inner > at && inner < (end ?? Number.MAX_SAFE_INTEGER) && isQuantifier(inner));
    });
}

function returnsBareNode(query: Query): boolean {
  const isElement = (at: number): boolean =>
    query.nodeVariables.has(query.text(at)) || query.relationshipVariables.has(query.text(at));
  return query
    .where((at) => query.isKeyword(at, 'RETURN'))
    .some((clause) => {
      const first = query.word(clause + 1) === 'DISTINCT' ? clause + 2 : clause + 1;
      const items = query.items(first);
      const hasAggregate = items.some(({ start, end }) =>
        query.some((at) => at >= start && at < end && query.isAggregate(at)),
      );
      return (
        hasAggregate &&
        items.some(({ start, end }) => {
          if (end === start + 1) return isElement(start);
          const inner = query.word(start + 2) === 'DISTINCT' ? start + 3 : start + 2;
          return query.isAggregate(start) && query.word(start) !== 'COUNT' && end === inner + 2 && isElement(inner);
        })
      );
    });
}

function passesNode(query: Query): boolean {
  const isWhole = (at: number): boolean => {
    const isElement = query.nodeVariables.has(query.text(at)) || query.relationshipVariables.has(query.text(at));
    return isElement && !['.', '[', '{', '(', ':'].includes(query.text(at + 1)) && query.text(at - 1) !== '.';
  };
  if (
    query
      .argumentsOf(['COALESCE', 'MIN', 'MAX'])
      .some((given) => given.some((part) => part.end === part.start + 1 && isWhole(part.start)))
  ) {
    return true;
  }
  return query.some((at) => {
    if (query.isKeyword(at, 'THEN') || query.isKeyword(at, 'ELSE')) {
      return isWhole(at + 1) && ['WHEN', 'ELSE', 'END'].includes(query.word(at + 2)) && !query.isKeyword(at + 2, 'IS');
    }
    if (query.text(at) !== '|' || !query.isListComprehension(query.parent(at))) return false;
    const variable = query.text(query.parent(at) + 1);
    const isOverElements = ['NODES', 'RELATIONSHIPS', 'COLLECT'].includes(query.word(query.parent(at) + 3));
    const isItself = query.text(at + 1) === variable && query.text(at + 2) === ']' && isOverElements;
    return isItself || (isWhole(at + 1) && query.text(at + 2) === ']');
  });
}

function hasDoubtfulQuantifier(query: Query): boolean {
  return query.some((at) => {
    const bracket = Math.max(...['ANY', 'ALL', 'NONE', 'SINGLE'].map((name) => query.call(at, name)));
    if (bracket === -1) return false;
    const isNegated = query.isKeyword(at - 1, 'NOT') || query.word(at) === 'NONE' || query.word(at) === 'SINGLE';
    if (isNegated || query.clauseOf(at) !== 'WHERE') return true;
    const list = bracket + 3;
    const isLiteral = query.text(list) === '[';
    return (
      isLiteral &&
      query.some(
        (inner) => query.isWithin(inner, list) && (query.isKeyword(inner, 'NULL') || query.text(inner) === '|'),
      )
    );
  });
}

function isWholeDate(query: Query, start: number, end: number): boolean {
  const text = query.string(start);
  return (
    end === start + 1 && text !== null && /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}

function mayBeFraction(query: Query, start: number, end: number): boolean {
  return query.some((at) => {
    if (at < start || at >= end) return false;
    if (query.kind(at) === 'number') return /[.eE]/.test(query.text(at));
    return (
      query.text(at) === '/' ||
      ['CONFIDENCE', 'GOLDSTEIN', 'TOFLOAT', 'AVG', 'SQRT', 'PERCENTILECONT', 'RAND'].includes(query.word(at))
    );
  });
}

function mentions(query: Query, part: { readonly start: number; readonly end: number }, word: string): boolean {
  return query.some((at) => at >= part.start && at < part.end && query.word(at) === word);
}
