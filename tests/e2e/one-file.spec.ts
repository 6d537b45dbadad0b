/** `export --format html`: one file, opened from disk, with no server: search, the panel, the evidence, and nothing loaded. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, find, ingest, opened, test } from './viewer.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

test('the graph as one file opens from disk and shows the words behind a relation', async ({ page, complaints }) => {
  expect(complaints).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-file-'));
  try {
    ingest(join(folder, 'store'), [path('../../samples'), path('./hostile')]);
    const file = join(folder, 'graph.html');
    const args = ['export', '--format', 'html', '--output', file, '--store', `file:${join(folder, 'store')}`];
    const { status, stderr } = spawnSync(process.execPath, [path('../../dist/cli/main.js'), ...args], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);

    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(file).href;
    await opened(page, address);
    await find(page, 'Wang Yi');
    const met = page.getByRole('article').filter({ hasText: 'Takeshi Iwaya' }).first();
    await expect(met).toBeVisible();
    await expect(met.locator('.mark-quote').first()).toBeVisible();
    await expect(page.getByText('could not be arranged')).toHaveCount(0);
    // No server keeps judgements there, so nothing offers any.
    await expect(page.getByRole('button', { name: /Review|Correct…|Reject…/ })).toHaveCount(0);
    // Workers come out of the page and fonts are in it; nothing else is asked for.
    expect(asked.filter((url) => url !== address && !/^(?:blob|data):/.test(url))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
