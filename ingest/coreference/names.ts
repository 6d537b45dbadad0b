/** Names to clusters: what the gazetteer knows by its key, capitals that act by their state, the others by their fullest name. */
import { entityKey } from '../gazetteer/load.ts';
import { normalizeName } from '../gazetteer/normalize.ts';
import type { FoundMention } from '../mentions/found.ts';
import { groupBodyNames } from './body-names.ts';
import type { Cluster } from './clusters.ts';
import { findLeader } from './leaders.ts';
import { actsForState } from './metonyms.ts';
import { groupPersonNames, nameWords } from './person-names.ts';
import type { Scene } from './scene.ts';

export type NameResolver = (mention: FoundMention) => Cluster | null;

export function nameResolver(scene: Scene): NameResolver {
  const people = groupPersonNames(scene.mentions);
  const bodies = groupBodyNames(scene.tree, scene.mentions);
  const sameEntry = new Map<string, FoundMention>();
  for (const [id, fuller] of bodies) {
    const key = scene.mentions[id]?.entry?.key;
    if (key !== undefined && fuller.entry === null) sameEntry.set(key, fuller);
  }
  return (mention) => {
    if (mention.form === 'people' && mention.entry?.type === 'Country') return peopleOf(scene, mention);
    if (mention.form === 'national') return null;
    if (mention.type === 'Person' && mention.entry === null) return person(scene, mention, people.fullest(mention));
    const fuller = bodies.get(mention.id) ?? (mention.entry === null ? undefined : sameEntry.get(mention.entry.key));
    const named = fuller ?? mention;
    if (named.entry !== null) return known(scene, mention, named);
    const type = named.type ?? mention.type;
    if (type === null) return null;
    const cluster = scene.clusters.keyed(entityKey(type, named.name), () =>
      scene.clusters.create(named, type, named.name),
    );
    return cluster;
  };
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

function person(scene: Scene, mention: FoundMention, name: string): Cluster {
  const offices = scene.officesByPerson.get(mention.id) ?? [];
  const leader = findLeader(scene, mention, name, offices);
  const usual = leader !== null && nameWords(name).length === 1 ? leader.name : name;
  const key = entityKey('Person', leader?.name ?? usual);
  return scene.clusters.keyed(key, () => {
    const cluster = scene.clusters.create(mention, 'Person', usual);
    cluster.gender = leader?.gender ?? mention.gender;
    cluster.number = 'one';
    for (const alias of leader === null ? [] : [leader.name, ...leader.aliases]) {
      if (normalizeName(alias) !== normalizeName(usual)) cluster.aliases.add(alias);
    }
    return cluster;
  });
}
