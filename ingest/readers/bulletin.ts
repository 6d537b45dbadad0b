/**
 * From a draft to a bulletin: the date is checked, the id decided, the text bounded. The text itself stays as it came.
 *
 * Id: the source's own; else from its address; else, for a file that is one bulletin, from the file's place, so that an
 * edited file replaces its own statements; else from its text, date and title.
 */
import { createHash } from 'node:crypto';
import type { Bulletin } from '../../graph/model/bulletin.ts';
import { dateOfFileName, readDate } from './dates.ts';
import { MAX_BULLETIN_LENGTH } from './limits.ts';
import { type BulletinFields, type Draft, type Input, type Note, note, type Rejection, rejection } from './reading.ts';

/** What decided a bulletin's id. Of two files with the same text in two places, only `file` ids differ. */
type Identity = 'own' | 'url' | 'file' | 'text';

export interface ReadBulletin {
  readonly kind: 'bulletin';
  readonly bulletin: Bulletin;
  readonly path: string;
  readonly line: number | null;
  readonly identity: Identity;
}

export interface Defaults {
  /** Date of bulletins that name none; ISO date or prefix. */
  readonly date: string | null;
  /** Source of bulletins that name none. */
  readonly source: string | null;
}

/** Where a draft came from, as far as its id and date depend on it. */
export interface Origin {
  readonly input: Input;
  /** Of the sidecar; they stand behind what the input itself says. */
  readonly fields: BulletinFields;
  /** Absolute path without links, or null where the input is no file. */
  readonly file: string | null;
  readonly fileName: string | null;
}

const MAX_ID_LENGTH = 512;

function hashed(kind: string, ...parts: readonly string[]): string {
  return `${kind}-${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 24)}`;
}

function identify(fields: BulletinFields, draft: Draft, origin: Origin): [id: string, identity: Identity] {
  if (fields.id !== undefined) return [fields.id, 'own'];
  if (fields.url !== undefined) return [hashed('url', fields.url), 'url'];
  if (draft.line === null && origin.file !== null) return [hashed('file', origin.file), 'file'];
  return [hashed('text', draft.text, fields.date ?? '', fields.title ?? ''), 'text'];
}

/** Completes a draft, or says why it is no bulletin. */
export function complete(draft: Draft, origin: Origin, defaults: Defaults): (ReadBulletin | Rejection | Note)[] {
  const { input } = origin;
  const fields: BulletinFields = { ...origin.fields, ...draft.fields };
  const refuse = (reason: string, remedy: string): Rejection[] => [rejection(input, draft.line, reason, remedy)];
  if (draft.text.trim() === '') return refuse('holds no text', 'Leave it out, or put the text of a bulletin into it.');
  if (draft.text.length > MAX_BULLETIN_LENGTH) {
    return refuse(
      `has ${draft.text.length.toLocaleString('en')} characters, and a bulletin may have ${MAX_BULLETIN_LENGTH.toLocaleString('en')}`,
      'Split it into its single reports.',
    );
  }
  const id = identify(fields, draft, origin);
  if (id[0].length > MAX_ID_LENGTH) {
    return refuse(`has an id of more than ${MAX_ID_LENGTH} characters`, 'Give it a shorter id.');
  }
  let publishedAt = defaults.date;
  if (fields.date !== undefined) {
    publishedAt = readDate(fields.date);
    if (publishedAt === null) {
      return refuse(`has a date that is not understood: "${fields.date.slice(0, 60)}"`, 'Write it as YYYY-MM-DD.');
    }
  } else if (draft.line === null && origin.fileName !== null) {
    publishedAt = dateOfFileName(origin.fileName) ?? defaults.date;
  }
  // A half of a surrogate pair cannot be stored as UTF-8; its replacement is as long, so that offsets stay.
  const text = draft.text.replace(/\p{Surrogate}/gu, '\uFFFD');
  const bulletin: Bulletin = {
    id: id[0],
    title: fields.title ?? null,
    source: fields.source ?? defaults.source,
    url: fields.url ?? null,
    publishedAt,
    language: fields.language?.split(/[-_]/, 1)[0]?.toLowerCase() || 'en',
    text,
  };
  const found: ReadBulletin = { kind: 'bulletin', bulletin, path: input.path, line: draft.line, identity: id[1] };
  if (text === draft.text) return [found];
  return [note(input, draft.line, 'holds broken characters (half surrogate pairs), each replaced by U+FFFD'), found];
}
