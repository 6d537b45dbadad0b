/** What reactions and answers share: the words that refer to earlier acts, and how to look back at who did them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Filler, Reading } from './fillers.ts';
import { childrenOf, lemmaOf, tokenAt } from './tree.ts';

const words = z.string().transform((text): ReadonlySet<string> => new Set(text.split(' ')));

const References = z.strictObject({
  about: z.string(),
  /** By noun: the predicates that it may refer back to; "any" for nouns that fit every act. */
  nouns: z.record(z.string(), z.array(z.string())),
  /** Predicates whose verbs react. */
  reactions: z.array(z.string()),
  /** Prepositions under which the reaction's noun may stand. */
  prepositions: z.array(z.string()),
  /** What answers a hostile act whose doer the answer does not name: verbs with a noun, or with an act below them. */
  answers: z.array(
    z.strictObject({ predicate: z.string(), verbs: words, nouns: words.optional(), acts: words.optional() }),
  ),
  /** Predicates of the acts that are answered so. */
  hostile: z.array(z.string()),
});
export const REFERENCES = References.parse(
  JSON.parse(readFileSync(new URL('./data/event-references.json', import.meta.url), 'utf8')),
);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their']);

/** "the attack", "their decision": told of before. */
export function isDefinite(reading: Reading, noun: number): boolean {
  return childrenOf(reading.tree, noun, 'det', 'poss').some((d) =>
    DEFINITE.has(tokenAt(reading.tree, d).text.toLowerCase()),
  );
}

/** Forces answer for nothing themselves: whose they are is condemned for what they did. */
export function answerable(reading: Reading, filler: Filler): Filler {
  const { entity, mention } = filler;
  const noun = lemmaOf(tokenAt(reading.tree, mention.head));
  const isTool = entity.type === 'Organization' && !ARMIES.has(noun);
  if ((entity.type !== 'Group' && !isTool) || entity.partOf === undefined || !FORCES.has(noun))
    return { ...filler, direct: false };
  const owner = reading.resolved.entities.find((candidate) => candidate.key === entity.partOf);
  const named = owner?.mentions.find((candidate) => candidate.start < mention.end) ?? owner?.mentions[0];
  return owner === undefined || named === undefined
    ? { ...filler, direct: false }
    : { entity: owner, mention: named, direct: false };
}

/** Bodies that do answer for what they do. */
const ARMIES: ReadonlySet<string> = new Set(['army', 'navy', 'force', 'marine', 'fleet']);

const FORCES: ReadonlySet<string> = new Set(
  (
    'troop force soldier army artillery warplane plane jet aircraft missile drone warship ship navy gunboat tank marine ' +
    'helicopter bomber fighter fleet submarine'
  ).split(' '),
);

/** Position of the sentence that holds the token. */
export function sentenceOf(reading: Reading, token: number): number {
  return reading.tree.sentenceOf[token] ?? 0;
}
