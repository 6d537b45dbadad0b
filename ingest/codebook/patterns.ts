/**
 * The codebook: which words carry which predicate, and where their arguments stand. Data in data/*.json, one pattern a
 * line, grouped by kind of act; the lists in a field are separated by spaces to keep a pattern on its line.
 *
 * verbs:  "verbs" are lemmas; "call+off" also wants the word "off" directly under the verb, "shoot+dead/down" one of two.
 *         "nouns": the object (or, with "nounAt", the noun under that preposition) must have one of these lemmas.
 *         "subject", "object": slots, the first that is filled counts (see ingest/statements/slots.ts).
 * nouns:  "nouns" are event nouns; "words" must stand directly under them; slots as above.
 * Among patterns that fit one word the one with the most conditions is tried first, then the order of the files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ArgumentKind, PREDICATES } from '../../graph/model/predicates.ts';

const words = z.string().transform((text) => text.split(' ').filter((word) => word !== ''));

const kinds = words.pipe(z.array(ArgumentKind));

const VerbPattern = z.strictObject({
  predicate: z.string(),
  verbs: words,
  nouns: words.default([]),
  nounAt: z.string().default('obj'),
  /** One of these lemmas must stand before that noun: "diplomatic" ties. */
  nounWords: words.default([]),
  subject: words.default(['subj']),
  object: words.default(['obj']),
  /** Narrower than the predicate's own domain and range. */
  subjectKinds: kinds.optional(),
  objectKinds: kinds.optional(),
  /** `passive`: only in the passive; `active`: only in the active. */
  voice: z.enum(['active', 'passive']).optional(),
  /**
   * `infinitive`: only with "to do" below the verb ("told X to leave"); `none`: only without an object ("flew to");
   * `name`: only with what the object is called or described as ("called X a liar"); `leave`: only with "to leave" below;
   * `finite`: only with its passive auxiliary ("is held by", not "a town held by").
   */
  complement: z.enum(['infinitive', 'none', 'name', 'leave', 'finite']).optional(),
  /** The status of the act by its very meaning: "threaten to", "plan". */
  status: z.enum(['ongoing', 'planned', 'possible', 'demanded', 'threatened', 'cancelled']).optional(),
  polarity: z.literal('negated').optional(),
  /** Stated beside what another pattern reads from the same verb: "stepped down under pressure from". */
  also: z.literal(true).optional(),
  why: z.string().optional(),
});

const NounPattern = z.strictObject({
  predicate: z.string(),
  nouns: words,
  words: words.default([]),
  subject: words.default(['by', 'support', 'poss', 'mod', 'from']),
  object: words,
  status: z.enum(['ongoing', 'planned', 'possible']).optional(),
  why: z.string().optional(),
});

const PatternFile = z.strictObject({
  about: z.string(),
  verbs: z.array(VerbPattern).default([]),
  nouns: z.array(NounPattern).default([]),
});

type Slots = readonly string[];

export interface CompiledVerb {
  readonly rule: string;
  readonly predicate: string;
  /** Sets of words, one of each must stand under the verb. */
  readonly with: readonly (readonly string[])[];
  readonly nouns: ReadonlySet<string>;
  readonly nounAt: string;
  readonly nounWords: ReadonlySet<string>;
  readonly subjectKinds: readonly ArgumentKind[] | undefined;
  readonly objectKinds: readonly ArgumentKind[] | undefined;
  readonly subject: Slots;
  readonly object: Slots;
  readonly voice: 'active' | 'passive' | undefined;
  readonly complement: 'infinitive' | 'none' | 'name' | 'leave' | 'finite' | undefined;
  readonly status: z.infer<typeof VerbPattern>['status'];
  readonly polarity: 'negated' | undefined;
  readonly also: boolean;
}

export interface CompiledNoun {
  readonly rule: string;
  readonly predicate: string;
  readonly words: ReadonlySet<string>;
  readonly subject: Slots;
  readonly object: Slots;
  readonly status: z.infer<typeof NounPattern>['status'];
}

export interface Codebook {
  /** By lemma, the most demanding pattern first. */
  readonly verbs: ReadonlyMap<string, readonly CompiledVerb[]>;
  readonly nouns: ReadonlyMap<string, readonly CompiledNoun[]>;
}

/** Reads and checks all pattern files; throws where one names a predicate that the table lacks. */
export function loadCodebook(): Codebook {
  const folder = new URL('./data/', import.meta.url);
  const verbs = new Map<string, CompiledVerb[]>();
  const nouns = new Map<string, CompiledNoun[]>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const parsed = PatternFile.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    for (const pattern of parsed.verbs) addVerbs(verbs, pattern, file);
    for (const pattern of parsed.nouns) addNouns(nouns, pattern, file);
  }
  for (const list of verbs.values()) list.sort((a, b) => demands(b) - demands(a));
  for (const list of nouns.values()) list.sort((a, b) => b.words.size - a.words.size);
  return { verbs, nouns };
}

function demands(pattern: CompiledVerb): number {
  return (
    pattern.with.length +
    (pattern.nouns.size > 0 ? 1 : 0) +
    (pattern.nounWords.size > 0 ? 0.3 : 0) +
    (pattern.also ? 2 : 0) +
    (pattern.voice === undefined ? 0 : 0.5) +
    (pattern.complement === undefined ? 0 : 0.5)
  );
}

function addVerbs(verbs: Map<string, CompiledVerb[]>, pattern: z.infer<typeof VerbPattern>, file: string): void {
  checkPredicate(pattern.predicate, file);
  for (const entry of pattern.verbs) {
    const [lemma = entry, ...needed] = entry.split('+');
    const compiled: CompiledVerb = {
      rule: `verb:${pattern.nouns.length > 0 ? `${lemma}+${pattern.nouns[0] ?? ''}` : entry}`,
      predicate: pattern.predicate,
      with: needed.map((alternatives) => alternatives.split('/')),
      nouns: new Set(pattern.nouns),
      nounAt: pattern.nounAt,
      nounWords: new Set(pattern.nounWords),
      subjectKinds: pattern.subjectKinds,
      objectKinds: pattern.objectKinds,
      subject: pattern.subject,
      object: pattern.object,
      voice: pattern.voice,
      complement: pattern.complement,
      status: pattern.status,
      polarity: pattern.polarity,
      also: pattern.also === true,
    };
    verbs.set(lemma, [...(verbs.get(lemma) ?? []), compiled]);
  }
}

function addNouns(nouns: Map<string, CompiledNoun[]>, pattern: z.infer<typeof NounPattern>, file: string): void {
  checkPredicate(pattern.predicate, file);
  for (const lemma of pattern.nouns) {
    const compiled: CompiledNoun = {
      rule: `noun:${lemma}`,
      predicate: pattern.predicate,
      words: new Set(pattern.words),
      subject: pattern.subject,
      object: pattern.object,
      status: pattern.status,
    };
    nouns.set(lemma, [...(nouns.get(lemma) ?? []), compiled]);
  }
}

function checkPredicate(name: string, file: string): void {
  if (!PREDICATES.has(name)) {
    throw new Error(
      `ingest/codebook/data/${file} names the predicate ${name}, which graph/model/predicates.json lacks`,
    );
  }
}
