/**
 * Which bulletins need no reading because the store holds them as they are: by id and content, and for files, whose id is
 * their place, by content alone, so that a copy or a moved file adds nothing.
 */
import { z } from 'zod';
import { contentHash } from '../graph/ids.ts';
import type { GraphStore } from '../graph/store.ts';
import { alreadyStored } from '../graph/write.ts';
import type { ReadBulletin } from './readers/bulletin.ts';

export interface Admitted {
  readonly read: ReadBulletin;
  /** Bytes of the files that had been read when it came up. */
  readonly bytes: number;
  readonly contentHash: string;
  /** Whether the store holds it as it is. */
  readonly stored: boolean;
}

/** What one run has let in so far; it grows by two short strings a new bulletin. */
export class Seen {
  /** Ids that this run writes: what the store held before no longer counts for them. */
  readonly ids = new Set<string>();
  /** Contents of the files that this run writes. */
  readonly files = new Set<string>();
}

const SAME_CONTENT = `
  UNWIND $hashes AS hash
  MATCH (b:Bulletin {contentHash: hash})
  RETURN hash, b.id AS id`;

const Row = z.tuple([z.string(), z.string()]);

/** Of the given files, the contents that the store holds under another id than the file's. */
async function storedElsewhere(
  store: GraphStore,
  files: readonly { readonly id: string; readonly contentHash: string }[],
): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const ids = new Map(files.map((file) => [file.contentHash, file.id]));
  const { rows } = await store.read(SAME_CONTENT, { hashes: [...ids.keys()] });
  return new Set(
    rows
      .map((row) => Row.parse(row))
      .filter(([hash, id]) => ids.get(hash) !== id)
      .map(([hash]) => hash),
  );
}

/**
 * Looks a batch up in the store. Order is kept.
 * @param extractor what reads the bulletins now; null where the store's own are read again whoever read them
 */
export async function admit(
  store: GraphStore,
  batch: readonly { readonly read: ReadBulletin; readonly bytes: number }[],
  extractor: string | null,
  seen: Seen,
): Promise<Admitted[]> {
  const candidates = batch.map((entry) => ({ ...entry, contentHash: contentHash(entry.read.bulletin) }));
  const byId =
    extractor === null
      ? new Set<string>()
      : await alreadyStored(
          store,
          candidates.map(({ read, contentHash: hash }) => ({ id: read.bulletin.id, contentHash: hash })),
          extractor,
        );
  const files = candidates.filter(({ read }) => read.identity === 'file' && !byId.has(read.bulletin.id));
  const byContent = await storedElsewhere(
    store,
    files.map(({ read, contentHash: hash }) => ({ id: read.bulletin.id, contentHash: hash })),
  );
  return candidates.map((candidate) => {
    const { id } = candidate.read.bulletin;
    const hash = candidate.contentHash;
    const isFile = candidate.read.identity === 'file';
    const stored = (byId.has(id) && !seen.ids.has(id)) || (isFile && (byContent.has(hash) || seen.files.has(hash)));
    if (!stored) {
      seen.ids.add(id);
      if (isFile) seen.files.add(hash);
    }
    return { ...candidate, stored };
  });
}
