import { beforeAll, describe, expect, it } from 'vitest';
import type { Doc } from '../../ingest/nlp/doc.ts';
import { loadModel } from '../../ingest/nlp/index.ts';
import { DATE_FIGURES, DATE_FILES, type DateFigures, readDateFile, readMarked, scoreDates } from './dates.ts';

/** They rise with what is reached and never fall. */
const FLOORS: Readonly<Record<(typeof DATE_FILES)[number], DateFigures>> = {
  'dates-dev': { relaxed: 0.98, strict: 0.9, type: 0.97, value: 0.95 },
  'dates-held-out': { relaxed: 0.96, strict: 0.83, type: 0.96, value: 0.92 },
};

let parse: (text: string) => Doc;
beforeAll(async () => {
  const model = await loadModel();
  parse = (text) => model.parse(text);
});

describe('date expressions', () => {
  it.each(DATE_FILES)('are found and resolved no worse than before: %s', (file) => {
    const { figures } = scoreDates(readDateFile(file), parse);
    for (const figure of DATE_FIGURES) {
      expect.soft(figures[figure], figure).toBeGreaterThanOrEqual(FLOORS[file][figure]);
    }
  });

  it('count as missed where nothing is found, and as wrong where the value differs', () => {
    const wrongValue = readMarked('2024-05-15\tThe envoys met on [3 March 2021|DATE|2021-03-04] in Oslo.');
    const unseen = readMarked('2024-05-15\tThe envoys met in [Oslo|DATE|2024] again.');
    expect(scoreDates([wrongValue, unseen], parse)).toEqual({
      marked: 2,
      found: 1,
      figures: { relaxed: 2 / 3, strict: 2 / 3, type: 2 / 3, value: 0 },
    });
  });

  it('refuses a line whose mark is broken', () => {
    expect(() => readMarked('2024-05-15\tThe envoys met on [3 March 2021|DAY|2021].')).toThrow('broken');
  });
});
