/**
 * "Prime Minister Malcolm Turnbull" in a bulletin that never names Australia: the state of an office that the gazetteer knows
 * somebody to hold is meant by the words of the office. Adds one mention of such a state, at its first office.
 */
import type { GazetteerEntry } from '../gazetteer/gazetteer.ts';
import type { FoundMention } from '../mentions/found.ts';
import type { TokenSpan } from '../nlp/doc.ts';
import { textOf } from '../mentions/tree.ts';
import type { Cluster } from './clusters.ts';
import { findLeader } from './leaders.ts';
import type { Scene } from './scene.ts';

/** Mentions to be added to the scene's, numbered after its last. */
export function mentionImpliedStates(scene: Scene): FoundMention[] {
  const added: FoundMention[] = [];
  for (const cluster of scene.clusters.all) {
    for (const { of, span, title } of cluster.type === 'Person' ? cluster.offices : []) {
      const state = of === null ? undefined : scene.gazetteer.entries.get(of);
      if (state?.type !== 'Country' || scene.clusters.byKey.has(state.key) || !isKnownHolder(scene, cluster, state))
        continue;
      const mention = mentionOf(scene, state, scene.mentions.length + added.length, wordsOf(scene, span, title));
      scene.clusters.assign(mention, [scene.clusters.known(state, mention)]);
      added.push(mention);
    }
  }
  return added;
}

/** Whether the gazetteer knows the person by name as the state's; else the words alone give him the office. */
function isKnownHolder(scene: Scene, cluster: Cluster, state: GazetteerEntry): boolean {
  const named = cluster.mentions.find(({ kind }) => kind === 'name');
  if (named === undefined) return false;
  const leader = findLeader(scene, named, cluster.name, scene.officesByPerson.get(named.id) ?? []);
  return leader?.terms.some((term) => term.of === state.key) === true;
}

/** Where the title stands in the words that give the office. */
function wordsOf(scene: Scene, span: TokenSpan, title: string): TokenSpan {
  for (let first = span.first; first <= span.last; first++) {
    for (let last = first; last <= span.last; last++) {
      const text = textOf(scene.tree, { first, last });
      if (text === title) return { first, last };
      if (!title.startsWith(text)) break;
    }
  }
  return span;
}

function mentionOf(scene: Scene, state: GazetteerEntry, id: number, span: TokenSpan): FoundMention {
  const { tokens } = scene.tree.doc;
  return {
    id,
    ...span,
    head: span.last,
    kind: 'office',
    text: textOf(scene.tree, span),
    start: tokens[span.first]?.start ?? 0,
    end: tokens[span.last]?.end ?? 0,
    type: 'Country',
    entry: state,
    form: null,
    name: state.name,
    aliases: [],
    bare: '',
    of: null,
    others: [],
    number: 'one',
    gender: null,
    noun: '',
    definite: true,
    inner: null,
    rule: 'office-of-known-holder',
  };
}
