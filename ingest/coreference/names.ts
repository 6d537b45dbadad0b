/** Names to clusters: what the gazetteer knows by its key, capitals that act by their state, the others by their fullest name. */
import { entityKey } from '../gazetteer/load.ts';
import type { Leader } from '../gazetteer/gazetteer.ts';
import { normalizeName, slug } from '../gazetteer/normalize.ts';
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { FoundMention } from '../mentions/found.ts';
import { otherNameFrom } from '../mentions/other-names.ts';
import { lower } from '../mentions/tree.ts';
import { groupBodyNames } from './body-names.ts';
import type { Cluster } from './clusters.ts';
import { findLeader } from './leaders.ts';
import { actsForState } from './metonyms.ts';
import { groupPersonNames, nameWords, type PersonNames } from './person-names.ts';
import { statesBeside } from './person-states.ts';
import { clustersOf, type Scene, stateAhead, stateEntry, stateInScope } from './scene.ts';

export type NameResolver = (mention: FoundMention) => Cluster | null;

export function nameResolver(scene: Scene): NameResolver {
  const people = groupPersonNames(scene.mentions);
  const statesOf = statesByName(scene, people);
  const bodies = groupBodyNames(scene.tree, scene.mentions);
  const sameEntry = new Map<string, FoundMention>();
  for (const [id, fuller] of bodies) {
    const key = scene.mentions[id]?.entry?.key;
    if (key !== undefined && fuller.entry === null) sameEntry.set(key, fuller);
  }
  const firstNames = namesBeforeOthers(scene);
  return (mention) => {
    const first = mention.entry === null ? firstNames.get(normalizeName(mention.name)) : undefined;
    const [bearer] = first === undefined || first.id >= mention.id ? [] : clustersOf(scene, first);
    if (bearer !== undefined) {
      bearer.aliases.add(mention.name);
      return bearer;
    }
    if (mention.form === 'people' && mention.entry?.type === 'Country') return peopleOf(scene, mention);
    if (mention.form === 'national') return null;
    const fuller = bodies.get(mention.id) ?? (mention.entry === null ? undefined : sameEntry.get(mention.entry.key));
    if (fuller === undefined && mention.type === 'Person' && mention.entry === null)
      return person(scene, mention, people.fullest(mention), statesOf);
    const named = fuller ?? mention;
    if (named.entry !== null) return known(scene, mention, named);
    const type = named.type ?? mention.type;
    return type === null ? null : unknown(scene, named, type);
  };
}

/** By a name that the bulletin introduces as another one: the mention of the name before it ("X, also known as Y"). */
function namesBeforeOthers({ tree, mentions }: Scene): ReadonlyMap<string, FoundMention> {
  const names = mentions.filter(({ kind, type }) => kind === 'name' && type !== 'Country');
  const ending = new Map(names.map((mention) => [mention.last, mention]));
  const found = new Map<string, FoundMention>();
  for (const mention of names) {
    const from = mention.entry === null ? otherNameFrom(tree, mention.first) : null;
    const first = from === null ? undefined : ending.get(from - 1);
    if (first !== undefined && first.form !== 'adjective') found.set(normalizeName(mention.name), first);
  }
  return found;
}

/** A name that no gazetteer has: "Foreign Ministry" and its like are told apart by their state. */
function unknown(scene: Scene, named: FoundMention, type: EntityType): Cluster {
  const of = ownerWithin(scene, named) ?? possessorOf(scene, named);
  const inside = of !== null && ownerWithin(scene, named) !== null;
  const generic = type === 'Organization' && !inside && isGeneric(scene, named.name);
  const state = of ?? (generic ? stateOfBody(scene, named) : null);
  const entry = state === null ? undefined : scene.gazetteer.entries.get(state);
  const adjective = entry?.adjectives?.[0];
  const own = inside && adjective !== undefined ? withAdjective(named.name, adjective) : named.name;
  const name = generic && adjective !== undefined ? `${adjective} ${own}` : own;
  return scene.clusters.keyed(entityKey(type, name), () => {
    const cluster = scene.clusters.create(named, type, name);
    cluster.of = state;
    if (generic && entry !== undefined) cluster.aliases.add(`${named.name} of ${entry.name}`).add(named.name);
    return cluster;
  });
}

/** Whose "Constitutional Court" it is: the state in scope where the bulletin is about it, else that of the last body named. */
function stateOfBody(scene: Scene, named: FoundMention): string | null {
  const near = stateInScope(scene, named);
  if (near !== null && !scene.mainStates.has(near.key)) {
    for (const { cluster } of scene.clusters.before(named.first))
      if (cluster.type === 'Organization' && cluster.of?.startsWith('country:') === true) return cluster.of;
  }
  return (near ?? stateAhead(scene, named))?.key ?? null;
}

/** "Italy's Defence Ministry" is usually the "Italian Defence Ministry". */
const withAdjective = (name: string, adjective: string): string =>
  name.replace(/^[^'’]+['’]s (?=\p{Lu})/u, `${adjective} `);

/** The state named inside the name: "Japanese Foreign Ministry", "Supreme Court of Guinea". */
function ownerWithin(scene: Scene, named: FoundMention): string | null {
  for (let id = named.id + 1; id < scene.mentions.length; id++) {
    const inner = scene.mentions[id];
    if (inner === undefined || inner.first > named.last) return null;
    if (inner.last <= named.last && inner.entry?.type === 'Country') return inner.entry.key;
  }
  return null;
}

/** "Guinea's Supreme Court": the state before the possessive mark. */
function possessorOf(scene: Scene, named: FoundMention): string | null {
  const before = scene.tree.doc.tokens[named.first - 1];
  if (before?.tag === 'PRP$') return stateOfPronoun(scene, before.i);
  if (!/^['’]s?$/.test(lower(scene.tree, named.first - 1))) return null;
  const owner = scene.byHead.get(named.first - 2);
  const [cluster] = owner === undefined ? [] : clustersOf(scene, owner);
  return cluster?.type === 'Country' ? cluster.key : null;
}

/** "his Socialist Party": the state whose office he holds. */
function stateOfPronoun(scene: Scene, i: number): string | null {
  const pronoun = scene.byHead.get(i);
  const [owner] = pronoun === undefined ? [] : clustersOf(scene, pronoun);
  if (owner === undefined) return null;
  return stateEntry(scene, owner)?.key ?? owner.offices.at(-1)?.of ?? null;
}

const LINKS = new Set([
  'of',
  'and',
  'for',
  'the',
  'on',
  'to',
  's',
  'people',
  'national',
  'electoral',
  'supreme',
  'public',
  'general',
  'affairs',
  'appeals',
  'appeal',
  'criminal',
  'revolutionary',
  'internal',
  'independent',
  'grand',
  'lower',
  'upper',
  'representatives',
  'deputies',
  'ministers',
  'commons',
  'lords',
  'statistics',
  'audit',
  'socialist',
  'democratic',
  'republican',
  'communist',
  'social',
  'christian',
  'progressive',
  'nationalist',
  'reform',
  'freedom',
  'green',
]);

/** Made only of words that every state's bodies are named with. */
function isGeneric(scene: Scene, name: string): boolean {
  const { nouns, titles } = scene.gazetteer.lexicon;
  const words = nameWords(name);
  return (
    words.every((word) => nouns.organizationWords.has(word) || titles.modifier.has(word) || LINKS.has(word)) &&
    words.some((word) => nouns.organizationWords.has(word))
  );
}

function known(scene: Scene, mention: FoundMention, named: FoundMention): Cluster | null {
  const entry = named.entry;
  if (entry === null) return null;
  if (entry.acts !== undefined && actsForState(scene.tree, scene.gazetteer, mention)) {
    const state = scene.gazetteer.entries.get(entry.acts);
    if (state !== undefined) return scene.clusters.known(state, mention);
  }
  return scene.clusters.known(entry, mention);
}

/** "Palestinians", "the Chinese": the people as a group that is part of its country. */
function peopleOf(scene: Scene, mention: FoundMention): Cluster {
  const name = mention.text;
  return scene.clusters.keyed(entityKey('Group', name), () => {
    const cluster = scene.clusters.create(mention, 'Group', name);
    cluster.of = mention.entry?.key ?? null;
    return cluster;
  });
}

/** States that the words give each person, by the fullest name that the bulletin has. */
function statesByName(scene: Scene, people: PersonNames): ReadonlyMap<string, ReadonlySet<string>> {
  const states = new Map<string, Set<string>>();
  for (const mention of scene.mentions) {
    if (mention.type !== 'Person' || mention.kind !== 'name') continue;
    const name = people.fullest(mention);
    const own = states.get(name) ?? new Set();
    for (const state of statesBeside(scene, mention)) own.add(state);
    states.set(name, own);
  }
  return states;
}

/** Of another state than every office that the leader is known to have held: somebody of the same name. */
function isHomonym(leader: Leader, states: ReadonlySet<string>): boolean {
  const own = leader.terms.map(({ of }) => of).filter((of) => of.startsWith('country:'));
  return own.length > 0 && states.size > 0 && !own.some((of) => states.has(of));
}

function person(
  scene: Scene,
  mention: FoundMention,
  name: string,
  statesOf: ReadonlyMap<string, ReadonlySet<string>>,
): Cluster {
  const offices = scene.officesByPerson.get(mention.id) ?? [];
  const states = statesOf.get(name) ?? new Set<string>();
  const found = findLeader(scene, mention, name, offices);
  const namesake = found !== null && isHomonym(found, states) ? found : null;
  const leader = namesake === null ? found : null;
  const usual = leader?.name ?? name;
  const plain = entityKey('Person', usual);
  const key =
    namesake === null
      ? plain
      : `${plain}-of-${[...states]
          .map((state) => slug(state.replace('country:', '')))
          .sort()
          .join('-')}`;
  return scene.clusters.keyed(key, () => {
    const cluster = scene.clusters.create(mention, 'Person', usual);
    cluster.gender = leader?.gender ?? mention.gender;
    cluster.number = 'one';
    cluster.known = leader !== null || namesake !== null;
    for (const alias of leader?.aliases ?? []) cluster.aliases.add(alias);
    return cluster;
  });
}
