/**
 * Records the walk through the viewer that the README shows: `npm run record:walk`, after `npm run build`. The samples in a
 * store of their own, Debian's chromium, one picture a step; the browser itself encodes them.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { findChromium } from '../tests/e2e/chromium.ts';
import { find, ingest, opened, placeOf, serve, withFolder } from '../tests/e2e/viewer.ts';
import { animated, type Frame } from './walk/webp.ts';

const SAMPLES = fileURLToPath(new URL('../samples', import.meta.url));
const TARGET = new URL('../docs/images/walk.webp', import.meta.url);
const SIZE = { width: 1200, height: 760 };
const QUALITY = 0.72;
const MOST_BYTES = 2_000_000;

const SHORT = 450;
const LONG = 1900;

/** The page as it is, as a WebP of the browser's own encoder. */
async function pictured(page: Page, encoder: Page): Promise<Buffer> {
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  const encoded = await encoder.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d', { alpha: false }).drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', ${QUALITY}).split(',')[1];
  })()`);
  return Buffer.from(z.string().parse(encoded), 'base64');
}

async function walk(page: Page, take: (duration: number) => Promise<void>): Promise<void> {
  await take(LONG);
  await page.keyboard.press('/');
  for (const letters of ['Iwa', 'ya']) {
    await page.keyboard.type(letters);
    await page.getByRole('option').first().filter({ hasText: 'Takeshi Iwaya' }).waitFor();
    await take(SHORT);
  }
  await page.keyboard.press('Escape');
  await find(page, 'Takeshi Iwaya');
  await page.getByRole('region', { name: 'Statements by year' }).waitFor();
  await take(LONG);
  const place = await placeOf(page, 'Takeshi Iwaya', 'Wang Yi');
  await page.mouse.move(place.x, place.y);
  await take(SHORT);
  await page.mouse.click(place.x, place.y);
  const evidence = page.getByRole('complementary', { name: 'Evidence panel' });
  await evidence.getByRole('article').first().waitFor();
  await take(LONG);
  await evidence.getByRole('article').first().scrollIntoViewIfNeeded();
  await take(LONG);
  await evidence
    .getByRole('button', { name: /^Open the bulletin: Iwaya/ })
    .first()
    .click();
  const bulletin = page.getByRole('complementary', { name: 'Bulletin panel' });
  const next = bulletin.getByRole('button', { name: 'Next statement' });
  await next.waitFor();
  await take(LONG);
  for (let step = 0; step < 4; step += 1) {
    await next.click();
    await take(2 * SHORT);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show all' }).click();
  await take(LONG);
}

await withFolder(async (folder) => {
  ingest(folder, [SAMPLES]);
  const served = await serve(folder);
  const executablePath = findChromium(process.env);
  if (executablePath === null) throw new Error('There is no chromium. Install it: apt-get install chromium');
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
    const encoder = await browser.newPage();
    await opened(page, served.url);
    const frames: Frame[] = [];
    await walk(page, async (duration) => {
      frames.push({ still: await pictured(page, encoder), duration });
    });
    const film = animated(frames, SIZE.width, SIZE.height);
    if (film.length > MOST_BYTES) throw new Error(`The walk has ${film.length} bytes, more than ${MOST_BYTES}.`);
    writeFileSync(TARGET, film);
    process.stderr.write(`docs/images/walk.webp: ${frames.length} pictures, ${film.length} bytes.\n`);
  } finally {
    await browser.close();
    await served.stop();
  }
});
