/** Bulletins whose text, title, source and names hold markup, script, endless words, and signs that turn text round. */
import type { Page } from '@playwright/test';
import { expect, find, test } from './viewer.ts';

/** Nothing ran, nothing became an element, and nothing is wider than the page or its panel. */
const expectUnharmed = async (page: Page, what: string): Promise<void> => {
  expect(await page.evaluate('window.harmed'), what).toBeUndefined();
  await expect(
    page.locator('main img, aside img, nav img, svg[onload], script:not([src]), b, a[href^="javascript"]'),
  ).toHaveCount(0);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), what).toBeLessThanOrEqual(0);
  for (const part of await page.locator('aside, nav .left-body, .search-list, .query-page').all()) {
    expect(await part.evaluate((each) => each.scrollWidth - each.clientWidth), what).toBeLessThanOrEqual(1);
  }
};

for (const width of [1440, 390]) {
  test(`a name of ten thousand letters is found, listed, opened and pointed at (${width} pixels)`, async ({
    viewer,
  }) => {
    test.slow();
    await viewer.setViewportSize({ width, height: 850 });
    await viewer.keyboard.press('/');
    await viewer.keyboard.type('Quuuuuuu');
    const option = viewer.getByRole('option').first();
    await expect(option).toContainText('Quuuu');
    expect((await option.boundingBox())?.height).toBeLessThan(120);
    await expectUnharmed(viewer, 'search');
    await viewer.keyboard.press('Enter');
    const panel = viewer.getByRole('complementary', { name: 'Entity panel' });
    await expect(panel.getByRole('heading', { level: 2 })).toContainText('Quuuuu');
    await expect(panel.getByRole('article').first()).toBeVisible();
    expect((await panel.getByRole('heading', { level: 2 }).boundingBox())?.height).toBeLessThan(200);
    await expectUnharmed(viewer, 'entity');
    await panel
      .getByRole('button', { name: /^Open the bulletin/ })
      .first()
      .click();
    const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
    await bulletin.getByRole('button', { name: 'Next statement' }).click();
    await expect(bulletin.locator('.mark-own').first()).toBeVisible();
    await expectUnharmed(viewer, 'bulletin');
    await viewer.keyboard.press('Escape');
    await viewer.getByRole('button', { name: 'Lists' }).click();
    await expect(
      viewer
        .getByRole('region', { name: 'Lists' })
        .getByText(/^Quuuuuu/)
        .first(),
    ).toBeVisible();
    await expectUnharmed(viewer, 'lists');
    await viewer.getByRole('button', { name: 'Shape' }).click();
    await expectUnharmed(viewer, 'shape');
  });
}

test('a name that turns what follows it turns nothing but itself', async ({ viewer }) => {
  await find(viewer, 'Kowalska');
  const panel = viewer.getByRole('complementary', { name: 'Entity panel' });
  const claim = panel.getByRole('article').first().locator('.claim');
  await expect(claim).toContainText('ACCUSED');
  // The name stands after the predicate, as it would without the sign.
  const [predicate, name] = await Promise.all(
    [claim.locator('.predicate'), claim.getByRole('button').last()].map((part) => part.boundingBox()),
  );
  expect((predicate?.x ?? 0) + (predicate?.width ?? 0)).toBeLessThanOrEqual(name?.x ?? 0);
  await panel
    .getByRole('button', { name: /^Open the bulletin/ })
    .first()
    .click();
  const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
  await expect(bulletin.getByRole('heading', { level: 2 })).toHaveText(/رئيس/);
  // What is after the source on its line is written from left to right: its date stands after it.
  const date = await bulletin.getByText('16 Jan 2025').first().boundingBox();
  const source = await bulletin.locator('header bdi').boundingBox();
  expect((source?.x ?? 0) + (source?.width ?? 0)).toBeLessThanOrEqual((date?.x ?? 0) + (date?.width ?? 0));
  await expectUnharmed(viewer, 'bidirectional');
});

test('hostile text in the rows of a query stays text', async ({ viewer }) => {
  await viewer.keyboard.press('q');
  const dialog = viewer.getByRole('dialog', { name: 'Query console' });
  await dialog.getByRole('textbox', { name: 'Cypher query' }).focus();
  await viewer.keyboard.press('Control+a');
  await viewer.keyboard.insertText(
    'MATCH (b:Bulletin) RETURN b.title AS title, b.source AS source, b.text AS text ORDER BY b.id',
  );
  await viewer.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('table')).toContainText('<img src=x onerror=');
  await expectUnharmed(viewer, 'console');
});
