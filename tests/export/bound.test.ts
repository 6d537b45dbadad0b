/** The page as one file holds 20,000 statements and refuses one more: nothing is cut without being told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { MOST_STATEMENTS } from '../../export/html.ts';
import { pageFile } from '../../export/page-file.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { type RunningServer, startServer } from '../../viewer/server/server.ts';
import { report } from '../support/claims.ts';
import { textOf } from './graph.ts';

const ENDS = ['country:china', 'country:japan'];

const Properties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Other statements that are like the one in the store in all but their ids. */
const COPY = `
MATCH (b:Bulletin)
MATCH (subject:Entity {id: $subject})
MATCH (object:Entity {id: $object})
UNWIND $copies AS copy
CREATE (s:Statement {id: copy})
SET s += $properties
CREATE (s)-[:FROM]->(b)
CREATE (s)-[:SUBJECT {text: 'China', start: 0, end: 5}]->(subject)
CREATE (s)-[:OBJECT {text: 'Japan', start: 14, end: 19}]->(object)`;

const built = existsSync(new URL('../../dist/embedded/index.html', import.meta.url));

// `npm test` builds first; a test run by hand may not have.
describe.skipIf(!built && !process.env['CI'])('one file (skipped before `npm run build`)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-bound-test-'));
  let store: GraphStore;
  let server: RunningServer;
  const copy = async (count: number): Promise<void> => {
    const { rows } = await store.read('MATCH (s:Statement) RETURN s {.*} AS s ORDER BY s.id LIMIT 1');
    const { id: _id, ...properties } = Properties.parse(rows[0]?.[0]);
    const copies = Array.from({ length: count }, (_, at) => `copy-${at}`);
    const [subject = '', object = ''] = ENDS;
    await store.write((transaction) => transaction.run(COPY, { copies, properties, subject, object }));
  };
  beforeAll(async () => {
    store = await openStore(`file:${folder}`, { create: true });
    const claim = { subject: 'China', predicate: 'ACCUSED', object: 'Japan' };
    await writeExtraction(store, [report({ id: 'b', claims: [claim] })], { now: '2025-01-01', extractor: 'test 1' });
    await copy(MOST_STATEMENTS);
    server = await startServer({ store, port: 0, appDir: '/nowhere', pageFile });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = () =>
    fetch(`${server.url}api/file`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids: ENDS, view: null }),
    });

  test('what rests on one statement more than a file holds is refused, with what to do', async () => {
    const refused = await asked();
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      error: {
        reason: 'no-file',
        message:
          'What is shown rests on 20,001 statements; one file holds at most 20,000. Take entities off the page, or hide some, and save again.',
      },
    });
  });

  test('an export of the whole store is refused too, before more than the beginning of the page has come', async () => {
    const whole = textOf('html', { store, selection: null }, 'graph.html');
    await expect(whole).rejects.toThrow(/more than 20,000 statements, which is the most that one page holds/);
  }, 120_000);
});
