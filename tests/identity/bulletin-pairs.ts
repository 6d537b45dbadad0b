/**
 * Labelled pairs of bulletins that name somebody alike: one person or two. Each row has a label (with an H where the pair is
 * held out: nobody tunes on it), and twice the words, the date and the bulletin. A pair is read by the whole extractor and identified as the graph does it, beside each other only.
 */
import { readFileSync } from 'node:fs';
import { canonicalId, resolve } from '../../graph/curate/resolution.ts';
import type { Bulletin } from '../../graph/model/bulletin.ts';
import { withReferences } from '../../graph/references/resolve.ts';
import { contributedBy } from '../../graph/references/stored.ts';
import { type PreparedBulletin, prepare } from '../../graph/writing/prepare.ts';
import { createExtractor, type Extractor } from '../../ingest/pipeline.ts';

export interface BulletinPair {
  readonly isSame: boolean;
  readonly isHeldOut: boolean;
  readonly words: readonly [string, string];
  readonly bulletins: readonly [Bulletin, Bulletin];
}

const bulletin = (id: string, publishedAt: string, text: string): Bulletin => ({
  id,
  title: null,
  source: null,
  url: null,
  publishedAt,
  language: 'en',
  text,
});

export const BULLETIN_PAIRS: readonly BulletinPair[] = readFileSync(
  new URL('./bulletin-pairs.tsv', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [label, one = '', day = '', text = '', other = '', otherDay = '', otherText = ''] = line.split('\t');
    return {
      isSame: label?.endsWith('=') ?? false,
      isHeldOut: label?.startsWith('H') ?? false,
      words: [one, other],
      bulletins: [bulletin('one', day, text), bulletin('other', otherDay, otherText)],
    };
  });

/** Who the words mean, by the id that was read; null where they were not read as somebody. */
function readAs(extractor: Extractor, one: Bulletin, words: string): { prepared: PreparedBulletin; id: string | null } {
  const extraction = extractor.extract(one);
  const at = extraction.entities.findIndex(({ mentions }) => mentions.some(({ text }) => text.includes(words)));
  const prepared = prepare(
    { bulletin: one, extraction, contentHash: one.id },
    { ingestedAt: '2025-01-01', extractor: 'test' },
  );
  return { prepared, id: prepared.mentions[at]?.entity ?? null };
}

/** Whether each pair comes out as one entity. */
export async function identified(pairs: readonly BulletinPair[]): Promise<boolean[]> {
  const extractor = await createExtractor();
  const nothing = resolve([]);
  return pairs.map(({ words, bulletins }) => {
    const sides = bulletins.map((one, index) => readAs(extractor, one, words[index] ?? ''));
    const given = sides.map(({ prepared }) => contributedBy(prepared, nothing));
    const resolution = withReferences(
      nothing,
      given.flatMap(({ references }) => references),
      given.flatMap(({ observations }) => observations),
    );
    const [one, other] = sides.map(({ id }) => (id === null ? null : canonicalId(resolution, id)));
    return one !== null && one !== undefined && one === other;
  });
}
