import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bulletinsOf, read } from '../readers/reading.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

describe('the samples', () => {
  it('are read without a rejection or a note, one bulletin a file', async () => {
    const results = await read(SAMPLES);
    expect(results.filter((result) => result.kind !== 'bulletin')).toEqual([]);
    expect(results).toHaveLength(readdirSync(SAMPLES).length);
    expect(results.length).toBeGreaterThanOrEqual(25);
  });

  it('each have a date of 2023 to 2026 that is that of the file name, a source and a title', async () => {
    for (const result of await read(SAMPLES)) {
      if (result.kind !== 'bulletin') continue;
      expect(result.bulletin.publishedAt).toMatch(/^202[3-6]-\d\d-\d\d$/);
      expect(result.path).toContain(`/${result.bulletin.publishedAt}-`);
      expect(result.bulletin.source).not.toBeNull();
      expect(result.bulletin.title).not.toBeNull();
    }
  });

  it('meet each other: the main actors are in several bulletins', async () => {
    const texts = bulletinsOf(await read(SAMPLES)).map((bulletin) => bulletin.text);
    for (const name of [
      'Wang Yi',
      'Xi Jinping',
      'Putin',
      'Zelensky',
      'Iwaya',
      'North Korea',
      'Iran',
      'Erdogan',
      'Modi',
    ]) {
      expect({ name, often: texts.filter((text) => text.includes(name)).length >= 3 }).toEqual({ name, often: true });
    }
  });
});
