/** The page as one file, of the entities that somebody looks at: what the viewer's server gives, which knows no formats. */
import type { GraphStore } from '../graph/store.ts';
import { OutputError } from './errors.ts';
import { htmlPage, MOST_STATEMENTS } from './html.ts';
import { selectionAmong } from './selection.ts';

/**
 * The page with these entities, the relations among them, and all that these rest on; or why there is none, in words.
 * @param view what it opens with, as the viewer's address has it
 * @throws StoreError
 */
export async function pageFile(
  store: GraphStore,
  ids: readonly string[],
  view: string | null,
): Promise<{ readonly html: string } | { readonly refusal: string }> {
  const selection = await selectionAmong(store, ids);
  if (selection.statement.size > MOST_STATEMENTS) {
    const most = MOST_STATEMENTS.toLocaleString('en');
    const refusal = `What is shown rests on ${selection.statement.size.toLocaleString('en')} statements; one file holds at most ${most}. Take entities off the page, or hide some, and save again.`;
    return { refusal };
  }
  const pieces: string[] = [];
  try {
    for await (const piece of htmlPage({ store, selection }, view)) pieces.push(piece);
  } catch (error) {
    if (error instanceof OutputError) return { refusal: error.message };
    throw error;
  }
  return { html: pieces.join('') };
}
