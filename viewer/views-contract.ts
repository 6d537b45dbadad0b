/** What the page and the server say to each other about views that people saved. Part of the contract of viewer/contract.ts. */
import { z } from 'zod';
import { FileQuery } from './contract/file.ts';

const id = z.string().min(1).max(100);
/** Without blanks around it. */
const name = z.string().trim().min(1).max(200);

/** GET /api/views, and what every change of them answers: all of them, those saved last first; at most 500. */
export const ViewsAnswer = z.object({
  views: z.array(z.object({ id: z.string(), name: z.string(), at: z.string() })),
  /** Why this server saves none, and what to do; null where it does. */
  message: z.string().nullable(),
});
export type ViewsAnswer = z.infer<typeof ViewsAnswer>;

/** GET /api/view?id. */
export const ViewQuery = z.object({ id });

/** What one view shows, as the address has it behind `#view=`. */
export const ViewAnswer = z.object({ code: z.string() });

/** POST /api/save-view (JSON body). */
export const SaveView = z.object({
  name,
  code: FileQuery.shape.view.unwrap().unwrap(),
  /** Whether it takes the place of a view of that name. */
  replace: z.boolean().default(false),
});
/** POST /api/rename-view (JSON body). */
export const RenameView = z.object({ id, name });
/** POST /api/delete-view (JSON body). */
export const DeleteView = z.object({ id });
