import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, find, ingest, opened, placeOf, serve, test, withFolder } from './viewer.ts';

const shownEntities = async (page: Page): Promise<number> =>
  Number((await page.getByTestId('counts').textContent())?.match(/^(\d+)/)?.[1]);

test('filters by type and by predicate with counts, undoes and redoes', async ({ viewer }) => {
  const all = await shownEntities(viewer);
  const people = viewer.getByRole('checkbox', { name: /People/ });
  await people.uncheck();
  await expect(viewer.getByTestId('counts')).toContainText('hidden by filters');
  const without = await shownEntities(viewer);
  expect(without).toBeLessThan(all);
  await viewer.getByRole('button', { name: /^Undo: filter People/ }).click();
  await expect(people).toBeChecked();
  expect(await shownEntities(viewer)).toBe(all);
  await viewer.keyboard.press('Control+Shift+z');
  await expect(people).not.toBeChecked();
  await viewer.getByRole('button', { name: 'Clear filters' }).click();
  await expect(people).toBeChecked();

  const relations = async (): Promise<string | null> => viewer.getByTestId('counts').textContent();
  const before = await relations();
  await viewer.getByRole('button', { name: 'Only MET', exact: true }).click();
  await expect(viewer.getByRole('checkbox', { name: 'MET', exact: true })).toBeChecked();
  await expect(viewer.getByRole('checkbox', { name: 'ACCUSED', exact: true })).not.toBeChecked();
  expect(await relations()).not.toBe(before);
  await viewer.getByRole('button', { name: 'Clear filters' }).click();
  expect(await relations()).toBe(before);
});

test('what the page opens on is asked for once, while its script is fetched', async ({ viewer }) => {
  const asked = z
    .array(z.object({ path: z.string(), by: z.string() }))
    .parse(
      await viewer.evaluate(
        "performance.getEntriesByType('resource').map(({ name, initiatorType }) => ({ path: new URL(name).pathname, by: initiatorType }))",
      ),
    );
  for (const path of ['/api/summary', '/api/top']) {
    expect(asked.filter((each) => each.path === path)).toEqual([{ path, by: 'link' }]);
  }
});

test('on a small screen nothing of the bar of time lies over the panel', async ({ viewer }) => {
  await viewer.setViewportSize({ width: 1024, height: 768 });
  await find(viewer, 'China');
  await viewer.getByRole('button', { name: 'Compare', exact: true }).click();
  const panel = await viewer.getByRole('complementary').boundingBox();
  const bar = viewer.getByRole('region', { name: 'Timeline' });
  await expect(bar.getByText(/new$/)).toBeVisible();
  for (const part of await bar.locator('button, input, li').all()) {
    const box = await part.boundingBox();
    if (box) expect(box.x + box.width).toBeLessThanOrEqual(panel?.x ?? 0);
  }
  const counts = await viewer.getByTestId('counts').boundingBox();
  const tools = await viewer.getByRole('group', { name: 'Drawing' }).boundingBox();
  expect((counts?.x ?? 0) + (counts?.width ?? 0)).toBeLessThanOrEqual(tools?.x ?? 0);
});

test('filters that hide everything say so and can be cleared there', async ({ viewer }) => {
  for (const box of await viewer.getByRole('group', { name: 'Entities' }).getByRole('checkbox').all())
    await box.uncheck();
  await expect(viewer.getByRole('heading', { name: 'The filters hide everything' })).toBeVisible();
  await viewer.getByRole('main').getByRole('button', { name: 'Clear filters' }).click();
  expect(await shownEntities(viewer)).toBe(60);
});

test('takes an entity off the page, and undo puts it back in its place', async ({ viewer }) => {
  const before = await placeOf(viewer, 'Vladimir Putin');
  await viewer.mouse.click(before.x, before.y);
  await viewer.getByRole('button', { name: 'Take off the page' }).click();
  expect(await shownEntities(viewer)).toBe(59);
  await viewer.getByRole('button', { name: /^Undo: remove Vladimir Putin/ }).click();
  expect(await shownEntities(viewer)).toBe(60);
  const after = await placeOf(viewer, 'Vladimir Putin');
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1);
});

test('the theme follows the system, can be chosen, and is kept', async ({ viewer }) => {
  const background = (): Promise<unknown> => viewer.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await background();
  await viewer.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);
  await viewer.getByRole('button', { name: /^Theme: system/ }).click();
  expect(await background()).toBe(light);
  await viewer.reload();
  await expect(viewer.getByRole('button', { name: /^Theme: light/ })).toBeVisible();
  expect(await background()).toBe(light);
  await viewer.getByRole('button', { name: /^Theme: light/ }).click();
  expect(await background()).toBe(dark);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no serious violation (${colorScheme})`, async ({ viewer }) => {
    test.slow();
    await viewer.emulateMedia({ colorScheme });
    const check = async (what: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: viewer }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    };
    await check('opening');
    await find(viewer, 'Wang Yi');
    await expect(viewer.getByRole('article').first()).toBeVisible();
    await check('entity');
    await viewer.getByRole('button', { name: 'Lists' }).click();
    await viewer.getByRole('button', { name: /^Takeshi Iwaya.*MET/ }).click();
    await expect(viewer.getByRole('complementary', { name: 'Evidence panel' })).toBeVisible();
    await check('evidence and lists');
    await viewer
      .getByRole('button', { name: /^Open the bulletin/ })
      .first()
      .click();
    await expect(viewer.locator('.bulletin-text')).toBeVisible();
    await check('bulletin');
    await viewer.keyboard.press('/');
    await viewer.keyboard.type('china');
    await expect(viewer.getByRole('option').first()).toBeVisible();
    await check('search');
  });
}

test('hovering restyles the neighbourhood, not the graph', async ({ viewer }) => {
  await find(viewer, 'China');
  const calls = async (): Promise<number> =>
    z.number().parse(await viewer.evaluate('window.bulletinGraph.reducerCalls()'));
  const one = await placeOf(viewer, 'Wang Yi', 'Takeshi Iwaya');
  await viewer.mouse.move(one.x, one.y);
  await expect(viewer.locator('.hint')).toBeVisible();
  const before = await calls();
  const sizes = z
    .object({ nodes: z.number(), bundles: z.number() })
    .parse(await viewer.evaluate('window.bulletinGraph.drawn()'));
  const two = await placeOf(viewer, 'India', 'Canada');
  await viewer.mouse.move(two.x, two.y);
  await expect(viewer.locator('.hint')).toContainText('Canada');
  // From one pair to the next by way of the selected entity: never the whole graph at once.
  expect((await calls()) - before).toBeLessThan(sizes.nodes + sizes.bundles);
});

test('a store without entities says how to fill it', async ({ page, complaints }) => {
  await withFolder(async (folder) => {
    ingest(folder, ['tests/e2e/plain/nobody.txt']);
    const served = await serve(folder);
    try {
      await page.goto(served.url);
      await expect(page.getByRole('heading', { name: 'No entity is in the store yet' })).toBeVisible();
      await expect(page.getByText('bulletin-graph ingest PATH')).toBeVisible();
    } finally {
      await served.stop();
    }
  });
  expect(complaints).toEqual([]);
});

test('a server that is gone is told, and retry goes on when it is back', async ({ page, complaints }) => {
  await withFolder(async (folder) => {
    ingest(folder, ['samples/2024-12-26-iwaya-beijing.md']);
    const first = await serve(folder);
    await opened(page, first.url);
    await first.stop();
    const at = await placeOf(page, 'Wang Yi');
    await page.mouse.click(at.x, at.y);
    const panel = page.getByRole('complementary', { name: 'Entity panel' });
    await expect(panel.getByRole('alert').first()).toContainText('The server does not answer. Start it again with');
    const second = await serve(folder, Number(new URL(first.url).port));
    try {
      await panel.getByRole('button', { name: 'Retry' }).first().click();
      await expect(panel.getByRole('article').first()).toContainText('Wang Yi');
    } finally {
      await second.stop();
    }
    // The browser itself logs each refused connection.
    expect(complaints.filter((each) => !each.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    complaints.length = 0;
  });
});

test('a slow server is told: opening, search, panel and expansion wait in words, and go on when it answers', async ({
  page,
  samples,
  complaints,
}) => {
  const held: (() => void)[] = [];
  let slow = true;
  await page.route('**/api/**', async (route) => {
    if (slow) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const answer = (): void => {
    slow = false;
    for (const release of held.splice(0)) release();
  };
  await page.goto(samples.url);
  await expect(page.getByText('Opening the graph…')).toBeVisible();
  answer();
  await expect(page.getByTestId('counts')).toBeVisible();
  await expect(page.getByText('Opening the graph…')).toHaveCount(0);
  await expect(page.getByText('Arranging…')).toHaveCount(0);

  slow = true;
  const at = await placeOf(page, 'Wang Yi');
  await page.mouse.click(at.x, at.y);
  const panel = page.getByRole('complementary', { name: 'Entity panel' });
  await expect(panel.getByText('Fetching the entity…')).toBeVisible();
  // What is being waited for can be left.
  await panel.getByRole('button', { name: /Close the panel/ }).click();
  await expect(panel).toHaveCount(0);
  await page.mouse.click(at.x, at.y);
  await expect(panel.getByText('Fetching the entity…')).toBeVisible();
  answer();
  await expect(panel.getByRole('heading', { level: 2, name: 'Wang Yi' })).toBeVisible();
  await expect(panel.getByRole('article').first()).toBeVisible();
  await expect(panel.getByText(/^Fetching/)).toHaveCount(0);
  expect(complaints).toEqual([]);
});
