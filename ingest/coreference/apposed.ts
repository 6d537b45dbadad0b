/**
 * Nominals whose own phrase names whom they mean: "a gunman, Man Haron Monis", "its former ally France", "two suspects, Ali
 * Hassan and Omar Said". They are read after the names and mean what these mean. Bounded by the phrase.
 */
import type { FoundMention } from '../mentions/found.ts';
import { childrenOf, lower, tokenAt } from '../mentions/tree.ts';
import { COUNTS } from './nominals.ts';
import type { Scene } from './scene.ts';

/** Nouns for whoever stands in a relation to somebody: a person, a state or a body alike. */
const RELATED = new Set('ally rival neighbour neighbor partner opponent enemy foe adversary'.split(' '));

/** The names in apposition that the nominal means; empty where it has none or they do not fit it. */
export function namesApposed(scene: Scene, mention: FoundMention): readonly FoundMention[] {
  if (mention.kind !== 'nominal' || mention.inner !== null) return [];
  const first = apposedName(scene, mention);
  if (first === undefined) return [];
  if (mention.number === 'one' || RELATED.has(mention.noun))
    return first.conjuncts.length === 1 && fits(scene, mention, first.name) ? [first.name] : [];
  if (mention.type !== 'Group') return [];
  const count = [mention.first, ...childrenOf(scene.tree, mention.head, 'nummod')]
    .map((i) => lower(scene.tree, i))
    .map((word) => (word === 'both' ? 2 : COUNTS.get(word)))
    .find((one) => one !== undefined);
  const names = first.conjuncts.flatMap((i) => scene.byHead.get(i) ?? []);
  // Where nothing tells what a name names, the count says that it is one of them.
  const areNames = names.every(
    ({ kind, type, entry }) =>
      kind === 'name' &&
      (type === first.name.type || (entry === null && (type === 'Person' || type === 'Organization'))),
  );
  return areNames && names.length === count && names.length === first.conjuncts.length ? names : [];
}

interface Apposed {
  readonly name: FoundMention;
  /** Heads of the name and of what is coordinated with it. */
  readonly conjuncts: readonly number[];
}

/** The name behind the nominal: under it in apposition, or beside it with nothing between, as a second subject. */
function apposedName(scene: Scene, { head, last }: FoundMention): Apposed | undefined {
  const { tree } = scene;
  const below = childrenOf(tree, head, 'appos').filter((i) => i > head);
  const beside = ['nsubj', 'nsubjpass'].includes(tokenAt(tree, head).dep)
    ? childrenOf(tree, tokenAt(tree, head).head, tokenAt(tree, head).dep).filter((i) => i > head)
    : [];
  for (const i of [...below, ...beside]) {
    const name = scene.byHead.get(i);
    if (name === undefined || name.kind !== 'name') continue;
    const isNext = name.first === last + 1;
    const isBehindComma = name.first === last + 2 && lower(tree, last + 1) === ',' && below.includes(i);
    if (!isNext && !isBehindComma) continue;
    return { name, conjuncts: conjunctsOf(scene, i) };
  }
  return undefined;
}

function conjunctsOf(scene: Scene, i: number): readonly number[] {
  const found = [i];
  for (let at = 0; at < found.length && found.length < 8; at++)
    found.push(...childrenOf(scene.tree, found[at] ?? i, 'conj'));
  return found;
}

/** A person is named by a person's name, also by one whose type nothing tells; a body by a body's. */
function fits(scene: Scene, mention: FoundMention, name: FoundMention): boolean {
  if (RELATED.has(mention.noun))
    return name.type === 'Person' || name.type === 'Country' || name.type === 'Organization';
  return mention.type === name.type && !isGroupOfOne(scene, mention);
}

/** "the family, the Kims": several, whatever their number says. */
const isGroupOfOne = (scene: Scene, mention: FoundMention): boolean =>
  scene.gazetteer.lexicon.nouns.several.has(mention.noun);
