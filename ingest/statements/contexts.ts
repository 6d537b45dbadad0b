/** How the word above an act changes it, as data: ./data/contexts.json, read once. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Status } from '../../graph/model/vocabulary.ts';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const Contexts = z.strictObject({
  about: z.string(),
  /** Above an infinitive, gerund or noun. */
  verbs: z.strictObject({ planned: words, demanded: words, threatened: words, possible: words, cancelled: words }),
  /** Above a clause with its own finite verb ("demanded that X withdraw"). */
  finite: z.strictObject({ demanded: words, possible: words }),
  nouns: z.strictObject({ planned: words, demanded: words, threatened: words, possible: words, cancelled: words }),
  /** Verbs under which an act does not happen: "refused to". */
  prevented: words,
  /** Verbs that deny the clause below them. */
  denying: words,
  speech: words,
  /** What somebody is said to be, and which act it is to say so. */
  verdicts: z.strictObject({ ACCUSED: words, CRITICIZED: words, DENIED: words }),
  /** What is denied where it is called false. */
  claims: words,
  /** Verbs whose accused act the accuser states: "accuses X of". */
  accusing: words,
});
export const CONTEXTS = Contexts.parse(
  JSON.parse(readFileSync(new URL('./data/contexts.json', import.meta.url), 'utf8')),
);

const STATUSES = ['planned', 'demanded', 'threatened', 'possible', 'cancelled'] as const;

export function statusUnder(lemma: string): Status | null {
  return STATUSES.find((status) => CONTEXTS.verbs[status].has(lemma)) ?? null;
}

export function statusUnderFinite(lemma: string): Status | null {
  if (CONTEXTS.finite.demanded.has(lemma)) return 'demanded';
  return CONTEXTS.finite.possible.has(lemma) ? 'possible' : null;
}

export function statusUnderNoun(lemma: string): Status | null {
  return STATUSES.find((status) => CONTEXTS.nouns[status].has(lemma)) ?? null;
}
