/**
 * Drafts whose words are there and that nobody would take from the text all the same: an agreement without a name or a party,
 * an office that nobody holds yet, a leader who meets the own state, a body that harms what is its own.
 */
import type { DocumentEntity } from '../document.ts';
import type { Draft } from './draft.ts';
import type { Filler, Reading } from './fillers.ts';
import { predicateRow } from './slots.ts';
import { childrenOf, lemmaOf, tokenAt } from './tree.ts';

const BETWEEN_PARTIES = new Set(['SIGNED_WITH', 'AGREED_WITH']);
/** Heads of whom a state has one at a time: "a president" is any. */
const RULERS = new Set(['president', 'king', 'queen', 'premier', 'chancellor', 'monarch', 'pope', 'speaker']);
const DONE_TO_OTHERS = new Set(['ATTACKED', 'COERCED', 'SEIZED', 'OCCUPIED', 'SANCTIONED', 'KILLED', 'FOUGHT']);

const WATERS = /\b(Sea|Ocean|Strait|Straits|Gulf|Bay|Channel|Pacific|Atlantic)\b/;

/** "launched missiles into the Sea of Japan": nobody attacks the sea; force was shown. */
export function asMeant(draft: Draft): Draft {
  return draft.predicate === 'ATTACKED' && isWater(draft.object) && TESTING.has(draft.lemma)
    ? { ...draft, predicate: 'MOBILIZED_AGAINST' }
    : draft;
}

const TESTING = new Set(['launch', 'fire', 'test', 'test-fire', 'shoot']);

const isWater = (filler: Filler | null): boolean =>
  filler !== null && filler.entity.type === 'Place' && WATERS.test(filler.entity.name);

/** Why the draft is not to be stated, or null. */
export function unsoundness(reading: Reading, draft: Draft): string | null {
  const { subject, object } = draft;
  if (isRefusal(reading, draft)) return 'something refused, not an accusation denied';
  if (object === null) return null;
  if ((draft.predicate === 'APPOINTED' || draft.lemma === 'vote') && isUnnamedRuler(reading, object))
    return 'an office, not who was chosen for it';
  if (/^(no|nobody|none)\b/i.test(subject.mention.text)) return 'nobody did it';
  if ((draft.predicate === 'COMMENTED_ON' || draft.rule.startsWith('verb:call+')) && isOnlyIt(draft, object))
    return 'what it stands for is no actor';
  if (isSameSide(reading, draft.predicate, subject, object)) return 'forces of one side';
  if (isLapse(reading, draft)) return 'no restriction was eased';
  if (draft.predicate === 'ATTACKED' && isWater(object)) return 'a sea, which nobody attacks';
  if (BETWEEN_PARTIES.has(draft.predicate) && isUnnamedAgreement(object)) return 'an agreement without name or party';
  if (isAnyRuler(reading, object) || isAnyRuler(reading, subject)) return 'an office, not its holder';
  if (predicateRow(draft.predicate).symmetric && (represents(subject, object) || represents(object, subject)))
    return 'a holder of an office and the own state';
  if (DONE_TO_OTHERS.has(draft.predicate) && (isOwn(subject, object) || isCalledOwn(reading, subject, object)))
    return 'what is its own';
  if (DONE_TO_OTHERS.has(draft.predicate) && NATURAL.test(subject.entity.name))
    return 'a force of nature, which has no will';
  if (isThing(reading, draft)) return 'something without a will';
  if (isWhatIsDenied(reading, draft)) return 'what is denied, not who made the accusation';
  if (
    draft.lemma === 'gather' &&
    draft.predicate === 'MET' &&
    subject.entity.type === 'Group' &&
    object.entity.type === 'Group'
  )
    return 'a crowd, not a meeting';
  if (isAtHome(draft, subject, object)) return 'the own state';
  if (draft.predicate === 'PROTESTED_AGAINST' && GATHERING.test(object.mention.text))
    return 'a gathering, not whom it is against';
  return null;
}

const NATURAL =
  /\b(typhoon|hurricane|cyclone|storm|tornado|earthquake|quake|tsunami|floods?|flooding|wildfires?|volcano|avalanche|landslides?|monsoon|meteor|asteroid)\b/i;
const GATHERING = /\b(protests?|demonstrations?|rally|rallies|marche?s?|riots?)$/i;

/** "a Learjet crashes into", "Battle of X: rebels enter": what falls or takes place does nothing to anybody. */
function isThing({ tree }: Reading, { predicate, lemma, subject }: Draft): boolean {
  if (lemma === 'crash') return subject.entity.type !== 'Person' && subject.entity.type !== 'Group';
  return predicate !== 'REPRESENTS' && EVENTS.has(lemmaOf(tokenAt(tree, subject.mention.head)));
}

const EVENTS = new Set(['battle', 'siege', 'war', 'crisis', 'conflict', 'massacre', 'bombing', 'shooting']);

/** "killed 13 soldiers, which Syria denies". */
const isWhatIsDenied = ({ tree }: Reading, { predicate, trigger, object }: Draft): boolean =>
  predicate === 'DENIED' &&
  tokenAt(tree, trigger).dep === 'relcl' &&
  object !== null &&
  tokenAt(tree, trigger).head === object.mention.head;

/** Acts of a body of a state against that state itself: "they attempt to enter the country", "withdraw from the country". */
function isAtHome({ predicate }: Draft, subject: Filler, object: Filler): boolean {
  const isOwnState = subject.entity.partOf === object.entity.key || represents(subject, object);
  if (!isOwnState || object.entity.type !== 'Country') return false;
  if (predicate === 'OCCUPIED' || predicate === 'MOBILIZED_AGAINST') return true;
  if (predicate === 'ATTACKED') return subject.entity.type === 'Organization' && STATE_FORCES.test(subject.entity.name);
  return predicate === 'WITHDREW_FROM' && subject.mention.kind !== 'name' && object.mention.kind === 'nominal';
}

/** "the Nigerian Army performs an operation in Nigeria": the state is where, not whom. */
const STATE_FORCES = /\b(army|military|navy|air force|police|armed forces|security forces|troops|forces)$/i;

const isUnnamedAgreement = ({ entity, mention }: Filler): boolean =>
  entity.type === 'Agreement' && mention.kind === 'nominal' && !isNamed(entity);

const isNamed = (entity: DocumentEntity): boolean => entity.mentions.some((mention) => mention.kind === 'name');

/** "describes it as embarrassing": the event, whatever "it" was taken for. */
const isOnlyIt = (draft: Draft, { mention }: Filler): boolean =>
  !draft.rule.startsWith('speech') && /^(it|this|that)$/i.test(mention.text);

const ARMED = new Set(['troop', 'soldier', 'force', 'army', 'military', 'serviceman', 'navy']);

/** "Indian and Pakistani soldiers clash, killing two Pakistani troops": not by their own. */
function isSameSide(reading: Reading, predicate: string, subject: Filler, object: Filler): boolean {
  if (predicate !== 'KILLED' && predicate !== 'ATTACKED') return false;
  const owner = object.entity.partOf;
  if (owner === undefined || !isArmed(reading, object)) return false;
  if (subject.entity.key === owner) return !subject.direct;
  return subject.entity.partOf === owner && isArmed(reading, subject) && adjectiveOf(subject) === adjectiveOf(object);
}

const isArmed = (reading: Reading, { mention }: Filler): boolean =>
  ARMED.has(lemmaOf(tokenAt(reading.tree, mention.head)));

const adjectiveOf = ({ entity }: Filler): string | undefined => entity.name.split(' ')[0];

const WITHHELD = new Set([
  'entry',
  'visa',
  'access',
  'permission',
  'request',
  'bail',
  'asylum',
  'passage',
  'appeal',
  'entrance',
]);

/** "denies access to the strait". */
function isRefusal({ tree }: Reading, draft: Draft): boolean {
  return (
    draft.predicate === 'DENIED' &&
    childrenOf(tree, draft.trigger, 'dobj').some((i) => WITHHELD.has(lemmaOf(tokenAt(tree, i))))
  );
}

const MISDEEDS = new Set(
  'breach intervene interfere escape storm seize attack happen occur become flee abuse influence dominate'.split(' '),
);

/** "allows his son to intervene" eases nothing, "allows foreigners to enter" does. */
function isLapse({ tree }: Reading, draft: Draft): boolean {
  if (draft.predicate !== 'EASED_RESTRICTIONS_ON' || (draft.lemma !== 'allow' && draft.lemma !== 'permit'))
    return false;
  return childrenOf(tree, draft.trigger, 'xcomp', 'ccomp').some((i) => MISDEEDS.has(lemmaOf(tokenAt(tree, i))));
}

/** "vote to elect their next president": whoever holds the office now is not meant. */
const isUnnamedRuler = (reading: Reading, { mention }: Filler): boolean =>
  mention.kind === 'office' && RULERS.has(tokenAt(reading.tree, mention.head).lemma.toLowerCase());

/** "voters elect a new president": an office with an indefinite article and no name in the whole bulletin. */
function isAnyRuler(reading: Reading, { entity, mention }: Pick<Filler, 'entity' | 'mention'>): boolean {
  if (mention.kind !== 'office' || isNamed(entity)) return false;
  const { tokens } = reading.tree.doc;
  return (
    /^an?$/i.test(tokens[mention.first]?.text ?? '') &&
    RULERS.has(tokenAt(reading.tree, mention.head).lemma.toLowerCase())
  );
}

const represents = (holder: Filler, state: Filler): boolean =>
  holder.entity.offices.some((office) => !office.former && office.of === state.entity.key);

/** "raid their offices": a possessive pronoun that was taken for the subject's own means another's. */
function isOwn(subject: Filler, object: Filler): boolean {
  return (
    object.mention.kind === 'nominal' &&
    /^(his|her|its|their)\b/i.test(object.mention.text) &&
    belongs(object.entity, subject.entity)
  );
}

/** "resumed operations at its Yongbyon reactor": the possessive before the name means the subject. */
function isCalledOwn({ tree, resolved }: Reading, subject: Filler, { mention }: Filler): boolean {
  return childrenOf(tree, mention.head, 'poss').some((i) => {
    const pronoun = resolved.mentionByHead[i];
    return (
      pronoun?.kind === 'pronoun' &&
      (resolved.referents[pronoun.id] ?? []).some(({ key }) => key === subject.entity.key)
    );
  });
}

const belongs = (thing: DocumentEntity, owner: DocumentEntity): boolean =>
  thing.partOf === owner.key || thing.name.startsWith(`${owner.name}'`);
