/**
 * References: how a bulletin refers to somebody whose identity depends on other bulletins. A name with the states that the
 * words give it (`person:kim-min-jae#KOR`), or a seat on a day (`office:foreign-minister:country:JPN@2024-12-25`). Who is meant
 * is derived from all bulletins together (derive.ts).
 */

export type Reference =
  | { readonly kind: 'name'; readonly of: string; readonly states: readonly string[] }
  | { readonly kind: 'seat'; readonly of: string; readonly day: string };

/** @param states ids of states, none for a name alone */
export function nameReference(person: string, states: readonly string[]): string {
  if (states.length === 0) return person;
  const codes = [...new Set(states.map((state) => state.slice(state.indexOf(':') + 1)))].sort();
  return `${person}#${codes.join('+')}`;
}

export const seatReference = (seat: string, day: string): string => `${seat}@${day}`;

/** What an id refers to; null for an id that is one entity whatever else is known. */
export function parseReference(id: string): Reference | null {
  const name = /^(person:[^#]*)#(.+)$/.exec(id);
  if (name !== null) return { kind: 'name', of: name[1] ?? '', states: (name[2] ?? '').split('+') };
  const seat = /^(office:.*)@([^@]+)$/.exec(id);
  return seat === null ? null : { kind: 'seat', of: seat[1] ?? '', day: seat[2] ?? '' };
}
