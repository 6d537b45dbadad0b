/**
 * One file, opened from disk, with no server: search, the panel, the evidence, and nothing loaded; as `export --format html`
 * writes it, and as the page saves what it shows.
 */
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

test('what is shown is saved as one file, which opens from disk as it was: without what was hidden', async ({
  viewer,
}, info) => {
  await find(viewer, 'Wang Yi');
  await viewer.getByRole('button', { name: 'Only its neighbourhood' }).click();
  await find(viewer, 'Takeshi Iwaya');
  await viewer.getByRole('button', { name: /^Hide$/ }).click();
  await viewer.getByRole('button', { name: 'Shape', exact: true }).click();
  const coming = viewer.waitForEvent('download');
  await viewer.getByRole('button', { name: 'One HTML file' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('bulletin-graph.html');
  const file = info.outputPath('saved.html');
  await download.saveAs(file);

  const saved = await viewer.context().newPage();
  const asked: string[] = [];
  saved.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await opened(saved, address);
  await expect(saved.getByText(/of the link (?:is|are) not/)).toHaveCount(0);
  await find(saved, 'Wang Yi');
  await expect(saved.locator('.mark-quote').first()).toBeVisible();
  await saved.getByRole('button', { name: 'Lists' }).click();
  const lists = saved.getByRole('region', { name: 'Lists' });
  await expect(lists.getByRole('button', { name: /^Wang Yi/ }).first()).toBeVisible();
  await expect(lists.getByRole('button', { name: /^Takeshi Iwaya/ })).toHaveCount(0);
  await saved.getByRole('button', { name: 'Shape' }).click();
  await expect(saved.getByText('This page is such a file already')).toBeVisible();
  await expect(saved.getByRole('button', { name: 'One HTML file' })).toHaveCount(0);
  expect(asked.filter((url) => url.split('#')[0] !== address && !/^(?:blob|data):/.test(url))).toEqual([]);
});
