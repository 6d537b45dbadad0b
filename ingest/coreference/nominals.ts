/**
 * Nominals to clusters, by ordered rules, first that answers: "the country", "the Syrian government", "the two sides", "the
 * ministry", "the bloc", a group seen before; else an actor of its own. Indefinite phrases are always new.
 */
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { GazetteerEntry } from '../gazetteer/gazetteer.ts';
import { normalizeName } from '../gazetteer/normalize.ts';
import type { FoundMention } from '../mentions/found.ts';
import { childrenOf, lower, tokenAt, verbAbove } from '../mentions/tree.ts';
import type { Cluster } from './clusters.ts';
import { stateOfLeaderBefore } from './leaders.ts';
import { placeMeant } from './place-nominals.ts';
import { clustersOf, isSubject, keyOf, type Scene, sentenceOf, stateAhead, stateEntry, stateInScope } from './scene.ts';

type Rule = (scene: Scene, mention: FoundMention) => readonly Cluster[] | null;

const STATE_ITSELF = new Set('government side state nation country republic kingdom regime'.split(' '));
const OF_STATES = new Set(
  'side party country nation neighbour neighbor state government power capital rival ally'.split(' '),
);
const OF_PERSONS = new Set('leader minister president man woman official diplomat pair duo'.split(' '));
const NOT_THE_STATE = new Set(
  'local state provincial regional federal city municipal transitional interim coalition rebel military previous former rival parallel new shadow foreign'.split(
    ' ',
  ),
);

/** "hundreds of protesters": whoever the inner noun means, resolved later and joined in resolve.ts. */
const RULES: readonly Rule[] = [kindOfName, placeMeant, theTwo, stateNamed, stateMeant, bodyMeant, sameAgain];

export function resolveNominal(scene: Scene, read: FoundMention): readonly Cluster[] {
  if (read.others.length > 0 && read.of !== null) {
    return [read.of, ...read.others].flatMap((of) => resolveNominal(scene, ofCountry(scene, read, of)));
  }
  const mention = withPossessor(scene, read);
  for (const rule of RULES) {
    const found = rule(scene, mention);
    if (found !== null) return found;
  }
  if (mention.type === null) return [];
  const cluster = scene.clusters.create(mention, mention.type, mention.name);
  cluster.noun = mention.noun;
  for (const alias of mention.aliases) cluster.aliases.add(alias);
  cluster.local = mention.number === 'one' || mention.of === null;
  if (mention.of === null) belongTo(scene, mention, cluster);
  return [cluster];
}

/** "Thai and Cambodian soldiers", read as "Cambodian soldiers". */
function ofCountry(scene: Scene, mention: FoundMention, of: string): FoundMention {
  const adjective = scene.gazetteer.entries.get(of)?.adjectives?.[0];
  const name = adjective === undefined ? mention.bare : `${adjective} ${mention.bare}`;
  return { ...mention, of, others: [], name, aliases: [mention.bare] };
}

/** "its forces", "his wife": the nominal read with whoever the possessive means. */
function withPossessor(scene: Scene, mention: FoundMention): FoundMention {
  if (tokenAt(scene.tree, mention.first).tag !== 'PRP$') return mention;
  const pronoun = scene.byHead.get(mention.first);
  const [owner] = pronoun === undefined ? [] : clustersOf(scene, pronoun);
  if (owner === undefined) return mention;
  const state = stateEntry(scene, owner);
  const of = owner.type === 'Person' ? (owner.offices.at(-1)?.of ?? state?.key ?? null) : keyOf(scene, owner);
  const adjective = scene.gazetteer.entries.get(of ?? '')?.adjectives?.[0];
  const bare = mention.bare === '' ? mention.noun : mention.bare;
  const possessive = owner.name.endsWith('s') ? "'" : "'s";
  const named =
    owner.type === 'Person' || adjective === undefined ? `${owner.name}${possessive} ${bare}` : `${adjective} ${bare}`;
  return { ...mention, of, name: named, aliases: [bare, `${bare} of ${owner.name}`, ...mention.aliases] };
}

/** Whom nothing else places belongs, as a guess, to the state that the sentence speaks of; only an alias says so. */
function belongTo(scene: Scene, mention: FoundMention, cluster: Cluster): void {
  if (mention.type !== 'Group' && mention.type !== 'Organization') return;
  const state = stateOfScene(scene, mention) ?? stateInScope(scene, mention) ?? stateAhead(scene, mention);
  if (state === null) return;
  cluster.of = state.key;
  const adjective = state.adjectives?.[0];
  if (adjective === undefined) return;
  for (const name of [mention.name, ...mention.aliases]) cluster.aliases.add(`${adjective} ${name}`);
}

/** "killed five soldiers in Kandahar": where it happened, told by the verb. */
function stateOfScene(scene: Scene, mention: FoundMention): GazetteerEntry | null {
  const verb = verbAbove(scene.tree, mention.head);
  if (verb < 0) return null;
  for (const prep of childrenOf(scene.tree, verb, 'prep')) {
    if (!['in', 'at', 'near', 'outside', 'across'].includes(lower(scene.tree, prep))) continue;
    for (const place of childrenOf(scene.tree, prep, 'pobj')) {
      const entry = scene.byHead.get(place)?.entry;
      const state = entry?.type === 'Country' ? entry : scene.gazetteer.entries.get(entry?.of ?? '');
      if (state?.type === 'Country') return state;
    }
  }
  return null;
}

/** "the SWAPO party", "Los Choneros drug cartel": the noun only says what the name before it is. */
function kindOfName(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  if (!scene.gazetteer.lexicon.nouns.namedKinds.has(mention.noun)) return null;
  for (let i = mention.head - 1; i >= mention.first; i--) {
    const name = scene.byHead.get(i);
    if (name === undefined || name.kind !== 'name' || tokenAt(scene.tree, i).head !== mention.head) continue;
    const [cluster] = clustersOf(scene, name);
    if (cluster !== undefined && ['Organization', 'Group', 'Agreement'].includes(cluster.type)) return [cluster];
    return null;
  }
  return null;
}

/** "the two sides", "both countries", "the two leaders": the last two of that kind. */
function theTwo(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  const first = lower(scene.tree, mention.first);
  const isEach = first === 'each' && mention.last === mention.first + 1 && OF_TWO.has(mention.noun);
  if (mention.number !== 'several' && !isEach) return null;
  const count = first === 'both' || isEach ? 2 : countOf(scene, mention);
  const counted = count > 0;
  const bare =
    first === 'the' && mention.last === mention.first + 1 && (mention.noun === 'side' || mention.noun === 'country');
  if (!counted && !bare) return null;
  // "two independent rebel groups" were not spoken of before.
  if (tokenAt(scene.tree, mention.first).pos === 'NUM' && mention.last > mention.first + 1) return null;
  const noun = mention.noun;
  const types: readonly EntityType[] = OF_STATES.has(noun)
    ? ['Country', 'Organization', 'Group']
    : OF_PERSONS.has(noun)
      ? ['Person']
      : noun === 'group'
        ? ['Organization', 'Group']
        : [];
  if (types.length === 0 || mention.of !== null) return null;
  const size = Math.max(2, count);
  const found = lastOnes(scene, mention, types[0] === 'Country' ? ['Country'] : types, size);
  if (found.length === size) return found;
  const wider = lastOnes(scene, mention, types, size);
  return wider.length === size ? wider : null;
}

const OF_TWO = new Set(['side', 'party', 'country', 'government']);

/** Words that count those who were named before. */
export const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

/** "the two", "all three", "the four": 0 where nothing is counted, or not as those that were named. */
function countOf(scene: Scene, mention: FoundMention): number {
  const [number] = childrenOf(scene.tree, mention.head, 'nummod');
  if (number === undefined) return 0;
  const count = COUNTS.get(lower(scene.tree, number)) ?? 0;
  return count === 2 || ['the', 'all', 'these', 'those'].includes(lower(scene.tree, mention.first)) ? count : 0;
}

/** The last `size` of these types, in the order in which they were named. */
export function lastOnes(scene: Scene, mention: FoundMention, types: readonly EntityType[], size = 2): Cluster[] {
  const found: Cluster[] = [];
  const sentence = sentenceOf(scene, mention.first);
  const verbs = isSubject(scene, mention) ? [] : verbsOver(scene, mention);
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (sentence - sentenceOf(scene, other.first) > 3) break;
    // "The Malaysian premier urged both neighbours": not whoever does it to them.
    const doing = verbAbove(scene.tree, other.head);
    if (other.first < doing && verbs.includes(doing)) continue;
    if (
      !types.includes(cluster.type) ||
      (cluster.number === 'several' && cluster.type === 'Person') ||
      found.includes(cluster)
    )
      continue;
    found.push(cluster);
    if (found.length === size) break;
  }
  return found.reverse();
}

/** The verb over a mention, and those that lend it their subject: "offered to mediate between the two sides". */
function verbsOver(scene: Scene, mention: FoundMention): number[] {
  const found: number[] = [];
  let verb = verbAbove(scene.tree, mention.head);
  for (let step = 0; step < 4 && verb >= 0; step++) {
    found.push(verb);
    if (tokenAt(scene.tree, verb).dep !== 'xcomp') break;
    verb = verbAbove(scene.tree, verb);
  }
  return found;
}

/** "the Israeli government", "the Japanese side", "the government of Iraq": the state. */
function stateNamed(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  if (mention.of === null || !STATE_ITSELF.has(mention.noun) || mention.number === 'several') return null;
  const entry = scene.gazetteer.entries.get(mention.of);
  if (entry?.type !== 'Country' || isPartial(scene, mention)) return null;
  return [scene.clusters.known(entry, mention)];
}

/** "the country", "the government": the state that is spoken of. */
function stateMeant(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  if (mention.of !== null || mention.number === 'several' || !mention.definite || isPartial(scene, mention))
    return null;
  if (!['country', 'government', 'nation', 'state', 'regime', 'republic', 'kingdom'].includes(mention.noun))
    return null;
  const state = stateInScope(scene, mention, doneTo(scene, mention)) ?? leaderState(scene, mention);
  if (state === null) return mention.noun === 'government' ? null : [];
  return [scene.clusters.known(state, mention)];
}

/** The verb whose subject cannot be meant, as in "Poland called for sanctions on the country"; -1 where it may be. */
function doneTo(scene: Scene, mention: FoundMention): number {
  if (isSubject(scene, mention)) return -1;
  const token = tokenAt(scene.tree, mention.head);
  const link = token.dep === 'pobj' ? lower(scene.tree, token.head) : '';
  if (link !== '' && !['on', 'against', 'with', 'to', 'for', 'by'].includes(link)) return -1;
  return token.dep === 'pobj' || token.dep === 'dobj' ? verbAbove(scene.tree, mention.head) : -1;
}

/** No state is named, but a leader is: "Prime Minister Hun Sen … the country". */
function leaderState(scene: Scene, mention: FoundMention): GazetteerEntry | null {
  for (const { cluster } of scene.clusters.before(mention.first)) {
    for (const { of } of cluster.offices) {
      const entry = of === null ? undefined : scene.gazetteer.entries.get(of);
      if (entry?.type === 'Country') return entry;
    }
  }
  const known = scene.gazetteer.entries.get(stateOfLeaderBefore(scene, mention) ?? '');
  return known?.type === 'Country' ? known : stateAhead(scene, mention);
}

function isPartial(scene: Scene, mention: FoundMention): boolean {
  for (let i = mention.first; i < mention.head; i++) if (NOT_THE_STATE.has(lower(scene.tree, i))) return true;
  return false;
}

/** "the ministry", "the bloc", "the group", "the company": the latest body that can be called so. */
function bodyMeant(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  if (!mention.definite || mention.type !== 'Organization' || mention.number === 'several' || mention.of !== null)
    return null;
  const bare = mention.rule === 'body-in-title' && mention.first === mention.last;
  if (
    !bare &&
    (mention.last - mention.first > 1 || !['the', 'its', 'this', 'that'].includes(lower(scene.tree, mention.first)))
  )
    return null;
  const sentence = sentenceOf(scene, mention.first);
  const doing = doneTo(scene, mention);
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (sentence - sentenceOf(scene, other.first) > 4) break;
    if (doing >= 0 && other.first < doing && verbAbove(scene.tree, other.head) === doing) continue;
    if (calledSo(cluster, mention.noun)) return [cluster];
  }
  return null;
}

/** Names of what belongs to states, which "the group" and "the company" do not mean. */
const OFFICIAL =
  /\b(ministry|department|government|parliament|congress|senate|assembly|court|tribunal|council|police|army|navy|forces|guard|united nations|european union|european commission|nato)\b/;

function calledSo(cluster: Cluster, noun: string): boolean {
  const name = normalizeName(cluster.name);
  if (new RegExp(`\\b${noun}\\b`).test(name)) return cluster.type === 'Organization';
  switch (noun) {
    case 'group':
    case 'movement':
    case 'organization':
    case 'organisation':
    case 'faction':
      return (
        (cluster.type === 'Organization' && cluster.noun === '' && !OFFICIAL.test(name)) ||
        (cluster.type === 'Group' && cluster.entry !== null)
      );
    case 'bloc':
    case 'alliance':
    case 'union':
    case 'body':
      return (
        cluster.type === 'Organization' &&
        cluster.entry !== null &&
        (cluster.entry.of === undefined || cluster.entry.of.startsWith('org:'))
      );
    case 'agency':
    case 'watchdog':
    case 'company':
    case 'firm':
    case 'party':
    case 'newspaper':
    case 'network':
    case 'airline':
    case 'carrier':
    case 'broadcaster':
    case 'lender':
    case 'carmaker':
    case 'manufacturer':
    case 'operator':
    case 'regulator':
    case 'charity':
    case 'giant':
      return cluster.type === 'Organization' && cluster.noun === '' && !OFFICIAL.test(name);
    case 'ministry':
    case 'department':
      return cluster.type === 'Organization' && /ministry|department|office/.test(name);
    default:
      return false;
  }
}

/** The same words again, or "the protesters" after "hundreds of anti-government protesters". */
function sameAgain(scene: Scene, mention: FoundMention): readonly Cluster[] | null {
  const name = normalizeName(mention.name);
  const shared = mention.number !== 'one';
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (cluster.noun !== mention.noun || cluster.noun === '' || cluster.type !== mention.type) continue;
    if (mention.of !== null && cluster.of !== null && mention.of !== cluster.of) continue;
    const same = normalizeName(cluster.name) === name;
    if (same && (shared || mention.definite)) return [cluster];
    if (
      mention.definite &&
      mention.last - mention.first === 1 &&
      sentenceOf(scene, mention.first) - sentenceOf(scene, other.first) <= 4
    )
      return [cluster];
  }
  return null;
}

/** Whoever is meant by the noun inside "hundreds of …". */
export function innerReferents(scene: Scene, mention: FoundMention): readonly Cluster[] {
  const inner = mention.inner === null ? undefined : scene.byHead.get(mention.inner);
  return inner === undefined ? [] : clustersOf(scene, inner);
}

export const isQuantity = (scene: Scene, mention: FoundMention): boolean =>
  mention.inner !== null && scene.byHead.has(mention.inner) && tokenAt(scene.tree, mention.head).pos !== 'VERB';
