/**
 * spaCy's English rule lemmatizer: endings are replaced where that gives a known word, exceptions come first, and forms
 * that are base forms by their features are only lower-cased. A function of word, part of speech and features.
 */
import { isAlphaText, lower } from './chars.ts';
import type { LemmaTable } from './model/schema.ts';

interface PreparedTable {
  readonly rules: LemmaTable['rules'];
  readonly exceptions: ReadonlyMap<string, readonly string[]>;
  readonly index: ReadonlySet<string>;
}

/** Remembered lemmas at most; when full, remembering starts anew. */
const MAX_REMEMBERED = 50_000;
const MAX_REMEMBERED_LENGTH = 64;

export class Lemmatizer {
  readonly #tables = new Map<string, LemmaTable>();
  readonly #prepared = new Map<string, PreparedTable>();
  /** By part of speech, features and word: strings that exist already, so that no key has to be made. */
  readonly #remembered = new Map<string, Map<string, Map<string, string>>>();
  #rememberedWords = 0;

  /** @param tables by part of speech in lower case */
  constructor(tables: Readonly<Record<string, LemmaTable>>) {
    for (const [pos, table] of Object.entries(tables)) this.#tables.set(pos, table);
  }

  /**
   * The lemma of a word.
   * @param pos Universal POS in upper case, or the empty string
   * @param morph features, `Number=Sing|Person=3`, or the empty string
   */
  lemmatize(text: string, pos: string, morph: string): string {
    if (text.length > MAX_REMEMBERED_LENGTH) return this.#compute(text, pos.toLowerCase(), morph);
    const words = this.#rememberedFor(pos, morph);
    let lemma = words.get(text);
    if (lemma === undefined) {
      lemma = this.#compute(text, pos.toLowerCase(), morph);
      words.set(text, lemma);
      this.#rememberedWords++;
    }
    return lemma;
  }

  #rememberedFor(pos: string, morph: string): Map<string, string> {
    if (this.#rememberedWords >= MAX_REMEMBERED) {
      this.#remembered.clear();
      this.#rememberedWords = 0;
    }
    const byMorph = this.#remembered.get(pos) ?? new Map<string, Map<string, string>>();
    const words = byMorph.get(morph) ?? new Map<string, string>();
    if (words.size === 0) this.#remembered.set(pos, byMorph.set(morph, words));
    return words;
  }

  #compute(text: string, pos: string, morph: string): string {
    const lowered = lower(text);
    if (isBaseForm(pos, morph)) return lowered;
    const table = this.#table(pos);
    if (table === undefined) return pos === 'propn' ? text : lowered;
    /** Known forms, and forms that are no plain words. */
    const accepted: string[] = [];
    const unknown: string[] = [];
    for (const [ending, replacement] of table.rules) {
      if (!lowered.endsWith(ending)) continue;
      const form = lowered.slice(0, lowered.length - ending.length) + replacement;
      if (form === '') continue;
      if (table.index.has(form)) accepted.unshift(form);
      else if (isAlphaText(form)) unknown.push(form);
      else accepted.push(form);
    }
    for (const form of table.exceptions.get(lowered) ?? []) if (!accepted.includes(form)) accepted.unshift(form);
    return accepted[0] ?? unknown[0] ?? text;
  }

  /** Sets are made when a part of speech is first met: loading stays quick. */
  #table(pos: string): PreparedTable | undefined {
    const prepared = this.#prepared.get(pos);
    if (prepared !== undefined) return prepared;
    const table = this.#tables.get(pos);
    if (table === undefined) return undefined;
    const made = {
      rules: table.rules,
      exceptions: new Map(Object.entries(table.exceptions)),
      index: new Set(table.index.split('\n')),
    };
    this.#prepared.set(pos, made);
    return made;
  }
}

function isBaseForm(pos: string, morph: string): boolean {
  const features = morph === '' ? [] : morph.split('|');
  if (pos === 'noun' && features.includes('Number=Sing')) return true;
  if (features.includes('VerbForm=Inf') || features.includes('Degree=Pos')) return true;
  return (
    pos === 'verb' &&
    features.includes('VerbForm=Fin') &&
    features.includes('Tense=Pres') &&
    !features.some((feature) => feature.startsWith('Number='))
  );
}
