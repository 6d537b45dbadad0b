/**
 * Norms of words that are more than the lower-cased word: spellings and symbols that the models should see as one
 * ("realise" as "realize", "€" as "$").
 */
import type { StringIds } from './hash.ts';
import type { NormLookup } from './lexeme.ts';
import type { NormTables } from './model/schema.ts';

/** The lookup that spaCy's vocabulary does: by the word's id first, then by the word. */
export function normLookup(tables: NormTables, ids: StringIds): NormLookup {
  const byId = new Map(Object.entries(tables.lexemes));
  const byText = new Map(Object.entries(tables.base));
  return (text) => byId.get(ids.id(text).toString()) ?? byText.get(text);
}
