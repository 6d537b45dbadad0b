/** Places named again by their kind: "the territory", "the strip", "the island", "the kingdom", "the capital". */
import { normalizeName } from '../gazetteer/normalize.ts';
import type { FoundMention } from '../mentions/found.ts';
import { lower } from '../mentions/tree.ts';
import type { Cluster } from './clusters.ts';
import { EMIRATES, ISLANDS, KINGDOMS } from './forms-of-state.ts';
import { type Scene, sentenceOf, stateEntry } from './scene.ts';

/** "the territory", "the strip", "the island", "the kingdom", "the capital": the latest place that can be called so. */
export function placeMeant(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  const { noun } = mention;
  if (!scene.gazetteer.lexicon.nouns.places.has(noun)) return null;
  if (mention.number === 'several' || mention.last !== mention.first + 1) return mention.type === null ? [] : null;
  if (!['the', 'this'].includes(lower(scene.tree, mention.first))) return mention.type === null ? [] : null;
  const sentence = sentenceOf(scene, mention.first);
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (sentence - sentenceOf(scene, other.first) > 4) break;
    if (other.kind === 'pronoun') continue;
    if (placeCalledSo(cluster, noun)) return [cluster];
    // "arrives in Havana … the island": the state that the place is in.
    const state = noun === 'island' || noun === 'kingdom' ? stateEntry(scene, cluster) : null;
    if (state !== null && (noun === 'island' ? ISLANDS : KINGDOMS).has(state.iso3 ?? ''))
      return [scene.clusters.known(state, mention)];
  }
  return [];
}

/** States are kingdoms and islands by their codes; of other places their names, or nothing, speak against. */
function placeCalledSo(cluster: Cluster, noun: string): boolean {
  const iso3 = cluster.entry?.iso3 ?? '';
  if (cluster.type === 'Country') {
    if (noun === 'kingdom') return KINGDOMS.has(iso3);
    if (noun === 'emirate' || noun === 'sultanate') return EMIRATES.has(iso3);
    return noun === 'island' && ISLANDS.has(iso3);
  }
  if (cluster.type !== 'Place') return false;
  const name = normalizeName(cluster.name);
  const kind = name.split(' ').find((word) => LANDS.has(word));
  const stem = noun.replace(/s$/, '');
  switch (stem) {
    case 'city':
    case 'town':
    case 'village':
    case 'capital':
      return kind === undefined && !/\b(sea|ocean|gulf|river|lake|strait)\b/.test(name);
    case 'strip':
    case 'peninsula':
    case 'archipelago':
    case 'island':
    case 'district':
      return name.includes(stem) || (stem === 'strip' && name === 'gaza');
    case 'kingdom':
    case 'emirate':
    case 'sultanate':
      return false;
    default:
      return kind !== undefined || cluster.entry?.acts === undefined;
  }
}

const LANDS = new Set(
  'province region strip peninsula island islands territory oblast valley state county governorate district bank heights republic desert'.split(
    ' ',
  ),
);
