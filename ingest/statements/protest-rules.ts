/**
 * Protests whose sides the codebook's slots do not reach: "anti-government protests", "protests in Luanda against a rise in
 * fuel prices". Who gathers is the crowd; what a state decides is held against the state in which they gather.
 */
import { logicalSubjects } from './clause.ts';
import { logicalObjects, phrasesOf } from './objects.ts';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, REACH_ACTOR, type Reading } from './fillers.ts';
import { crossed } from './pairs.ts';
import { childrenOf, isPredicate, isVerb, lemmaOf, type Phrase, phrasesUnder, type Tree, tokenAt } from './tree.ts';

const GATHERING = new Set('protest demonstration rally riot unrest march strike uprising walkout sit-in'.split(' '));
const PROTESTING = new Set('protest demonstrate rally march riot strike'.split(' '));
const AGAINST = new Set(['against', 'over', 'at', 'about']);

/** What a government decides or answers for: who protests against it protests against the state. */
const ISSUES = new Set(
  (
    'government corruption price reform law bill legislation tax austerity cut measure lockdown restriction policy ' +
    'election result referendum regime rule decision plan budget inflation unemployment constitution amendment curfew ' +
    'subsidy crisis wage pension crackdown mandate passport shortage cost increase hike rise brutality killing death ' +
    'outage blackout term coup detention arrest authority dictatorship ban verdict ruling sentence'
  ).split(' '),
);
const RULERS = new Set(['government', 'regime', 'president', 'coup', 'junta', 'corruption', 'austerity', 'monarchy']);

/** Reads a verb or noun of protest that gave no statement otherwise. */
export function readProtest(reading: Reading, i: number): Draft[] {
  const { tree } = reading;
  const token = tokenAt(tree, i);
  const lemma = lemmaOf(token);
  const asVerb = PROTESTING.has(lemma) && isPredicate(tree, i) && isVerb(token);
  if (!asVerb && !(GATHERING.has(lemma) && token.pos === 'NOUN' && token.dep !== 'compound')) return [];
  const crowd = asVerb ? logicalSubjects(tree, i) : crowdOf(reading, i);
  const protesters = crowd
    .flatMap((head) => fillersAt(reading, head, ['person', 'group', 'organization'], ['by', 'of']))
    .filter((filler) => filler.entity.type === 'Group' || filler.direct);
  if (protesters.length === 0) return [];
  const trigger = {
    predicate: 'PROTESTED_AGAINST',
    trigger: i,
    words: [i],
    lemma,
    rule: asVerb ? 'protest:verb' : 'protest:noun',
  };
  const issues = issuesOf(reading, i, asVerb);
  const named = issues.flatMap((head) => fillersAt(reading, head, ['actor', 'agreement'], REACH_ACTOR));
  const drafts = crossed(trigger, protesters, named);
  if (drafts.length > 0) return drafts;
  const isPolitical =
    issues.some((head) => isIssue(reading, head)) ||
    (asVerb ? crowd : [i, ...crowd]).some((h) => isAntiRuler(reading, h));
  if (!isPolitical) return [];
  return protesters.flatMap((protester) => {
    const state = stateOf(reading, protester);
    return state === null ? [] : crossed(trigger, [protester], [state]);
  });
}

/** Who gathers: the subject of the verb that carries the noun, or the gathering itself. */
function crowdOf(reading: Reading, noun: number): readonly number[] {
  const { tree } = reading;
  const token = tokenAt(tree, noun);
  const verb = tokenAt(tree, token.head);
  if (token.dep === 'dobj' && HOLDING.has(lemmaOf(verb))) {
    const holders = logicalSubjects(tree, verb.i);
    if (holders.length > 0) return holders;
  }
  return [noun];
}

const HOLDING = new Set('hold stage organize organise lead begin launch start attend continue join resume'.split(' '));

/** What they protest against, also where the parser hung the phrase under the verb around the noun. */
function issuesOf(reading: Reading, i: number, asVerb: boolean): readonly number[] {
  const { tree } = reading;
  const own: readonly Phrase[] = asVerb ? phrasesOf(tree, i) : phrasesUnder(tree, i);
  const found = against(tree, own);
  if (found.length > 0) return found;
  if (asVerb) return logicalObjects(tree, i);
  const token = tokenAt(tree, i);
  const above = token.dep === 'pobj' ? tokenAt(tree, tokenAt(tree, token.head).head) : tokenAt(tree, token.head);
  return above.i !== i && isVerb(above)
    ? against(
        tree,
        phrasesOf(tree, above.i).filter((phrase) => phrase.prep > i),
      )
    : [];
}

function against(tree: Tree, phrases: readonly Phrase[]): readonly number[] {
  // "protests in Quito against X": the parser may hang the second phrase under the first.
  const nested = phrases
    .filter((phrase) => phrase.name === 'in' || phrase.name === 'at')
    .flatMap((phrase) => phrase.objects)
    .flatMap((o) => phrasesUnder(tree, o));
  return [...phrases, ...nested].filter((phrase) => AGAINST.has(phrase.name)).flatMap((phrase) => phrase.objects);
}

function isIssue(reading: Reading, head: number): boolean {
  return [head, ...childrenOf(reading.tree, head, 'compound')].some((i) =>
    ISSUES.has(lemmaOf(tokenAt(reading.tree, i))),
  );
}

/** "anti-government protests", "anti-austerity protesters". */
function isAntiRuler(reading: Reading, noun: number): boolean {
  const words = childrenOf(reading.tree, noun, 'amod', 'compound', 'nmod').map((i) =>
    tokenAt(reading.tree, i).text.toLowerCase(),
  );
  const whole = words.some((word) => word.startsWith('anti-') && RULERS.has(word.slice('anti-'.length)));
  return whole || (words.includes('anti') && words.some((word) => RULERS.has(word)));
}

/** The state that the crowd belongs to, by its latest mention before the crowd or its first one. */
function stateOf(reading: Reading, protester: Filler): Filler | null {
  const { partOf } = protester.entity;
  const entity = reading.resolved.entities.find((one) => one.key === partOf && one.type === 'Country');
  const mention = entity?.mentions.find((one) => one.start < protester.mention.end) ?? entity?.mentions[0];
  return entity === undefined || mention === undefined ? null : { entity, mention, direct: false };
}
