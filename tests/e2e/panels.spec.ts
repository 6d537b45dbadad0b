import { AxeBuilder } from '@axe-core/playwright';
import { expect, find, openPair, test } from './viewer.ts';

test('an entity has its offices, its years and its bulletins, page by page', async ({ viewer }) => {
  await find(viewer, 'China');
  const panel = viewer.getByRole('complementary', { name: 'Entity panel' });
  const offices = panel.getByRole('region', { name: 'Offices' });
  await expect(offices.getByRole('listitem').filter({ hasText: 'Xi Jinping' }).first()).toContainText('President');
  const years = panel.getByRole('region', { name: 'Statements by year' });
  await expect(years.getByRole('img').first()).toHaveAttribute('aria-label', /\d{4}: \d+/);
  await years.getByRole('button', { name: 'VISITED' }).click();
  await expect(panel.getByRole('group', { name: 'Statements of one relation' })).toContainText('VISITED');
  await expect(panel.getByRole('button', { name: /^VISITED \d/, pressed: true })).toBeVisible();
  const bulletins = panel.getByRole('region', { name: 'Bulletins' });
  await expect(bulletins.getByRole('listitem')).toHaveCount(5);
  await bulletins.getByRole('button', { name: /^Show \d+ more/ }).click();
  await expect(bulletins.getByRole('listitem').nth(5)).toBeVisible();
  await bulletins.getByRole('listitem').first().getByRole('button').click();
  await expect(viewer.getByRole('complementary', { name: 'Bulletin panel' })).toBeVisible();
});

test('a pair has both directions, its tone as a plot and as a table', async ({ viewer }) => {
  await openPair(viewer);
  const panel = viewer.getByRole('complementary', { name: 'Evidence panel' });
  await expect(panel.getByRole('row', { name: /from China to Japan/ }).first()).toBeVisible();
  await expect(panel.getByRole('row', { name: /from Japan to China/ }).first()).toBeVisible();
  const tone = panel.getByRole('region', { name: 'Tone over time' });
  await expect(tone.getByRole('img', { name: /^Tone by month/ })).toBeVisible();
  await tone.getByText('The same as a table').click();
  await expect(tone.getByRole('columnheader', { name: 'Tone' })).toBeVisible();
});

test('what one part of a panel could not fetch is told and fetched again', async ({ viewer, complaints }) => {
  await viewer.route('**/api/history?*', (route) => route.abort('connectionrefused'));
  await viewer.route('**/api/mentions?*', (route) => route.abort('connectionrefused'));
  await find(viewer, 'China');
  const panel = viewer.getByRole('complementary', { name: 'Entity panel' });
  await expect(panel.getByRole('alert')).toHaveCount(2);
  await expect(panel.getByRole('article').first()).toBeVisible();
  await viewer.unroute('**/api/history?*');
  await viewer.unroute('**/api/mentions?*');
  await panel.getByRole('button', { name: 'Retry' }).first().click();
  await expect(panel.getByRole('region', { name: 'Offices' })).toBeVisible();
  await panel.getByRole('button', { name: 'Retry' }).click();
  await expect(panel.getByRole('region', { name: 'Bulletins' })).toBeVisible();
  // The browser itself logs each refused connection.
  expect(complaints.filter((each) => !each.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  complaints.length = 0;
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the help opens and closes by keyboard, and axe finds no serious violation in it (${colorScheme})`, async ({
    viewer,
  }) => {
    await viewer.emulateMedia({ colorScheme });
    await viewer.keyboard.press('?');
    const help = viewer.getByRole('dialog', { name: 'What this page shows' });
    await expect(help).toContainText('query console');
    const { violations } = await new AxeBuilder({ page: viewer }).include('.help').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await viewer.keyboard.press('Escape');
    await expect(help).toBeHidden();
  });
}
