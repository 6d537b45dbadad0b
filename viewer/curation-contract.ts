/**
 * What the page and the server say to each other about judging: the queue of candidates, the log of judgements, and the
 * judgements themselves. Part of the contract of viewer/contract.ts.
 */
import { z } from 'zod';
import { NodeType } from './contract.ts';

/** GET /api/curation: whether this server takes judgements. */
export const CurationState = z.object({
  judging: z.boolean(),
  /** Why not, and what to do; null where it does. */
  message: z.string().nullable(),
});
export type CurationState = z.infer<typeof CurationState>;

export const CandidateEntity = z.object({
  id: z.string(),
  name: z.string(),
  type: NodeType,
  bulletins: z.int(),
  /** Up to five each: states that it is of, titles of its offices, others that it is related to. */
  countries: z.array(z.string()),
  offices: z.array(z.string()),
  related: z.array(z.string()),
});
export type CandidateEntity = z.infer<typeof CandidateEntity>;

export const CandidateSentence = z.object({
  entity: z.string(),
  text: z.string(),
  /** The entity's words in `text`, in its order. */
  words: z.array(z.object({ start: z.int(), end: z.int() })),
  bulletin: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type CandidateSentence = z.infer<typeof CandidateSentence>;

/** Two entities that may be one. */
export const Candidate = z.object({
  /** The one that more bulletins mention. */
  one: CandidateEntity,
  other: CandidateEntity,
  /** 0 to 1. */
  score: z.number(),
  /** What speaks for one entity, and what against it, in words. */
  reasons: z.array(z.string()),
  doubts: z.array(z.string()),
  /** Up to three of each of the two. */
  sentences: z.array(CandidateSentence),
});
export type Candidate = z.infer<typeof Candidate>;

/** GET /api/review?after&limit: entities that may be one and were not judged, highest score first. */
export const ReviewQuery = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const ReviewPage = z.object({
  candidates: z.array(Candidate),
  total: z.int(),
  /** Pairs with like names that are not asked about, being of different states. */
  homonyms: z.int(),
  /** Words that stand in too many names to compare them by that word alone. */
  skipped: z.int(),
  next: z.string().nullable(),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

/** Longest id, name, author and reason, in UTF-16 units. */
const id = z.string().min(1).max(2000);
const name = z.string().min(1).max(300);

const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), one: id, other: id }),
  z.object({ kind: z.literal('not-same'), one: id, other: id }),
  z.object({ kind: z.literal('reject'), statement: id }),
  z.object({ kind: z.literal('rename'), entity: id, name }),
  z.object({ kind: z.literal('retype'), entity: id, type: NodeType }),
]);

export type Decision = z.infer<typeof Decision>;

const author = {
  /** Who judges, as the log is to call them. */
  by: z.string().trim().min(1).max(100),
  why: z.string().trim().max(2000).nullable().default(null),
};

/** POST /api/judge (JSON body): `same` keeps the id of `one`. */
export const JudgeBody = z.object({ decision: Decision, ...author });
export type JudgeBody = z.infer<typeof JudgeBody>;

/** POST /api/undo (JSON body): takes back the judgement of that number; without one, the last in force. */
export const UndoBody = z.object({ sequence: z.int().min(1).nullable().default(null), ...author });
export type UndoBody = z.infer<typeof UndoBody>;

export const JudgedAnswer = z.object({
  sequence: z.int(),
  /** Bulletins that were written anew. */
  bulletins: z.int(),
  /**
   * The entities that are to be shown anew, as they stood before, and the ids of those that stand in the place of each now:
   * one, or several where a merge ended. An id without an entity is one that no bulletin mentions any more.
   */
  entities: z.array(z.object({ id: z.string(), now: z.array(z.string()) })),
});
export type JudgedAnswer = z.infer<typeof JudgedAnswer>;

/** An entity of the log by the name that it has now, or was read by; null where no bulletin mentions it. */
const NamedEntity = z.object({ id: z.string(), name: z.string().nullable() });

export const JudgementShown = z.object({
  sequence: z.int(),
  by: z.string(),
  /** ISO time. */
  at: z.string(),
  why: z.string().nullable(),
  /** Number of the judgement that took this one back, and is in force itself. */
  takenBackBy: z.int().nullable(),
  judged: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('same'), one: NamedEntity, other: NamedEntity }),
    z.object({ kind: z.literal('not-same'), one: NamedEntity, other: NamedEntity }),
    z.object({
      kind: z.literal('reject'),
      statement: z.string(),
      /** Null where the bulletin is gone. */
      claim: z
        .object({ subject: z.string(), predicate: z.string(), object: z.string().nullable(), sentence: z.string() })
        .nullable(),
    }),
    z.object({ kind: z.literal('rename'), entity: NamedEntity, name: z.string() }),
    z.object({ kind: z.literal('retype'), entity: NamedEntity, type: NodeType }),
    z.object({ kind: z.literal('undo'), undoes: z.int() }),
  ]),
});
export type JudgementShown = z.infer<typeof JudgementShown>;

/** GET /api/judgements?before&limit: the log, newest first; `before` is the smallest number of the page before. */
export const JudgementsQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const JudgementsPage = z.object({
  judgements: z.array(JudgementShown),
  total: z.int(),
  /** Pass as `before` for the next page; null on the last one. */
  next: z.int().nullable(),
});
export type JudgementsPage = z.infer<typeof JudgementsPage>;
