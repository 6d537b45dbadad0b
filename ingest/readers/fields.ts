/**
 * What a record (a JSON object, a CSV row, front matter, a sidecar) says about a bulletin, under any of the names in use.
 */
import type { BulletinFields } from './reading.ts';

type FieldName = keyof BulletinFields | 'text';

const NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  id: ['id', 'guid'],
  date: ['date', 'publishedat', 'published_at', 'published', 'pubdate'],
  title: ['title', 'headline'],
  source: ['source', 'publisher'],
  url: ['url', 'link'],
  language: ['language', 'lang'],
  text: ['text', 'body', 'content'],
};

/** A record's fields by lower-case name, where they are strings or numbers. */
function scalars(record: object): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const key = name.trim().toLowerCase();
    if (typeof value === 'string' && value !== '') found.set(key, value);
    else if (typeof value === 'number') found.set(key, String(value));
  }
  return found;
}

/** Whether a record holds any of the fields of a bulletin other than its text. */
export function describesBulletin(record: object): boolean {
  const found = scalars(record);
  return Object.entries(NAMES).some(([field, names]) => field !== 'text' && names.some((name) => found.has(name)));
}

/** Whether `name` is one that a bulletin's field may have. */
export function isFieldName(name: string): boolean {
  return Object.values(NAMES).some((names) => names.includes(name.trim().toLowerCase()));
}

/** The fields and the text (null: none) of a record; other fields are left. */
export function readFields(record: object): { readonly fields: BulletinFields; readonly text: string | null } {
  const found = scalars(record);
  const value = (field: FieldName): string | undefined => {
    const name = NAMES[field].find((candidate) => found.has(candidate));
    return name === undefined ? undefined : found.get(name);
  };
  const fields: Partial<Record<keyof BulletinFields, string>> = {};
  for (const field of ['id', 'date', 'title', 'source', 'url', 'language'] as const) {
    const text = value(field)?.trim();
    if (text) fields[field] = text;
  }
  return { fields, text: value('text') ?? null };
}
