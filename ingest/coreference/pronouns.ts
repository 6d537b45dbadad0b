/**
 * Pronouns to clusters: relative pronouns by the tree, the others by number, gender and kind among recent mentions, with
 * subjects, names and near sentences first. Nothing is chosen where nothing fits; never beyond three sentences.
 */
import type { FoundMention } from '../mentions/found.ts';
import { askedOf } from '../mentions/pronouns.ts';
import { childrenOf, lower, tokenAt, verbAbove } from '../mentions/tree.ts';
import type { Cluster } from './clusters.ts';
import { lastOnes } from './nominals.ts';
import { clustersOf, isSubject, type Scene, sentenceOf } from './scene.ts';

const RELATIVE = new Set(['WDT', 'WP', 'WP$']);
const FURTHEST = 3;

export function resolvePronoun(scene: Scene, mention: FoundMention): readonly Cluster[] {
  const token = tokenAt(scene.tree, mention.head);
  if (RELATIVE.has(token.tag)) return antecedent(scene, mention);
  const asked = askedOf(mention.noun);
  if (asked === undefined) return [];
  if (asked.of === 'speaker') return speaker(scene, mention);
  if (mention.noun === 'both') return lastOnes(scene, mention, ['Person', 'Country', 'Organization', 'Group']);
  const joined = asked.number === 'several' ? joinedSubject(scene, mention) : [];
  if (joined.length > 0) return joined;
  const thanked = asked.of === 'person' ? reasonOf(scene, mention) : [];
  return thanked.length > 0 ? thanked : best(scene, mention, asked.of);
}

/** "thanks X for his effort", "condemned him over her remarks": what somebody is judged for is his own doing. */
function reasonOf(scene: Scene, mention: FoundMention): readonly Cluster[] {
  const { tree } = scene;
  const token = tokenAt(tree, mention.head);
  const noun = tokenAt(tree, token.head);
  const prep = tokenAt(tree, noun.head);
  if (token.tag !== 'PRP$' || noun.dep !== 'pobj' || !['for', 'over'].includes(prep.text.toLowerCase())) return [];
  if (!JUDGING.has(tokenAt(tree, prep.head).lemma.toLowerCase())) return [];
  const judged = childrenOf(tree, prep.head, 'dobj').flatMap((i) => scene.byHead.get(i) ?? []);
  return judged.flatMap((other) => clustersOf(scene, other)).filter((cluster) => fits(cluster, mention, 'person'));
}

const JUDGING = new Set(
  (
    'thank praise commend congratulate honor honour condemn criticize criticise denounce blame fault rebuke reprimand fine ' +
    'sentence jail arrest detain indict convict dismiss fire sack suspend ban sanction prosecute'
  ).split(' '),
);

function fits(cluster: Cluster, mention: FoundMention, of: 'person' | 'thing' | 'any'): boolean {
  if (of === 'person') {
    if (cluster.type !== 'Person' || cluster.number === 'several') return false;
    return cluster.gender === null || mention.gender === null || cluster.gender === mention.gender;
  }
  if (of === 'thing') return cluster.type !== 'Person' && cluster.number !== 'several';
  return cluster.number === 'several' || cluster.type === 'Organization';
}

const KIND_BONUS: Readonly<Record<string, number>> = {
  Country: 4,
  Organization: 4,
  Group: 3,
  Person: 3,
  Facility: 0,
  Place: -4,
  Agreement: 0,
};

function best(scene: Scene, mention: FoundMention, asked: 'person' | 'thing' | 'any'): readonly Cluster[] {
  const sentence = sentenceOf(scene, mention.first);
  const doers = doersAround(scene, mention);
  const counted = isCounted(scene, mention);
  let most = 0;
  let chosen: Cluster | null = null;
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    const distance = sentence - sentenceOf(scene, other.first);
    if (distance > FURTHEST) break;
    if (
      !fits(cluster, mention, asked) ||
      (counted && (cluster.number !== 'several' || cluster.type === 'Facility')) ||
      doers.has(other.head) ||
      isCoArgument(scene, mention, other) ||
      contains(other, mention)
    )
      continue;
    const modifier =
      other.kind === 'nationality' || ['compound', 'amod', 'nmod'].includes(tokenAt(scene.tree, other.head).dep);
    const score =
      20 -
      6 * distance -
      Math.min(8, (mention.first - other.last) / 8) +
      (isSubject(scene, other) ? 5 : 0) +
      (modifier ? (asked === 'any' ? -10 : -3) : 0) -
      (tokenAt(scene.tree, other.head).dep === 'pobj' ? 2 : 0) +
      (KIND_BONUS[cluster.type] ?? 0) +
      (other.kind === 'nominal' ? (other.definite ? -1 : -4) : 0);
    if (score > most) {
      most = score;
      chosen = cluster;
    }
  }
  return chosen === null ? [] : [chosen];
}

/** "arrested 38 of them": several, and not a body. */
function isCounted({ tree }: Scene, mention: FoundMention): boolean {
  const of = tokenAt(tree, tokenAt(tree, mention.head).head);
  return of.text.toLowerCase() === 'of' && tokenAt(tree, of.head).pos === 'NUM';
}

/** "Xi told him": subject and object of one verb are two, unless the pronoun is reflexive or possessive. */
function isCoArgument(scene: Scene, mention: FoundMention, other: FoundMention): boolean {
  const token = tokenAt(scene.tree, mention.head);
  if (token.tag === 'PRP$' || mention.noun.endsWith('self') || mention.noun.endsWith('selves')) return false;
  if (['nsubj', 'nsubjpass'].includes(token.dep)) return false;
  const theirs = tokenAt(scene.tree, other.head);
  return (
    ['nsubj', 'dobj', 'nsubjpass', 'dative'].includes(theirs.dep) &&
    verbAbove(scene.tree, token.i) === verbAbove(scene.tree, theirs.i)
  );
}

/** "Egypt and Bahrain cut ties with Qatar, accusing it": the subject that the verb borrows is not its object. */
function doersAround(scene: Scene, mention: FoundMention): ReadonlySet<number> {
  const doers = new Set<number>();
  const token = tokenAt(scene.tree, mention.head);
  if (token.tag === 'PRP$' || !['dobj', 'pobj', 'dative'].includes(token.dep) || /sel(f|ves)$/.test(mention.noun))
    return doers;
  let verb = verbAbove(scene.tree, token.i);
  for (let step = 0; step < 4 && verb >= 0; step++) {
    const pending = [...childrenOf(scene.tree, verb, 'nsubj', 'nsubjpass')];
    if (pending.length > 0) {
      for (let i = pending.pop(); i !== undefined && doers.size < 12; i = pending.pop()) {
        doers.add(i);
        pending.push(...childrenOf(scene.tree, i, 'conj', 'appos'));
      }
      return doers;
    }
    if (!['advcl', 'xcomp', 'conj', 'pcomp'].includes(tokenAt(scene.tree, verb).dep)) return doers;
    verb = verbAbove(scene.tree, verb);
  }
  return doers;
}

const contains = (outer: FoundMention, inner: FoundMention): boolean =>
  outer.first <= inner.first && outer.last >= inner.last;

/** "Li and Iwaya … they": the latest joined subject, as all of its members. */
function joinedSubject(scene: Scene, mention: FoundMention): readonly Cluster[] {
  const sentence = sentenceOf(scene, mention.first);
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (sentence - sentenceOf(scene, other.first) > 1) break;
    if (isSubject(scene, other) && (cluster.number === 'several' || cluster.type === 'Group')) return [];
    if (!isSubject(scene, other) || contains(other, mention)) continue;
    const members = [cluster];
    const pending = [...childrenOf(scene.tree, other.head, 'conj')];
    for (let i = pending.pop(); i !== undefined; i = pending.pop()) {
      const joined = scene.byHead.get(i);
      if (joined !== undefined) members.push(...clustersOf(scene, joined));
      pending.push(...childrenOf(scene.tree, i, 'conj'));
    }
    const distinct = [...new Set(members)];
    return distinct.length > 1 ? distinct : [];
  }
  return [];
}

/** "the minister, who said", "the group that claimed": what the relative clause hangs on. */
function antecedent(scene: Scene, mention: FoundMention): readonly Cluster[] {
  let at = tokenAt(scene.tree, mention.head);
  for (let step = 0; step < 20 && at.head !== at.i; step++) {
    if (at.dep === 'relcl') {
      const noun = scene.byHead.get(at.head);
      if (noun === undefined || noun.id === mention.id) return [];
      // "accused Russia of poisoning X, which Moscow denied".
      return clustersOf(scene, noun).filter(({ type }) => mention.noun !== 'which' || type !== 'Person');
    }
    at = tokenAt(scene.tree, at.head);
  }
  return [];
}

const SPEECH = new Set(
  'say tell add state declare announce write tweet warn claim insist stress note argue explain comment respond reply'.split(
    ' ',
  ),
);

/** "I", "we" in a quotation: who says it, read from the verb of speech that governs the quotation. */
function speaker(scene: Scene, mention: FoundMention): readonly Cluster[] {
  const sentence = scene.tree.doc.sentences[sentenceOf(scene, mention.first)];
  if (sentence === undefined) return [];
  for (let at = sentence.last; at >= sentence.first; at--) {
    const token = tokenAt(scene.tree, at);
    if (!SPEECH.has(token.lemma.toLowerCase()) || token.pos !== 'VERB') continue;
    for (const subject of childrenOf(scene.tree, at, 'nsubj')) {
      const said = scene.byHead.get(subject);
      if (said !== undefined && said.id !== mention.id && lower(scene.tree, subject) !== mention.noun)
        return clustersOf(scene, said);
    }
  }
  return [];
}
