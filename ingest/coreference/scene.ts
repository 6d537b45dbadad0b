/** What every resolver needs: the tree, the mentions, the clusters so far, and the questions that several of them ask. */
import type { Gazetteer, GazetteerEntry } from '../gazetteer/gazetteer.ts';
import { entityKey } from '../gazetteer/load.ts';
import type { FoundMention, FoundOffice } from '../mentions/found.ts';
import { lower, type Tree, tokenAt, verbAbove } from '../mentions/tree.ts';
import type { Cluster, Clusters } from './clusters.ts';

export interface Scene {
  /** A mark of this bulletin's text, in the keys of whoever is known in it only. */
  readonly bulletin: string;
  readonly tree: Tree;
  readonly gazetteer: Gazetteer;
  readonly date: string | null;
  readonly mentions: readonly FoundMention[];
  /** The only state that the bulletin names; null where it names none or several. */
  readonly soleState: GazetteerEntry | null;
  /** Keys of the state named first and of those named most often. */
  readonly mainStates: ReadonlySet<string>;
  readonly clusters: Clusters;
  readonly officesByPerson: ReadonlyMap<number, readonly FoundOffice[]>;
  /** Mention that a token heads, names before nominals. */
  readonly byHead: ReadonlyMap<number, FoundMention>;
}

/** The key of a cluster, made when it is first needed. */
export function keyOf(scene: Scene, cluster: Cluster): string {
  cluster.key ??= `${entityKey(cluster.type, cluster.name)}${cluster.local ? `:${scene.bulletin}` : ''}`;
  return cluster.key;
}

export const sentenceOf = (scene: Scene, i: number): number => scene.tree.sentenceOf[i] ?? 0;

export const clustersOf = (scene: Scene, mention: FoundMention): readonly Cluster[] =>
  scene.clusters.referents[mention.id] ?? [];

export function isSubject(scene: Scene, mention: FoundMention): boolean {
  const dep = tokenAt(scene.tree, mention.head).dep;
  return dep === 'nsubj' || dep === 'nsubjpass';
}

/** The state that a mention at this place most likely speaks of: named before it, in the same sentence if possible; never
 * one that governs the verb `doing`. */
export function stateInScope(scene: Scene, mention: FoundMention, doing = -1): GazetteerEntry | null {
  let best: GazetteerEntry | null = null;
  let most = 0;
  const sentence = sentenceOf(scene, mention.first);
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    const state = stateEntry(scene, cluster);
    if (state === null || other.kind === 'pronoun') continue;
    if (doing >= 0 && other.first < doing && verbAbove(scene.tree, other.head) === doing) continue;
    const distance = sentence - sentenceOf(scene, other.first);
    if (distance > 4) break;
    const score = 10 - 2 * distance + prominence(scene, other) + (cluster.entry === state ? 1 : 0);
    if (score >= most) {
      most = score;
      best = state;
    }
  }
  return best;
}

/** Subjects and places where things happen set the scene more than adjectives do. */
function prominence(scene: Scene, mention: FoundMention): number {
  const token = tokenAt(scene.tree, mention.head);
  if (isSubject(scene, mention)) return 3;
  if (token.dep === 'pobj' && ['in', 'across', 'throughout'].includes(lower(scene.tree, token.head))) return 3;
  if (mention.kind !== 'nationality') return 1;
  // "Italian Health Minister X signs": the adjective of the subject sets the scene as the subject does.
  const noun = tokenAt(scene.tree, token.head);
  const above = ['compound', 'nmod', 'appos'].includes(noun.dep) ? tokenAt(scene.tree, noun.head) : noun;
  return above.dep === 'nsubj' || above.dep === 'nsubjpass' ? 3 : 0;
}

/** The state that a cluster is or belongs to. */
export function stateEntry(scene: Scene, cluster: Cluster): GazetteerEntry | null {
  if (cluster.entry?.type === 'Country') return cluster.entry;
  let key = cluster.of;
  for (let step = 0; step < 4 && key !== null; step++) {
    const entry: GazetteerEntry | null =
      scene.gazetteer.entries.get(key) ?? scene.clusters.byKey.get(key)?.entry ?? null;
    if (entry?.type === 'Country') return entry;
    key = entry?.of ?? scene.clusters.byKey.get(key)?.of ?? null;
  }
  return null;
}

/** Where no state was named yet: the next one that the same or the next sentence names. */
export function stateAhead(scene: Scene, mention: FoundMention): GazetteerEntry | null {
  const sentence = sentenceOf(scene, mention.first);
  for (let id = mention.id + 1; id < scene.mentions.length && id < mention.id + 40; id++) {
    const next = scene.mentions[id];
    if (next === undefined || sentenceOf(scene, next.first) > sentence + 1) return null;
    const key = next.entry?.type === 'Country' ? next.entry.key : next.entry?.of;
    const entry = key === undefined ? undefined : scene.gazetteer.entries.get(key);
    if (entry?.type === 'Country') return entry;
  }
  return null;
}

/** The state that the bulletin names first, and those that it names most often, by themselves or by what is theirs. */
export function mainStatesOf(scene: Pick<Scene, 'gazetteer' | 'mentions'>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { entry } of scene.mentions) {
    const key = entry?.type === 'Country' ? entry.key : entry?.of;
    if (key === undefined || scene.gazetteer.entries.get(key)?.type !== 'Country') continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const [first] = counts.keys();
  const main = new Set([...counts].flatMap(([key, count]) => (count === most && count > 1 ? [key] : [])));
  return first === undefined ? main : main.add(first);
}

/** The only state that the bulletin names, if it names just one. */
export function soleStateOf(mentions: readonly FoundMention[]): GazetteerEntry | null {
  let sole: GazetteerEntry | null = null;
  for (const { entry } of mentions) {
    if (entry?.type !== 'Country') continue;
    if (sole !== null && sole !== entry) return null;
    sole = entry;
  }
  return sole;
}
