/**
 * Entities in the making: every mention that is resolved joins a cluster, and clusters remember where they were last seen.
 * The store is append-only within one document; candidates are looked for in a bounded window of recent mentions.
 */
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { OfficeOf } from '../document.ts';
import type { GazetteerEntry } from '../gazetteer/gazetteer.ts';
import type { FoundMention, Gender } from '../mentions/found.ts';

export interface Cluster {
  readonly id: number;
  /** Fixed where the gazetteer or a leader's name gives it; else made from the name at the end. */
  key: string | null;
  entry: GazetteerEntry | null;
  type: EntityType;
  name: string;
  readonly aliases: Set<string>;
  of: string | null;
  number: FoundMention['number'];
  gender: Gender;
  /** Lower-case head noun of a cluster that has no proper name; else empty. */
  noun: string;
  readonly mentions: FoundMention[];
  readonly offices: OfficeOf[];
  /** Position among the nominals and offices of this bulletin only: never the same entity in another bulletin. */
  local: boolean;
  /** The gazetteer says who it is, or rules. */
  known: boolean;
}

/** How many recent mentions are looked at for an antecedent. */
const WINDOW = 80;

export class Clusters {
  readonly all: Cluster[] = [];
  readonly referents: Cluster[][] = [];
  readonly byKey = new Map<string, Cluster>();
  /** Mentions with their clusters in the order in which they were resolved, names and all. */
  readonly #trail: { readonly mention: FoundMention; readonly cluster: Cluster }[] = [];

  create(mention: FoundMention, type: EntityType, name: string): Cluster {
    const cluster: Cluster = {
      id: this.all.length,
      key: null,
      entry: null,
      type,
      name,
      aliases: new Set(),
      of: mention.of,
      number: mention.number,
      gender: mention.gender,
      noun: '',
      mentions: [],
      offices: [],
      local: false,
      known: false,
    };
    this.all.push(cluster);
    return cluster;
  }

  /** The cluster of a known key, made on first use. */
  known(entry: GazetteerEntry, mention: FoundMention): Cluster {
    const found = this.byKey.get(entry.key);
    if (found !== undefined) return found;
    const cluster = this.create(mention, entry.type, entry.name);
    cluster.key = entry.key;
    cluster.entry = entry;
    cluster.known = true;
    cluster.of = entry.of ?? null;
    cluster.number = entry.type === 'Group' ? 'several' : 'one';
    for (const alias of entry.aliases) cluster.aliases.add(alias);
    this.byKey.set(entry.key, cluster);
    return cluster;
  }

  keyed(key: string, make: () => Cluster): Cluster {
    const found = this.byKey.get(key);
    if (found !== undefined) return found;
    const cluster = make();
    cluster.key = key;
    this.byKey.set(key, cluster);
    return cluster;
  }

  assign(mention: FoundMention, clusters: readonly Cluster[]): void {
    this.referents[mention.id] = [...clusters];
    for (const cluster of clusters) {
      cluster.mentions.push(mention);
      if (cluster.gender === null && mention.kind !== 'pronoun') cluster.gender = mention.gender;
      this.#trail.push({ mention, cluster });
    }
  }

  /** Resolved mentions before token `i`, latest first, a bounded number. */
  *before(i: number): Generator<{ readonly mention: FoundMention; readonly cluster: Cluster }> {
    let left = WINDOW;
    for (let at = this.#trail.length - 1; at >= 0 && left > 0; at--, left--) {
      const entry = this.#trail[at];
      if (entry !== undefined && entry.mention.first < i) yield entry;
    }
  }
}
