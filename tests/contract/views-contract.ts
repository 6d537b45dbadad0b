/** Saved views on every store: saved, listed, renamed, deleted; bounded; apart from the graph; kept by backup and export. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backup } from '../../graph/backup/backup.ts';
import { restore } from '../../graph/backup/restore.ts';
import { examine } from '../../graph/doctor/doctor.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import {
  deleteView,
  MOST_VIEWS,
  renameView,
  savedView,
  savedViews,
  saveView,
  type WholeView,
} from '../../graph/views/saved-views.ts';
import { deleteBulletin } from '../../graph/write.ts';
import type { Report } from '../support/claims.ts';
import { TALKS } from './portable-answers.ts';

const TALK: WholeView = { id: 'vw-1', name: 'The talks', code: 'q1YqS-y_0', at: '2025-03-01T10:00:00.000Z' };
const OTHER: WholeView = { id: 'vw-2', name: '<b>مفاوضات</b> "\'; 🦊', code: 'x', at: '2025-03-02T10:00:00.000Z' };

export interface ViewsTools {
  readonly store: () => GraphStore;
  readonly clear: (store: GraphStore) => Promise<void>;
  readonly exported: (store: GraphStore) => Promise<string>;
  readonly ingest: (store: GraphStore, reports: readonly Report[]) => Promise<unknown>;
}

export function viewsContract({ store: current, clear, exported, ingest }: ViewsTools): void {
  const save = (view: WholeView, replace = false): Promise<void> => saveView(current(), view, { replace });
  const namesOf = async (store = current()): Promise<string[]> => (await savedViews(store)).map(({ name }) => name);

  describe('saved views', () => {
    it('are listed newest first without what they show, which is read by id', async () => {
      expect(await savedViews(current())).toEqual([]);
      await save(OTHER);
      await save(TALK);
      expect(await savedViews(current())).toEqual([OTHER, TALK].map(({ id, name, at }) => ({ id, name, at })));
      expect(await savedView(current(), TALK.id)).toEqual(TALK);
      expect(await savedView(current(), OTHER.id)).toEqual(OTHER);
    });

    it('have a name each: one that is taken is refused, or replaced where that is asked for', async () => {
      await save(TALK);
      const again = { ...OTHER, name: TALK.name };
      await expect(save(again)).rejects.toMatchObject({
        reason: 'name-taken',
        message: 'A view is called "The talks" already, saved 2025-03-01. Replace it, or give another name.',
      });
      await save(again, true);
      expect(await savedViews(current())).toEqual([{ id: TALK.id, name: TALK.name, at: OTHER.at }]);
      expect((await savedView(current(), TALK.id)).code).toBe(OTHER.code);
      await save(OTHER, true);
      expect(await namesOf()).toHaveLength(2);
    });

    it('are renamed and deleted; what is not there is told', async () => {
      await save(TALK);
      await save(OTHER);
      await renameView(current(), TALK.id, 'Talks in Beijing');
      expect(await savedView(current(), TALK.id)).toEqual({ ...TALK, name: 'Talks in Beijing' });
      await renameView(current(), TALK.id, 'Talks in Beijing');
      await expect(renameView(current(), TALK.id, OTHER.name)).rejects.toMatchObject({ reason: 'name-taken' });
      await deleteView(current(), OTHER.id);
      expect(await namesOf()).toEqual(['Talks in Beijing']);
      for (const gone of [
        () => savedView(current(), OTHER.id),
        () => renameView(current(), OTHER.id, 'x'),
        () => deleteView(current(), OTHER.id),
      ]) {
        await expect(gone()).rejects.toMatchObject({
          reason: 'unknown-view',
          message: expect.stringContaining('vw-2'),
        });
      }
    });

    it(`are ${MOST_VIEWS} at most; then one can still be replaced, and one that is deleted makes room`, async () => {
      const many = Array.from({ length: MOST_VIEWS }, (_, at) => ({ ...TALK, id: `vw-${at}`, name: `view ${at}` }));
      await current().write((transaction) =>
        transaction.run('UNWIND $many AS v CREATE (n:SavedView) SET n = v', { many }),
      );
      await expect(save({ ...TALK, id: 'vw-more' })).rejects.toMatchObject({
        reason: 'too-many-views',
        message: expect.stringMatching(/500 views, and 500 is the most\. Delete one/),
      });
      await save({ ...OTHER, name: 'view 7' }, true);
      expect((await savedView(current(), 'vw-7')).code).toBe(OTHER.code);
      await deleteView(current(), 'vw-8');
      await save({ ...TALK, id: 'vw-more' });
      expect(await savedViews(current())).toHaveLength(MOST_VIEWS);
    });

    it('keep one of two that come at once under one name', async () => {
      const both = await Promise.allSettled([save(TALK), save({ ...OTHER, name: TALK.name })]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await namesOf()).toEqual([TALK.name]);
    });

    it('stand apart from the graph: neither changes the other, doctor finds no fault, and the commit counts as none of it', async () => {
      await ingest(current(), [TALKS]);
      const before = await exported(current());
      const counts = async () =>
        (await current().read('MATCH (s:Store) RETURN s.commits - coalesce(s.viewCommits, 0) AS n')).rows;
      const commits = await counts();
      await save(TALK);
      await save(OTHER);
      await deleteView(current(), OTHER.id);
      expect(await counts()).toEqual(commits);
      const lines = (await exported(current())).split('\n');
      expect(lines.slice(0, -1).join('\n')).toBe(before);
      expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ kind: 'view', ...TALK });
      expect((await examine(current())).problems).toEqual([]);
      await deleteBulletin(current(), TALKS.id);
      expect(await savedView(current(), TALK.id)).toEqual(TALK);
    });

    it('go with a backup and an export into another store and back; what a restore replaces is gone', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-views-'));
      const [saved, lines] = [join(folder, 'saved.jsonl.gz'), join(folder, 'lines.jsonl')];
      const other = await openStore(`file:${join(folder, 'other')}`, { create: true });
      try {
        await ingest(current(), [TALKS]);
        await save(TALK);
        await save(OTHER);
        const before = await exported(current());
        expect((await backup(current(), saved)).counts).toMatchObject({ view: 2 });
        await restore(other, saved, { replace: false });
        expect(await exported(other)).toBe(before);
        writeFileSync(lines, `${before}\n`);
        await clear(current());
        await save({ ...TALK, id: 'vw-3', name: 'of before' });
        await restore(current(), lines, { replace: true });
        expect(await exported(current())).toBe(before);
        expect(await savedView(current(), OTHER.id)).toEqual(OTHER);
      } finally {
        await other.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
