/**
 * spaCy's attribute ruler: patterns over tag, word and dependency label that set part of speech, features, lemma and,
 * for whitespace, tag and label. All patterns see the document as it was before any of them; for each attribute the
 * pattern with the highest position in the table wins.
 */

import type { AttributeTest, RulerRule, TokenPattern } from './model/schema.ts';

/** What the patterns look at. */
export interface RulerToken {
  readonly tag: string;
  readonly lower: string;
  readonly dep: string;
  readonly isSpace: boolean;
}

/** What the rules give a token; undefined where no rule sets the attribute. */
export interface RuledAttributes {
  readonly tag: string | undefined;
  readonly pos: string | undefined;
  readonly morph: string | undefined;
  readonly lemma: string | undefined;
  readonly dep: string | undefined;
}

const NAMES = ['TAG', 'POS', 'MORPH', 'LEMMA', 'DEP'] as const;

type VerdictsByTag = Map<string, Map<string, Verdict>>;

type Test = (token: RulerToken) => boolean;

/** A pattern of several tokens, with its rule's position in the table. */
interface Sequence {
  readonly rule: number;
  readonly tests: readonly Test[];
}

/** What can be said of a token by itself. */
interface Verdict {
  /** Rules that match it alone, lowest first. */
  readonly rules: readonly number[];
  readonly attributes: RuledAttributes;
  /** Sequences whose first token it can be. */
  readonly openings: readonly Sequence[];
}

/** Remembered verdicts at most; there are some thousand combinations of word, tag and label. */
const MAX_VERDICTS = 20_000;
/** Stands for all words that no pattern singles out. */
const OTHER_WORD = '';

function textTest(condition: AttributeTest | undefined): ((text: string) => boolean) | undefined {
  if (condition === undefined) return undefined;
  if (typeof condition === 'string') return (text) => text === condition;
  if ('IN' in condition) {
    const set = new Set(condition.IN);
    return (text) => set.has(text);
  }
  if ('NOT_IN' in condition) {
    const set = new Set(condition.NOT_IN);
    return (text) => !set.has(text);
  }
  const expression = new RegExp(condition.REGEX, 'u');
  return (text) => expression.test(text);
}

function tokenTest(condition: TokenPattern): Test {
  const tag = textTest(condition.TAG);
  const word = textTest(condition.LOWER);
  const dep = textTest(condition.DEP);
  const { IS_SPACE: isSpace } = condition;
  return (token) =>
    (tag === undefined || tag(token.tag)) &&
    (word === undefined || word(token.lower)) &&
    (dep === undefined || dep(token.dep)) &&
    (isSpace === undefined || isSpace === token.isSpace);
}

export class AttributeRuler {
  readonly #rules: readonly RulerRule[];
  readonly #alone: Sequence[] = [];
  readonly #sequences: Sequence[] = [];
  /** Words that some pattern singles out: all others are alike to the rules. */
  readonly #words = new Set<string>();
  readonly #expressions: ((text: string) => boolean)[] = [];
  /** By word, tag and label; whitespace apart. */
  readonly #verdicts = { word: new Map<string, VerdictsByTag>(), space: new Map<string, VerdictsByTag>() };
  #verdictCount = 0;

  constructor(rules: readonly RulerRule[]) {
    this.#rules = rules;
    for (const [rule, { patterns }] of rules.entries()) {
      for (const pattern of patterns) {
        const sequence = { rule, tests: pattern.map(tokenTest) };
        (pattern.length === 1 ? this.#alone : this.#sequences).push(sequence);
        for (const { LOWER: word } of pattern) this.#noteWord(word);
      }
    }
  }

  /** The attributes that the rules give to each token. */
  apply(tokens: readonly RulerToken[]): readonly RuledAttributes[] {
    const verdicts = tokens.map((token) => this.#verdict(token));
    const result = verdicts.map((verdict) => verdict.attributes);
    /** Rules that reach a token through a sequence, by its position. */
    const reached = new Map<number, number[]>();
    for (let start = 0; start < verdicts.length; start++) {
      for (const { rule, tests } of verdicts[start]?.openings ?? []) {
        if (!tests.every((test, i) => matches(test, tokens[start + i]))) continue;
        const target = start + (this.#rules[rule]?.index ?? 0);
        reached.set(target, [...(reached.get(target) ?? []), rule]);
      }
    }
    for (const [target, rules] of reached)
      result[target] = this.#resolve([...(verdicts[target]?.rules ?? []), ...rules]);
    return result;
  }

  #noteWord(condition: AttributeTest | undefined): void {
    if (condition === undefined) return;
    if (typeof condition === 'string') this.#words.add(condition);
    else if ('IN' in condition) for (const word of condition.IN) this.#words.add(word);
    else if ('NOT_IN' in condition) for (const word of condition.NOT_IN) this.#words.add(word);
    else {
      const expression = new RegExp(condition.REGEX, 'u');
      this.#expressions.push((text) => expression.test(text));
    }
  }

  #verdict(token: RulerToken): Verdict {
    const listed = this.#words.has(token.lower) || this.#expressions.some((matchesWord) => matchesWord(token.lower));
    const word = listed ? token.lower : OTHER_WORD;
    const byWord = token.isSpace ? this.#verdicts.space : this.#verdicts.word;
    return byWord.get(word)?.get(token.tag)?.get(token.dep) ?? this.#judge(token, byWord, word);
  }

  /** Makes a verdict and remembers it. */
  #judge(token: RulerToken, byWord: Map<string, VerdictsByTag>, word: string): Verdict {
    if (this.#verdictCount >= MAX_VERDICTS) {
      this.#verdicts.word.clear();
      this.#verdicts.space.clear();
      this.#verdictCount = 0;
    }
    const rules = this.#alone.filter(({ tests: [test] }) => test?.(token)).map(({ rule }) => rule);
    const openings = this.#sequences.filter(({ tests: [test] }) => test?.(token));
    const verdict = { rules, attributes: this.#resolve(rules), openings };
    const byTag = byWord.get(word) ?? new Map<string, Map<string, Verdict>>();
    const byDep = byTag.get(token.tag) ?? new Map<string, Verdict>();
    byWord.set(word, byTag.set(token.tag, byDep.set(token.dep, verdict)));
    this.#verdictCount++;
    return verdict;
  }

  #resolve(matching: readonly number[]): RuledAttributes {
    const rules = matching.toSorted((a, b) => b - a);
    const [tag, pos, morph, lemma, dep] = NAMES.map((name) => {
      const winner = rules.find((rule) => this.#rules[rule]?.attrs[name] !== undefined);
      return winner === undefined ? undefined : this.#rules[winner]?.attrs[name];
    });
    return { tag, pos, morph, lemma, dep };
  }
}

function matches(test: Test, token: RulerToken | undefined): boolean {
  return token !== undefined && test(token);
}
