import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, find, placeOf, test } from './viewer.ts';

/** How many colours the WebGL picture has: the overlay with names and icons is hidden for it. */
const coloursDrawn = async (page: Page): Promise<number> => {
  await page.locator('.sigma-overlay').evaluate((canvas) => canvas.setAttribute('hidden', ''));
  const picture = await page.locator('.drawing').screenshot({ animations: 'disabled' });
  await page.locator('.sigma-overlay').evaluate((canvas) => canvas.removeAttribute('hidden'));
  return z.number().parse(
    await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(picture.toString('base64'))}), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    })()`),
  );
};

const contexts = `[...document.querySelectorAll('.drawing canvas')]
  .map((canvas) => canvas.getContext('webgl2') ?? canvas.getContext('webgl'))
  .filter((context) => context !== null)`;

test('WebGL is there, not lost, and draws more than one colour', async ({ viewer }) => {
  const lost = z
    .array(z.boolean())
    .parse(await viewer.evaluate(`${contexts}.map((context) => context.isContextLost())`));
  expect(lost.length).toBeGreaterThanOrEqual(2);
  expect(lost).not.toContain(true);
  expect(await coloursDrawn(viewer)).toBeGreaterThan(20);
});

test('a lost WebGL context is told and comes back with the same picture', async ({ viewer }) => {
  const before = await placeOf(viewer, 'China');
  await viewer.evaluate(`(() => {
    window.extensions = ${contexts}.map((context) => context.getExtension('WEBGL_lose_context'));
    for (const extension of window.extensions) extension.loseContext();
  })()`);
  await expect(viewer.getByRole('alert')).toContainText('The graphics driver dropped the drawing');
  await viewer.evaluate('window.extensions[0].restoreContext()');
  await expect(viewer.getByRole('alert')).toHaveCount(0);
  expect(await coloursDrawn(viewer)).toBeGreaterThan(20);
  expect(await placeOf(viewer, 'China')).toEqual(before);
});

test('markup, script and endless words in a bulletin are text', async ({ viewer }) => {
  await find(viewer, 'Emmanuel Macron');
  const card = viewer.getByRole('article').filter({ hasText: 'Olaf Scholz in Paris' }).first();
  await expect(card).toContainText(
    `<script>window.harmed='script'</script><img src=x onerror="window.harmed='image'">`,
  );
  await expect(card).toContainText('<b>Hostile</b> Wire');
  await card.getByRole('button', { name: /^Open the bulletin/ }).click();
  const bulletin = viewer.getByRole('complementary', { name: 'Bulletin panel' });
  await expect(bulletin.getByRole('heading', { level: 2 })).toContainText('<img src=x onerror=');
  await expect(bulletin.locator('.bulletin-text')).toContainText('&lt;escaped&gt; {{template}} ${literal}');
  expect(await viewer.evaluate('window.harmed')).toBeUndefined();
  await expect(bulletin.locator('img, script, svg[onload], b')).toHaveCount(0);
  await expect(bulletin.locator('a[href^="javascript"]')).toHaveCount(0);
  const overflow = await bulletin.evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the panel can be read on the width of a phone', async ({ viewer }) => {
  await viewer.setViewportSize({ width: 390, height: 800 });
  await find(viewer, 'Wang Yi');
  const panel = viewer.getByRole('complementary', { name: 'Entity panel' });
  const box = await panel.boundingBox();
  expect(box?.x).toBe(0);
  expect(box?.width).toBe(390);
  expect(await panel.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
  await panel.getByRole('button', { name: /Close the panel/ }).click();
  await expect(panel).toHaveCount(0);
});
