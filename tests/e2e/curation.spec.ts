/**
 * Judging in the viewer, as a person would: the queue by keyboard, one entity after a merge and two after its undoing, a
 * rejected statement, a name that outlives reading again, and the history; over a store of its own, which judging changes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, find, ingest, opened, placeOf, serve, test, withFolder } from './viewer.ts';

// Several commands and servers, one after the other.
test.describe.configure({ timeout: 240_000 });

const COMMAND = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const BULLETINS: Readonly<Record<string, string>> = {
  'wire.txt': 'Russian Ambassador Anatoly Antonov met Canadian envoy Kirsten Hillman in Ottawa on 10 July 2024.',
  'times.txt':
    'Russian Ambassador Anatoliy Antonov met Canadian envoy Kirsten Hillman in Ottawa on 10 July 2024. Antonov criticized Canada.',
  'post.txt': 'Russian Ambassador Anatoly Antonov accused Canada of interference on 12 July 2024.',
};
const ONE = 'Anatoly Antonov';
const OTHER = 'Anatoliy Antonov';

/** A command over the store; gives what it prints. */
const run = (folder: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args, '--store', `file:${folder}`], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout;
};

/** The store as the export has it, without the log. */
const graphOf = (folder: string): string =>
  run(folder, 'export', '--format', 'jsonl')
    .split('\n')
    .filter((line) => !line.includes('"kind":"judgement"'))
    .join('\n');

interface Judged {
  readonly folder: string;
  /** The folder of the bulletins. */
  readonly bulletins: string;
}

/** A store of the bulletins above. */
const withStore = (work: (judged: Judged) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const bulletins = join(dirname(folder), 'in');
    mkdirSync(bulletins);
    for (const [name, text] of Object.entries(BULLETINS)) writeFileSync(join(bulletins, name), text);
    ingest(folder, [bulletins]);
    await work({ folder, bulletins });
  });

/** Serves the store while `work` goes on with the opened page. */
const served = async (page: Page, folder: string, work: () => Promise<void>, flags: readonly string[] = []) => {
  const running = await serve(folder, 0, flags);
  try {
    await opened(page, running.url);
    await work();
    // Nothing is asked of a server that is gone.
    await page.goto('about:blank');
  } finally {
    await running.stop();
  }
};

const names = async (page: Page): Promise<string[]> =>
  z.array(z.string()).parse(await page.evaluate('window.bulletinGraph.names()'));

/** With how many others it is drawn to be related. */
const degreeOf = async (page: Page, name: string): Promise<number> =>
  z.number().parse(await page.evaluate(`window.bulletinGraph.degree(${JSON.stringify(name)})`));

const openReview = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('r');
  const review = page.getByRole('dialog', { name: 'Review' });
  await expect(review.getByRole('button', { name: 'Queue' })).toBeVisible();
  return review;
};

const sayWho = (place: Locator): Promise<void> => place.getByLabel('Judging as').fill('ada');

const said = (page: Page): Locator => page.getByTestId('judging-said');

/** Where an entity stands once the layout has come to rest: the same twice, a third of a second apart. */
async function settledPlaceOf(page: Page, name: string): Promise<unknown> {
  let place: unknown;
  await expect(async () => {
    const before = await placeOf(page, name);
    await page.waitForTimeout(300);
    place = await placeOf(page, name);
    expect(place).toEqual(before);
  }).toPass();
  return place;
}

const seriousIn = async (page: Page, selector: string) => {
  const { violations } = await new AxeBuilder({ page }).include(selector).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
};

test('a pair is judged by keyboard: one entity, and two again in the exact graph of before', async ({
  page,
  complaints,
}) => {
  await withStore(async ({ folder }) => {
    const before = graphOf(folder);
    await served(page, folder, async () => {
      await expect(page.getByTestId('counts')).toContainText('5 of 6 entities');
      const place = await settledPlaceOf(page, ONE);
      const review = await openReview(page);
      await expect(review.getByTestId('progress')).toHaveText('1 of 1');
      await expect(review.getByRole('heading', { name: 'Is this one person, or two?' })).toBeFocused();
      await expect(review.getByRole('region', { name: 'Why it is asked' })).toContainText(
        'Spellings: anatoliy / anatoly',
      );
      await expect(review.getByRole('article', { name: ONE })).toContainText(BULLETINS['wire.txt'] ?? '');
      await expect(review.getByRole('article', { name: OTHER }).locator('mark').last()).toHaveText(OTHER);

      await page.keyboard.press('s');
      await expect(review.getByText('give a name, then judge again')).toBeVisible();
      await expect(review.getByLabel('Judging as')).toBeFocused();
      await page.keyboard.type('ada');
      await review.getByRole('heading', { name: 'Is this one person, or two?' }).focus();
      await page.keyboard.press('s');
      await expect(review.getByRole('heading', { name: 'That was the last one' })).toBeVisible();
      await expect(said(page)).toContainText(/are one now|No further candidate/);
      await page.keyboard.press('Escape');
      await expect(review).toBeHidden();

      await expect(page.getByTestId('counts')).toContainText('4 of 5 entities');
      expect(await names(page)).not.toContain(OTHER);
      expect(await placeOf(page, ONE)).toEqual(place);
      await find(page, ONE);
      const panel = page.getByRole('complementary', { name: 'Entity panel' });
      await expect(panel).toContainText(`Also: ${OTHER}`);

      await page.getByRole('region', { name: 'Last judgement' }).getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByTestId('counts')).toContainText('5 of 6 entities');
      expect(await names(page)).toContain(OTHER);
      await expect(panel).not.toContainText(`Also: ${OTHER}`);

      const again = await openReview(page);
      await expect(again.getByTestId('progress')).toHaveText('1 of 1');
      await page.keyboard.press('n');
      await expect(again.getByRole('heading', { name: 'That was the last one' })).toBeVisible();
      await again.getByRole('button', { name: 'History' }).click();
      const log = again.getByRole('region', { name: 'Judgements' }).getByRole('listitem');
      await expect(log).toHaveCount(3);
      await expect(log.first()).toContainText(`${ONE} is not ${OTHER}`);
      await expect(log.nth(1)).toContainText('Took back judgement 1');
      await expect(log.nth(2)).toContainText('taken back by 2');
      await again.getByRole('button', { name: 'Undo judgement 3' }).click();
      await expect(log).toHaveCount(4);
    });
    expect(graphOf(folder)).toBe(before);
    expect(complaints).toEqual([]);
  });
});

test('a rejected statement leaves the relation and its counts, and comes back', async ({ page }) => {
  await withStore(async ({ folder }) => {
    const before = graphOf(folder);
    await served(page, folder, async () => {
      await find(page, ONE);
      const panel = page.getByRole('complementary', { name: 'Entity panel' });
      const statements = panel.getByRole('region', { name: 'Statements', exact: true });
      await expect(statements.getByRole('heading', { level: 3 })).toHaveText(/Statements 4/);
      const summary = page.locator('.bar-summary');
      await expect(summary).toContainText('9 statements');
      const accused = statements
        .getByRole('article')
        .filter({ has: page.locator('.predicate', { hasText: /^ACCUSED$/ }) });
      await accused.getByRole('button', { name: 'Reject…' }).click();
      const form = page.getByRole('dialog', { name: 'Reject this statement?' });
      await expect(form).toContainText(BULLETINS['post.txt'] ?? '');
      expect(await seriousIn(page, '.judging-dialog')).toEqual([]);
      await sayWho(form);
      await form.getByLabel(/Reason/).fill('the sentence quotes a film');
      await form.getByRole('button', { name: 'Reject', exact: true }).click();

      await expect(form).toBeHidden();
      await expect(statements.getByRole('heading', { level: 3 })).toHaveText(/Statements 3/);
      await expect(accused).toHaveCount(0);
      await expect(summary).toContainText('8 statements');
      await expect(page.getByTestId('counts')).toContainText('6 of 6 relations');
      expect(await degreeOf(page, ONE)).toBe(2);

      const history = await openReview(page);
      await history.getByRole('button', { name: 'History' }).click();
      const row = history.getByRole('region', { name: 'Judgements' }).getByRole('listitem');
      await expect(row).toContainText(`Rejected: ${ONE} ACCUSED Canada`);
      await expect(row).toContainText('the sentence quotes a film');
      await history.getByRole('button', { name: 'Undo judgement 1' }).click();
      await expect(row).toHaveCount(2);
      await page.keyboard.press('Escape');
      await expect(statements.getByRole('heading', { level: 3 })).toHaveText(/Statements 4/);
      await expect(summary).toContainText('9 statements');
      expect(await degreeOf(page, ONE)).toBe(3);
    });
    expect(graphOf(folder)).toBe(before);
  });
});

test('an entity gets a name, a type and another that it is; all of it outlives reading again', async ({ page }) => {
  await withStore(async ({ folder, bulletins }) => {
    await served(page, folder, async () => {
      await find(page, 'Kirsten Hillman');
      const correct = async (): Promise<Locator> => {
        await page.getByRole('button', { name: 'Correct…' }).click();
        return page.getByRole('dialog', { name: /^Correct / });
      };
      const form = await correct();
      expect(await seriousIn(page, '.judging-dialog')).toEqual([]);
      await sayWho(form);
      await form.getByLabel('Name', { exact: true }).fill('Ambassador Hillman');
      await form.getByRole('button', { name: 'Rename' }).click();
      await expect(form).toBeHidden();
      await expect(page.getByRole('heading', { level: 2, name: 'Ambassador Hillman' })).toBeVisible();
      expect(await names(page)).toContain('Ambassador Hillman');

      const typing = await correct();
      await typing.getByLabel('Type').selectOption('Group');
      await typing.getByRole('button', { name: 'Change the type' }).click();
      await expect(page.getByRole('complementary')).toContainText('Group · 4 statements');

      await find(page, ONE);
      const joining = await correct();
      await joining.getByLabel('Same as…').fill('anatoliy');
      await joining.getByRole('button', { name: OTHER }).click();
      await joining.getByRole('button', { name: 'They are the same' }).click();
      await expect(page.getByRole('complementary')).toContainText(`Also: ${OTHER}`);
      await expect(page.getByTestId('counts')).toContainText('4 of 5 entities');
      // A step back on the page does not bring back what the store has no more.
      await page.keyboard.press('Control+z');
      expect(await names(page)).not.toContain(OTHER);
    });
    writeFileSync(join(bulletins, 'wire.txt'), `${BULLETINS['wire.txt']} Canada thanked Hillman.`);
    ingest(folder, [bulletins]);
    run(folder, 'reextract');
    await served(page, folder, async () => {
      expect(await names(page)).toContain('Ambassador Hillman');
      expect(await names(page)).not.toContain(OTHER);
      await find(page, 'Ambassador Hillman');
      await expect(page.getByRole('complementary')).toContainText('Group ·');
    });
  });
});

test('a server that only reads shows the queue and the history, says why, and offers no judging', async ({ page }) => {
  await withStore(async ({ folder }) => {
    await served(
      page,
      folder,
      async () => {
        await find(page, ONE);
        await expect(page.getByRole('article').first()).toBeVisible();
        const review = await openReview(page);
        await expect(review.getByRole('note')).toContainText('--read-only');
        await expect(review.getByRole('article', { name: ONE })).toBeVisible();
        await expect(review.getByRole('button', { name: 'Same', exact: true })).toHaveCount(0);
        await page.keyboard.press('s');
        await expect(review.getByTestId('progress')).toHaveText('1 of 1');
        await review.getByRole('button', { name: 'History' }).click();
        await expect(review).toContainText('Nobody has judged anything yet');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('button', { name: /Correct…|Reject…/ })).toHaveCount(0);
      },
      ['--read-only'],
    );
  });
});

test('a server that died while judging is told, and the judgement is made when it is back', async ({
  page,
  complaints,
}) => {
  await withStore(async ({ folder }) => {
    await served(page, folder, async () => {
      const review = await openReview(page);
      await sayWho(review);
      await page.route('**/api/judge', (route) => route.abort('connectionrefused'));
      await review.getByRole('button', { name: 'Same', exact: true }).click();
      await expect(review.getByRole('alert')).toContainText('The server does not answer');
      await expect(review.getByTestId('progress')).toHaveText('1 of 1');
      await page.unroute('**/api/judge');
      await review.getByRole('button', { name: 'Same', exact: true }).click();
      await expect(review.getByRole('heading', { name: 'That was the last one' })).toBeVisible();
    });
    // The browser itself logs the refused connection.
    expect(complaints.filter((each) => !each.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    complaints.length = 0;
  });
});

test('the review has no serious violation in either theme, and can be read on a phone', async ({ page }) => {
  await withStore(async ({ folder }) => {
    await served(page, folder, async () => {
      const review = await openReview(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(review.getByRole('article', { name: ONE })).toBeVisible();
        expect(await seriousIn(page, '.review')).toEqual([]);
      }
      await sayWho(review);
      await page.setViewportSize({ width: 390, height: 780 });
      expect(await seriousIn(page, '.review')).toEqual([]);
      const [one, other] = [review.getByRole('article', { name: ONE }), review.getByRole('article', { name: OTHER })];
      const [above, below] = [await one.boundingBox(), await other.boundingBox()];
      expect(above?.width).toBeLessThanOrEqual(390);
      expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
      await expect(review.getByRole('button', { name: 'Not the same' })).toBeInViewport();
      await review.getByRole('button', { name: 'Same', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Last judgement' })).toBeInViewport();
      expect(await seriousIn(page, '.curation-place')).toEqual([]);
      await review.getByRole('button', { name: 'History' }).click();
      await expect(review.getByRole('listitem')).toHaveCount(1);
      expect(await seriousIn(page, '.review')).toEqual([]);
    });
  });
});
