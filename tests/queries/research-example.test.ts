/** The worked example: its files are as they were frozen, its figures drawn from them, its verdicts about what it cites. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frozenPage } from '../../queries/frozen/page.ts';
import { EXAMPLE, figures, frozenResult, RESULTS, verdicts } from '../../scripts/research-figures.ts';

const PAGE = readFileSync(new URL('../research-example.md', EXAMPLE), 'utf8');

test.each(RESULTS)('%s is as it was frozen, is printed, and is what the page says', (name) => {
  const frozen = frozenResult(name);
  expect(frozen.store.bulletins).toBe(5000);
  expect(frozenPage(frozen)).toContain('<h2>Bibliography</h2>');
  expect(PAGE).toContain(`${name}.json`);
  expect(PAGE).toContain(frozen.digest.slice(0, 8));
});

test.each([...figures()])('%s is drawn from the files; if not, run npm run docs:research', (file, svg) => {
  expect(readFileSync(new URL(file, EXAMPLE), 'utf8')).toBe(svg);
  expect(PAGE).toContain(`(research-example/${file})`);
});

test('every verdict is about a statement that is cited', () => {
  const all = verdicts();
  for (const { file, statement } of all) {
    expect(frozenResult(file).citations.some((citation) => citation.statement === statement)).toBe(true);
  }
  const share = (verdict: string): string => {
    const count = all.filter((each) => each.verdict === verdict).length;
    return `${count} (${Math.round((100 * count) / all.length)}%)`;
  };
  for (const verdict of ['right', 'background', 'wrong']) expect(PAGE).toContain(share(verdict));
});

test('the addresses within the page lead somewhere', () => {
  for (const [, path = ''] of PAGE.matchAll(/\]\(([^)#:]+)\)/g)) {
    expect(existsSync(new URL(`../${path}`, EXAMPLE)), path).toBe(true);
  }
});
