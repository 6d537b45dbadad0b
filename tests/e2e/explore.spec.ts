import { expect, find, placeOf, test } from './viewer.ts';

const MET = /Takeshi Iwaya met Chinese Foreign Minister Wang Yi in Beijing/;

test('finds Wang Yi, expands, and reads the sentence behind MET by clicking the line in the drawing', async ({
  viewer,
}) => {
  await find(viewer, 'Wang Yi');
  const neighbours = viewer.getByRole('region', { name: 'Neighbours' });
  await expect(neighbours).toContainText(/\d+ of \d+ shown/);
  const before = await placeOf(viewer, 'Wang Yi');
  const other = await placeOf(viewer, 'Takeshi Iwaya');
  await neighbours.getByRole('button', { name: /^Add \d+ more$|^Add 50 of/ }).click();
  await expect(neighbours.getByRole('button', { name: 'All neighbours are shown' })).toBeDisabled();
  await expect(viewer.getByTestId('announcement')).toContainText(/neighbours? of Wang Yi added/);
  // Nothing that was there has moved.
  expect(await placeOf(viewer, 'Wang Yi')).toEqual(before);
  expect(await placeOf(viewer, 'Takeshi Iwaya')).toEqual(other);

  const line = await placeOf(viewer, 'Wang Yi', 'Takeshi Iwaya');
  await viewer.mouse.move(line.x, line.y);
  await expect(viewer.locator('.hint')).toContainText('MET');
  await viewer.mouse.click(line.x, line.y);

  const evidence = viewer.getByRole('complementary', { name: 'Evidence panel' });
  await expect(evidence.getByRole('row', { name: /MET/ })).toBeVisible();
  await evidence
    .getByRole('group', { name: 'Statements of one relation' })
    .getByRole('button', { name: /^MET/ })
    .click();
  const card = evidence.getByRole('article').filter({ hasText: MET });
  await expect(card).toHaveCount(1);
  await expect(card.locator('.mark-subject')).toHaveText('Takeshi Iwaya');
  await expect(card.locator('.mark-object')).toHaveText('Wang Yi');
  await expect(card.locator('.mark-quote').first()).toBeVisible();
  for (const told of [
    '25 Dec 2024',
    'Bulletin Graph samples',
    'Said by',
    'affirmed',
    'occurred',
    /\d+% sure/,
    /verb/,
  ]) {
    await expect(card).toContainText(told);
  }
});

test('jumps from a statement to the whole bulletin with all its marks, and back', async ({ viewer }) => {
  await find(viewer, 'Takeshi Iwaya');
  const card = viewer.getByRole('article').filter({ hasText: MET }).first();
  await card.getByRole('button', { name: /Open the bulletin: Iwaya and Wang/ }).click();
  const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
  await expect(bulletin.getByRole('heading', { level: 2 })).toHaveText('Iwaya and Wang agree on visit to Japan');
  await expect(bulletin.locator('.bulletin-text')).toContainText('which China also claims.');
  expect(await bulletin.locator('.bulletin-text mark').count()).toBeGreaterThan(10);
  await bulletin
    .getByRole('listitem')
    .filter({ hasText: 'Takeshi Iwaya CALLED ON China' })
    .getByRole('button', { name: 'Show its words' })
    .click();
  await expect(bulletin.locator('.bulletin-text .mark-own.mark-subject').first()).toHaveText('Iwaya');
  await viewer.getByRole('button', { name: 'Back' }).click();
  await expect(viewer.getByRole('complementary', { name: 'Entity panel' })).toBeVisible();
});

test('the same by keyboard alone, through the lists', async ({ viewer }) => {
  await viewer.getByRole('button', { name: 'Lists' }).focus();
  await viewer.keyboard.press('Enter');
  const lists = viewer.getByRole('region', { name: 'Lists' });
  await lists.getByRole('button', { name: /^Wang Yi ?, Person/ }).focus();
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByRole('heading', { level: 2, name: 'Wang Yi', exact: true })).toBeVisible();
  await expect(viewer.getByTestId('announcement')).toContainText('Wang Yi, Person');
  await expect(lists.getByRole('heading', { name: /Relations of Wang Yi/ })).toBeVisible();
  await lists.getByRole('button', { name: /^Takeshi Iwaya.*MET/ }).focus();
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByRole('complementary', { name: 'Evidence panel' })).toContainText(MET);
  await expect(viewer.getByTestId('announcement')).toContainText(/Evidence for .*Wang Yi/);
  await viewer.keyboard.press('Escape');
  await expect(viewer.getByRole('complementary')).toHaveCount(0);
});

test('opens on the top actors with counts, and search brings what is not shown yet', async ({ viewer }) => {
  const counts = viewer.getByTestId('counts');
  await expect(counts).toHaveText(/^60 of \d+ entities · \d+ of \d+ relations among them$/);
  await find(viewer, 'Emmanuel Macron');
  await expect(viewer.getByTestId('announcement')).toContainText('Emmanuel Macron, Person');
  const place = await placeOf(viewer, 'Emmanuel Macron');
  const drawing = await viewer.getByRole('img', { name: /The graph/ }).boundingBox();
  if (!drawing) throw new Error('There is no drawing.');
  // Centred, and clicking it there opens it.
  expect(Math.abs(place.x - (drawing.x + drawing.width / 2))).toBeLessThan(3);
  await viewer.keyboard.press('Escape');
  await expect(viewer.getByRole('complementary')).toHaveCount(0);
  const open = await placeOf(viewer, 'Emmanuel Macron');
  await viewer.mouse.click(open.x, open.y);
  await expect(viewer.getByRole('heading', { level: 2, name: 'Emmanuel Macron' })).toBeVisible();
});

test('says so when nothing is found', async ({ viewer }) => {
  await viewer.keyboard.press('/');
  await viewer.keyboard.type('zzqqxx');
  await expect(viewer.getByText('Nothing in the store is called “zzqqxx”')).toBeVisible();
  await viewer.keyboard.press('Escape');
  await expect(viewer.getByText('Nothing in the store is called')).toHaveCount(0);
});
