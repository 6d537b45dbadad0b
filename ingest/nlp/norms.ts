/**
 * Norms of words that are more than the lower-cased word: spellings and symbols that the models should see as one
 * ("realise" as "realize", "€" as "$").
 */
import type { StringIds } from './hash.ts';
import type { NormLookup } from './lexeme.ts';
import type { NormTables } from './model/schema.ts';

/** The lookup that spaCy's vocabulary does: by the word's id first, then by the word. */
export function normLookup(tables: NormTables, ids: StringIds): NormLookup {
  const byText = new Map(Object.entries(tables.base));
  /** By the id's lower half, then its upper half. */
  const byId = new Map<number, Map<number, string>>();
  for (const [decimal, norm] of Object.entries(tables.lexemes)) {
    const id = BigInt(decimal);
    const lo = Number(id & 0xffffffffn);
    const byUpper = byId.get(lo) ?? new Map<number, string>();
    byId.set(lo, byUpper.set(Number(id >> 32n), norm));
  }
  return (text) => {
    const { hi, lo } = ids.halves(text);
    return byId.get(lo)?.get(hi) ?? byText.get(text);
  };
}
