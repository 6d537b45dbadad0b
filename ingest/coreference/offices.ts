/**
 * Persons named by office alone ("the Japanese prime minister", "the foreign minister"): somebody to whom the bulletin gave
 * the office, whoever is known to have held it that day, or a person known only by it.
 */
import type { GazetteerEntry } from '../gazetteer/gazetteer.ts';
import { entityKey } from '../gazetteer/load.ts';
import type { FoundMention, FoundOffice } from '../mentions/found.ts';
import { childrenOf, tokenAt } from '../mentions/tree.ts';
import type { Cluster } from './clusters.ts';
import { EMIRATES, KINGDOMS } from './forms-of-state.ts';
import { findLeader, holderOn, stateOfLeaderBefore, titlesAgree } from './leaders.ts';
import { lastOnes } from './nominals.ts';
import { clustersOf, keyOf, type Scene, sentenceOf, stateInScope } from './scene.ts';

/** Titles whose holder stands for a state when the words name no owner. */
function isStateOffice(scene: Scene, noun: string): boolean {
  const { state } = scene.gazetteer.lexicon.titles;
  if (state.has(noun)) return true;
  const words = noun.split(' ');
  return words.some((_, at) => state.has(words.slice(at).join(' '))) || /\bminister\b/.test(noun);
}

/** The key of what the office is an office of; the words decide, else for offices of state the state that is spoken of. */
export function ownerOf(scene: Scene, office: FoundOffice): string | null {
  const owner = office.owner === null ? undefined : scene.mentions[office.owner];
  if (owner !== undefined) {
    const [cluster] = clustersOf(scene, owner);
    const entry = cluster?.entry ?? owner.entry;
    if (entry !== null && entry !== undefined) {
      const city = /mayor|governor|police/.test(office.noun);
      if (entry.type === 'Place' && !city) return entry.acts ?? entry.key;
      return entry.acts !== undefined && entry.type === 'Facility' ? entry.acts : entry.key;
    }
    if (cluster?.type === 'Person') return cluster.offices.at(-1)?.of ?? termOf(scene, owner, cluster) ?? null;
    return cluster === undefined ? null : keyOf(scene, cluster);
  }
  const person = scene.mentions[office.person];
  if (person === undefined) return null;
  if (/\bmayor$/.test(office.noun)) return cityInScope(scene, person);
  if (!isStateOffice(scene, office.noun)) return null;
  const leader = person.kind === 'name' ? findLeader(scene, person, person.name, [office]) : null;
  const term =
    leader?.terms.find((held) => titlesAgree(held.title, office.noun)) ??
    leader?.terms.find(({ title }) => !isDeputy(office.noun) && office.noun.endsWith(` ${title}`));
  if (term !== undefined) return term.of;
  if (person.kind !== 'name') return stateSpokenOf(scene, person)?.key ?? null;
  return stateInScope(scene, person)?.key ?? stateOfLeaderBefore(scene, person) ?? scene.soleState?.key ?? null;
}

const isDeputy = (noun: string): boolean => /\b(vice|deputy|assistant)\b/.test(noun);
const CROWNED = /\b(king|queen|prince|princess|emir|sultan|emperor|monarch)$/;
const isMonarchy = (state: GazetteerEntry | null): boolean =>
  KINGDOMS.has(state?.iso3 ?? '') || EMIRATES.has(state?.iso3 ?? '') || ['JPN', 'BRN'].includes(state?.iso3 ?? '');

/** "the president" without a name: the state in scope only where the whole bulletin speaks of it first or most. */
function stateSpokenOf(scene: Scene, mention: FoundMention): GazetteerEntry | null {
  const near = stateInScope(scene, mention);
  const ruled = CROWNED.exec(mention.noun) !== null;
  if (ruled && !isMonarchy(scene.soleState) && !isMonarchy(near)) return null;
  if (scene.soleState !== null || near === null) return scene.soleState;
  return scene.mainStates.has(near.key) ? near : null;
}

/** "Mayor Jacob Frey": the city that was named last, this sentence or the one before. */
function cityInScope(scene: Scene, mention: FoundMention): string | null {
  const sentence = sentenceOf(scene, mention.first);
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (sentence - sentenceOf(scene, other.first) > 1) break;
    if (cluster.type === 'Place' && other.kind === 'name' && !REGION.test(cluster.name)) return keyOf(scene, cluster);
  }
  return null;
}

const REGION =
  /\b(sea|ocean|gulf|strait|river|lake|island|islands|region|province|state|county|oblast|mountains?|valley|bank|strip|peninsula|border|camp|desert|district|governorate)\b/i;

/** The state of whoever is known to have held an office, where the bulletin gives him none. */
function termOf(scene: Scene, mention: FoundMention, cluster: Cluster): string | undefined {
  if (mention.kind !== 'name') return undefined;
  return findLeader(scene, mention, cluster.name, [])?.terms.at(-1)?.of;
}

/** "his Chinese counterpart": a counterpart holds the office of whoever was last given one. */
export function titleOf(scene: Scene, office: FoundOffice, holder: Cluster | null): string {
  if (office.noun !== 'counterpart') return office.title;
  for (const { cluster } of scene.clusters.before(office.first)) {
    const held = cluster === holder ? undefined : cluster.offices.at(-1);
    if (held !== undefined) return held.title;
  }
  return office.title;
}

export function resolveOffice(scene: Scene, mention: FoundMention, read: FoundOffice): readonly Cluster[] {
  const title = titleOf(scene, read, null);
  const office = title === read.title ? read : { ...read, title, noun: title.toLowerCase() };
  if (mention.type === 'Group') {
    const two = theTwoHolders(scene, mention, office);
    if (two !== null) return two;
  }
  const each = holdersOfEach(scene, mention, office);
  if (each.length > 0) return each;
  const subject = subjectOf(scene, mention);
  return subject === null ? [resolveOne(scene, mention, office)] : [subject];
}

/** Offices that a state gives to one person at a time. */
const HELD_BY_ONE =
  /\b(minister|president|king|queen|premier|chancellor|secretary|ambassador|spokes\w+|chief|governor|leader|emir|monarch)$/i;

/** "The presidents of Ghana and Togo": the holder of each, with the office. */
function holdersOfEach(scene: Scene, mention: FoundMention, office: FoundOffice): readonly Cluster[] {
  if (office.owner === null || office.others.length === 0) return [];
  const title = office.title.replace(/s$/, '');
  // "Thai and Cambodian officials" are two groups, "Thai and Cambodian presidents" two persons.
  if (!HELD_BY_ONE.test(title)) {
    if (mention.definite && /^the\b/i.test(mention.text)) return [];
    return [office.owner, ...office.others].map((owner) =>
      resolveOne(scene, mention, { ...office, owner, others: [] }),
    );
  }
  return [office.owner, ...office.others].map((owner) => {
    const one: FoundOffice = { ...office, owner, others: [], title, noun: title.toLowerCase() };
    const cluster = resolveOne(scene, { ...mention, type: 'Person', number: 'one' }, one);
    const of = ownerOf(scene, one);
    if (!cluster.offices.some((held) => held.of === of))
      cluster.offices.push({ title, of, former: office.former, span: { first: office.first, last: office.last } });
    return cluster;
  });
}

/** "when he was mayor of Paris": the office is what the subject is. */
function subjectOf(scene: Scene, mention: FoundMention): Cluster | null {
  const token = tokenAt(scene.tree, mention.head);
  if (token.dep !== 'attr' || tokenAt(scene.tree, token.head).lemma.toLowerCase() === 'name') return null;
  for (const subject of childrenOf(scene.tree, token.head, 'nsubj')) {
    const who = scene.byHead.get(subject);
    const [cluster] = who === undefined ? [] : clustersOf(scene, who);
    if (cluster?.type === 'Person' && cluster.number !== 'several') return cluster;
  }
  return null;
}

/** "the two foreign ministers", "both leaders": the last two who hold such an office, else the last two persons. */
function theTwoHolders(scene: Scene, mention: FoundMention, office: FoundOffice): readonly Cluster[] | null {
  if (!/^(the two|both|both the) /i.test(mention.text) || office.owner !== null) return null;
  const singular = office.noun.replace(/s$/, '');
  const found: Cluster[] = [];
  for (const { cluster } of scene.clusters.before(mention.first)) {
    if (
      found.length < 2 &&
      !found.includes(cluster) &&
      cluster.offices.some((held) => held.title.toLowerCase().endsWith(singular))
    )
      found.push(cluster);
  }
  if (found.length === 2) return found.reverse();
  const persons = lastOnes(scene, mention, ['Person']);
  return persons.length === 2 ? persons : null;
}

function resolveOne(scene: Scene, mention: FoundMention, office: FoundOffice): Cluster {
  const of = ownerOf(scene, office);
  const holder = holderInBulletin(scene, mention, office, of);
  if (holder !== null) return holder;
  const isAnother = /\b(next|future|new|first|previous|upcoming)\b/i.test(mention.text);
  const leader =
    of === null || office.former || !mention.definite || isAnother ? null : holderOn(scene, office.noun, of);
  if (leader !== null) {
    return scene.clusters.keyed(entityKey('Person', leader.name), () => {
      const cluster = scene.clusters.create(mention, 'Person', leader.name);
      cluster.known = true;
      cluster.gender = leader.gender;
      for (const alias of leader.aliases) cluster.aliases.add(alias);
      return cluster;
    });
  }
  const cluster = scene.clusters.create(mention, mention.type ?? 'Person', officeName(scene, office, of));
  cluster.noun = office.noun;
  cluster.local = true;
  cluster.of = of;
  nameByState(scene, mention, cluster, of);
  return cluster;
}

/** "prosecutors in Istanbul", "twelve mayors": their state as a further name, read from the place or as a guess. */
function nameByState(scene: Scene, mention: FoundMention, cluster: Cluster, of: string | null): void {
  const place = of === null ? undefined : scene.gazetteer.entries.get(of);
  if (place?.type === 'Country' || (of !== null && place === undefined)) return;
  const state = placeAfter(scene, mention) ?? (place === undefined ? stateInScope(scene, mention) : null);
  const key = state?.key ?? place?.of;
  const adjective = key === undefined ? undefined : scene.gazetteer.entries.get(key)?.adjectives?.[0];
  if (key === undefined || adjective === undefined) return;
  cluster.aliases.add(`${adjective} ${mention.noun}`);
  if (mention.type === 'Group') cluster.of ??= key;
}

/** The state of the place that the phrase itself names: "in Istanbul". */
function placeAfter(scene: Scene, mention: FoundMention): GazetteerEntry | null {
  for (let i = mention.head + 1; i <= mention.last; i++) {
    const entry = scene.byHead.get(i)?.entry;
    const state = entry?.type === 'Country' ? entry : scene.gazetteer.entries.get(entry?.of ?? '');
    if (state?.type === 'Country') return state;
  }
  return null;
}

/** Somebody to whom the bulletin gave the office; after "ousted President X" also "the president" is X. */
function holderInBulletin(scene: Scene, mention: FoundMention, office: FoundOffice, of: string | null): Cluster | null {
  const holder = holderOf(scene, mention, office, of);
  if (holder !== null || office.former || office.owner !== null) return holder;
  return holderOf(scene, mention, { ...office, former: true }, of);
}

function holderOf(scene: Scene, mention: FoundMention, office: FoundOffice, of: string | null): Cluster | null {
  if (!mention.definite && office.owner === null) return null;
  const short = office.noun.split(' ').at(-1) ?? office.noun;
  for (const { cluster } of scene.clusters.before(mention.first)) {
    if (cluster.type !== 'Person') continue;
    const fits = cluster.offices.some(
      (held) =>
        held.former === office.former &&
        (titlesAgree(held.title, office.noun) ||
          (office.owner === null &&
            held.title.toLowerCase().endsWith(short) &&
            !/^(vice|deputy|first|second)\b/i.test(held.title) &&
            office.noun === short)) &&
        (of === null || held.of === null || held.of === of || office.owner === null),
    );
    if (fits || (cluster.noun === office.noun && cluster.of === of)) return cluster;
  }
  return null;
}

/** "Japanese prime minister", "president of Ecuador"'s usual form "Ecuadorian president". */
function officeName(scene: Scene, office: FoundOffice, of: string | null): string {
  const entry = of === null ? undefined : scene.gazetteer.entries.get(of);
  const prefix = office.former ? 'former ' : '';
  if (entry === undefined) return `${prefix}${office.title}`;
  const adjective = entry.adjectives?.[0] ?? entry.name;
  return `${prefix}${adjective} ${office.title.toLowerCase()}`;
}
