/** What the stages of mention finding hand to each other: a mention with all that it says about its entity by itself. */
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { Mention } from '../document.ts';
import type { FormKind, GazetteerEntry } from '../gazetteer/gazetteer.ts';
import type { TokenSpan } from '../nlp/doc.ts';

export type Gender = 'female' | 'male' | null;

export interface FoundMention extends Mention {
  readonly type: EntityType | null;
  /** The gazetteer's entry and how the words name it. */
  readonly entry: GazetteerEntry | null;
  readonly form: FormKind | null;
  /** What the entity would be called by this mention alone. */
  readonly name: string;
  /** Further names that this mention gives the entity. */
  readonly aliases: readonly string[];
  /** Nominals: the words without names, counts and determiners ("forces"); empty elsewhere. */
  readonly bare: string;
  /** Key of the country or body that the words themselves say it belongs to. */
  readonly of: string | null;
  /** Keys of further countries, each with its own: "Thai and Cambodian soldiers" are two groups. */
  readonly others: readonly string[];
  readonly number: 'one' | 'several' | 'unknown';
  readonly gender: Gender;
  /** Lower-case lemma of the head noun of nominals and offices; the pronoun itself; empty for names. */
  readonly noun: string;
  readonly definite: boolean;
  /** For "group of rebels": the token that heads what is meant. */
  readonly inner: number | null;
  readonly rule: string;
}

/** An office that the text gives somebody, before it is known who the owner is. */
export interface FoundOffice extends TokenSpan {
  /** Id of the mention of the person: the name, or the office words where no name is given. */
  readonly person: number;
  readonly title: string;
  readonly noun: string;
  /** Id of the mention of the country or body that the office belongs to, where the words have it. */
  readonly owner: number | null;
  /** Ids of further owners, where each has its own holder: "the presidents of Ghana and Togo". */
  readonly others: readonly number[];
  readonly former: boolean;
  /** False for a calling ("journalist"), which stands for nobody. */
  readonly represents: boolean;
}

export interface FoundMentions {
  readonly mentions: readonly FoundMention[];
  readonly offices: readonly FoundOffice[];
  /** By token: the mention of the name for whose title words the token stands ("Minister" in "Minister Wang"). */
  readonly titled: ReadonlyMap<number, number>;
}
