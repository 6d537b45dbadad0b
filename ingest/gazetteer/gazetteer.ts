/**
 * What is known before reading: states with their adjectives, capitals and seats of power, bodies, groups, places, and who
 * held which office when. One lookup from the words of a text to the entries that they may name.
 */
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { LeaderRecord } from './schema.ts';
import type { Lexicon } from './lexicon.ts';

/** How a form names its entry: by name, as an adjective ("Chinese"), as one of its people, as its people together. */
export type FormKind = 'name' | 'adjective' | 'national' | 'people';

export interface GazetteerEntry {
  /** `country:JPN`, `org:nato`, `place:senkaku-islands`: the same in every bulletin. */
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly iso3?: string;
  /** Key of the state or body that it belongs to. */
  readonly of?: string;
  /** Key of the state or body for which it stands where it acts ("Tokyo said"). */
  readonly acts?: string;
  /** Countries and peoples: adjectives, the first being the usual one. */
  readonly adjectives?: readonly string[];
  /** Folded lower-case forms that bodies of other states share ("House of Representatives"). */
  readonly generic?: readonly string[];
}

export interface FormSense {
  readonly form: string;
  readonly kind: FormKind;
  readonly entry: GazetteerEntry;
}

/** An office held, with ISO dates; `until` null while it is held. */
export interface Term {
  readonly title: string;
  readonly of: string;
  readonly from: string;
  readonly until: string | null;
}

/** Whether the office was held on the ISO date. */
export const holdsOn = ({ from, until }: Term, date: string): boolean =>
  from <= date && (until === null || date <= until);

export interface Leader {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly gender: LeaderRecord['gender'];
  readonly terms: readonly Term[];
}

export interface Gazetteer {
  readonly entries: ReadonlyMap<string, GazetteerEntry>;
  /** Senses of a form as the text spells it, best first; letter case counts where it tells words apart ("us", "US"). */
  senses(text: string): readonly FormSense[];
  /** Lengths in characters of the forms that begin with this word, longest first; a cheap test before {@link senses}. */
  lengthsFrom(word: string): readonly number[];
  readonly leaders: readonly Leader[];
  readonly lexicon: Lexicon;
}
