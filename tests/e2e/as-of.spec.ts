import { expect, find, test } from './viewer.ts';

test('shows the graph as it was known on a date, shares it, and goes back to the page that was there', async ({
  viewer,
}) => {
  await find(viewer, 'Wang Yi');
  const now = await viewer.locator('.bar-summary').textContent();
  const field = viewer.getByRole('region', { name: 'Timeline' }).getByLabel('As of');
  await field.fill('2024-12-25');
  await field.press('Enter');
  const banner = viewer.getByTestId('as-of');
  await expect(banner).toContainText('As known on 25 Dec 2024, from', { timeout: 60_000 });
  await expect(viewer.getByTestId('counts')).toBeVisible();
  await expect(viewer.locator('.bar-summary')).not.toHaveText(now ?? '');

  // What is read now is what was known then: nothing later, in no panel and no query.
  await find(viewer, 'Wang Yi');
  await viewer.getByTitle('Query console (q)').click();
  const dialog = viewer.getByRole('dialog', { name: 'Query console' });
  await expect(dialog).toContainText('as known on 25 Dec 2024');
  await viewer.getByTestId('editor').click();
  await viewer.keyboard.press('ControlOrMeta+a');
  await viewer.keyboard.insertText('MATCH (b:Bulletin) RETURN max(b.publishedAt) AS latest');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog.getByRole('cell', { name: '2024-12-25' })).toBeVisible();
  await viewer.keyboard.press('Escape');
  await dialog.getByRole('button', { name: /Close the console/ }).click();

  await viewer.getByRole('button', { name: 'Link to this view' }).click();
  await expect(viewer).toHaveURL(/#./);
  await viewer.reload();
  await expect(banner).toContainText('As known on 25 Dec 2024, from', { timeout: 60_000 });

  await banner.getByRole('button', { name: 'Back to now' }).click();
  await expect(banner).toHaveCount(0);
  await expect(viewer.locator('.bar-summary')).toHaveText(now ?? '');
});

test('an early date has an empty graph, and the way back has what was there', async ({ viewer }) => {
  const before = await viewer.getByTestId('counts').textContent();
  const field = viewer.getByRole('region', { name: 'Timeline' }).getByLabel('As of');
  await field.fill('1999-01-01');
  await field.press('Enter');
  const banner = viewer.getByTestId('as-of');
  await expect(banner).toContainText('from 0 bulletins', { timeout: 60_000 });
  await expect(viewer.getByRole('heading', { name: 'Nothing was known yet' })).toBeVisible();
  await banner.getByRole('button', { name: 'Back to now' }).click();
  await expect(viewer.getByTestId('counts')).toHaveText(before ?? '');
});
