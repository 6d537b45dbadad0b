import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, ingest, openBulletin, opened, openPair, serve, test, withFolder } from './viewer.ts';

test('a bulletin shows every mention, which opens its entity, by pointer and by keyboard', async ({ viewer }) => {
  await openBulletin(viewer);
  const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
  const text = bulletin.locator('.bulletin-text');
  const wang = text.getByRole('link', { name: 'Wang Yi' }).first();
  await expect(wang).toHaveAttribute('title', 'Wang Yi, Person');
  const colours = await viewer.evaluate(
    `['Wang Yi, Person', 'Japan, Country'].map((title) => getComputedStyle(document.querySelector('.bulletin-text [title="' + title + '"]')).color)`,
  );
  expect(new Set(z.array(z.string()).parse(colours)).size).toBe(2);
  await wang.click();
  await expect(viewer.getByRole('heading', { level: 2, name: 'Wang Yi', exact: true })).toBeVisible();
  await viewer.getByRole('button', { name: 'Back' }).click();
  await text.getByRole('link', { name: 'Japan', exact: true }).first().focus();
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByRole('heading', { level: 2, name: 'Japan', exact: true })).toBeVisible();
});

test('pointing at a statement lights its subject, its words and its object, and its claim', async ({ viewer }) => {
  await openBulletin(viewer);
  const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
  const text = bulletin.locator('.bulletin-text');
  const claims = bulletin.getByRole('region', { name: 'Statements of this bulletin' }).getByRole('listitem');
  await expect(text.locator('.mark-own')).toHaveCount(0);
  const claim = claims.filter({ hasText: 'Takeshi Iwaya MET Wang Yi' }).first();
  await claim.hover();
  await expect(text.locator('.mark-own.mark-subject')).toHaveText(['Takeshi Iwaya']);
  await expect(text.locator('.mark-own.mark-object').first()).toHaveText('Wang Yi');
  expect(await text.locator('.mark-own.mark-quote').count()).toBeGreaterThan(1);
  await bulletin.getByRole('heading', { level: 2 }).hover();
  await expect(text.locator('.mark-own')).toHaveCount(0);
  // The same from the text, and by keyboard.
  await text
    .locator('.words')
    .filter({ hasText: /^met$|^ met $/ })
    .first()
    .hover();
  await expect(bulletin.locator('.claim-open')).toHaveCount(1);
  await bulletin.getByRole('heading', { level: 2 }).hover();
  await claims.nth(1).getByRole('button', { name: 'Show its words' }).focus();
  await expect(claims.nth(1)).toHaveClass(/claim-open/);
  await expect(text.locator('.mark-own.mark-subject').first()).toBeVisible();
});

test('walks through the statements of a bulletin from first to last and round', async ({ viewer }) => {
  await openBulletin(viewer);
  const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
  const walk = bulletin.getByRole('group', { name: 'Walk through the statements' });
  await expect(walk).toBeVisible();
  const total = await bulletin
    .getByRole('region', { name: 'Statements of this bulletin' })
    .getByRole('listitem')
    .count();
  await walk.getByRole('button', { name: 'Next statement' }).focus();
  for (let at = 1; at <= total; at += 1) {
    await viewer.keyboard.press('Enter');
    await expect(walk).toContainText(`${at} of ${total}`);
    await expect(bulletin.locator('.bulletin-text .mark-own').first()).toBeInViewport();
  }
  await viewer.keyboard.press('Enter');
  await expect(walk).toContainText(`1 of ${total}`);
  await walk.getByRole('button', { name: 'Statement before' }).click();
  await expect(walk).toContainText(`${total} of ${total}`);
});

test('a claim that is denied says by whom, the denial says what it denies, and each leads to the other', async ({
  page,
  complaints,
}) => {
  await withFolder(async (folder) => {
    const texts = mkdtempSync(join(tmpdir(), 'bulletin-graph-denial-'));
    writeFileSync(join(texts, 'one.md'), dispatch('Coast Radio', '2025-03-02', 'China sanctioned Japan on Sunday.'));
    writeFileSync(
      join(texts, 'two.md'),
      dispatch('Harbor Wire', '2025-03-03', 'China has not sanctioned Japan, Wang Yi said.'),
    );
    ingest(folder, [texts]);
    rmSync(texts, { recursive: true });
    const served = await serve(folder);
    try {
      await opened(page, served.url);
      await openPair(page);
      const pair = page.getByRole('complementary', { name: 'Evidence panel' });
      await expect(pair.getByRole('region', { name: 'Contradictions' })).toContainText('1 denied');
      const claim = pair.getByRole('article').filter({ has: page.getByRole('group', { name: 'Contradicted by' }) });
      const denial = claim.getByRole('group', { name: 'Contradicted by' });
      await expect(denial).toContainText('China has not sanctioned Japan, Wang Yi said.');
      await denial.getByRole('button', { name: /^Read it in/ }).click();
      const bulletin = page.getByRole('complementary', { name: 'Bulletin panel' });
      await expect(bulletin).toContainText('Harbor Wire');
      const denied = bulletin.getByRole('group', { name: 'Contradicts', exact: true });
      await expect(denied).toContainText('China sanctioned Japan on Sunday.');
      await expect(bulletin.getByRole('button', { name: 'Reject…' }).first()).toBeVisible();
      await denied.getByRole('button', { name: /^Read it in/ }).click();
      await expect(bulletin).toContainText('Coast Radio');
    } finally {
      await served.stop();
    }
  });
  expect(complaints).toEqual([]);
});

const dispatch = (source: string, date: string, text: string): string =>
  `---\ntitle: A dispatch\nsource: ${source}\ndate: ${date}\n---\n\n${text}\n`;
