/**
 * What reading one bulletin gives: its entities, statements and dates. This is the object that `extract` prints, the
 * only thing that crosses from ingest to the graph, and what evaluation reads.
 * Offsets are UTF-16 units into the bulletin's text as it came; `text.slice(start, end)` is the quoted text.
 */
import { z } from 'zod';
import { DatePrecision, EntityType, IsoDate, Polarity, QuadClass, Status } from './vocabulary.ts';

/** Exact words of the bulletin. */
export const Span = z.object({ text: z.string(), start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

export const ExtractedEntity = z.object({
  /** A function of what the entity is (gazetteer key, or type and normalized name), the same in every bulletin. */
  id: z.string().min(1),
  name: z.string().min(1),
  type: EntityType,
  aliases: z.array(z.string()),
  /** ISO 3166-1 alpha-3, for countries only. */
  iso3: z.string().length(3).optional(),
  /**
   * Id of the country or body that it stands for where it acts or is acted upon: an office holder's, an army's, a ministry's,
   * of a capital its country.
   */
  standsFor: z.string().optional(),
  /** True where the bulletin does not name it ("the Chinese ambassador", "twenty soldiers"). */
  unnamed: z.boolean().optional(),
  mentions: z.array(Span),
  /** Ids of the states that the words say a person is of, where only its name tells who it is. */
  states: z.array(z.string()).optional(),
  /** Of a person's name and aliases those that say an office or a role, and are no names: "Chinese foreign minister". */
  phrases: z.array(z.string()).optional(),
  /** The office by which alone the bulletin refers to a person, of the state or body with that id. */
  office: z.object({ title: z.string(), of: z.string() }).optional(),
});
export type ExtractedEntity = z.infer<typeof ExtractedEntity>;

/** The part that an entity plays in a statement, with the words that stand for it there. */
export const Argument = Span.extend({ entity: z.string() });
export type Argument = z.infer<typeof Argument>;

export const ExtractedStatement = z.object({
  predicate: z.string(),
  subject: Argument,
  object: Argument.nullable(),
  /** Lemma of the word that carries the predicate. */
  lemma: z.string(),
  polarity: Polarity,
  status: Status,
  /** Who says it, where the bulletin attributes it; null where the bulletin states it itself. */
  saidBy: Argument.nullable(),
  place: Argument.nullable(),
  date: IsoDate.nullable(),
  datePrecision: DatePrecision.nullable(),
  cameo: z.string().nullable(),
  plover: z.string().nullable(),
  quadClass: QuadClass.nullable(),
  /** Goldstein scale, -10 (conflict) to 10 (cooperation). */
  goldstein: z.number().min(-10).max(10).nullable(),
  /** The office, for REPRESENTS. */
  title: z.string().nullable(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The words that the statement was read from. */
  quote: Span,
  /** The sentence that holds the quote. */
  sentence: Span,
  /** Name of the rule that made it. */
  rule: z.string(),
});
export type ExtractedStatement = z.infer<typeof ExtractedStatement>;

export const ExtractedDate = Span.extend({
  /** TIMEX3 value: `2024-12-25`, `2024-W52`, `P3D`, `PRESENT_REF`..., or null where it cannot be resolved. */
  value: z.string().nullable(),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
});
export type ExtractedDate = z.infer<typeof ExtractedDate>;

export const Extraction = z.object({
  id: z.string(),
  date: IsoDate.nullable(),
  entities: z.array(ExtractedEntity),
  statements: z.array(ExtractedStatement),
  dates: z.array(ExtractedDate),
});
export type Extraction = z.infer<typeof Extraction>;
