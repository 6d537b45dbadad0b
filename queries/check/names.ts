/** Labels, relationship types, properties and values that the graph does not have. */
import type { Query } from '../../graph/cypher/query.ts';
import type { Token } from '../../graph/cypher/tokens.ts';
import {
  EDGE_PROPERTIES,
  LABELS,
  NODE_PROPERTIES,
  RELATIONSHIP_PROPERTIES,
  RELATIONSHIP_TYPES,
} from '../../graph/schema.ts';
import { type Problem, unknownWord } from './problem.ts';
import { VALUES } from './vocabulary.ts';

type NameKind = 'label' | 'type';

const isName = (token: Token | undefined): token is Token => token?.kind === 'word' || token?.kind === 'quoted';
const written = (token: Token): number => token.text.length + (token.kind === 'quoted' ? 2 : 0);

/** Whether the token at `index` is the name of a label or a relationship type. */
function nameKind(query: Query, index: number): NameKind | null {
  const before = query.text(index - 1);
  const bracket = query.parent(index);
  if (!isName(query.tokens[index])) return null;
  if (query.isRelationship(bracket)) return before === ':' || before === '|' ? 'type' : null;
  if (before !== ':') return null;
  if (query.isPattern(bracket)) return 'label';
  return query.nodeVariables.has(query.text(index - 2)) && query.text(bracket) !== '{' ? 'label' : null;
}

export function unknownNames(query: Query): Problem[] {
  return query.tokens.flatMap((token, index) => {
    const kind = nameKind(query, index);
    if (kind === null) return [];
    const known = kind === 'label' ? LABELS : RELATIONSHIP_TYPES;
    if (known.includes(token.text)) return [];
    const what = kind === 'label' ? 'label' : 'relationship type';
    return [unknownWord(`The graph has no ${what} ${token.text}`, token.start, written(token), token.text, known)];
  });
}

const NODE: Readonly<Record<string, readonly string[]>> = NODE_PROPERTIES;
const RELATIONSHIP: Readonly<Record<string, readonly string[]>> = RELATIONSHIP_PROPERTIES;

function propertiesOf(kind: NameKind, names: readonly string[]): ReadonlySet<string> {
  if (kind === 'label') {
    const own = names.length === 0 ? Object.keys(NODE) : names;
    // Labels other than those of the table are types of entities.
    return new Set(own.flatMap((name) => NODE[name] ?? NODE['Entity'] ?? []));
  }
  const own = names.length === 0 ? RELATIONSHIP_TYPES : names;
  return new Set(own.flatMap((name) => RELATIONSHIP[name] ?? EDGE_PROPERTIES));
}

interface Owner {
  readonly kind: NameKind;
  readonly names: readonly string[];
}

/** What the patterns say of each variable: its kind and all labels or types that it is given anywhere. */
function owners(query: Query): ReadonlyMap<string, Owner> {
  const found = new Map<string, Owner>();
  for (const [kind, variables] of [
    ['label', query.nodeVariables],
    ['type', query.relationshipVariables],
  ] as const) {
    for (const variable of variables) {
      const places = query.where((at) => query.text(at) === variable && bracketOf(query, kind, query.parent(at)));
      found.set(variable, { kind, names: places.flatMap((at) => namesWithin(query, query.parent(at))) });
    }
  }
  // The same name for something else (WITH e.name AS e): nothing is known of it.
  query.tokens.forEach((_, at) => {
    if (query.isKeyword(at, 'AS')) found.delete(query.text(at + 1));
  });
  return found;
}

const bracketOf = (query: Query, kind: NameKind, bracket: number): boolean =>
  kind === 'label' ? query.isPattern(bracket) : query.isRelationship(bracket);

function namesWithin(query: Query, bracket: number): string[] {
  return query
    .where((at) => query.parent(at) === bracket && nameKind(query, at) !== null)
    .map((at) => query.tokens[at]?.text ?? '');
}

export function unknownProperties(query: Query): Problem[] {
  const known = owners(query);
  return query.tokens.flatMap((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return [];
    const owner = ownerOf(query, at, known);
    if (owner === null) return [];
    const properties = propertiesOf(owner.kind, owner.names);
    if (properties.has(token.text)) return [];
    const named = new Set(owner.names.filter((name) => LABELS.includes(name) || RELATIONSHIP_TYPES.includes(name)));
    const whose = named.size === 0 ? '' : ` of ${[...named].join(' or ')}`;
    return [
      unknownWord(`There is no property ${token.text}${whose}`, token.start, written(token), token.text, properties),
    ];
  });
}

/** Whose property the token at `at` names: `n.name`, `n {.name}`, `(n:Label {name: ...})`; null where it names none. */
function ownerOf(query: Query, at: number, known: ReadonlyMap<string, Owner>): Owner | null {
  const bracket = query.parent(at);
  if (query.text(at - 1) === '.') {
    const variable = query.text(at - 2);
    if (query.text(at - 3) === '.' || query.text(at + 1) === '(') return null;
    if (query.text(bracket) === '{' && (variable === '{' || variable === ',')) {
      return known.get(query.text(bracket - 1)) ?? null;
    }
    return query.kind(at - 2) === 'word' ? (known.get(variable) ?? null) : null;
  }
  if (query.text(at + 1) !== ':' || query.text(bracket) !== '{') return null;
  const outer = query.parent(bracket);
  for (const kind of ['label', 'type'] as const) {
    if (bracketOf(query, kind, outer)) return { kind, names: namesWithin(query, outer) };
  }
  return null;
}

/** `s.predicate = 'MTE'`, `{status: 'plannd'}`, `type(r) = 'MTE'`: values that no statement can have. */
export function unknownValues(query: Query): Problem[] {
  return query.tokens.flatMap((token, at) => {
    if (token.kind !== 'string') return [];
    const property = comparedWith(query, at);
    const known = property === 'type()' ? RELATIONSHIP_TYPES : VALUES[property];
    if (known === undefined || known.includes(token.text)) return [];
    const what = property === 'type()' ? 'The graph has no relationship type' : `No statement has the ${property}`;
    return [unknownWord(`${what} ${token.text}`, token.start, token.text.length + 2, token.text, known)];
  });
}

function comparedWith(query: Query, at: number): string {
  const isProperty = query.text(at - 3) === '.' && (query.text(at - 1) === '=' || query.text(at - 1) === '<>');
  if (isProperty) return query.text(at - 2);
  if (query.text(at - 1) === ':' && query.isMapKey(at - 2)) {
    const outer = query.parent(query.parent(at));
    return query.isPattern(outer) && namesWithin(query, outer).includes('Statement') ? query.text(at - 2) : '';
  }
  const closes = query.text(at - 1) === '=' && query.text(at - 2) === ')';
  const opens = query.partner(at - 2);
  return closes && opens > 0 && query.word(opens - 1) === 'TYPE' ? 'type()' : '';
}
