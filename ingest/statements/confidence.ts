/**
 * How sure a statement is: a logistic model over what shows in the statement itself (rule, predicate, how its two sides are
 * named, how far apart they stand, how crowded the sentence is). Learnt by scripts/train-confidence.ts into
 * data/confidence.json; nothing of it is set by hand.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Argument, ExtractedStatement } from '../../graph/model/extraction.ts';

const Confidence = z.strictObject({ about: z.string(), weights: z.record(z.string(), z.number()) });

const MODEL = Confidence.parse(JSON.parse(readFileSync(new URL('./data/confidence.json', import.meta.url), 'utf8')));

/** A relation that no predicate fits is not measured by anything annotated: a fixed low value. */
const UNKNOWN_VERB = 0.3;
const PRONOUN = /^(he|she|it|they|him|her|them|his|its|their|who|which|that|whom)$/i;

/** A statement before anybody says how sure it is. */
export type Unrated = Omit<ExtractedStatement, 'confidence'>;

/** The kind of a rule, which is its name up to the word that it is about: "verb", "noun", "office:former". */
function kindOf(rule: string): string {
  return rule === 'office:former' || rule === 'verb:unknown' ? rule : (rule.split(':')[0] ?? rule);
}

/** Each statement of a bulletin with its confidence, 0.05 to 0.98. */
export function rated(statements: readonly Unrated[]): ExtractedStatement[] {
  const crowd = crowdOf(statements);
  return statements.map((statement) => ({ ...statement, confidence: confidenceOf(statement, crowd) }));
}

function confidenceOf(statement: Unrated, crowd: Crowd): number {
  if (statement.rule === 'verb:unknown') return UNKNOWN_VERB;
  let sum = 0;
  for (const [name, value] of featuresOf(statement, crowd)) sum += value * (MODEL.weights[name] ?? 0);
  const probability = 1 / (1 + Math.exp(-sum));
  return Math.round(Math.min(0.98, Math.max(0.05, probability)) * 100) / 100;
}

/** How many statements share a sentence, and how many a trigger in it. */
export type Crowd = ReadonlyMap<string, number>;

export function crowdOf(statements: readonly Unrated[]): Crowd {
  const counts = new Map<string, number>();
  const count = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const statement of statements) {
    count(sentenceKey(statement));
    count(triggerKey(statement));
  }
  return counts;
}

const sentenceKey = ({ sentence }: Unrated): string => String(sentence.start);
const triggerKey = ({ sentence, rule, predicate }: Unrated): string => `${sentence.start} ${rule} ${predicate}`;

/** What the model looks at, by name; those that are absent are 0. Most lie between 0 and 1. */
export function featuresOf(statement: Unrated, crowd: Crowd): Map<string, number> {
  const { subject, object, quote, sentence, status, predicate } = statement;
  const features = new Map<string, number>([
    ['bias', 1],
    [`kind ${kindOf(statement.rule)}`, 1],
    [`predicate ${predicate}`, 1],
    [`status ${status}`, 1],
    ['words between', Math.log2(1 + wordsIn(quote.text)) / 5],
    ['commas between', Math.min(3, quote.text.split(',').length - 1) / 3],
    ['words of the sentence', Math.log2(1 + wordsIn(sentence.text)) / 6],
    ['statements of the sentence', Math.log2(crowd.get(sentenceKey(statement)) ?? 1) / 3],
    ['pairs of the trigger', Math.log2(crowd.get(triggerKey(statement)) ?? 1) / 3],
  ]);
  const note = (name: string, holds: boolean): void => {
    if (holds) features.set(name, 1);
  };
  note('negated', statement.polarity === 'negated');
  note('attributed', statement.saidBy !== null);
  note('object first', object !== null && object.start < subject.start);
  note('no object', object === null);
  for (const name of namingOf(subject)) features.set(`subject ${name}`, 1);
  for (const name of object === null ? [] : namingOf(object)) features.set(`object ${name}`, 1);
  return features;
}

function namingOf({ text }: Argument): string[] {
  if (PRONOUN.test(text)) return ['pronoun'];
  const named: string[] = [];
  if (!/\p{Lu}/u.test(text)) named.push('without a name');
  else if (/^(the|an?|its|their|his|her)\s/i.test(text)) named.push('described');
  if (wordsIn(text) > 4) named.push('long');
  if (/\s(and|&)\s/.test(text)) named.push('joined');
  return named;
}

const wordsIn = (text: string): number => text.split(/\s+/).length;
