/**
 * When a statement that was extracted is the one that was annotated: its predicate is among those accepted, and each
 * argument shares a name with the annotated entity. Names are compared without accents, case, articles and possessives.
 */
import { PREDICATES } from '../../graph/model/predicates.ts';
import type { Extraction, ExtractedEntity } from '../../graph/model/extraction.ts';
import type { GoldRecord, GoldStatement } from './record.ts';

/** The part of an extraction that is scored. */
export interface Predicted {
  readonly entities: readonly Pick<ExtractedEntity, 'id' | 'name' | 'type' | 'aliases' | 'mentions'>[];
  readonly statements: readonly Pick<
    Extraction['statements'][number],
    'predicate' | 'subject' | 'object' | 'polarity' | 'status' | 'saidBy' | 'date' | 'quote'
  >[];
}
export type PredictedStatement = Predicted['statements'][number];
export type PredictedArgument = Pick<PredictedStatement['subject'], 'entity' | 'text'>;

/** Predicates that the table gained later, with those that older annotations had to use in their place. */
const LATER: ReadonlyMap<string, readonly string[]> = new Map([
  ['SENTENCED', ['DETAINED', 'SUED']],
  ['REMOVED', ['SUED', 'REJECTED', 'INVESTIGATED']],
  ['ORDERED', ['CALLED_ON']],
  ['INVITED', ['HOSTED', 'CALLED_ON', 'MET']],
  ['APOLOGIZED_TO', ['CONCEDED_TO', 'COMMENTED_ON']],
  ['DEPLOYED_TO', ['MOBILIZED_AGAINST', 'OCCUPIED', 'VISITED', 'LOCATED_IN']],
  ['NATIONAL_OF', ['REPRESENTS', 'PART_OF', 'RELATED_TO', 'LOCATED_IN', 'MEMBER_OF']],
  ['RESIGNED_FROM', ['WITHDREW_FROM', 'CONCEDED_TO', 'REPRESENTS']],
  ['DEFEATED', ['RELATED_TO', 'FOUGHT']],
]);

/** A name as it is compared. */
export function normalizeName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replace(/[’']s(?![\p{L}\p{N}_])/gu, '')
    .replace(/[^\p{L}\p{N}_ ]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every annotated name of a bulletin's entities, by the entity's own name. */
export type GoldNames = ReadonlyMap<string, ReadonlySet<string>>;

export function goldNames(record: GoldRecord): GoldNames {
  return new Map(
    Object.entries(record.entities).map(([name, entity]) => [name, new Set([name, ...entity.also].map(normalizeName))]),
  );
}

/** The annotated names of `name`; a name that is not among the entities stands for itself. */
export function namesInGold(names: GoldNames, name: string): ReadonlySet<string> {
  return names.get(name) ?? new Set([normalizeName(name)]);
}

/** Every name under which a predicted argument is known: its entity's name, aliases and mentions, and its own words. */
export function predictedNames(
  argument: PredictedArgument | null,
  entities: ReadonlyMap<string, Predicted['entities'][number]>,
): ReadonlySet<string> {
  if (argument === null) return new Set();
  const entity = entities.get(argument.entity);
  const words = [argument.text];
  if (entity !== undefined) {
    words.push(entity.name, ...entity.aliases, ...entity.mentions.map((mention) => mention.text));
  }
  const names = new Set(words.map(normalizeName));
  names.delete('');
  return names;
}

export function intersects(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const name of one) if (other.has(name)) return true;
  return false;
}

/** A predicted statement with the names of its arguments, worked out once. */
export interface Candidate {
  readonly statement: PredictedStatement;
  readonly subject: ReadonlySet<string>;
  readonly object: ReadonlySet<string>;
}

function acceptsPredicate(gold: GoldStatement, predicate: string): boolean {
  const accepted = new Set([gold.p, ...gold.alt]);
  return accepted.has(predicate) || (LATER.get(predicate) ?? []).some((older) => accepted.has(older));
}

/** Whether the two have the same arguments, in either order where `symmetric`. Without an annotated object only the subject counts. */
function sameArguments(gold: GoldStatement, candidate: Candidate, names: GoldNames, symmetric: boolean): boolean {
  const subject = namesInGold(names, gold.s);
  if (gold.o === null || gold.o === undefined || gold.o === '') return intersects(subject, candidate.subject);
  const object = namesInGold(names, gold.o);
  return (
    (intersects(subject, candidate.subject) && intersects(object, candidate.object)) ||
    (symmetric && intersects(subject, candidate.object) && intersects(object, candidate.subject))
  );
}

export function isSameStatement(gold: GoldStatement, candidate: Candidate, names: GoldNames): boolean {
  const { predicate } = candidate.statement;
  const symmetric = PREDICATES.get(predicate)?.symmetric ?? false;
  return acceptsPredicate(gold, predicate) && sameArguments(gold, candidate, names, symmetric);
}

/** Whether the right pair was found, whatever relation was read between them, in either order. */
export function isSamePair(gold: GoldStatement, candidate: Candidate, names: GoldNames): boolean {
  return sameArguments(gold, candidate, names, true);
}
