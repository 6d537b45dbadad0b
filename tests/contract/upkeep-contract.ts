/** Backup and restore, on each store. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../graph/backup/backup.ts';
import { restore } from '../../graph/backup/restore.ts';
import { judge } from '../../graph/curate/judge.ts';
import { examine } from '../../graph/doctor/doctor.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import type { Report } from '../support/claims.ts';
import { TALKS, TALKS_ELSEWHERE } from './portable-answers.ts';
import { clear, exported, ingest } from './store-contract.ts';

const AUTHOR = { by: 'ada', at: '2025-01-02T03:04:05.000Z', why: null };
const MORE: Report = {
  id: 'b3',
  source: null,
  note: 'Line separators \u2028 stay, and so does Tōkyō 😀.',
  claims: [
    { subject: 'North Korea', predicate: 'DENIED', polarity: 'negated' },
    { subject: 'North Korea', predicate: 'DENIED' },
    { subject: 'Japan', predicate: 'ACCUSED', object: 'North Korea' },
    { subject: 'Person:Wang Yi', predicate: 'MET', object: 'Person:Takeshi Iwaya', date: '2024-12-26', confidence: 1 },
  ],
};

export function upkeepContract(name: string, open: () => Promise<GraphStore>): void {
  describe(`${name}, kept up:`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-upkeep-'));
    let store: GraphStore;
    beforeAll(async () => {
      store = await open();
      // A server may hold what another suite left in it.
      await clear(store);
    });
    afterEach(() => clear(store));
    afterAll(async () => {
      await store?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    describe('backup and restore', () => {
      it.each(['graph.jsonl', 'graph.jsonl.gz'])('give the same graph back, by way of %s', async (file) => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE, MORE]);
        const before = await exported(store);
        const path = join(folder, file);
        const header = await backup(store, path);
        expect(header.counts).toMatchObject({ bulletin: 3, statement: 8 });
        await expect(restore(store, path, { replace: false })).rejects.toThrow('holds a graph already');
        expect(await exported(store)).toBe(before);
        await ingest(store, [{ ...MORE, id: 'b4' }]);
        await restore(store, path, { replace: true });
        expect(await exported(store)).toBe(before);
        // What comes after a restore is counted as it would have been without.
        await ingest(store, [{ ...MORE, id: 'b4', note: 'else' }]);
        const restored = await exported(store);
        await clear(store);
        await ingest(store, [TALKS, TALKS_ELSEWHERE, MORE, { ...MORE, id: 'b4', note: 'else' }]);
        expect(restored).toBe(await exported(store));
      });

      it('carry the graph into another store and back', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE, MORE]);
        const before = await exported(store);
        await backup(store, join(folder, 'out.gz'));
        const other = await openStore(`file:${join(folder, 'other')}`, { create: true });
        try {
          await restore(other, join(folder, 'out.gz'), { replace: true });
          expect(await exported(other)).toBe(before);
          await backup(other, join(folder, 'back.gz'));
        } finally {
          await other.close();
        }
        expect(
          gunzipSync(readFileSync(join(folder, 'back.gz'))).equals(gunzipSync(readFileSync(join(folder, 'out.gz')))),
        ).toBe(true);
        await restore(store, join(folder, 'back.gz'), { replace: true });
        expect(await exported(store)).toBe(before);
      });

      it('take an export in JSON lines too, from each kind of store into each', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE, MORE]);
        await judge(store, { kind: 'rename', entity: 'country:china', name: 'PR China' }, AUTHOR);
        const before = await exported(store);
        const path = join(folder, 'export.jsonl');
        writeFileSync(path, `${before}\n`);
        await restore(store, path, { replace: true });
        expect(await exported(store)).toBe(before);
        const other = await openStore(`file:${join(folder, 'imported')}`, { create: true });
        try {
          await restore(other, path, { replace: false });
          expect(await exported(other)).toBe(before);
          expect((await examine(other)).problems).toEqual([]);
          writeFileSync(path, `${await exported(other)}\n`);
        } finally {
          await other.close();
        }
        await restore(store, path, { replace: true });
        expect(await exported(store)).toBe(before);
        expect((await examine(store)).problems).toEqual([]);
      });

      it('refuse an export that was cut, by what is missing', async () => {
        await ingest(store, [TALKS, TALKS_ELSEWHERE, MORE]);
        const before = await exported(store);
        const lines = before.split('\n');
        const path = join(folder, 'cut-export.jsonl');
        // Where entities end, nothing that is there names what is not.
        const lastEntity = lines.findLastIndex((line) => line.includes('"kind":"entity"'));
        for (let kept = 1; kept < lines.length; kept++) {
          if (kept === lastEntity + 1) continue;
          writeFileSync(path, `${lines.slice(0, kept).join('\n')}\n`);
          await expect(restore(store, path, { replace: true })).rejects.toThrow('is damaged: it has no');
        }
        writeFileSync(path, before.slice(0, -9));
        await expect(restore(store, path, { replace: true })).rejects.toThrow(`line ${lines.length} is no record`);
        expect(await exported(store)).toBe(before);
      });

      it('refuse a file that was cut, changed or is something else, before anything is changed', async () => {
        await ingest(store, [TALKS]);
        const before = await exported(store);
        const path = join(folder, 'good.jsonl');
        await backup(store, path);
        const text = readFileSync(path, 'utf8');
        const wrong: readonly (readonly [string, string | Buffer, string])[] = [
          ['cut.jsonl', text.slice(0, -40), 'is damaged'],
          ['changed.jsonl', text.replace('Wang', 'Wong'), 'is damaged'],
          ['other.jsonl', '{"id":"b1","text":"x"}\n', 'is no backup'],
          ['empty.jsonl', '', 'is empty'],
          ['broken.gz', Buffer.from([31, 139, 1, 2, 3]), 'cannot be read'],
        ];
        for (const [file, content, says] of wrong) {
          writeFileSync(join(folder, file), content);
          await expect(restore(store, join(folder, file), { replace: true })).rejects.toThrow(says);
        }
        await expect(restore(store, join(folder, 'nowhere'), { replace: true })).rejects.toThrow('cannot be read');
        expect(await exported(store)).toBe(before);
      });
    });
  });
}
