/**
 * YAML front matter: the lines between two `---` lines at the top of a text. The text after it is kept to the letter.
 */
import { parse, YAMLParseError } from 'yaml';
import { describesBulletin, isFieldName, readFields } from './fields.ts';
import { type BulletinFields, ReadError } from './reading.ts';

/** Front matter is looked for in so many characters; what is longer is text. */
const MAX_FRONT_MATTER = 16_384;

/**
 * A record of what YAML (or JSON, which is YAML) says, or null where it is no record.
 * @throws YAMLParseError
 */
export function parseRecord(yaml: string): object | null {
  const value: unknown = parse(yaml, { maxAliasCount: 0, logLevel: 'error' });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/**
 * Splits a text into its front matter's fields and the rest. A text that only happens to begin with a rule (`---`) has
 * no front matter and is returned whole.
 */
export function splitFrontMatter(text: string): { readonly fields: BulletinFields; readonly body: string } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, MAX_FRONT_MATTER));
  const yaml = match?.[1];
  if (match === null || yaml === undefined) return { fields: {}, body: text };
  try {
    const record = parseRecord(yaml);
    if (record === null || !describesBulletin(record)) return { fields: {}, body: text };
    return { fields: readFields(record).fields, body: text.slice(match[0].length) };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    if (!yaml.split('\n').some((line) => isFieldName(line.split(':', 1)[0] ?? ''))) return { fields: {}, body: text };
    throw new ReadError(
      `has front matter that is not YAML: ${error.message.split('\n', 1)[0]?.replace(/:$/, '') ?? error.code}`,
      'Put values that hold ":" or quotation marks between double quotes.',
      (error.linePos?.[0].line ?? 1) + 1,
      { cause: error },
    );
  }
}
