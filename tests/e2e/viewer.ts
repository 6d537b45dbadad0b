/**
 * A viewer over a store made by the built command, as a user would: `ingest`, then `serve`. Every test gets an opened
 * page, and fails when the page logs an error, throws, or breaks its content security policy.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { findChromium } from './chromium.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const COMMAND = path('../../dist/cli/main.js');
const SAMPLES = path('../../samples');
const HOSTILE = path('./hostile');
const START = 30_000;

/** Runs `bulletin-graph ingest` over the paths into a store of its own. Exit code 3: some bulletins were rejected. */
export const ingest = (folder: string, paths: readonly string[]): void => run(['ingest', ...paths], folder);

/** Runs `bulletin-graph restore` into a store of its own. */
export const restore = (folder: string, backup: string): void => run(['restore', backup], folder);

const run = (words: readonly string[], folder: string): void => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...words, '--store', `file:${folder}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${words[0]} ended with code ${status}. Run "npm run build" first.\n${stderr}`);
};

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs `bulletin-graph serve` and resolves with the address that it prints. */
export const serve = async (folder: string, port = 0, flags: readonly string[] = []): Promise<Served> => {
  const child: ChildProcess = spawn(
    process.execPath,
    [COMMAND, 'serve', '--store', `file:${folder}`, '--port', String(port), '--no-open', ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`serve printed no address in ${START} ms.\n${said}`)), START);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      const address = /http:\/\/\S+/.exec(chunk.toString('utf8'))?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`serve ended with code ${code}.\n${said}`));
    });
  });
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
};

/** A folder for a store, gone after the work. */
export const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-e2e-'));
  try {
    await work(join(folder, 'store'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const Point = z.object({ x: z.number(), y: z.number() });
type Point = z.infer<typeof Point>;

/**
 * Where something is drawn, in pixels of the page, once it has stood there for three frames: a panel that opens or closes
 * moves the drawing a frame later. Fails when it is not drawn.
 */
export const placeOf = async (page: Page, ...names: [string] | [string, string]): Promise<Point> => {
  const call = `window.bulletinGraph.${names.length === 1 ? 'nodeAt' : 'pairAt'}(...${JSON.stringify(names)})`;
  const nextFrames =
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))';
  let place = Point.parse(await page.evaluate(call));
  await expect(async () => {
    const before = place;
    await page.evaluate(nextFrames);
    place = Point.parse(await page.evaluate(call));
    expect(place).toEqual(before);
  }).toPass({ timeout: 15_000 });
  return place;
};

/** The page has drawn its first graph and the layout is at rest. */
export const opened = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await expect(page.getByTestId('counts')).toBeVisible();
  await expect(page.getByText('Arranging…')).toHaveCount(0);
};

/** Types into the search box and takes the first result. */
export const find = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await expect(page.getByRole('option').first()).toContainText(name, { ignoreCase: true });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
};

/** Opens the bulletin of a meeting from the panel of Takeshi Iwaya, as a reader of his statements would. */
export const openBulletin = async (page: Page): Promise<void> => {
  await find(page, 'Takeshi Iwaya');
  await page
    .getByRole('button', { name: /Iwaya and Wang agree/ })
    .first()
    .click();
};

/** Opens the pair of China and Japan by the lists. */
export const openPair = async (page: Page): Promise<void> => {
  await find(page, 'China');
  await page.getByRole('button', { name: 'Lists' }).click();
  await page
    .getByRole('region', { name: 'Lists' })
    .getByRole('button', { name: /^Japan(?!, Country)/ })
    .first()
    .click();
};

interface WorkerFixtures {
  samples: Served;
}

interface TestFixtures {
  browserThere: void;
  /** What the page said wrong; a test that expects it empties the list. */
  complaints: string[];
  /** The opened page over the samples and the hostile bulletins. */
  viewer: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  samples: [
    async ({ browserName }, use) => {
      expect(browserName).toBe('chromium');
      await withFolder(async (folder) => {
        ingest(folder, [SAMPLES, HOSTILE]);
        const served = await serve(folder);
        await use(served);
        await served.stop();
      });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  browserThere: [
    async ({ browserName }, use, testInfo) => {
      testInfo.skip(
        findChromium(process.env) === null,
        `No ${browserName} here: install it (apt-get install chromium).`,
      );
      await use();
    },
    { auto: true },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  viewer: async ({ page, samples, complaints }, use) => {
    expect(complaints).toEqual([]);
    await opened(page, samples.url);
    await use(page);
  },
});

export { expect };
