/**
 * Drafts whose words stand in a construction that says something else: victims of one clash taken for its sides, a figure of
 * speech for a deed, a measure of prevention for coercion, what would follow for what was done.
 */
import type { Draft } from './draft.ts';
import type { Filler, Reading } from './fillers.ts';
import { FORCEFUL, MISHAPS } from './deeds.ts';
import { childrenOf, isVerb, lemmaOf, tokenAt } from './tree.ts';

/** What the construction says instead, or null where the draft says what it says. */
export function misreading(reading: Reading, draft: Draft): string | null {
  const { subject, object, predicate } = draft;
  if (object === null) return null;
  if ((predicate === 'FOUGHT' || predicate === 'MET') && areVictims(reading, subject, object))
    return 'victims of the clash, not its sides';
  if (predicate === 'MET' && isWhere(reading, draft)) return 'a place where borders meet';
  if (predicate === 'ATTACKED' && isFigure(reading, draft)) return 'a figure of speech';
  if (predicate === 'COERCED' && isPrevention(reading, draft)) return 'what a measure is to prevent';
  if (predicate === 'CONTROLS' && isHandedOver(reading, draft)) return 'control that is given up';
  if (predicate === 'DEPLOYED_TO' && isUnnamedCrowd(object)) return 'whom it is about, not where to';
  if (predicate === 'OCCUPIED' && isUnarmedEntry(reading, draft)) return 'people who only come in';
  if (predicate === 'ATTACKED' && isOnlyNear(reading, draft)) return 'near where it happened';
  if (predicate === 'KILLED' && isOwnFighters(subject, object)) return 'its own fighters';
  if (isOfEvent(reading, draft)) return 'what an event did, not where it was';
  if (isAccidental(reading, draft)) return 'an accident or a gathering, which has no will';
  if (predicate === 'CONTROLS' && draft.rule === 'noun:owner' && object.mention.kind === 'pronoun')
    return 'an owner of something else';
  if (draft.lemma === 'insist' && isForetold(reading, draft)) return 'what somebody insists on saying';
  if (draft.lemma === 'retaliate' && isOfTrade(reading, draft)) return 'a war of tariffs';
  if (predicate === 'ATTACKED' && isOfWorkers(reading, draft)) return 'a strike of those who stop working or eating';
  if (draft.rule === 'verb:take+over' && predicate === 'SEIZED' && !object.direct && object.entity.type === 'Country')
    return 'a task that is taken over';
  if (TAKING.has(draft.lemma) && isOnlyWhere(reading, object)) return 'where it was seized';
  if (draft.rule === 'verb:refuse' && isOnlyDone(reading, object)) return 'what somebody refuses to do';
  return isUnmet(reading, draft) ? 'a condition that is not met' : null;
}

/** "Two colonels and four insurgents are killed in clashes": who died side by side need not have fought each other. */
function areVictims({ tree }: Reading, subject: Filler, object: Filler): boolean {
  const isIrregular = ({ mention }: Filler): boolean => IRREGULAR.has(lemmaOf(tokenAt(tree, mention.head)));
  if (isIrregular(subject) !== isIrregular(object)) return false;
  const roots = [subject, object].map(({ mention }) => firstConjunct(tree.doc.tokens, mention.head));
  const [one, other] = roots;
  if (one === undefined || one !== other) return false;
  const { dep, head } = tokenAt(tree, one);
  return (
    ['nsubjpass', 'dobj', 'nsubj'].includes(dep) &&
    HARMING.has(lemmaOf(tokenAt(tree, head))) &&
    (dep !== 'nsubj' || lemmaOf(tokenAt(tree, head)) === 'die')
  );
}

/** Who fights against soldiers and police rather than beside them. */
const IRREGULAR = new Set(
  'militant rebel insurgent fighter terrorist jihadist extremist separatist gunman gunmen attacker guerrilla bandit'.split(
    ' ',
  ),
);
const HARMING = new Set('kill injure wound die hurt slay behead'.split(' '));

function firstConjunct(tokens: readonly { readonly dep: string; readonly head: number }[], i: number): number {
  let at = i;
  for (let step = 0; step < 12; step++) {
    const token = tokens[at];
    if (token === undefined || token.dep !== 'conj') break;
    at = token.head;
  }
  return at;
}

/** "in the river, where Thailand, Laos and Myanmar meet". */
function isWhere({ tree }: Reading, { trigger }: Draft): boolean {
  return (
    tokenAt(tree, trigger).dep === 'relcl' &&
    childrenOf(tree, trigger, 'advmod').some((a) => tokenAt(tree, a).text.toLowerCase() === 'where')
  );
}

/** "says the tariff is a direct attack on his country". */
function isFigure({ tree }: Reading, { trigger }: Draft): boolean {
  const token = tokenAt(tree, trigger);
  if (token.dep !== 'attr' || lemmaOf(tokenAt(tree, token.head)) !== 'be') return false;
  return childrenOf(tree, token.head, 'nsubj').every((i) => {
    const { pos } = tokenAt(tree, i);
    return pos !== 'PRON' && pos !== 'DET' && !FORCEFUL.has(lemmaOf(tokenAt(tree, i)));
  });
}

/** "signs a law to prevent the state from defaulting", "bombs the bunker to stop them from": for a purpose, by other means. */
function isPrevention({ tree }: Reading, { trigger, lemma }: Draft): boolean {
  const { dep, tag } = tokenAt(tree, trigger);
  return (lemma === 'prevent' || lemma === 'stop') && tag === 'VB' && (dep === 'advcl' || dep === 'acl');
}

const HANDING = new Set('hand cede transfer relinquish lose surrender yield'.split(' '));

/** "hands control of the province over to Iraq". */
function isHandedOver({ tree }: Reading, { trigger }: Draft): boolean {
  const token = tokenAt(tree, trigger);
  return token.dep === 'dobj' && HANDING.has(lemmaOf(tokenAt(tree, token.head)));
}

const isUnnamedCrowd = ({ entity, mention }: Filler): boolean => entity.type === 'Group' && mention.kind === 'nominal';

/** "a raid near the town". */
function isOnlyNear({ tree }: Reading, { object }: Draft): boolean {
  if (object?.entity.type !== 'Place') return false;
  let at = tokenAt(tree, object.mention.head);
  while (at.dep === 'conj' || at.dep === 'appos') at = tokenAt(tree, at.head);
  return at.dep === 'pobj' && ['near', 'off', 'outside'].includes(tokenAt(tree, at.head).text.toLowerCase());
}

const ARMED = new Set(
  (
    'troop soldier force army military militia rebel insurgent militant fighter guerrilla tank commando paratrooper ' +
    'paramilitary separatist mercenary jihadist marine column convoy unit'
  ).split(' '),
);

/** "refugees enter the country" occupies nothing, "rebels enter the town" does. */
const isUnarmedEntry = ({ tree }: Reading, { lemma, subject }: Draft): boolean =>
  (lemma === 'enter' || lemma === 'cross') &&
  (subject.entity.type === 'Group' || !subject.direct) &&
  !ARMED.has(lemmaOf(tokenAt(tree, subject.mention.head)));

/** "Marines and Taliban fighters are killed in a Taliban attack". */
const isOwnFighters = (subject: Filler, object: Filler): boolean =>
  subject.entity.type === 'Organization' &&
  object.mention.kind === 'nominal' &&
  object.entity.name.startsWith(`${subject.entity.name} `) &&
  FIGHTERS.test(object.entity.name);
const FIGHTERS = /\b(fighters?|militants?|members?|insurgents?|rebels?|commanders?|soldiers?)$/;

/** "if it does not comply": what does not happen under a condition is said of nobody. */
function isUnmet({ tree }: Reading, { trigger }: Draft): boolean {
  return (
    isVerb(tokenAt(tree, trigger)) &&
    childrenOf(tree, trigger, 'neg').length > 0 &&
    childrenOf(tree, trigger, 'mark').some((m) => tokenAt(tree, m).text.toLowerCase() === 'if')
  );
}

const HARMFUL = new Set(['KILLED', 'ATTACKED', 'COERCED', 'SEIZED', 'FOUGHT']);

/** "an attack in Niger, which resulted in deaths", "the subway that injured": the place in front of "which" did nothing. */
function isOfEvent({ tree }: Reading, { trigger, predicate, subject }: Draft): boolean {
  if (!HARMFUL.has(predicate) || tokenAt(tree, trigger).dep !== 'relcl') return false;
  const { type } = subject.entity;
  let noun = tokenAt(tree, subject.mention.head);
  const clause = tokenAt(tree, trigger).head;
  for (let step = 0; step < 4 && noun.dep === 'appos'; step++) noun = tokenAt(tree, noun.head);
  const link = noun.dep === 'pobj' ? tokenAt(tree, noun.head).text.toLowerCase() : '';
  const isSpot = type === 'Place' || type === 'Facility' || type === 'Country';
  return (
    isSpot &&
    ['in', 'at', 'near', 'on', 'outside', 'inside'].includes(link) &&
    [noun.i, subject.mention.head].includes(clause)
  );
}

const GATHERED = new Set(['protest', 'demonstration', 'rally', 'riot', 'march', 'unrest', 'crash', 'accident', 'fire']);

/** "a Boeing 747 crashes, killing", "a riot killed": nobody meant it, or nobody in particular did it. */
function isAccidental({ tree }: Reading, { trigger, predicate, subject }: Draft): boolean {
  if (predicate !== 'KILLED' && predicate !== 'ATTACKED') return false;
  if (GATHERED.has(lemmaOf(tokenAt(tree, subject.mention.head))) && subject.mention.kind === 'nominal') return true;
  const { dep, head } = tokenAt(tree, trigger);
  const isHuman = subject.entity.type === 'Person' || subject.entity.type === 'Group';
  return dep === 'advcl' && !isHuman && MISHAPS.has(lemmaOf(tokenAt(tree, head)));
}

/** "insists that X will be its candidate" asks nothing of X. */
function isForetold({ tree }: Reading, { trigger, predicate }: Draft): boolean {
  if (predicate !== 'CALLED_ON') return false;
  return childrenOf(tree, trigger, 'ccomp').some(
    (clause) =>
      tokenAt(tree, clause).tag !== 'VB' ||
      childrenOf(tree, clause, 'aux').some((a) =>
        ['will', 'would', 'can', 'has', 'have'].includes(lemmaOf(tokenAt(tree, a))),
      ),
  );
}

const TRADE = new Set(['tariff', 'sanction', 'duty', 'import', 'export', 'trade', 'levy', 'ban']);

function isOfTrade({ tree }: Reading, { trigger, predicate }: Draft): boolean {
  const sentence = tree.doc.sentences[tree.sentenceOf[trigger] ?? 0];
  if (predicate !== 'ATTACKED' || sentence === undefined) return false;
  for (let i = sentence.first; i <= sentence.last; i++) if (TRADE.has(lemmaOf(tokenAt(tree, i)))) return true;
  return false;
}

/** "hijacks a bus in Bulgaria". */
function isOnlyWhere({ tree }: Reading, { entity, mention }: Filler): boolean {
  const { dep, head } = tokenAt(tree, mention.head);
  return (
    (entity.type === 'Place' || entity.type === 'Country') &&
    dep === 'pobj' &&
    ['in', 'at', 'near', 'off'].includes(tokenAt(tree, head).text.toLowerCase())
  );
}

const OF_WORKERS = new Set(
  'hunger general mass hour day labor labour wage train rail bus student worker teacher climate school nationwide solidarity'.split(
    ' ',
  ),
);

/** "begin a hunger strike", "stage a 24-hour strike". */
function isOfWorkers({ tree }: Reading, { words }: Draft): boolean {
  return words.some(
    (i) =>
      lemmaOf(tokenAt(tree, i)) === 'strike' &&
      childrenOf(tree, i, 'compound', 'amod', 'nmod').some((m) =>
        lemmaOf(tokenAt(tree, m))
          .split('-')
          .some((word) => OF_WORKERS.has(word)),
      ),
  );
}

const TAKING = new Set(['hijack', 'steal', 'rob', 'loot']);

/** "refuses to leave office", "refuse to vaccinate their children": nobody who could be rejected. */
function isOnlyDone({ tree }: Reading, { entity, mention }: Filler): boolean {
  if (mention.kind !== 'nominal') return false;
  const isOwned = childrenOf(tree, mention.head, 'poss').some((i) => tokenAt(tree, i).tag === 'PRP$');
  return isOwned || (entity.type !== 'Group' && entity.type !== 'Person');
}
