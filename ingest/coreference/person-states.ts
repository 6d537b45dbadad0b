/**
 * The states that the words beside a person's name give it: "Zambian businessman John Phiri", "Kim Min-jae, mayor of Busan".
 * What the words do not say of that person is no evidence, however many states the bulletin names.
 */
import type { Gazetteer, GazetteerEntry } from '../gazetteer/gazetteer.ts';
import type { FoundMention, FoundOffice } from '../mentions/found.ts';
import { type Tree, tokenAt } from '../mentions/tree.ts';

interface Words {
  readonly tree: Tree;
  readonly gazetteer: Gazetteer;
  readonly mentions: readonly FoundMention[];
  readonly officesByPerson: ReadonlyMap<number, readonly FoundOffice[]>;
}

/** Words between a nationality and a name. */
const REACH = 3;
/** What somebody is to a state that need not be his own: "Russian ally Alexander Lukashenko". */
const RELATIONAL = new Set(
  'ally rival critic opponent foe enemy adversary partner friend favourite favorite target hostage prisoner captive detainee proxy agent asset spy suspect guest host mediator envoy emissary ambassador negotiator correspondent target victim expert scholar historian hunter tsar czar hawk watcher'.split(
    ' ',
  ),
);

/** Keys of the states that the words around one mention of a person give him. */
export function statesBeside(words: Words, mention: FoundMention): string[] {
  const states = new Set<string>();
  for (const office of words.officesByPerson.get(mention.id) ?? []) {
    const owner = office.owner === null ? null : (words.mentions[office.owner]?.entry ?? null);
    // Whoever reports for a foreign station is not of its state; whoever heads a ministry is.
    const state = office.represents || owner?.type === 'Country' ? stateOf(words.gazetteer, owner) : null;
    if (state !== null && !isSentTo(words.tree, office)) states.add(state);
  }
  const national = nationalityBefore(words, mention) ?? stateAfter(words, mention);
  if (national !== null) states.add(national);
  return [...states].sort();
}

function stateOf(gazetteer: Gazetteer, entry: GazetteerEntry | null): string | null {
  let at: GazetteerEntry | null = entry;
  for (let step = 0; step < 4 && at !== null; step++) {
    if (at.type === 'Country') return at.key;
    at = gazetteer.entries.get(at.of ?? '') ?? null;
  }
  return null;
}

/** "envoy to Syria", "coordinator for Gaza": the place is not whose he is. */
function isSentTo(tree: Tree, office: FoundOffice): boolean {
  for (let i = office.first; i <= office.last; i++) {
    if (['to', 'for', 'in', 'on'].includes(tokenAt(tree, i).text.toLowerCase())) return true;
  }
  return false;
}

/** "Taiwanese pastor Wang Yi", "the Philippine footballer Maria Santos". */
function nationalityBefore({ tree, mentions }: Words, mention: FoundMention): string | null {
  const isPart = (i: number): boolean => tokenAt(tree, i).head > i && tokenAt(tree, i).head <= mention.last;
  const national = mentions
    .slice(Math.max(0, mention.id - REACH), mention.id)
    .findLast((other) => other.form === 'adjective' && other.last < mention.first);
  if (national?.entry?.type !== 'Country' || !isPart(national.last)) return null;
  if (mention.first - national.last > REACH + 1) return null;
  for (let i = national.last + 1; i < mention.first; i++) {
    const { tag, pos, text } = tokenAt(tree, i);
    if (!(tag === 'NN' || pos === 'ADJ') || !isPart(i) || RELATIONAL.has(text.toLowerCase())) return null;
  }
  return national.entry.key;
}

/** "Kofi Mensah of Togo", "Sara Lopez, a singer from Cuba,". */
function stateAfter({ tree, mentions }: Words, mention: FoundMention): string | null {
  const state = mentions
    .slice(mention.id + 1, mention.id + 1 + REACH)
    .find((other) => other.entry?.type === 'Country' && other.form === 'name' && other.first > mention.last);
  if (state === undefined || state.first - mention.last > 2 * REACH) return null;
  const preposition = tokenAt(tree, state.head).head;
  const word = tokenAt(tree, preposition);
  if (word.dep !== 'prep' || !['of', 'from'].includes(word.text.toLowerCase())) return null;
  const told = tokenAt(tree, word.head);
  const isOwn = told.i === mention.head && preposition === mention.last + 1;
  const isBeside = told.dep === 'appos' && told.head === mention.head && told.tag === 'NN';
  return isOwn || (isBeside && !RELATIONAL.has(told.text.toLowerCase())) ? (state.entry?.key ?? null) : null;
}
