/**
 * For whom an entity acts: the state or body of an office holder, of an army or ministry, of a capital. What is read there is
 * what the words or the gazetteer say; opposition parties, crowds and companies stand for themselves.
 */
import type { DocumentEntity } from './document.ts';
import { holdsOn } from './gazetteer/gazetteer.ts';
import type { Gazetteer } from './gazetteer/index.ts';
import { singular } from './mentions/extend.ts';

/** Key of the country or body that the entity stands for, or null. `date` is the bulletin's. */
export function standsFor(entity: DocumentEntity, gazetteer: Gazetteer, date: string | null): string | null {
  const key = keyOf(entity, gazetteer, date);
  return key === entity.key ? null : key;
}

function keyOf(entity: DocumentEntity, gazetteer: Gazetteer, date: string | null): string | null {
  const entry = gazetteer.entries.get(entity.key);
  if (entity.type === 'Person') return employerOf(entity, gazetteer, date);
  if (entity.type === 'Place') return entry?.acts ?? entry?.of ?? null;
  if (entity.type === 'Organization' && entry?.acts !== undefined) return entry.acts;
  const mayServe = entity.type === 'Organization' || entity.type === 'Group';
  return mayServe && isOfState(entity, gazetteer) ? (entity.partOf ?? null) : null;
}

/**
 * The country of the offices that the text gives, else their one body; without any, that of the first office that the
 * gazetteer knows for the day, which lists the states of one crown or republic from the chief one on.
 */
function employerOf(entity: DocumentEntity, gazetteer: Gazetteer, date: string | null): string | null {
  const stated = entity.offices.flatMap(({ of, former }) => (of === null || former ? [] : [of]));
  if (stated.length === 0) return date === null ? null : (officeOn(entity.name, gazetteer, date) ?? null);
  const employers = new Set(stated.map((key) => gazetteer.entries.get(key)?.acts ?? key));
  const countries = [...employers].filter((key) => key.startsWith('country:'));
  const [only, another] = countries.length > 0 ? countries : [...employers];
  return another === undefined ? (only ?? null) : null;
}

function officeOn(name: string, { leaders }: Gazetteer, date: string): string | undefined {
  for (const leader of leaders) {
    if (leader.name !== name) continue;
    const term = leader.terms.find((held) => holdsOn(held, date));
    if (term !== undefined) return term.of;
  }
  return undefined;
}

/** "Russian forces", "Myanmar army", "Chinese foreign ministry", "Russian diplomats": a nationality before a servant of the state. */
function isOfState(entity: DocumentEntity, gazetteer: Gazetteer): boolean {
  const state = gazetteer.entries.get(entity.partOf ?? '');
  if (state?.type !== 'Country') return false;
  const name = entity.name.toLowerCase();
  const prefix = [state.name, ...state.aliases, ...(state.adjectives ?? [])]
    .map((word) => word.toLowerCase())
    .filter((word) => name.startsWith(`${word} `))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return false;
  const { servants, executive, forces } = gazetteer.lexicon.nouns;
  const words = name
    .slice(prefix.length + 1)
    .split(' ')
    .map(singular);
  const last = words.at(-1) ?? '';
  return servants.has(last) || forces.has(last) || words.some((word) => executive.has(word));
}
