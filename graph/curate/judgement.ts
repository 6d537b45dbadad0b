/**
 * Judgements: what a person decided about identity, names, types and statements, with who, when and why. They are only
 * ever appended; taking one back is a judgement too. What the graph shows is a function of the log (resolution.ts).
 */
import { z } from 'zod';
import { EntityType } from '../model/vocabulary.ts';

const author = { by: z.string(), at: z.string(), why: z.string().nullable(), sequence: z.int().min(1) };
const pair = { one: z.string().min(1), other: z.string().min(1) };

export const Judgement = z.discriminatedUnion('kind', [
  /** `one` and `other` are one entity; the group keeps the id `one` of its earliest judgement. */
  z.object({ kind: z.literal('same'), ...pair, ...author }),
  z.object({ kind: z.literal('not-same'), ...pair, ...author }),
  /** The statement was read wrongly: it counts for nothing. */
  z.object({ kind: z.literal('reject'), statement: z.string().min(1), ...author }),
  z.object({ kind: z.literal('rename'), entity: z.string().min(1), name: z.string().min(1), ...author }),
  z.object({ kind: z.literal('retype'), entity: z.string().min(1), type: EntityType, ...author }),
  /** Takes back the judgement of that number; of an `undo`, puts in force again what it took back. */
  z.object({ kind: z.literal('undo'), undoes: z.int().min(1), ...author }),
]);
export type Judgement = z.infer<typeof Judgement>;

type WithoutAuthor<T> = T extends Judgement ? Omit<T, 'by' | 'at' | 'why' | 'sequence'> : never;
/** What is judged, before it has an author and a number. */
export type Decision = WithoutAuthor<Judgement>;

export interface Author {
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  readonly why: string | null;
}

export type JudgementErrorCause = 'unknown' | 'contradicts' | 'no-effect' | 'empty';

/** A judgement that cannot be meant. The message names what was judged, what stands against it, and what to do. */
export class JudgementError extends Error {
  override readonly name = 'JudgementError';
  readonly reason: JudgementErrorCause;

  constructor(reason: JudgementErrorCause, message: string) {
    super(message);
    this.reason = reason;
  }
}
