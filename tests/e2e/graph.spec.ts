import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, find, opened, placeOf, test } from './viewer.ts';

const told = async (page: Page): Promise<{ entities: number; relations: number }> => {
  const text = (await page.getByTestId('counts').textContent()) ?? '';
  const [entities = 0, relations = 0] = [...text.matchAll(/(\d+) of/g)].map(([, count]) => Number(count));
  return { entities, relations };
};

const called = async (page: Page, counter: 'reducerCalls' | 'refreshes'): Promise<number> =>
  z.number().parse(await page.evaluate(`window.bulletinGraph.${counter}()`));

/** The statements behind the relations are here: filters and timeline know them. */
const read = async (page: Page): Promise<void> => {
  await expect(page.getByTestId('period')).toContainText('All times');
  await expect(page.getByRole('img', { name: 'Reading statements' })).toHaveCount(0);
};

/** Drags over the histogram between two shares of its width. */
const brush = async (page: Page, from: number, to: number): Promise<void> => {
  const box = await page.getByTestId('brush').boundingBox();
  if (!box) throw new Error('There is no histogram.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 6 });
  await page.mouse.up();
};

/** Of all that is shown, where it lies in the drawing, from 0 to 1 in both directions. */
const spread = async (page: Page): Promise<{ least: number; most: number; width: number }> => {
  const box = await page.locator('.drawing').boundingBox();
  if (!box) throw new Error('There is no drawing.');
  const places = z
    .array(z.object({ x: z.number(), y: z.number() }))
    .parse(await page.evaluate('window.bulletinGraph.names().map((name) => window.bulletinGraph.nodeAt(name))'));
  const x = places.map((place) => (place.x - box.x) / box.width);
  const y = places.map((place) => (place.y - box.y) / box.height);
  const [least, most] = [Math.min(...x, ...y), Math.max(...x, ...y)];
  return { least, most, width: Math.max(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)) };
};

const side = (page: Page, name: 'Filters' | 'Shape'): Promise<void> =>
  page.getByRole('group', { name: 'What to show at the left' }).getByRole('button', { name }).click();

test.describe('time', () => {
  test('a period is brushed, counts follow, one undo takes it back, and all times are one click away', async ({
    viewer,
  }) => {
    await read(viewer);
    const all = await told(viewer);
    const refreshes = await called(viewer, 'refreshes');
    await brush(viewer, 0.3, 0.6);
    await expect(viewer.getByTestId('period')).not.toContainText('All times');
    const some = await told(viewer);
    expect(some.relations).toBeGreaterThan(0);
    expect(some.relations).toBeLessThan(all.relations);
    expect(some.entities).toBeLessThan(all.entities);
    // Lines are hidden in place: the whole graph was not gone through.
    expect(await called(viewer, 'refreshes')).toBe(refreshes);
    await viewer.keyboard.press('Control+z');
    expect(await told(viewer)).toEqual(all);
    await viewer.keyboard.press('Control+Shift+z');
    expect(await told(viewer)).toEqual(some);
    await viewer.getByRole('button', { name: 'All times' }).click();
    expect(await told(viewer)).toEqual(all);
  });

  test('the same by keyboard', async ({ viewer }) => {
    await read(viewer);
    const from = viewer.getByRole('slider', { name: 'From' });
    const before = await from.getAttribute('aria-valuetext');
    await from.focus();
    for (let press = 0; press < 20; press += 1) await viewer.keyboard.press('ArrowRight');
    await expect(from).not.toHaveAttribute('aria-valuetext', before ?? '');
    await expect(viewer.getByTestId('counts')).toContainText('hidden by filters');
  });

  test('the film goes on by itself, and stops', async ({ viewer }) => {
    await read(viewer);
    await viewer.getByRole('button', { name: 'Play over time', exact: true }).click();
    const period = viewer.getByTestId('period');
    const first = await period.textContent();
    await expect(period).not.toHaveText(first ?? '');
    await viewer.getByRole('button', { name: 'Stop the film' }).click();
    await expect(viewer.getByRole('button', { name: 'Play over time', exact: true })).toBeVisible();
    // However long it ran, it is one step.
    await viewer.keyboard.press('Control+z');
    await expect(period).toContainText('All times');
  });

  test('two periods are compared: what is new, gone, changed, as before', async ({ viewer }) => {
    await read(viewer);
    await viewer.getByRole('button', { name: 'Compare', exact: true }).click();
    const changes = viewer.getByRole('list', { name: 'What became of the pairs' });
    const counts = [...((await changes.textContent()) ?? '').matchAll(/(\d+)/g)].map(([, count]) => Number(count));
    expect(counts).toHaveLength(4);
    const pairs = z.object({ bundles: z.number() }).parse(await viewer.evaluate('window.bulletinGraph.drawn()'));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pairs.bundles);
    await brush(viewer, 0.5, 0.7);
    await expect(viewer.getByTestId('period')).toContainText('against');
    await viewer.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(viewer.getByTestId('period')).toContainText('All times');
  });
});

test.describe('filters', () => {
  test('statements by status, polarity and holder, as a chain that tells what each leaves', async ({ viewer }) => {
    await read(viewer);
    const all = await told(viewer);
    await viewer.getByText('What is said').click();
    await viewer
      .getByRole('group', { name: 'Status' })
      .getByRole('button', { name: /^planned/ })
      .click();
    const planned = await told(viewer);
    expect(planned.relations).toBeLessThan(all.relations);
    await viewer
      .getByRole('group', { name: 'Polarity' })
      .getByRole('button', { name: /^affirmed/ })
      .click();
    const chain = viewer.getByRole('list', { name: 'Filters in order' });
    await expect(chain.getByRole('listitem')).toHaveCount(2);
    await expect(chain.getByRole('listitem').first()).toContainText(`${planned.relations} relations`);
    await chain.getByRole('button', { name: 'Polarity: filter earlier' }).click();
    await expect(chain.getByRole('listitem').first()).toContainText('Polarity');
    await chain.getByRole('button', { name: 'Remove the filter Polarity' }).click();
    expect(await told(viewer)).toEqual(planned);
    await viewer.getByRole('button', { name: 'Clear filters' }).click();
    expect(await told(viewer)).toEqual(all);
    await viewer.getByText('Who says it').click();
    await viewer.getByLabel('Said by').selectOption({ index: 2 });
    expect((await told(viewer)).relations).toBeLessThan(all.relations);
  });

  test('the legend counts what is left, and a part stays open when its filter goes', async ({ viewer }) => {
    await read(viewer);
    const people = viewer.locator('.filter-row', { hasText: 'People' }).locator('.count');
    const before = await people.textContent();
    await viewer.getByText('What is said').click();
    const denied = viewer.getByRole('group', { name: 'Polarity' }).getByRole('button', { name: /^denied/ });
    await denied.click();
    await expect(people).not.toHaveText(before ?? '');
    const rows = await viewer.locator('fieldset', { hasText: 'Entities' }).locator('.count').allTextContents();
    const shown = rows.reduce((sum, text) => sum + Number(/^(\d+) of/.exec(text)?.[1]), 0);
    expect(shown).toBe((await told(viewer)).entities);
    await denied.click();
    await expect(people).toHaveText(before ?? '');
    await expect(denied).toBeVisible();
  });

  test('by class of act and by number of neighbours', async ({ viewer }) => {
    await read(viewer);
    const all = await told(viewer);
    await viewer.getByText('Class of act (PLOVER)').click();
    await viewer
      .getByRole('group', { name: 'Class of act' })
      .getByRole('button', { name: /^consult/ })
      .click();
    const consulting = await told(viewer);
    expect(consulting.relations).toBeLessThan(all.relations);
    await viewer.getByText('How connected').click();
    await viewer.getByLabel('Neighbours').selectOption('3 or more');
    expect((await told(viewer)).entities).toBeLessThan(consulting.entities);
  });
});

test.describe('shape', () => {
  test('collections by type, opened and closed; by community; none again', async ({ viewer }) => {
    await side(viewer, 'Shape');
    const collect = viewer.getByRole('group', { name: 'Collect by' });
    await collect.getByRole('button', { name: 'Type' }).click();
    await expect(viewer.getByText('Arranging…')).toHaveCount(0);
    const drawn = async (): Promise<number> =>
      z.object({ nodes: z.number() }).parse(await viewer.evaluate('window.bulletinGraph.drawn()')).nodes;
    expect(await drawn()).toBeLessThanOrEqual(7);
    // Filters and counts go on telling of entities.
    expect((await told(viewer)).entities).toBe(60);
    const countries = z
      .object({ x: z.number(), y: z.number() })
      .parse(
        await viewer.evaluate(
          'window.bulletinGraph.nodeAt(window.bulletinGraph.names().find((name) => /Countries$/.test(name)))',
        ),
      );
    await viewer.mouse.click(countries.x, countries.y);
    await expect.poll(drawn).toBeGreaterThan(7);
    // The members stand round it, all in sight.
    await expect.poll(async () => (await spread(viewer)).most).toBeLessThanOrEqual(1);
    expect((await spread(viewer)).least).toBeGreaterThanOrEqual(0);
    await viewer.getByRole('button', { name: 'Collect Countries again' }).click();
    await expect.poll(drawn).toBeLessThanOrEqual(7);
    await collect.getByRole('button', { name: 'Community' }).click();
    await expect(viewer.getByTestId('announcement')).toContainText('collect by community');
    await collect.getByRole('button', { name: 'None' }).click();
    await expect.poll(drawn).toBe(60);
  });

  test('sizes by neighbours and by betweenness', async ({ viewer }) => {
    await side(viewer, 'Shape');
    const sizes = viewer.getByRole('group', { name: 'Size by' });
    await sizes.getByRole('button', { name: 'Neighbours' }).click();
    await expect(viewer.getByTestId('announcement')).toContainText('size by degree');
    await sizes.getByRole('button', { name: 'Between' }).click();
    await expect(viewer.getByTestId('announcement')).toContainText('size by betweenness');
    await expect(sizes.getByRole('button', { name: 'Between' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('the shortest path between two', async ({ viewer }) => {
    await side(viewer, 'Shape');
    await viewer.getByRole('combobox', { name: 'From' }).selectOption({ label: 'Wang Yi' });
    await viewer.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Joe Biden' });
    await viewer.getByRole('button', { name: 'Keep the shortest path' }).click();
    await expect(viewer.getByTestId('announcement')).toContainText(/^The path: Wang Yi, .*, Joe Biden\.$/);
    expect((await told(viewer)).entities).toBeLessThan(8);
  });

  test('an entity is pinned, hidden and shown again', async ({ viewer }) => {
    await find(viewer, 'Vladimir Putin');
    const panel = viewer.getByRole('complementary', { name: 'Entity panel' });
    await panel.getByRole('button', { name: 'Pin', exact: true }).click();
    await expect(panel.getByRole('button', { name: 'Pinned' })).toHaveAttribute('aria-pressed', 'true');
    const place = await viewer.evaluate('window.bulletinGraph.placesOf(["Vladimir Putin"])');
    expect(place).toHaveProperty('Vladimir Putin');
    await viewer.getByRole('button', { name: 'Arrange again' }).click();
    await expect(viewer.getByText('Arranging…')).toHaveCount(0);
    expect(await viewer.evaluate('window.bulletinGraph.placesOf(["Vladimir Putin"])')).toEqual(place);
    await panel.getByRole('button', { name: 'Hide' }).click();
    expect((await told(viewer)).entities).toBe(59);
    await side(viewer, 'Shape');
    await viewer.getByRole('button', { name: 'Show 1 hidden entity' }).click();
    expect((await told(viewer)).entities).toBe(60);
  });
});

test.describe('looking at a part', () => {
  test('a neighbourhood fills the drawing, and what undo brings back lies in it', async ({ viewer }) => {
    await find(viewer, 'Vladimir Putin');
    await viewer.getByRole('button', { name: 'Only its neighbourhood' }).click();
    await expect.poll(async () => (await spread(viewer)).width).toBeGreaterThan(0.6);
    const part = await spread(viewer);
    expect([part.least >= 0, part.most <= 1]).toEqual([true, true]);
    await viewer.getByRole('button', { name: /^Undo: keep the neighbourhood/ }).click();
    await expect.poll(async () => (await told(viewer)).entities).toBe(60);
    await expect.poll(async () => (await spread(viewer)).most).toBeLessThanOrEqual(1);
    expect((await spread(viewer)).least).toBeGreaterThanOrEqual(0);
  });

  test('the lists keep the relations of an entity while its pairs are read', async ({ viewer }) => {
    await find(viewer, 'China');
    await viewer.getByRole('button', { name: 'Lists' }).click();
    const lists = viewer.getByRole('region', { name: 'Lists' });
    await expect(lists.getByRole('heading', { level: 2 }).first()).toContainText('Relations of China');
    await lists.getByRole('button').first().click();
    await expect(viewer.getByRole('complementary', { name: 'Evidence panel' })).toBeVisible();
    await expect(lists.getByRole('heading', { level: 2 }).first()).toContainText('Relations of China');
    await expect(lists.getByRole('button').first()).toHaveAttribute('aria-current', 'true');
  });

  test('what a relation or type adds is counted before, and is what comes', async ({ viewer }) => {
    await find(viewer, 'China');
    const neighbours = viewer.getByRole('region', { name: 'Neighbours' });
    await expect(neighbours).toContainText(/Add \d+ more/);
    const left = Number(/Add (\d+) more/.exec((await neighbours.textContent()) ?? '')?.[1]);
    let byType = 0;
    for (const name of ['Add neighbours by relation', 'Add neighbours by type']) {
      const chips = neighbours.getByRole('group', { name }).getByRole('button', { name: /neighbours?$/ });
      byType = 0;
      for (const label of await chips.all()) {
        const count = Number(/, (\d+) neighbours?$/.exec((await label.getAttribute('aria-label')) ?? '')?.[1]);
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(left);
        await expect(label.locator('.count')).toHaveText(String(count));
        byType += count;
      }
    }
    expect(byType).toBe(left);
    const first = neighbours.getByRole('group', { name: 'Add neighbours by type' }).getByRole('button').first();
    const count = Number(await first.locator('.count').textContent());
    await first.click();
    await expect(viewer.getByTestId('announcement')).toContainText(new RegExp(`^${count} neighbours? of China added`));
    if (count < left) await expect(neighbours).toContainText(`Add ${left - count} more`);
    else await expect(neighbours).toContainText('All neighbours are shown');
  });
});

test.describe('sharing', () => {
  test('a link opens the same view: entities, places, filters, the open panel', async ({ viewer, page, context }) => {
    await read(viewer);
    await brush(viewer, 0.4, 0.8);
    await viewer.getByRole('checkbox', { name: /Organizations/ }).uncheck();
    await find(viewer, 'Takeshi Iwaya');
    const counts = await told(viewer);
    const names = '["China", "Takeshi Iwaya", "Vladimir Putin"]';
    const places = await viewer.evaluate(`window.bulletinGraph.placesOf(${names})`);
    await viewer.getByRole('button', { name: 'Link to this view' }).click();
    await expect(viewer.getByRole('alert')).toContainText('link to this view');
    expect(page.url()).toMatch(/#view=[\w-]+$/);
    const other = await context.newPage();
    await opened(other, page.url());
    await expect(other.getByRole('heading', { level: 2, name: 'Takeshi Iwaya' })).toBeVisible();
    await expect(other.getByTestId('period')).not.toContainText('All times');
    await expect.poll(() => told(other)).toEqual(counts);
    expect(await other.evaluate(`window.bulletinGraph.placesOf(${names})`)).toEqual(places);
    await other.close();
  });

  test('a link that was cut short says so and opens the top actors', async ({ viewer, page, samples }) => {
    await page.goto(`${samples.url}#view=AAAA`);
    await page.reload();
    await expect(viewer.getByRole('alert')).toContainText('names no view');
    await expect.poll(() => told(viewer).then(({ entities }) => entities)).toBe(60);
  });

  test('what is shown is saved as PNG, SVG, GEXF, GraphML and CSV', async ({ viewer }) => {
    await side(viewer, 'Shape');
    const begins: Readonly<Record<string, string>> = {
      PNG: '\u0089PNG',
      SVG: '<?xml version="1.0" encoding="UTF-8"?>\n<svg',
      GEXF: '<?xml version="1.0" encoding="UTF-8"?>\n<gexf',
      GraphML: '<?xml version="1.0" encoding="UTF-8"?>\n<graphml',
      CSV: 'source,source_name,predicate',
    };
    for (const [name, start] of Object.entries(begins)) {
      const coming = viewer.waitForEvent('download');
      await viewer.getByRole('group', { name: 'Save as' }).getByRole('button', { name, exact: true }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toBe(`bulletin-graph.${name.toLowerCase()}`);
      const written = readFileSync(await file.path());
      expect(written.toString('latin1').slice(0, start.length), name).toBe(start);
      // A picture of nothing is smaller than this, and so is a file without entities.
      expect(written.length, name).toBeGreaterThan(5000);
    }
  });

  test('a reload begins from where everything stood, without laying out', async ({ viewer }) => {
    const all = 'window.bulletinGraph.placesOf(window.bulletinGraph.names())';
    const before = await viewer.evaluate(all);
    await viewer.reload();
    await expect(viewer.getByTestId('counts')).toBeVisible();
    expect(await viewer.evaluate(all)).toEqual(before);
    await expect(viewer.getByText('Arranging…')).toHaveCount(0);
  });
});

test('pointing at an entity runs no more reducers than it has neighbours, and refreshes nothing', async ({
  viewer,
}) => {
  await read(viewer);
  const place = await placeOf(viewer, 'China');
  const [calls, refreshes] = [await called(viewer, 'reducerCalls'), await called(viewer, 'refreshes')];
  const plain = await viewer.locator('.sigma-overlay').screenshot();
  await viewer.mouse.move(place.x, place.y);
  await expect
    .poll(() =>
      viewer
        .locator('.sigma-overlay')
        .screenshot()
        .then((lit) => lit.equals(plain)),
    )
    .toBe(false);
  const degree = z.number().parse(await viewer.evaluate('window.bulletinGraph.degree("China")'));
  expect(degree).toBeGreaterThan(5);
  expect((await called(viewer, 'reducerCalls')) - calls).toBeLessThanOrEqual(degree + 2);
  expect(await called(viewer, 'refreshes')).toBe(refreshes);
});
