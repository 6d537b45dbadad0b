/** Saved views over HTTP: saved, listed, opened, renamed, deleted; what is refused, and by whom nothing is taken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_VIEWS } from '../../graph/views/saved-views.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { ViewAnswer, ViewsAnswer } from '../../viewer/views-contract.ts';
import { openSmallStore, type SmallStore, STORES } from '../support/small-store.ts';
import { ask, refusal } from './client.ts';
import { smallServer } from './small-server.ts';

const HOSTILE = '<img src=x onerror=alert(1)> "\'` مفاوضات';
const json = (body: object, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    const server = smallServer(open);
    const change = async (path: string, body: object): Promise<ViewsAnswer> => {
      const response = await fetch(new URL(`api/${path}`, server.url), json(body));
      expect(response.status, await response.clone().text()).toBe(200);
      return ViewsAnswer.strict().parse(await response.json());
    };
    const refused = (path: string, body: object, headers?: Readonly<Record<string, string>>) =>
      refusal(server.url, path, {}, json(body, headers));

    test('a view is saved, listed, opened, renamed and deleted', async () => {
      expect(await ask(server.url, ViewsAnswer, 'views')).toEqual({ views: [], message: null });
      const [saved] = (await change('save-view', { name: `  ${HOSTILE} `, code: 'a_b-c' })).views;
      expect(saved?.name).toBe(HOSTILE);
      const id = saved?.id ?? '';
      expect(await ask(server.url, ViewAnswer, 'view', { id })).toEqual({ code: 'a_b-c' });
      const renamed = await change('rename-view', { id, name: 'Talks' });
      expect(renamed.views).toEqual([{ ...saved, name: 'Talks' }]);
      expect((await change('save-view', { name: 'Talks', code: 'd', replace: true })).views).toMatchObject([{ id }]);
      expect(await ask(server.url, ViewAnswer, 'view', { id })).toEqual({ code: 'd' });
      expect((await change('delete-view', { id })).views).toEqual([]);
    });

    test('what cannot be is refused with its reason', async () => {
      const [one] = (await change('save-view', { name: 'One', code: 'x' })).views;
      await change('save-view', { name: 'Two', code: 'x' });
      const taken = { status: 409, reason: 'name-taken', message: expect.stringContaining('"One"') };
      expect(await refused('save-view', { name: ' One ', code: 'y' })).toMatchObject(taken);
      const [two] = (await ask(server.url, ViewsAnswer, 'views')).views;
      expect(await refused('rename-view', { id: two?.name === 'Two' ? two.id : '', name: 'One' })).toMatchObject(taken);
      const unknown = { status: 404, reason: 'unknown-view', message: expect.stringContaining('"nobody"') };
      expect(await refused('rename-view', { id: 'nobody', name: 'x' })).toMatchObject(unknown);
      expect(await refused('delete-view', { id: 'nobody' })).toMatchObject(unknown);
      expect(await refusal(server.url, 'view', { id: 'nobody' })).toMatchObject(unknown);
      for (const body of [
        { name: ' ', code: 'x' },
        { name: 'a'.repeat(201), code: 'x' },
        { name: 'a', code: '' },
        { name: 'a', code: '<script>' },
        { name: 'a', code: 'x'.repeat(500_001) },
        { code: 'x' },
      ]) {
        expect((await refused('save-view', body)).status).toBe(400);
      }
      for (const { id } of (await ask(server.url, ViewsAnswer, 'views')).views) await change('delete-view', { id });
      expect(one?.name).toBe('One');
    });

    test(`the store keeps ${MOST_VIEWS} and says so`, async () => {
      const many = Array.from({ length: MOST_VIEWS }, (_, at) => ({ id: `v${at}`, name: `${at}`, code: 'x', at: '' }));
      await server.store.write((transaction) =>
        transaction.run('UNWIND $many AS v CREATE (n:SavedView) SET n = v', { many }),
      );
      expect(await refused('save-view', { name: 'more', code: 'x' })).toMatchObject({
        status: 409,
        reason: 'too-many-views',
      });
      await change('delete-view', { id: 'v0' });
      expect((await change('save-view', { name: 'more', code: 'x' })).views).toHaveLength(MOST_VIEWS);
    });

    test('a page of another site saves nothing', async () => {
      const elsewhere = { origin: 'https://elsewhere.example' };
      expect(await refused('save-view', { name: 'a', code: 'x' }, elsewhere)).toMatchObject({
        status: 403,
        reason: 'other-site',
      });
    });
  });
}

describe('a server that only reads', () => {
  let small: SmallStore;
  let server: RunningServer;
  beforeAll(async () => {
    small = await openSmallStore();
    server = await startServer({ store: small.store, port: 0, appDir: '/nowhere', readOnly: true });
  });
  afterAll(async () => {
    await server.close();
    await small.close();
  });

  test.each(['save-view', 'rename-view', 'delete-view'])('lists views and refuses %s', async (path) => {
    expect(await ask(server.url, ViewsAnswer, 'views')).toEqual({
      views: [],
      message: expect.stringContaining('--read-only'),
    });
    expect(await refusal(server.url, path, {}, json({ id: 'a', name: 'a', code: 'x' }))).toMatchObject({
      status: 403,
      reason: 'judging-off',
    });
  });
});
