/**
 * Saved views as a person uses them: by keyboard from name to deletion, over a reload of the page; a name that would be
 * markup; a name that is taken; a view that cannot be read; and a server that only reads.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, ingest, opened, serve, test, withFolder } from './viewer.ts';

test.describe.configure({ timeout: 180_000 });

const BULLETIN = 'Russian Ambassador Anatoly Antonov met Canadian envoy Kirsten Hillman in Ottawa on 10 July 2024.';
const HOSTILE = '<img src=x onerror=alert(1)> مفاوضات';

const served = async (page: Page, folder: string, flags: readonly string[], work: (url: string) => Promise<void>) => {
  const running = await serve(folder, 0, flags);
  try {
    await opened(page, running.url);
    await work(running.url);
    await page.goto('about:blank');
  } finally {
    await running.stop();
  }
};

const withStore = (work: (folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const bulletin = join(dirname(folder), 'wire.txt');
    writeFileSync(bulletin, BULLETIN);
    ingest(folder, [bulletin]);
    await work(folder);
  });

const openShape = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Shape', exact: true }).click();
  const region = page.getByRole('region', { name: 'Shape' });
  await expect(region.getByRole('heading', { name: 'Saved views' })).toBeVisible();
  return region;
};

test('a view is saved, found after a reload, opened, renamed and deleted by keyboard', async ({ page, complaints }) => {
  await withStore((folder) =>
    served(page, folder, [], async (url) => {
      const total = (await page.getByTestId('counts').textContent()) ?? '';
      const shape = await openShape(page);
      await expect(shape.getByText('None yet.')).toBeVisible();
      await page.getByRole('button', { name: 'Filters', exact: true }).click();
      await page.getByRole('checkbox', { name: /^Countr/ }).uncheck();
      await expect(page.getByTestId('counts')).not.toHaveText(total);
      const filtered = (await page.getByTestId('counts').textContent()) ?? '';
      await openShape(page);
      await shape.getByLabel('Name for this view').focus();
      await page.keyboard.type(HOSTILE);
      await page.keyboard.press('Enter');
      const row = shape.getByRole('list', { name: 'Saved views' }).getByRole('listitem');
      await expect(row).toHaveCount(1);
      await expect(row.getByRole('button').first()).toHaveText(HOSTILE);
      await expect(row.locator('img')).toHaveCount(0);

      await page.goto('about:blank');
      await opened(page, url);
      await expect(page.getByTestId('counts')).toHaveText(total);
      await openShape(page);
      await row.getByRole('button').first().focus();
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('counts')).toHaveText(filtered);

      const { violations } = await new AxeBuilder({ page }).include('.left').analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

      await row.getByRole('button', { name: /^Rename/ }).focus();
      await page.keyboard.press('Enter');
      await expect(row.getByRole('textbox')).toBeFocused();
      await page.keyboard.type('Without countries');
      await page.keyboard.press('Enter');
      await expect(row.getByRole('button').first()).toHaveText('Without countries');
      await expect(row.getByRole('button', { name: /^Rename/ })).toBeFocused();
      await row.getByRole('button', { name: /^Delete/ }).focus();
      await page.keyboard.press('Enter');
      const sure = row.getByRole('button', { name: 'Delete', exact: true });
      await expect(sure).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(sure).toHaveCount(0);
      await row.getByRole('button', { name: /^Delete/ }).focus();
      await page.keyboard.press('Enter');
      await expect(sure).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(shape.getByText('None yet.')).toBeVisible();
    }),
  );
  expect(complaints).toEqual([]);
});

test('a name that is taken is asked about; a view that cannot be read is told and the page stays', async ({ page }) => {
  await withStore((folder) =>
    served(page, folder, [], async (url) => {
      const shape = await openShape(page);
      const rows = shape.getByRole('list', { name: 'Saved views' }).getByRole('listitem');
      const save = async (): Promise<void> => {
        await shape.getByLabel('Name for this view').fill('Mine');
        await shape.getByRole('button', { name: 'Save', exact: true }).click();
      };
      await save();
      await expect(rows).toHaveCount(1);
      await save();
      await expect(shape.getByRole('alert')).toContainText('A view is called Mine already.');
      await shape.getByRole('button', { name: 'Replace it' }).click();
      await expect(shape.getByRole('alert')).toHaveCount(0);
      await expect(rows).toHaveCount(1);

      const broken = await page.request.post(`${url}api/save-view`, { data: { name: 'Broken', code: 'nonsense' } });
      expect(broken.status()).toBe(200);
      const before = (await page.getByTestId('counts').textContent()) ?? '';
      await page.reload();
      await openShape(page);
      await rows.getByRole('button', { name: 'Broken', exact: true }).click();
      await expect(page.getByText('The link names no view that this page understands')).toBeVisible();
      await expect(page.getByTestId('counts')).toHaveText(before);
      await shape.getByRole('button', { name: /^Delete the view .*Broken/ }).click();
      await shape.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(rows).toHaveCount(1);
    }),
  );
});

test('a server that only reads opens views, and says why it saves none', async ({ page }) => {
  await withStore(async (folder) => {
    await served(page, folder, [], async () => {
      const shape = await openShape(page);
      await shape.getByLabel('Name for this view').fill('Kept');
      await shape.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(shape.getByRole('listitem')).toHaveCount(1);
    });
    await served(page, folder, ['--read-only'], async () => {
      const shape = await openShape(page);
      await expect(shape.getByText('Views can be opened here and not saved.')).toContainText('--read-only');
      await expect(shape.getByLabel('Name for this view')).toHaveCount(0);
      await expect(shape.getByRole('button', { name: /^(Rename|Delete)/ })).toHaveCount(0);
      await shape.getByRole('button', { name: 'Kept', exact: true }).click();
      await expect(page).toHaveURL(/#view=/);
    });
  });
});
