/** One bulletin as a reader delivers it: the text exactly as it came, and what is known about it. */
import { z } from 'zod';
import { IsoDate } from './vocabulary.ts';

export const Bulletin = z.object({
  /** The source's own id, or a function of content. */
  id: z.string().min(1),
  title: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  /** Date of publication; relative dates are resolved against it. Null: they stay unresolved. */
  publishedAt: IsoDate.nullable(),
  /** ISO 639-1; only `en` is read for statements. */
  language: z.string(),
  text: z.string(),
});
export type Bulletin = z.infer<typeof Bulletin>;
