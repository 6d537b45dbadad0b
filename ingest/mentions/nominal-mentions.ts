/** A nominal as a mention: its usual name ("Israeli settlers", "Peruvian court"), its further names, its country. */
import type { Gazetteer, GazetteerEntry } from '../gazetteer/gazetteer.ts';
import type { FoundMention } from './found.ts';
import type { TypedSpan } from './name-types.ts';
import { coreText, isHolder, type Nominal } from './nominals.ts';
import { isCapitalized, isStance, lower, textOf, type Tree, tokenAt } from './tree.ts';

export function nominalMention(
  tree: Tree,
  gazetteer: Gazetteer,
  nominal: Nominal,
  names: readonly TypedSpan[],
): FoundMention {
  const start = tokenAt(tree, nominal.first).start;
  const end = tokenAt(tree, nominal.last).end;
  const inside = namesWithin(names, nominal.first, nominal.head).filter(
    (name) => !/^[-–]$/.test(lower(tree, name.last + 1)) && !isStance(tree, name.first - 1) && name.cut === 0,
  );
  const after = nominal.tail > nominal.head ? namesWithin(names, nominal.head + 1, nominal.tail) : [];
  const owner =
    inside.find((name) => name.sense !== null && name.type !== 'Place') ?? inside.find((name) => name.sense !== null);
  const place = after.find((name) => name.sense !== null) ?? countryAfter(tree, names, nominal.tail);
  const entry = owner?.sense?.entry ?? place?.sense?.entry ?? null;
  const foreign = nominal.classes.has('forces') && nominal.noun !== 'police' && lower(tree, nominal.head + 1) !== 'of';
  // A tribunal in The Hague is seldom a Dutch one.
  const seat = owner === undefined && entry?.key === 'place:hague';
  const of = entry === null || seat || (foreign && owner === undefined) ? null : countryOf(gazetteer, entry);
  const person = inside.find((name) => name.type === 'Person' && /^['’]s?$/.test(lower(tree, name.last + 1)));
  const core =
    person === undefined
      ? withoutPossessive(coreText(tree, nominal))
      : textOf(tree, { first: person.first, last: nominal.head });
  const full = textOf(tree, { first: nominal.core, last: nominal.tail });
  const bare = textOf(tree, { first: Math.min(bareFrom(tree, nominal), nominal.head), last: nominal.head });
  const adjective = of === null ? undefined : gazetteer.entries.get(of)?.adjectives?.[0];
  const national = adjective === undefined || owner !== undefined || foreign ? [] : [`${adjective} ${bare}`];
  const bareFirst = bareFrom(tree, nominal);
  const possessor = inside.find(
    (name) => name.sense?.kind === 'name' && name.sense.entry.type === 'Country' && name.last + 2 >= bareFirst,
  );
  const possessive = possessor !== undefined && adjective !== undefined ? [`${adjective} ${bare}`] : [];
  const body = nominal.classes.has('bodies') || nominal.classes.has('forces');
  // The noun that stands for those who hold is in the singular: "rebel-held".
  const holders =
    nominal.type === 'Group' && nominal.classes.has('people') && isHolder(tree, gazetteer, nominal.head)
      ? gazetteer.lexicon.nouns.several.has(nominal.noun)
        ? nominal.noun
        : `${nominal.noun}s`
      : undefined;
  const name =
    holders ??
    possessive[0] ??
    (body && national[0] !== undefined ? national[0] : nominal.tail > nominal.head ? full : core);
  return {
    id: -1,
    first: nominal.first,
    last: nominal.last,
    head: nominal.head,
    kind: 'nominal',
    text: tree.doc.text.slice(start, end),
    start,
    end,
    type: isReciprocal(tree, nominal.first) ? null : nominal.type,
    entry: null,
    form: null,
    name,
    aliases: [...new Set([core, full, bare, ...national, ...possessive, ...crowdNames(gazetteer, nominal)])],
    bare,
    of,
    others: othersOf(tree, gazetteer, inside, owner, nominal),
    number: nominal.number,
    gender: genderOf(gazetteer, nominal.noun),
    noun: nominal.noun,
    definite: nominal.definite,
    inner: nominal.inner,
    rule: [...nominal.classes].join('+'),
  };
}

/** "each other's posts" are nobody's in particular. */
const isReciprocal = (tree: Tree, first: number): boolean =>
  ['each other', 'one another'].includes(`${lower(tree, first)} ${lower(tree, first + 1)}`);

/** "The protests" are those who protest. */
function crowdNames(gazetteer: Gazetteer, nominal: Nominal): readonly string[] {
  return gazetteer.lexicon.nouns.gatherings.has(nominal.noun) ? ['protesters', 'protestors', 'demonstrators'] : [];
}

/** "Thai and Cambodian soldiers", "the Greek and Turkish governments": the nationalities after the first. */
function othersOf(
  tree: Tree,
  gazetteer: Gazetteer,
  inside: readonly TypedSpan[],
  owner: TypedSpan | undefined,
  nominal: Nominal,
): string[] {
  const isListed = ['adjective', 'people'].includes(owner?.sense?.kind ?? '') || isBeforeAnd(tree, owner);
  if (owner === undefined || !isListed || nominal.type === null) return [];
  const others = inside.filter(
    ({ sense, first }) => sense !== null && first > owner.last && ['adjective', 'people', 'name'].includes(sense.kind),
  );
  if (others.some(({ sense }) => sense?.entry.type !== 'Country') || nominal.number === 'one') return [];
  return others.flatMap(({ sense }) => (sense === null ? [] : [countryOf(gazetteer, sense.entry)]));
}

/** "US and British forces": the first of two states by its name. */
function isBeforeAnd(tree: Tree, owner: TypedSpan | undefined): boolean {
  const type = owner?.sense?.entry.type;
  return (
    owner !== undefined &&
    (type === 'Country' || type === 'Organization') &&
    [',', 'and'].includes(lower(tree, owner.last + 1))
  );
}

function namesWithin(names: readonly TypedSpan[], first: number, last: number): TypedSpan[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.first ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const found: TypedSpan[] = [];
  for (let at = low; at < names.length; at++) {
    const name = names[at];
    if (name === undefined || name.first > last) break;
    if (name.last <= last) found.push(name);
  }
  return found;
}

/** "in Ica, Peru": the state after the comma, where the place itself is not known. */
function countryAfter(tree: Tree, names: readonly TypedSpan[], tail: number): TypedSpan | undefined {
  if (lower(tree, tail + 1) !== ',') return undefined;
  const [next] = namesWithin(names, tail + 2, tail + 6);
  return next?.first === tail + 2 && next.sense?.entry.type === 'Country' ? next : undefined;
}

/** The state that an entry is or belongs to, through bodies and seats; bounded against loops in the data. */
export function countryOf(gazetteer: Gazetteer, entry: GazetteerEntry): string {
  let at = entry;
  for (let step = 0; step < 4 && at.type !== 'Country' && at.of !== undefined; step++) {
    const up = gazetteer.entries.get(at.of);
    if (up === undefined) break;
    at = up;
  }
  return at.key;
}

const withoutPossessive = (text: string): string => text.replace(/\s*['’]s\b/g, '');

/** The first word of the noun phrase proper: compounds and adjectives, but no names and no possessives. */
function bareFrom(tree: Tree, nominal: Nominal): number {
  let first = nominal.head;
  while (first > nominal.core) {
    const token = tokenAt(tree, first - 1);
    if (
      (token.pos === 'PROPN' && isCapitalized(token)) ||
      (token.entType !== '' && isCapitalized(token)) ||
      /^['’]s?$/.test(token.text) ||
      (token.pos === 'PUNCT' && token.text !== '-')
    )
      break;
    first--;
  }
  return first;
}

function genderOf(gazetteer: Gazetteer, noun: string): 'female' | 'male' | null {
  if (gazetteer.lexicon.titles.female.has(noun) || noun === 'women' || noun === 'girl') return 'female';
  return gazetteer.lexicon.titles.male.has(noun) || noun === 'boy' || noun === 'gunman' ? 'male' : null;
}
