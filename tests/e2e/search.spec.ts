import { expect, find, test } from './viewer.ts';

test('Ctrl+K opens the search with what was found lately, and what is typed is marked', async ({ viewer }) => {
  await viewer.keyboard.press('Control+k');
  await expect(viewer.getByRole('combobox')).toBeFocused();
  await expect(viewer.getByRole('listbox')).toHaveCount(0);
  await viewer.keyboard.press('Escape');
  await find(viewer, 'Wang Yi');
  await find(viewer, 'Emmanuel Macron');
  await viewer.keyboard.press('Control+k');
  await viewer.keyboard.press('Control+a');
  await viewer.keyboard.press('Delete');
  const lately = viewer.getByRole('listbox', { name: 'Entities found lately' });
  await expect(lately.getByRole('option')).toContainText(['Emmanuel Macron', 'Wang Yi']);
  await viewer.keyboard.press('ArrowDown');
  await expect(lately.getByRole('option', { selected: true })).toContainText('Wang Yi');
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByRole('heading', { level: 2, name: 'Wang Yi', exact: true })).toBeVisible();
  // Kept by the browser.
  await viewer.reload();
  await expect(viewer.getByTestId('counts')).toBeVisible();
  await viewer.keyboard.press('Control+k');
  await expect(lately.getByRole('option').first()).toContainText('Wang Yi');
  await viewer.keyboard.type('macr');
  await expect(viewer.getByRole('option').first().locator('mark').first()).toHaveText('Macr');
});

test('a path over what is not shown comes from the store, and one that is looked for can be stopped', async ({
  viewer,
}) => {
  await find(viewer, 'Olaf Scholz');
  await viewer.getByRole('button', { name: 'Shape' }).click();
  const shape = viewer.getByRole('region', { name: 'Shape' });
  await shape.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'Takeshi Iwaya' });
  // A server that does not come to an answer.
  await viewer.route('**/api/path?*', () => {});
  await shape.getByRole('button', { name: 'Look in the whole store' }).click();
  await shape.getByRole('button', { name: 'Stop' }).click();
  await expect(viewer.getByTestId('announcement')).toContainText('stopped');
  await viewer.unroute('**/api/path?*');
  await shape.getByRole('button', { name: 'Look in the whole store' }).click();
  await expect(viewer.getByTestId('announcement')).toContainText(/path/i);
  await expect(viewer.getByTestId('counts')).toContainText(/^[2-9] of/);
  await viewer.getByRole('button', { name: /^Undo: path from/ }).click();
  await expect(viewer.getByTestId('counts')).toContainText(/^6\d of/);
});
