/**
 * What curation must do on every store: judgements merge, split, name, type and reject, and the graph is a function of the
 * bulletins that are left and the judgements in force, whatever came before them and in whatever order.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, oneof, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backup } from '../../graph/backup/backup.ts';
import { restore } from '../../graph/backup/restore.ts';
import { judge, undo, append } from '../../graph/curate/judge.ts';
import type { Decision } from '../../graph/curate/judgement.ts';
import { judgementsIn, readJudgements } from '../../graph/curate/log.ts';
import { inForce } from '../../graph/curate/resolution.ts';
import type { GraphStore } from '../../graph/store.ts';
import { deleteBulletin, writeExtraction } from '../../graph/write.ts';
import { report, type Report } from '../support/claims.ts';
import { history, play, type Step, whatIsLeft } from './history-law.ts';

const AUTHOR = { by: 'ada', at: '2025-01-02T03:04:05.000Z', why: 'tested' };
const OPTIONS = { now: '2025-01-01T00:00:00.000Z', extractor: 'claims 1' };

const XI: Report = {
  id: 'c1',
  source: 'Harbor Wire',
  claims: [
    { subject: 'Person:Xi Jinping/Xi', predicate: 'MET', object: 'Person:Sheikh Hasina', date: '2024-07-10' },
    { subject: 'Person:Xi Jinping', predicate: 'ACCUSED', object: 'Japan', saidBy: 'Person:Sheikh Hasina' },
  ],
};
const XI_ELSEWHERE: Report = {
  id: 'c2',
  source: 'Coast Times',
  claims: [
    { subject: 'Person:Hasina', predicate: 'MET', object: 'Person:Xi Jinping', date: '2024-07-10' },
    { subject: 'Person:Hasina', predicate: 'MET', object: 'Person:Sheikh Hasina', date: '2024-07-11' },
  ],
};
const HASINA = { kind: 'same', one: 'person:sheikh-hasina', other: 'person:hasina' } as const;

const entity = constantFrom('country:china', 'country:japan', 'person:wang-yi', 'group:citizens', 'country:nowhere');
const decision = oneof(
  record({ kind: constantFrom('same' as const, 'same' as const, 'not-same' as const), one: entity, other: entity }),
  record({ kind: constantFrom('rename' as const), entity, name: constantFrom('Renamed', 'China') }),
  record({ kind: constantFrom('retype' as const), entity, type: constantFrom('Group' as const, 'Person' as const) }),
);
/** Rejects the statement of that place in the order of ids, where there is one. */
const rejection = record({ reject: integer({ min: 0, max: 5 }) });
const undoing = record({ undo: integer({ min: 1, max: 6 }) });
type Judging = Decision | { readonly reject: number } | { readonly undo: number };
const judging = oneof({ weight: 4, arbitrary: decision }, rejection, undoing);
const life = array(tuple(history, array(judging, { maxLength: 3 })), { minLength: 1, maxLength: 3 });

async function apply(store: GraphStore, judgement: Judging): Promise<void> {
  await store.write(async (transaction) => {
    const log = await judgementsIn(transaction);
    if ('kind' in judgement) await append(transaction, log, judgement, AUTHOR);
    else if ('undo' in judgement) {
      if (log.length === 0) return;
      const undoes = ((judgement.undo - 1) % log.length) + 1;
      await append(transaction, log, { kind: 'undo', undoes }, AUTHOR);
    } else {
      const { rows } = await transaction.run('MATCH (s:Statement) RETURN s.id AS id ORDER BY id');
      const id = rows[judgement.reject]?.[0];
      if (typeof id === 'string') await append(transaction, log, { kind: 'reject', statement: id }, AUTHOR);
    }
  });
}

export interface CurationTools {
  readonly store: () => GraphStore;
  readonly clear: (store: GraphStore) => Promise<void>;
  readonly exported: (store: GraphStore) => Promise<string>;
  readonly histories: number;
}

export function curationContract({ store: current, clear, exported, histories }: CurationTools): void {
  /** The graph without the log. */
  const graphOf = async (store: GraphStore): Promise<string> =>
    (await exported(store))
      .split('\n')
      .filter((line) => !line.includes('"kind":"judgement"'))
      .join('\n');
  const write = (store: GraphStore, reports: readonly Report[], extractor = OPTIONS.extractor) =>
    writeExtraction(store, reports.map(report), { ...OPTIONS, extractor });
  const rows = async (store: GraphStore, cypher: string) => (await store.read(cypher)).rows;

  describe('curation', () => {
    it('makes two entities one: statements, mentions, edges and events follow, what was read stays', async () => {
      const store = current();
      await write(store, [XI, XI_ELSEWHERE]);
      const { bulletins } = await judge(store, HASINA, AUTHOR);
      expect(bulletins).toBe(1);
      expect(await rows(store, "MATCH (e:Entity {id: 'person:hasina'}) RETURN e.id AS id")).toEqual([]);
      expect(
        await rows(
          store,
          "MATCH (e:Person {id: 'person:sheikh-hasina'}) RETURN e.name AS name, e.aliases AS aliases, e.bulletins AS b, e.mentions AS m",
        ),
      ).toEqual([['Sheikh Hasina', ['Hasina'], 2, 5]]);
      expect(
        await rows(
          store,
          'MATCH (a:Person)-[r:MET]->(b:Person) RETURN r.statements AS n, r.sources AS sources, r.events AS events',
        ),
      ).toEqual([[2, 2, 1]]);
      expect(
        await rows(
          store,
          'MATCH (:Statement)-[a:SUBJECT]->(:Entity) WHERE a.original IS NOT NULL RETURN a.text AS text, a.original AS id',
        ),
      ).toEqual([
        ['Hasina', 'person:hasina'],
        ['Hasina', 'person:hasina'],
      ]);
    });

    it('gives by undoing the graph that was there before, to the byte', async () => {
      const store = current();
      await write(store, [XI, XI_ELSEWHERE]);
      const statement = JSON.stringify(
        (await rows(store, 'MATCH (s:Statement) RETURN s.id AS id ORDER BY id'))[0]?.[0],
      ).replaceAll('"', '');
      const decisions: Decision[] = [
        HASINA,
        { kind: 'not-same', one: 'person:hasina', other: 'person:xi-jinping' },
        { kind: 'reject', statement },
        { kind: 'rename', entity: 'person:hasina', name: 'Sheikh Hasina Wazed' },
        { kind: 'retype', entity: 'country:japan', type: 'Organization' },
      ];
      const states = [await graphOf(store)];
      for (const one of decisions) {
        await judge(store, one, AUTHOR);
        states.push(await graphOf(store));
      }
      expect(new Set(states).size).toBe(5);
      for (let left = decisions.length; left > 0; left--) {
        expect(await graphOf(store)).toBe(states[left]);
        const { judgement } = await undo(store, null, AUTHOR);
        expect(judgement).toMatchObject({ kind: 'undo', undoes: left, by: 'ada', why: 'tested' });
      }
      expect(await graphOf(store)).toBe(states[0]);
      await undo(store, 10, AUTHOR);
      expect(await graphOf(store)).toBe(states[1]);
    });

    it('stays when bulletins are read again, and the log outlives the bulletins', async () => {
      const store = current();
      await write(store, [XI, XI_ELSEWHERE]);
      await judge(store, HASINA, AUTHOR);
      const judged = await graphOf(store);
      await write(store, [XI, XI_ELSEWHERE], 'claims 2');
      expect((await graphOf(store)).replaceAll('claims 2', 'claims 1')).toBe(judged);
      await write(store, [XI, XI_ELSEWHERE]);
      for (const { id } of [XI, XI_ELSEWHERE]) await deleteBulletin(store, id);
      expect(await graphOf(store)).toBe('');
      expect(await readJudgements(store)).toEqual([{ ...HASINA, ...AUTHOR, sequence: 1 }]);
      await write(store, [XI_ELSEWHERE, XI]);
      expect(await graphOf(store)).toBe(judged);
    });

    it('keeps a rejected statement out of everything that counts, also when it is read again', async () => {
      const store = current();
      await write(store, [XI]);
      const met = 'MATCH (s:Statement {predicate: "MET"}) RETURN s.id AS id';
      const statement = JSON.stringify((await rows(store, met))[0]?.[0]).replaceAll('"', '');
      await judge(store, { kind: 'reject', statement }, AUTHOR);
      await write(store, [XI], 'claims 2');
      expect(await rows(store, met)).toEqual([]);
      expect(await rows(store, 'MATCH ()-[r:MET]->() RETURN r.id AS id')).toEqual([]);
      expect(await rows(store, 'MATCH (v:Event) RETURN v.id AS id')).toEqual([]);
      await deleteBulletin(store, 'c1');
      expect(await graphOf(store)).toBe('');
    });

    it('comes through a backup, and can be taken back after it', async () => {
      const store = current();
      const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-judged-'));
      try {
        await write(store, [XI, XI_ELSEWHERE]);
        const before = await graphOf(store);
        const [[statement] = []] = await rows(store, 'MATCH (s:Statement) RETURN s.id AS id ORDER BY id');
        if (typeof statement !== 'string') throw new Error('the store holds no statement');
        await judge(store, HASINA, AUTHOR);
        await judge(store, { kind: 'reject', statement }, AUTHOR);
        await judge(store, { kind: 'retype', entity: 'country:japan', type: 'Organization' }, AUTHOR);
        const judged = await exported(store);
        await backup(store, join(folder, 'graph.jsonl'));
        await restore(store, join(folder, 'graph.jsonl'), { replace: true });
        expect(await exported(store)).toBe(judged);
        for (const sequence of [1, 2, 3]) await undo(store, sequence, AUTHOR);
        expect(await graphOf(store)).toBe(before);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('refuses what cannot be meant, by cause, and changes nothing', async () => {
      const store = current();
      await write(store, [XI, XI_ELSEWHERE]);
      const refusal = (one: Decision): Promise<unknown> => judge(store, one, AUTHOR);
      await expect(refusal({ kind: 'same', one: 'person:nobody', other: 'person:hasina' })).rejects.toMatchObject({
        name: 'JudgementError',
        reason: 'unknown',
        message: expect.stringContaining('"person:nobody"'),
      });
      await expect(refusal({ kind: 'reject', statement: 'st-0' })).rejects.toMatchObject({ reason: 'unknown' });
      await expect(refusal({ kind: 'same', one: 'person:hasina', other: 'person:hasina' })).rejects.toMatchObject({
        reason: 'no-effect',
      });
      await expect(undo(store, null, AUTHOR)).rejects.toMatchObject({ reason: 'unknown' });
      expect(await readJudgements(store)).toEqual([]);

      await judge(store, HASINA, AUTHOR);
      await expect(refusal({ ...HASINA, one: HASINA.other, other: HASINA.one })).rejects.toMatchObject({
        reason: 'no-effect',
      });
      await judge(store, { kind: 'not-same', one: 'person:hasina', other: 'person:xi-jinping' }, AUTHOR);
      await expect(
        refusal({ kind: 'same', one: 'person:xi-jinping', other: 'person:sheikh-hasina' }),
      ).rejects.toMatchObject({
        reason: 'contradicts',
        message: expect.stringContaining('Judgement 2'),
      });
      await undo(store, 2, AUTHOR);
      await expect(undo(store, 2, AUTHOR)).rejects.toMatchObject({ reason: 'no-effect' });
      await expect(undo(store, 9, AUTHOR)).rejects.toMatchObject({ reason: 'unknown' });
    });

    it('holds after any life what a new store holds that was given what is left of bulletins and judgements', async () => {
      const store = current();
      await assert(
        asyncProperty(life, async (phases) => {
          await clear(store);
          const steps: Step[] = [];
          for (const [written, judgings] of phases) {
            await play(store, written);
            steps.push(...written);
            for (const one of judgings) await apply(store, one);
          }
          const lived = await graphOf(store);
          const standing = inForce(await readJudgements(store));
          await clear(store);
          // First half of the judgements before the bulletins, the rest after them.
          const half = Math.floor(standing.length / 2);
          const replay = (part: typeof standing) =>
            store.write(async (transaction) => {
              for (const one of part) await append(transaction, await judgementsIn(transaction), one, AUTHOR);
            });
          await replay(standing.slice(0, half));
          await play(store, whatIsLeft(steps));
          await replay(standing.slice(half));
          expect(lived).toBe(await graphOf(store));
        }),
        { numRuns: Math.ceil(histories / 4) },
      );
    }, 300_000);
  });
}
