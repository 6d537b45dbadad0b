/** Judging over HTTP: the queue, the log, judgements and their undoing, who may judge, and that every answer follows at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportLines } from '../../graph/export.ts';
import { writeExtraction } from '../../graph/write.ts';
import {
  CurationState,
  JudgedAnswer,
  type JudgementsPage as JudgementsAnswer,
  JudgementsPage,
  ReviewPage,
} from '../../viewer/curation-contract.ts';
import { EntityPage, EvidencePage, SearchResults, Subgraph, Summary } from '../../viewer/contract.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { report, type Report } from '../support/claims.ts';
import { openSmallStore, type SmallStore, STORES } from '../support/small-store.ts';
import { ask, raw, refusal } from './client.ts';
import { smallServer } from './small-server.ts';

const REPORTS: readonly Report[] = [
  {
    id: 'r1',
    source: 'Harbor Wire',
    claims: [
      { subject: 'Person:Sergey Lavrov', predicate: 'REPRESENTS', object: 'Russia' },
      { subject: 'Person:Sergey Lavrov', predicate: 'MET', object: 'Person:Wang Yi', date: '2024-07-10' },
    ],
  },
  { id: 'r3', claims: [{ subject: 'Person:Sergey Lavrov', predicate: 'ACCUSED', object: 'Japan' }] },
  {
    id: 'r2',
    source: 'Coast Times',
    claims: [
      { subject: 'Person:Sergei Lavrov', predicate: 'MET', object: 'Person:Wang Yi', date: '2024-07-10' },
      { subject: 'Person:Lavrov', predicate: 'REPRESENTS', object: 'Russia' },
      { subject: 'Person:Lavrov', predicate: 'MET', object: 'Person:Wang Yi', date: '2024-07-11' },
    ],
  },
];
const SERGEY = 'person:sergey-lavrov';
const SERGEI = 'person:sergei-lavrov';

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    const server = smallServer(async () => {
      const small = await open();
      await writeExtraction(small.store, REPORTS.map(report), { now: '2025-04-01', extractor: 'claims 1' });
      return small;
    });
    const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
      fetch(new URL(`api/${path}`, server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ by: 'ada', ...body }),
      });
    const judged = async (path: string, body: object) => {
      const response = await post(path, body);
      expect(response.status).toBe(200);
      return JudgedAnswer.strict().parse(await response.json());
    };
    const same = (one: string, other: string) => judged('judge', { decision: { kind: 'same', one, other } });
    const graph = async (): Promise<string> => {
      const lines: string[] = [];
      for await (const line of exportLines(server.store)) {
        if (!line.includes('"kind":"judgement"')) lines.push(line);
      }
      return lines.join('\n');
    };
    const latest = async (): Promise<JudgementsAnswer['judgements'][number] | undefined> =>
      (await ask(server.url, JudgementsPage, 'judgements', { limit: 1 })).judgements[0];

    test('takes judgements on this machine, and says so', async () => {
      expect(await ask(server.url, CurationState, 'curation')).toEqual({ judging: true, message: null });
    });

    test('lists what may be one with names, reasons and sentences, page by page', async () => {
      const all = await ask(server.url, ReviewPage, 'review');
      expect(all.total).toBe(3);
      const [first] = all.candidates;
      expect(new Set([first?.one.id, first?.other.id])).toEqual(new Set([SERGEI, SERGEY]));
      expect(first?.reasons).toContain('forms of one name: sergei / sergey');
      expect(all.candidates.flatMap(({ reasons }) => reasons)).toContain('both of Russia');
      const own = first?.sentences.find(({ entity }) => entity === SERGEY);
      expect(own).toMatchObject({ source: 'Harbor Wire', bulletin: 'r1' });
      expect(own?.words.map(({ start, end }) => own.text.slice(start, end))).toEqual(['Sergey Lavrov']);

      const paged: ReviewPage['candidates'] = [];
      let after: string | null = '';
      do {
        const page: ReviewPage = await ask(server.url, ReviewPage, 'review', {
          limit: 1,
          ...(after === '' ? {} : { after }),
        });
        paged.push(...page.candidates);
        after = page.next;
      } while (after !== null);
      expect(paged).toEqual(all.candidates);
    });

    test('a merge is seen at once everywhere, in the log, and its undoing gives the graph before to the byte', async () => {
      const before = await graph();
      const summary = await ask(server.url, Summary, 'summary');
      await ask(server.url, Subgraph, 'top');
      const { sequence, bulletins, entities } = await same(SERGEY, SERGEI);
      expect({ sequence, bulletins }).toEqual({ sequence: 1, bulletins: 1 });
      expect(entities).toEqual([
        { id: SERGEI, now: [SERGEY] },
        { id: SERGEY, now: [SERGEY] },
      ]);
      expect(await ask(server.url, Summary, 'summary')).toMatchObject({
        entities: summary.entities - 1,
        statements: summary.statements,
      });
      expect(await ask(server.url, EntityPage, 'entity', { id: SERGEY })).toMatchObject({ aliases: ['Sergei Lavrov'] });
      expect((await refusal(server.url, 'entity', { id: SERGEI })).status).toBe(404);
      const { results } = await ask(server.url, SearchResults, 'search', { q: 'sergei' });
      expect(results).toMatchObject([{ id: SERGEY, statements: 4 }]);
      expect((await ask(server.url, ReviewPage, 'review')).total).toBe(1);
      expect(await latest()).toEqual({
        sequence: 1,
        by: 'ada',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        why: null,
        takenBackBy: null,
        judged: {
          kind: 'same',
          one: { id: SERGEY, name: 'Sergey Lavrov' },
          other: { id: SERGEI, name: 'Sergei Lavrov' },
        },
      });

      const undone = await judged('undo', { sequence: 1, why: 'to be checked' });
      expect(undone.entities).toEqual([{ id: SERGEY, now: [SERGEY, SERGEI] }]);
      expect(await graph()).toBe(before);
      expect((await ask(server.url, ReviewPage, 'review')).total).toBe(3);
      const { judgements } = await ask(server.url, JudgementsPage, 'judgements');
      expect(judgements.map(({ judged: what, takenBackBy, why }) => [what.kind, takenBackBy, why])).toEqual([
        ['undo', null, 'to be checked'],
        ['same', 2, null],
      ]);
    });

    test('a rejected statement leaves the counts, stays readable in the log, and comes back', async () => {
      const before = await graph();
      const { evidence, total } = await ask(server.url, EvidencePage, 'evidence', { id: SERGEY, predicate: 'MET' });
      const statement = evidence[0]?.id ?? '';
      const { sequence, entities } = await judged('judge', { decision: { kind: 'reject', statement }, why: 'a film' });
      expect(entities.map(({ id }) => id).sort()).toEqual([SERGEY, 'person:wang-yi']);
      expect((await ask(server.url, EvidencePage, 'evidence', { id: SERGEY, predicate: 'MET' })).total).toBe(total - 1);
      const claim = { subject: 'Sergey Lavrov', predicate: 'MET', object: 'Wang Yi' };
      expect(await latest()).toMatchObject({ why: 'a film', judged: { kind: 'reject', statement, claim } });

      const back = await judged('undo', { sequence });
      expect(back.entities.map(({ id }) => id).sort()).toEqual([SERGEY, 'person:wang-yi']);
      expect(await graph()).toBe(before);
      const { judgements } = await ask(server.url, JudgementsPage, 'judgements', { before: sequence + 1, limit: 1 });
      expect(judgements).toMatchObject([{ sequence, takenBackBy: sequence + 1, judged: { claim } }]);
    });

    test('names and types are given, and the latest undone is the last in force', async () => {
      const named = await judged('judge', { decision: { kind: 'rename', entity: SERGEY, name: '  S.  Lavrov ' } });
      expect(named.entities).toEqual([{ id: SERGEY, now: [SERGEY] }]);
      await judged('judge', { decision: { kind: 'retype', entity: SERGEY, type: 'Group' } });
      expect(await ask(server.url, EntityPage, 'entity', { id: SERGEY })).toMatchObject({
        name: 'S. Lavrov',
        type: 'Group',
      });
      await judged('undo', {});
      expect(await ask(server.url, EntityPage, 'entity', { id: SERGEY })).toMatchObject({
        name: 'S. Lavrov',
        type: 'Person',
      });
      await judged('undo', {});
      expect(await ask(server.url, EntityPage, 'entity', { id: SERGEY })).toMatchObject({ name: 'Sergey Lavrov' });
    });

    test('judging two pairs at once does one after the other', async () => {
      const [one, other] = await Promise.all([same(SERGEY, SERGEI), same(SERGEY, 'person:lavrov')]);
      expect(Math.abs(one.sequence - other.sequence)).toBe(1);
      const { results } = await ask(server.url, SearchResults, 'search', { q: 'lavrov' });
      expect(results).toMatchObject([{ id: SERGEY, statements: 6 }]);
      await judged('undo', {});
      await judged('undo', {});
    });

    test('what cannot be meant is refused with its reason', async () => {
      const refused = async (path: string, body: object) => {
        const response = await post(path, body);
        return [response.status, (await response.text()).match(/"reason":"([\w-]+)"/)?.[1]];
      };
      const decided = (decision: object) => refused('judge', { decision });
      expect(await decided({ kind: 'same', one: SERGEY, other: 'person:nobody' })).toEqual([404, 'unknown']);
      expect(await decided({ kind: 'same', one: SERGEY, other: SERGEY })).toEqual([409, 'no-effect']);
      expect(await decided({ kind: 'rename', entity: SERGEY, name: ' ' })).toEqual([400, 'empty']);
      expect(await decided({ kind: 'retype', entity: SERGEY, type: 'Planet' })).toEqual([400, 'bad-parameter']);
      expect(await decided({ kind: 'undo', undoes: 1 })).toEqual([400, 'bad-parameter']);
      expect(await refused('judge', { decision: { kind: 'reject', statement: 'st-0' }, by: ' ' })).toEqual([
        400,
        'bad-parameter',
      ]);
      expect(await refused('undo', { sequence: 99 })).toEqual([404, 'unknown']);
      const { sequence } = await judged('judge', { decision: { kind: 'not-same', one: SERGEY, other: SERGEI } });
      expect(await decided({ kind: 'same', one: SERGEY, other: SERGEI })).toEqual([200, undefined]);
      await judged('undo', {});
      await judged('undo', { sequence });
      expect(await refused('undo', { sequence })).toEqual([409, 'no-effect']);
    });

    test('hostile names and ids are text', async () => {
      const name = `<img src=x onerror="alert(1)"> '$id' \u202e`;
      await judged('judge', { decision: { kind: 'rename', entity: SERGEY, name } });
      expect((await ask(server.url, EntityPage, 'entity', { id: SERGEY })).name).toBe(name.trim());
      await judged('undo', {});
      const decision = { kind: 'same', one: SERGEY, other: `" OR 1=1 // {}` };
      expect((await post('judge', { decision })).status).toBe(404);
    });
  });
}

describe('who may judge', () => {
  let small: SmallStore;
  const running: RunningServer[] = [];
  beforeAll(async () => {
    small = await openSmallStore();
  });
  afterAll(async () => {
    for (const server of running) await server.close();
    await small.close();
  });
  const served = async (options: object): Promise<string> => {
    const server = await startServer({ store: small.store, port: 0, appDir: '/nowhere', ...options });
    running.push(server);
    return server.url;
  };
  const rename = { decision: { kind: 'rename', entity: 'person:wang-yi', name: 'W. Yi' }, by: 'ada' };
  const init = (headers: Readonly<Record<string, string>> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(rename),
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin of its own', { origin: 'null' }],
  ])('%s is refused', async (_, headers) => {
    const url = await served({});
    expect(await refusal(url, 'judge', {}, init(headers))).toMatchObject({ status: 403, reason: 'other-site' });
    expect(await refusal(url, 'undo', {}, init(headers))).toMatchObject({ status: 403, reason: 'other-site' });
  });

  test('what a browser says came from another site is refused, even without its origin', async () => {
    const url = await served({});
    const { status, body } = await raw(url, '/api/judge', { 'sec-fetch-site': 'cross-site' }, 'POST');
    expect(status).toBe(403);
    expect(body).toContain('other-site');
  });

  test('a form of another site cannot be sent here at all', async () => {
    const url = await served({});
    const form = { ...init(), headers: { 'content-type': 'text/plain' } };
    expect(await refusal(url, 'judge', {}, form)).toMatchObject({ status: 415 });
  });

  test('a judgement is not a GET', async () => {
    expect((await fetch(`${await served({})}api/judge`)).status).toBe(404);
  });

  test.each([
    ['that only reads', { readOnly: true }, '--read-only'],
    ['open to other machines', { host: '0.0.0.0' }, '--allow-judging'],
  ])('a server %s refuses and says why; the queue and the log stay readable', async (_, options, said) => {
    const url = (await served(options)).replace('localhost', '127.0.0.1');
    const state = await ask(url, CurationState, 'curation');
    expect(state.judging).toBe(false);
    expect(state.message).toContain(said);
    expect(await refusal(url, 'judge', {}, init())).toMatchObject({ status: 403, reason: 'judging-off' });
    expect((await ask(url, ReviewPage, 'review')).candidates).toEqual([]);
    expect((await ask(url, JudgementsPage, 'judgements')).total).toBe(0);
  });

  test('its owner can open it for judging', async () => {
    const url = (await served({ host: '0.0.0.0', allowJudging: true })).replace('localhost', '127.0.0.1');
    expect(await ask(url, CurationState, 'curation')).toEqual({ judging: true, message: null });
    const own = { origin: new URL(url).origin };
    expect((await fetch(`${url}api/judge`, init(own))).status).toBe(200);
    expect((await ask(url, EntityPage, 'entity', { id: 'person:wang-yi' })).name).toBe('W. Yi');
  });
});
