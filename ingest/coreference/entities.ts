/** Clusters as the entities of the document: key, name, type, aliases in the order of their weight, offices, mentions. */
import type { DocumentEntity, Mention } from '../document.ts';
import { seatOf } from '../../graph/model/offices.ts';
import { normalizeName } from '../gazetteer/normalize.ts';
import type { FoundMention } from '../mentions/found.ts';
import type { Cluster } from './clusters.ts';
import { statesBeside } from './person-states.ts';
import { keyOf, type Scene } from './scene.ts';

/** How many aliases an entity keeps. */
const MOST_ALIASES = 40;

export function toEntities(
  scene: Scene,
  plain: readonly Mention[],
): { entities: DocumentEntity[]; byCluster: ReadonlyMap<Cluster, DocumentEntity> } {
  const entities: DocumentEntity[] = [];
  const byCluster = new Map<Cluster, DocumentEntity>();
  const keys = new Map<string, number>();
  for (const cluster of scene.clusters.all) {
    if (cluster.mentions.length === 0) continue;
    const entity = toEntity(scene, cluster, plain, uniqueKey(scene, cluster, keys));
    entities.push(entity);
    byCluster.set(cluster, entity);
  }
  return { entities, byCluster };
}

/** A key is the same in every bulletin for whoever is known by name; a bulletin's own "gunmen" carry its mark. */
function uniqueKey(scene: Scene, cluster: Cluster, keys: Map<string, number>): string {
  const own = keyOf(scene, cluster);
  const seen = keys.get(own) ?? 0;
  keys.set(own, seen + 1);
  return seen === 0 ? own : `${own}:${seen + 1}`;
}

function toEntity(scene: Scene, cluster: Cluster, plain: readonly Mention[], key: string): DocumentEntity {
  const mentions = [...new Set(cluster.mentions)].flatMap((mention) => plain[mention.id] ?? []);
  const iso3 = cluster.entry?.iso3;
  // Whom the gazetteer knows goes by its name there, however the bulletin writes it.
  const known = scene.gazetteer.entries.get(key)?.name;
  if (known !== undefined) cluster.name = known;
  const aliases = aliasesOf(scene, cluster);
  const phrases = phrasesOf(cluster, aliases);
  return {
    key,
    name: cluster.name,
    type: cluster.type,
    aliases,
    ...(iso3 === undefined ? {} : { iso3 }),
    offices: cluster.offices,
    ...(cluster.of === null || cluster.of === key ? {} : { partOf: cluster.of }),
    number: cluster.number,
    mentions,
    ...(phrases.length === 0 ? {} : { phrases }),
    ...identityOf(scene, cluster),
  };
}

/** What a person is called that no words give as a name and that the gazetteer does not know as one. */
function phrasesOf(cluster: Cluster, aliases: readonly string[]): string[] {
  if (cluster.type !== 'Person') return [];
  const named = cluster.mentions.filter(({ kind }) => kind === 'name').map(({ text }) => text);
  const isNamed = named.length > 0 || cluster.known;
  const names = new Set(
    [...named, ...(isNamed ? [cluster.name, ...cluster.aliases] : [])].map((name) => normalizeName(name)),
  );
  return [cluster.name, ...aliases].filter((name) => !names.has(normalizeName(name)));
}

/** What tells who a person is whom the gazetteer does not know. */
function identityOf(scene: Scene, cluster: Cluster): Pick<DocumentEntity, 'states' | 'office'> {
  if (cluster.type !== 'Person' || cluster.known || cluster.number === 'several') return {};
  const named = cluster.mentions.filter(({ kind }) => kind === 'name');
  if (named.length > 0) {
    const states = [...new Set(named.flatMap((mention) => statesBeside(scene, mention)))].sort();
    return states.length === 0 || cluster.local ? {} : { states };
  }
  const { noun: title, of } = cluster;
  const isDefinite = cluster.mentions.every(({ kind, text }) => kind !== 'office' || !VACANT.test(text));
  return title !== '' && of !== null && isDefinite && seatOf(title, of) !== null ? { office: { title, of } } : {};
}

/** "a foreign minister", "the next president", "the former president": not whoever holds the office that day. */
const VACANT =
  /^(an?|any|another|each|every|no|some)\b|\b(new|next|future|incoming|outgoing|former|ex|previous|late|first|last|would-be|then)\b/i;

function aliasesOf(scene: Scene, cluster: Cluster): string[] {
  const seen = new Set([normalizeName(cluster.name)]);
  const aliases: string[] = [];
  const add = (alias: string): void => {
    const name = normalizeName(alias);
    if (name === '' || seen.has(name) || aliases.length >= MOST_ALIASES) return;
    seen.add(name);
    aliases.push(alias.replace(/\s+/g, ' ').trim());
  };
  for (const mention of cluster.mentions) if (names(mention, cluster)) add(mention.text);
  for (const office of cluster.offices) {
    const owner = office.of === null ? undefined : scene.gazetteer.entries.get(office.of);
    if (owner === undefined) continue;
    for (const word of new Set([owner.adjectives?.[0] ?? owner.name, owner.name])) {
      const title = `${office.former ? 'former ' : ''}${word} ${office.title.toLowerCase()}`;
      add(title);
    }
  }
  for (const alias of cluster.aliases) add(alias);
  if (cluster.entry?.type === 'Country') for (const adjective of cluster.entry.adjectives ?? []) add(adjective);
  return aliases;
}

/** The words of an office name its holder, and not the state that they imply. */
const names = (mention: FoundMention, { type }: Cluster): boolean =>
  mention.kind !== 'pronoun' &&
  !(mention.kind === 'office' && type === 'Country') &&
  !/^(the|both) two /i.test(mention.text);
