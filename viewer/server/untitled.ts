/** What a bulletin without a title is called by: the first letters of its text. */

/** More than a line of a panel holds. */
const LETTERS = 120;

/** For `b`, a bulletin of a query: null where it has a title. */
export const BEGINS = `CASE WHEN b.title IS NULL THEN substring(b.text, 0, ${LETTERS}) ELSE null END`;

/** The same of a bulletin that is at hand. */
export const beginsOf = ({ title, text }: { readonly title: string | null; readonly text: string }): string | null =>
  title === null ? text.slice(0, LETTERS) : null;
