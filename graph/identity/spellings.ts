/** The table of spellings: classes of spellings of one name or word, and the words that tell nothing about who is meant. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Classes = z.array(z.array(z.string()));
const Words = z.array(z.string());
const Spellings = z.object({
  note: z.string(),
  korean: Classes,
  chinese: Classes,
  given: Classes,
  words: Classes,
  honorifics: Words,
  particles: Words,
  generations: Words,
  legalForms: Words,
  generic: Words,
});

const table = Spellings.parse(JSON.parse(readFileSync(new URL('./spellings.json', import.meta.url), 'utf8')));

/** The classes that each spelling is in. */
function classesOf(classes: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const members of classes) {
    for (const member of members) found.set(member, [...(found.get(member) ?? []), members[0] ?? member]);
  }
  return found;
}

/** Spellings of one given name, surname or word: two are alike where they share a class. */
export const KOREAN = classesOf(table.korean);
export const CHINESE = classesOf(table.chinese);
export const GIVEN = classesOf(table.given);
export const WORDS = classesOf(table.words);

export const HONORIFICS: ReadonlySet<string> = new Set(table.honorifics);
export const PARTICLES: ReadonlySet<string> = new Set(table.particles);
export const GENERATIONS: ReadonlySet<string> = new Set(table.generations);
export const LEGAL_FORMS: ReadonlySet<string> = new Set(table.legalForms);
export const GENERIC: ReadonlySet<string> = new Set(table.generic);

export function shareClass(classes: ReadonlyMap<string, readonly string[]>, a: string, b: string): boolean {
  const own = classes.get(a);
  const others = classes.get(b);
  return own !== undefined && others !== undefined && own.some((one) => others.includes(one));
}
