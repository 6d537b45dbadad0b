/** The page as one file. */
import { z } from 'zod';

/** POST /api/file (JSON body): these entities and the relations among them, with statements and bulletins. */
export const FileQuery = z.object({
  ids: z.array(z.string()).min(1).max(5000),
  /** The view that the page opens with, as its address names it behind `#view=`. */
  view: z
    .string()
    .regex(/^[\w-]+$/)
    .max(500_000)
    .nullable()
    .default(null),
});

/** In JSON, so that no browser shows it as a page of the server. */
export const FileAnswer = z.object({ html: z.string() });
