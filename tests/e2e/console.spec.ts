import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { parseFrozen } from '../../queries/frozen/frozen.ts';
import { expect, test } from './viewer.ts';

const openConsole = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'Query console' });
  await expect(dialog.getByRole('button', { name: /^Top actors/ })).toBeVisible();
  return dialog;
};

const write = async (page: Page, cypher: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Cypher query' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(cypher);
};

test('a library query: parameters as a form, table, chart, raw, CSV, and its entities in the graph', async ({
  viewer,
}) => {
  const dialog = await openConsole(viewer);
  await dialog.getByPlaceholder(/Search \d+ queries/).fill('top actors');
  await dialog.getByRole('button', { name: /^Top actors/ }).click();
  const limit = dialog.getByLabel('$limit');
  await expect(limit).toHaveValue('25');
  await limit.fill('3');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog.getByText('3 rows', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('img', { name: /statements by actor, 3 bars/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(dialog.getByRole('row')).toHaveCount(4);
  await expect(dialog.getByRole('columnheader', { name: 'actor', exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Raw', exact: true }).click();
  await expect(dialog.locator('.result-raw')).toContainText('"actor_id": "country:');
  const [download] = await Promise.all([
    viewer.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('top-actors.csv');
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^\uFEFFactor,type,statements,/);
  const [frozen] = await Promise.all([
    viewer.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save result' }).click(),
  ]);
  expect(frozen.suggestedFilename()).toBe('top-actors.frozen.json');
  const { rows, citations } = parseFrozen(await readFile(await frozen.path(), 'utf8'), 'download');
  expect(rows).toHaveLength(3);
  expect(citations.length).toBeGreaterThan(0);
  const [page] = await Promise.all([
    viewer.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Page for print' }).click(),
  ]);
  expect(page.suggestedFilename()).toBe('top-actors.html');
  expect(await readFile(await page.path(), 'utf8')).toContain('<h1>Top actors</h1>');
  await dialog.getByRole('button', { name: 'Graph', exact: true }).click();
  await expect(dialog.getByRole('img', { name: 'The entities of the result' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Show 3 entities in the graph' }).click();
  await expect(dialog).toBeHidden();
  await expect(viewer.getByTestId('announcement')).toContainText(/shown already|added to the graph/);
});

test('what is written runs; an error has its place; history and saved queries come back', async ({
  viewer,
  complaints,
}) => {
  const dialog = await openConsole(viewer);
  await write(viewer, 'MATCH (e:Entity)\nRETRN e');
  await viewer.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('Line 2, column 1');
  await expect(dialog.locator('.cm-wrong')).toBeVisible();
  await write(viewer, 'MATCH (e:Entity) DETACH DELETE e');
  await viewer.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('queries may only read');
  await write(viewer, 'MATCH (e:Entity {type: $type}) RETURN e.name AS name, e.id AS id ORDER BY id');
  await dialog.getByLabel('$type').fill('Country');
  await dialog.getByLabel('Row limit').selectOption('100');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog.getByRole('cell', { name: 'Japan', exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await dialog.getByLabel('Name to save the query under').fill('My countries');
  await viewer.keyboard.press('Enter');
  await viewer.reload();
  await expect(viewer.getByTestId('counts')).toBeVisible();
  await openConsole(viewer);
  await dialog.getByRole('button', { name: 'Saved', exact: true }).click();
  await dialog.getByRole('button', { name: /^My countries/ }).click();
  await expect(dialog.getByLabel('$type')).toHaveValue('Country');
  await dialog.getByRole('button', { name: 'History', exact: true }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'failed' })).toHaveCount(2);
  // The browser itself logs each refused query.
  expect(complaints.filter((each) => !each.includes('status of 400'))).toEqual([]);
  complaints.length = 0;
});

test('a result that was cut says so', async ({ viewer }) => {
  const dialog = await openConsole(viewer);
  await dialog.getByLabel('Row limit').selectOption('100');
  await write(viewer, 'MATCH (s:Statement) RETURN s.id AS statement ORDER BY statement');
  await viewer.keyboard.press('Control+Enter');
  await expect(dialog.getByText('The result was cut at 100 rows')).toBeVisible();
});

test('completes labels and relationship types from the schema', async ({ viewer }) => {
  const dialog = await openConsole(viewer);
  await viewer.getByRole('textbox', { name: 'Cypher query' }).focus();
  await viewer.keyboard.press('Control+a');
  await viewer.keyboard.type('MATCH (e:Ent');
  await expect(dialog.getByRole('option', { name: /^Entity/ })).toBeVisible();
  // The editor takes no choice in the first 75 ms of its list, so that a key meant for the text is not one.
  await viewer.waitForTimeout(150);
  await viewer.keyboard.press('Enter');
  await viewer.keyboard.type(')-[r:ACC');
  await expect(dialog.getByRole('option', { name: /^ACCUSED/ })).toBeVisible();
  await viewer.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await viewer.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a server that is gone is told, and running again goes on', async ({ viewer, complaints }) => {
  const dialog = await openConsole(viewer);
  await viewer.route('**/api/query', (route) => route.abort('connectionrefused'));
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('The server does not answer. Start it again');
  await viewer.unroute('**/api/query');
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await expect(dialog.getByRole('table')).toBeVisible();
  complaints.length = 0;
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no serious violation in the console (${colorScheme})`, async ({ viewer }) => {
    test.slow();
    await viewer.emulateMedia({ colorScheme });
    const dialog = await openConsole(viewer);
    const check = async (what: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: viewer }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    };
    await dialog.getByRole('button', { name: /^Top actors/ }).click();
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(dialog.getByRole('img', { name: /statements by actor/ })).toBeVisible();
    await check('chart');
    await dialog.getByRole('button', { name: 'Table', exact: true }).click();
    await expect(dialog.getByRole('table')).toBeVisible();
    await check('table');
    await dialog.getByRole('button', { name: 'Graph', exact: true }).click();
    await expect(dialog.getByRole('img', { name: 'The entities of the result' })).toBeVisible();
    await check('graph');
  });
}

test('on the width of a phone nothing runs out of the page', async ({ viewer }) => {
  await viewer.setViewportSize({ width: 390, height: 800 });
  const dialog = await openConsole(viewer);
  expect(await dialog.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
});
