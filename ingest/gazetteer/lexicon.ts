/** The common nouns of offices, collective actors and institutions, as sets of lower-case words and phrases. */
import { fold } from './normalize.ts';
import type { CollectiveFile, GivenNameFile, TitleFile } from './schema.ts';
import type { z } from 'zod';

type Sets<T> = { readonly [K in keyof T as T[K] extends string[] ? K : never]: ReadonlySet<string> };

export interface Lexicon {
  /** Gender by folded lower-case given name. */
  readonly given: ReadonlyMap<string, 'female' | 'male'>;
  readonly titles: Sets<z.infer<typeof TitleFile>>;
  readonly nouns: Sets<z.infer<typeof CollectiveFile>>;
}

export function makeLexicon(
  titles: z.infer<typeof TitleFile>,
  nouns: z.infer<typeof CollectiveFile>,
  names: z.infer<typeof GivenNameFile>,
): Lexicon {
  const plain = (name: string): string => fold(name).toLowerCase();
  return {
    given: new Map([
      ...names.female.map((name) => [plain(name), 'female'] as const),
      ...names.male.map((name) => [plain(name), 'male'] as const),
    ]),
    titles: {
      head: new Set(titles.head),
      state: new Set(titles.state),
      modifier: new Set(titles.modifier),
      former: new Set(titles.former),
      honorific: new Set(titles.honorific),
      role: new Set(titles.role),
      calling: new Set(titles.calling),
      namesake: new Set(titles.namesake),
      female: new Set(titles.female),
      male: new Set(titles.male),
    },
    nouns: {
      people: new Set(nouns.people),
      servants: new Set(nouns.servants),
      executive: new Set(nouns.executive),
      forces: new Set(nouns.forces),
      bodies: new Set(nouns.bodies),
      state: new Set(nouns.state),
      side: new Set(nouns.side),
      facilities: new Set(nouns.facilities),
      agreements: new Set(nouns.agreements),
      events: new Set(nouns.events),
      organizationWords: new Set(nouns.organizationWords),
      placeWords: new Set(nouns.placeWords),
      several: new Set(nouns.several),
      namedKinds: new Set(nouns.namedKinds),
      notActors: new Set(nouns.notActors),
      makers: new Set(nouns.makers),
      gatherings: new Set(nouns.gatherings),
      assaults: new Set(nouns.assaults),
      places: new Set(nouns.places),
    },
  };
}
