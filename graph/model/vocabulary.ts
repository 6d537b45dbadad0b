/** The closed vocabularies of the graph: entity types, polarity, status, date precision, CAMEO quad classes. */
import { z } from 'zod';

export const EntityType = z.enum(['Person', 'Country', 'Organization', 'Place', 'Facility', 'Group', 'Agreement']);
export type EntityType = z.infer<typeof EntityType>;

export const Polarity = z.enum(['affirmed', 'negated']);
export type Polarity = z.infer<typeof Polarity>;

export const Status = z.enum(['occurred', 'ongoing', 'planned', 'possible', 'demanded', 'threatened', 'cancelled']);
export type Status = z.infer<typeof Status>;

/** How much of an ISO date is known: `2024`, `2024-12` or `2024-12-25`. */
export const DatePrecision = z.enum(['year', 'month', 'day']);
export type DatePrecision = z.infer<typeof DatePrecision>;

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict (CAMEO's quad classes). */
export const QuadClass = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type QuadClass = z.infer<typeof QuadClass>;

/** The quad class of a CAMEO code, by CAMEO's own grouping of its twenty roots: 01-05, 06-08, 09-13, 14-20. */
export function quadClassOf(cameo: string): QuadClass {
  const root = Number(cameo.slice(0, 2));
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}

/** An ISO 8601 calendar date or a prefix of one, so that dates of any precision sort and compare as strings. */
export const IsoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
