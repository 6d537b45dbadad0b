/** Candidates for review: found by names and what the graph knows, with reasons and sentences, and never merged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Judged, judge, undo } from '../../graph/curate/judge.ts';
import { alikeNames, candidatesAmong, followJudgement, reviewCandidates } from '../../graph/identity/candidates.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { report, type Report } from '../support/claims.ts';

const REPORTS: readonly Report[] = [
  {
    id: 'r1',
    claims: [
      { subject: 'Person:Sergey Lavrov', predicate: 'REPRESENTS', object: 'Russia' },
      { subject: 'Person:Sergey Lavrov', predicate: 'MET', object: 'Person:Wang Yi' },
    ],
  },
  {
    id: 'r2',
    claims: [
      { subject: 'Person:Sergei Lavrov', predicate: 'MET', object: 'Person:Wang Yi' },
      { subject: 'Person:Lavrov', predicate: 'REPRESENTS', object: 'Russia' },
      { subject: 'Person:Lavrov', predicate: 'MET', object: 'Person:Wang Yi' },
    ],
  },
  {
    id: 'r3',
    claims: [
      { subject: 'Person:Kim Yong-chol', predicate: 'REPRESENTS', object: 'North Korea' },
      { subject: 'Person:Kim Yong Chul', predicate: 'REPRESENTS', object: 'South Korea' },
      { subject: 'Organization:Chinese Foreign Ministry/Foreign Ministry', predicate: 'ACCUSED', object: 'Japan' },
      { subject: 'Organization:Iranian Foreign Ministry/Foreign Ministry', predicate: 'ACCUSED', object: 'Japan' },
      { subject: 'Person:Iwaya', predicate: 'MET', object: 'Person:Wang Qi' },
      { subject: 'Person:Takeshi Iwaya', predicate: 'ACCUSED', object: 'Russia' },
    ],
  },
];

describe('reviewCandidates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-'));
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore(`file:${join(folder, 'store')}`, { create: true });
    await writeExtraction(store, REPORTS.map(report), { now: '2025-01-01', extractor: 'claims 1' });
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const pairs = async () =>
    (await reviewCandidates(store, { limit: 50, sentences: 1 })).candidates.map(({ one, other }) =>
      [one.id, other.id].sort(),
    );
  const entities = async () => (await store.read('MATCH (e:Entity) RETURN e.id AS id ORDER BY id')).rows;

  it('gives spellings of one name, and a surname alone where the graph speaks for it; nothing is merged', async () => {
    const before = await entities();
    const found = (await pairs()).map((pair) => pair.join(' ')).sort();
    expect(found).toEqual([
      'person:lavrov person:sergei-lavrov',
      'person:lavrov person:sergey-lavrov',
      'person:sergei-lavrov person:sergey-lavrov',
    ]);
    expect(await entities()).toEqual(before);
  });

  it('says why, with the sentences of both', async () => {
    const { candidates } = await reviewCandidates(store, { limit: 1, sentences: 1 });
    expect(candidates).toHaveLength(1);
    expect(candidates[0]?.reasons).toContain('forms of one name: sergei / sergey');
    expect(candidates[0]?.reasons).toContain('both related to Wang Yi');
    expect(candidates[0]?.sentences.map(({ entity, bulletin }) => [entity, bulletin])).toEqual([
      ['person:sergei-lavrov', 'r2'],
      ['person:sergey-lavrov', 'r1'],
    ]);
  });

  it('takes like names of different states for different persons', async () => {
    const { homonyms } = await reviewCandidates(store, { limit: 50, sentences: 0 });
    expect(homonyms).toBe(1);
  });

  it('does not ask again what was judged', async () => {
    const author = { by: 'ada', at: '2025-01-02T00:00:00.000Z', why: null };
    await judge(store, { kind: 'not-same', one: 'person:lavrov', other: 'person:sergei-lavrov' }, author);
    expect(await pairs()).not.toContainEqual(['person:lavrov', 'person:sergei-lavrov']);
    await judge(store, { kind: 'same', one: 'person:sergey-lavrov', other: 'person:sergei-lavrov' }, author);
    expect(await pairs()).toEqual([]);
  });

  it('gives by following each judgement what comparing all names anew gives', async () => {
    const author = { by: 'ada', at: '2025-01-02T00:00:00.000Z', why: null };
    const same = (one: string, other: string) => () => judge(store, { kind: 'same', one, other }, author);
    const steps: readonly (() => Promise<Judged>)[] = [
      () => undo(store, null, author),
      () => undo(store, null, author),
      same('person:sergey-lavrov', 'person:lavrov'),
      same('person:sergei-lavrov', 'person:sergey-lavrov'),
      () => judge(store, { kind: 'rename', entity: 'person:lavrov', name: 'S. Lavrov' }, author),
      () => undo(store, null, author),
      () => judge(store, { kind: 'retype', entity: 'person:sergey-lavrov', type: 'Group' }, author),
      () => undo(store, null, author),
      () => undo(store, null, author),
      () => judge(store, { kind: 'not-same', one: 'person:sergei-lavrov', other: 'person:lavrov' }, author),
      () => undo(store, null, author),
      () => undo(store, null, author),
    ];
    const following = await alikeNames(store);
    const sizes = new Set<number>();
    for (const step of steps) {
      await followJudgement(store, following, (await step()).entities);
      const { pairs: followed } = await candidatesAmong(store, following);
      expect(followed).toEqual((await candidatesAmong(store, await alikeNames(store))).pairs);
      sizes.add(followed.length);
    }
    expect([...sizes].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  });
});
