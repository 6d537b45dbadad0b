/** A store with the small graph and with names and texts that break careless writers, and what a format makes of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS, type FormatName } from '../../export/formats.ts';
import type { Exported } from '../../export/records.ts';
import { contentHash } from '../../graph/ids.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { saveView } from '../../graph/views/saved-views.ts';
import { type BulletinInput, writeExtraction } from '../../graph/write.ts';
import { report } from '../support/claims.ts';
import { READINGS } from '../support/small-graph.ts';
import { writeReadings } from '../support/small-store.ts';

/** Markup, quotes, separators, line ends, control characters, and letters beyond the first plane. */
export const HOSTILE =
  '</script><script>alert(1)</script> "double" \'single\' \\ back, comma; semicolon | bar\ttab\nline\r\nend ' +
  '\u0001\u0008\u000B\u001F\uFFFE & &amp; ]]> é 漢 🦊 =1+1';

function hostile(): BulletinInput {
  const plain = report({
    id: 'b "hostile" <&>, é\n',
    claims: [
      { subject: 'Person:Eve', predicate: 'MET', object: 'Atlantis', date: '2024', place: 'Place:Harbor' },
      { subject: 'Person:Eve', predicate: 'ACCUSED', object: 'Atlantis', date: '2024-02', saidBy: 'Group:Crowd' },
      { subject: 'Atlantis', predicate: 'DENIED' },
    ],
    note: HOSTILE,
  });
  const bulletin = { ...plain.bulletin, title: HOSTILE, source: HOSTILE, url: 'https://example.org/?a=1&b="2"' };
  const entities = plain.extraction.entities.map((entity) =>
    entity.id === 'person:eve' ? { ...entity, name: HOSTILE, aliases: [HOSTILE, 'Eve'] } : entity,
  );
  return { bulletin, extraction: { ...plain.extraction, entities }, contentHash: contentHash(bulletin) };
}

export async function fill(store: GraphStore): Promise<void> {
  await writeReadings(store, READINGS);
  const { dropped, droppedMentions } = await writeExtraction(store, [hostile()], {
    now: '2025-04-01T00:00:00.000Z',
    extractor: 'by hand',
  });
  if (droppedMentions > 0 || Object.keys(dropped).length > 0) throw new Error(JSON.stringify(dropped));
}

export interface OpenGraph extends Exported {
  close(): Promise<void>;
}

export async function openGraph(): Promise<OpenGraph> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  const store = await openStore(`file:${join(folder, 'data')}`, { create: true });
  await fill(store);
  await saveView(
    store,
    { id: 'vw-1', name: HOSTILE, code: 'a_b-c', at: '2025-04-01T00:00:00.000Z' },
    { replace: false },
  );
  return {
    store,
    selection: null,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}

/** The files that a format makes, by name. */
export async function filesOf(format: FormatName, graph: Exported): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { name, content } of FORMATS[format].files(graph)) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(Buffer.from(piece));
    files.set(name, Buffer.concat(pieces));
  }
  return files;
}

/** The text of one file. */
export async function textOf(format: FormatName, graph: Exported, name: string): Promise<string> {
  const file = (await filesOf(format, graph)).get(name);
  if (file === undefined) throw new Error(`${format} makes no file ${name}`);
  return file.toString('utf8');
}

export interface Counts {
  readonly bulletins: number;
  readonly entities: number;
  readonly statements: number;
  readonly events: number;
  readonly edges: number;
}

/** What the store holds, counted by the store. */
export async function countsOf(store: GraphStore): Promise<Counts> {
  const count = async (pattern: string): Promise<number> => {
    const { rows } = await store.read(`MATCH ${pattern} RETURN count(x) AS n`);
    const n = rows[0]?.[0];
    if (typeof n !== 'number') throw new Error(`no count of ${pattern}`);
    return n;
  };
  return {
    bulletins: await count('(x:Bulletin)'),
    entities: await count('(x:Entity)'),
    statements: await count('(x:Statement)'),
    events: await count('(x:Event)'),
    edges: await count('(:Entity)-[x]->(:Entity)'),
  };
}
