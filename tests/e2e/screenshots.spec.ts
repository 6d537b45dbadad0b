/**
 * The main views in both themes, compared with pictures that were looked at and committed. They are of Debian's chromium
 * with the page's own font; CONTRIBUTING.md says how they are made anew. All but the first are of panels, which the
 * drawing behind them cannot change.
 */
import process from 'node:process';
import type { Locator, Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import {
  expect,
  find,
  openBulletin,
  openPair,
  restore,
  serve,
  type Served,
  test as base,
  withFolder,
} from './viewer.ts';

/** A backup of the samples as one version read them, so that what is read otherwise since does not change the pictures. */
const STORE = fileURLToPath(new URL('./pictures/store.jsonl.gz', import.meta.url));

const test = base.extend<object, { samples: Served }>({
  samples: [
    async ({ browserName }, use) => {
      expect(browserName).toBe('chromium');
      await withFolder(async (folder) => {
        restore(folder, STORE);
        const served = await serve(folder);
        await use(served);
        await served.stop();
      });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** Of the pixels of one picture; text that moved or changed its colour is more. */
const TOLERANCE = { maxDiffPixelRatio: 0.005 };
/** Lines and circles come from a software renderer that may round otherwise elsewhere. */
const DRAWING_TOLERANCE = { maxDiffPixelRatio: 0.03 };

const panelOf = (page: Page, name: string): Locator => page.getByRole('complementary', { name: `${name} panel` });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`looks as before (${colorScheme})`, () => {
    test.slow();
    test.skip(process.platform !== 'linux', 'The pictures are of Linux.');
    test.beforeEach(async ({ viewer }) => {
      await viewer.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    });

    test('overview, filters and lists', async ({ viewer }) => {
      await expect(viewer).toHaveScreenshot(`overview-${colorScheme}.png`, DRAWING_TOLERANCE);
      const left = viewer.getByRole('navigation', { name: 'Filters and lists' });
      await left.getByText('What is said').click();
      await left.getByText('Class of act').click();
      await expect(left).toHaveScreenshot(`filters-${colorScheme}.png`, TOLERANCE);
      await viewer.getByRole('button', { name: 'Lists' }).click();
      await expect(left).toHaveScreenshot(`lists-${colorScheme}.png`, TOLERANCE);
    });

    test('entity', async ({ viewer }) => {
      await find(viewer, 'China');
      const panel = panelOf(viewer, 'Entity');
      await expect(panel.getByRole('region', { name: 'Bulletins' })).toBeVisible();
      await expect(panel.getByRole('article').first()).toBeAttached();
      await expect(panel).toHaveScreenshot(`entity-${colorScheme}.png`, TOLERANCE);
      await panel.getByRole('region', { name: 'Statements by year' }).scrollIntoViewIfNeeded();
      await expect(panel).toHaveScreenshot(`entity-years-${colorScheme}.png`, TOLERANCE);
    });

    test('pair', async ({ viewer }) => {
      await openPair(viewer);
      const panel = panelOf(viewer, 'Evidence');
      await expect(panel.getByRole('region', { name: 'Tone over time' })).toBeVisible();
      await expect(panel.getByRole('article').first()).toBeAttached();
      await expect(panel).toHaveScreenshot(`pair-${colorScheme}.png`, TOLERANCE);
    });

    test('bulletin', async ({ viewer }) => {
      await openBulletin(viewer);
      const panel = panelOf(viewer, 'Bulletin');
      await panel.getByRole('button', { name: 'Next statement' }).click();
      await viewer.mouse.move(700, 20);
      await expect(panel.locator('.mark-own').first()).toBeVisible();
      await expect(panel).toHaveScreenshot(`bulletin-${colorScheme}.png`, TOLERANCE);
    });

    test('help', async ({ viewer }) => {
      await viewer.keyboard.press('?');
      const help = viewer.getByRole('dialog', { name: 'What this page shows' });
      await expect(help).toHaveScreenshot(`help-${colorScheme}.png`, TOLERANCE);
    });

    test('console', async ({ viewer }) => {
      await viewer.keyboard.press('q');
      const dialog = viewer.getByRole('dialog', { name: 'Query console' });
      await dialog.getByRole('button', { name: /^Top actors/ }).click();
      await dialog.getByRole('button', { name: 'Run', exact: true }).click();
      await dialog.getByRole('button', { name: 'Table', exact: true }).click();
      await expect(dialog.getByRole('table')).toBeVisible();
      await expect(dialog).toHaveScreenshot(`console-${colorScheme}.png`, {
        ...TOLERANCE,
        // How long a query took is never the same.
        mask: [dialog.getByText(/^in \d/)],
      });
    });

    test('on the width of a phone: lists and a bulletin', async ({ viewer }) => {
      await viewer.setViewportSize({ width: 390, height: 800 });
      await viewer.getByRole('button', { name: 'Lists' }).click();
      await expect(viewer).toHaveScreenshot(`phone-lists-${colorScheme}.png`, {
        ...TOLERANCE,
        mask: [viewer.locator('.stage')],
      });
      await viewer.getByRole('button', { name: 'Filters' }).click();
      await openBulletin(viewer);
      const panel = panelOf(viewer, 'Bulletin');
      await panel.getByRole('button', { name: 'Next statement' }).click();
      await viewer.mouse.move(200, 20);
      await expect(panel).toHaveScreenshot(`phone-bulletin-${colorScheme}.png`, TOLERANCE);
    });
  });
}
