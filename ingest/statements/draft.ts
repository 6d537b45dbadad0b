/** A statement before it is dressed: predicate, who and whom, and the words that carry it. */
import type { Status } from '../../graph/model/vocabulary.ts';
import type { Filler } from './fillers.ts';

export interface Draft {
  readonly predicate: string;
  readonly subject: Filler;
  readonly object: Filler | null;
  /** Token that carries the act; polarity, status and attribution are read from its surroundings. */
  readonly trigger: number;
  /** All tokens of the trigger, for the quote: "took ... hostage". */
  readonly words: readonly number[];
  readonly lemma: string;
  readonly rule: string;
  /** Set where the pattern itself says so; read from the sentence otherwise. */
  readonly status?: Status | undefined;
  readonly polarity?: 'negated' | undefined;
  readonly title?: string | undefined;
  /** A standing relation or office: the bulletin itself states it, whoever speaks in the sentence. */
  readonly background?: boolean;
}
