import { describe, expect, it } from 'vitest';
import { readFloors } from './floors.ts';
import { GOLD_FILES } from './record.ts';
import { scoreFile } from './run.ts';
import { FIGURES } from './score.ts';

const floors = readFloors();

// Of what is held out only figures are ever printed: whoever writes rules must not see its sentences.
describe.each(GOLD_FILES)('the extractor over the annotated bulletins in %s.jsonl', (file) => {
  it.each(FIGURES)('does not fall below the floor of %s', async (figure) => {
    const { figures } = await scoreFile(file);
    const floor = floors[file][figure];
    const value = figures[figure] ?? 0;
    expect(value, `${file}: ${figure} is ${value.toFixed(3)}, its floor ${floor}`).toBeGreaterThanOrEqual(floor);
  });
});
