/**
 * Who is meant by each mention of a document, and with that the document's entities. Mentions are resolved from left to
 * right, each by the resolver of its kind; names and their offices come before what points back at them.
 */
import { createHash } from 'node:crypto';
import type { DocumentEntity, Mention, OfficeOf, ResolvedDocument } from '../document.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { FoundMention, FoundOffice } from '../mentions/found.ts';
import { findMentions, type MentionsOf } from '../mentions/index.ts';
import { tokenAt } from '../mentions/tree.ts';
import type { Doc } from '../nlp/doc.ts';
import { namesApposed } from './apposed.ts';
import { type Cluster, Clusters } from './clusters.ts';
import { toEntities } from './entities.ts';
import { mentionImpliedStates } from './implied-states.ts';
import { type NameResolver, nameResolver } from './names.ts';
import { innerReferents, isQuantity, resolveNominal } from './nominals.ts';
import { ownerOf, resolveOffice, titleOf } from './offices.ts';
import { resolvePronoun } from './pronouns.ts';
import { clustersOf, mainStatesOf, type Scene, soleStateOf } from './scene.ts';

export interface ResolveOptions {
  /** ISO date of the bulletin, by which offices are dated; null where unknown. */
  readonly date: string | null;
  readonly gazetteer: Gazetteer;
}

export function resolveDocument(doc: Doc, options: ResolveOptions): ResolvedDocument {
  const found = findMentions(doc, options.gazetteer);
  const scene: Scene = {
    bulletin: createHash('sha256').update(doc.text).digest('hex').slice(0, 10),
    tree: found.tree,
    gazetteer: options.gazetteer,
    date: options.date,
    mentions: found.mentions,
    soleState: soleStateOf(found.mentions),
    mainStates: mainStatesOf({ gazetteer: options.gazetteer, mentions: found.mentions }),
    clusters: new Clusters(),
    officesByPerson: groupBy(found.offices, (office) => office.person),
    byHead: headIndex(found.mentions),
  };
  const resolveName = nameResolver(scene);
  const order = inwardFirst(scene.mentions);
  const rank = new Map(order.map((mention, at) => [mention.id, at]));
  const rankOf = (id: number | null): number => (id === null ? -1 : (rank.get(id) ?? -1));
  const given = groupBy(found.offices, (office) => Math.max(rankOf(office.person), rankOf(office.owner)));
  const holders = officesByStart(found.offices);
  const waiting: FoundMention[] = [];
  const named = new Map(
    scene.mentions.flatMap((mention) => {
      const names = namesApposed(scene, mention);
      return names.length > 0 ? [[mention.id, names] as const] : [];
    }),
  );
  order.forEach((mention, at) => {
    const isQuantified = mention.inner !== null && isQuantity(scene, mention);
    if (isQuantified || named.has(mention.id) || isBeforeHolder(scene, mention, holders)) waiting.push(mention);
    else scene.clusters.assign(mention, resolve(scene, mention, resolveName, holders));
    for (const office of given.get(at) ?? []) giveOffice(scene, office);
  });
  for (const mention of waiting) {
    const holder = holders.get(mention.head)?.person;
    const person = holder === undefined ? undefined : scene.mentions[holder];
    const names = named.get(mention.id) ?? (person === undefined ? [] : [person]);
    const meant =
      mention.inner !== null ? innerReferents(scene, mention) : names.flatMap((name) => clustersOf(scene, name));
    scene.clusters.assign(mention, meant);
  }
  return finish({ ...scene, mentions: [...scene.mentions, ...mentionImpliedStates(scene)] }, found, options.date);
}

function resolve(
  scene: Scene,
  mention: FoundMention,
  resolveName: NameResolver,
  holders: ReadonlyMap<number, FoundOffice>,
): readonly Cluster[] {
  if (mention.kind === 'nominal') return resolveNominal(scene, mention);
  if (mention.kind === 'pronoun') return resolvePronoun(scene, mention);
  if (mention.kind === 'office') return resolveOfficeOf(scene, mention, holders);
  const cluster = resolveName(mention);
  return cluster === null ? resolveNominal(scene, mention) : [cluster];
}

/** Whoever the words around the office say holds it, else whoever the office itself means. */
function resolveOfficeOf(
  scene: Scene,
  mention: FoundMention,
  holders: ReadonlyMap<number, FoundOffice>,
): readonly Cluster[] {
  const own = scene.officesByPerson.get(mention.id)?.[0];
  if (own !== undefined) return resolveOffice(scene, mention, own);
  const person = scene.mentions[holders.get(mention.head)?.person ?? -1];
  return person === undefined ? [] : clustersOf(scene, person);
}

/** "Pentagon spokesman, Peter Cook": the office is read before the name that tells whose it is. */
function isBeforeHolder(scene: Scene, mention: FoundMention, holders: ReadonlyMap<number, FoundOffice>): boolean {
  if (mention.kind !== 'office' || scene.officesByPerson.has(mention.id)) return false;
  const holder = holders.get(mention.head);
  return holder !== undefined && (scene.mentions[holder.person]?.first ?? 0) > mention.last;
}

/** Left to right by where mentions end, and what is inside before what holds it: "its", then "its forces". */
const inwardFirst = (mentions: readonly FoundMention[]): FoundMention[] =>
  [...mentions].sort((a, b) => a.last - b.last || b.first - a.first);

/** By token: the office construction that covers it, of those that name their holder. */
function officesByStart(offices: readonly FoundOffice[]): Map<number, FoundOffice> {
  const index = new Map<number, FoundOffice>();
  for (const office of offices) {
    const to = Math.min(office.last, office.first + 40);
    for (let i = office.first; i <= to; i++) if (!index.has(i)) index.set(i, office);
  }
  return index;
}

function giveOffice(scene: Scene, office: FoundOffice): void {
  const person = scene.mentions[office.person];
  const [cluster] = person === undefined ? [] : clustersOf(scene, person);
  if (cluster === undefined || cluster.type !== 'Person' || !office.represents) return;
  const of = ownerOf(scene, office);
  const title = titleOf(scene, office, cluster);
  const known = cluster.offices.find(
    (held) => held.title.toLowerCase() === title.toLowerCase() && (held.of === of || of === null),
  );
  if (known !== undefined) return;
  const given: OfficeOf = {
    title,
    of,
    former: office.former,
    span: { first: office.first, last: office.last },
  };
  cluster.offices.push(given);
}

function finish(scene: Scene, found: MentionsOf, date: string | null): ResolvedDocument {
  const mentions: Mention[] = scene.mentions.map(({ id, first, last, head, kind, text, start, end }) => ({
    id,
    first,
    last,
    head,
    kind,
    text,
    start,
    end,
  }));
  const { entities, byCluster } = toEntities(scene, mentions);
  const referents = scene.mentions.map((mention) =>
    clustersOf(scene, mention).flatMap((cluster): readonly DocumentEntity[] => {
      const entity = byCluster.get(cluster);
      return entity === undefined ? [] : [entity];
    }),
  );
  const mentionByHead = Array.from({ length: scene.tree.doc.tokens.length }, (): Mention | undefined => undefined);
  // What words of an office imply is told by the office, and is no argument of a verb.
  for (const mention of mentions.slice(0, found.mentions.length)) {
    const other = mentionByHead[mention.head];
    if (other === undefined || other.last - other.first < mention.last - mention.first)
      mentionByHead[mention.head] = mention;
  }
  for (const [i, id] of found.titled) {
    const person = mentions[id];
    if (person !== undefined && mentionByHead[i] === undefined && !isWithin(scene, i, found.titled, person))
      mentionByHead[i] = person;
  }
  return { doc: scene.tree.doc, date, mentions, entities, referents, mentionByHead };
}

/** A title word that hangs on the name or on another word of the title is no argument of anything. */
function isWithin(scene: Scene, i: number, titled: ReadonlyMap<number, number>, person: Mention): boolean {
  const { head } = tokenAt(scene.tree, i);
  if (head === i) return false;
  return titled.get(head) === person.id || (head >= person.first && head <= person.last);
}

/** Names before nominals, wider before narrower, where several mentions share a head. */
function headIndex(mentions: readonly FoundMention[]): Map<number, FoundMention> {
  const index = new Map<number, FoundMention>();
  for (const mention of mentions) {
    const other = index.get(mention.head);
    if (other === undefined || other.last - other.first < mention.last - mention.first)
      index.set(mention.head, mention);
  }
  return index;
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
