import { describe, expect, it } from 'vitest';
import { fullLinesOf } from '../statements/reading.ts';

describe('a description with the name beside it', () => {
  it.each([
    [
      'means the person behind a comma',
      'Police arrest a gunman, Tomas Rieger, in Graz.',
      'Police DETAINED Tomas Rieger affirmed occurred',
      /gunman/,
    ],
    [
      'means the person right behind it',
      "Putin's ally Dmitry Kiselyov threatens Norway.",
      'Dmitry Kiselyov THREATENED Norway affirmed occurred',
      /Putin's ally/,
    ],
    [
      'means the state right behind it',
      'Chad accuses its former ally France of arming rebels.',
      'Chad ACCUSED France affirmed occurred',
      /former ally/,
    ],
    [
      'means each of the two that are counted',
      'Two suspects, Ali Hassan and Omar Said, were arrested by French police.',
      'French police DETAINED Omar Said affirmed occurred',
      /suspects/,
    ],
  ])('%s', async (_, text, line, other) => {
    const lines = await fullLinesOf(text);
    expect(lines).toContain(line);
    expect(lines.filter((one) => other.test(one))).toEqual([]);
  });

  it('stays a group of its own where more are counted than named', async () => {
    expect(await fullLinesOf('Nine suspects, Ali Hassan among them, were arrested by French police.')).toContain(
      'French police DETAINED suspects affirmed occurred',
    );
  });
});
