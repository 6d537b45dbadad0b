import { describe, expect, test } from 'vitest';
import type { Panels } from '../../viewer/app/state/panel.ts';
import {
  backPanel,
  bulletinPanel,
  closePanels,
  entityPanel,
  groupByPredicate,
  here,
  joinStatements,
  openPanel,
  pairPanel,
  updatePanel,
  waiting,
} from '../../viewer/app/state/panel.ts';
import { answered, closeSearch, moveActive, noSearch, typed } from '../../viewer/app/state/search.ts';
import { createStore, over } from '../../viewer/app/state/store.ts';
import { evidence, node } from './sample.ts';

const open = (...panels: Panels): Panels => panels.reduce((all: Panels, panel) => openPanel(panel)(all), []);

describe('the panel', () => {
  test('goes back through what was opened', () => {
    const panels = open(entityPanel('a'), pairPanel('a b', 'a', 'b'), bulletinPanel('x', null));
    expect(backPanel(panels).map((panel) => panel.kind)).toEqual(['entity', 'pair']);
    expect(closePanels(panels)).toEqual([]);
  });

  test('does not stack the same page twice', () => {
    expect(open(entityPanel('a'), entityPanel('a'))).toHaveLength(1);
    expect(open(entityPanel('a'), entityPanel('b'), entityPanel('a'))).toHaveLength(3);
  });

  test('an answer for a page that was left changes nothing', () => {
    const panels = open(entityPanel('a'));
    expect(updatePanel('entity', 'b', (panel) => ({ ...panel, predicate: 'MET' }))(panels)).toBe(panels);
    expect(updatePanel('bulletin', 'a', (panel) => ({ ...panel, statement: 's' }))(panels)).toBe(panels);
    expect(updatePanel('entity', 'a', (panel) => ({ ...panel, predicate: 'MET' }))(panels)[0]).toMatchObject({
      predicate: 'MET',
    });
  });

  test('pages of statements are joined, each statement once', () => {
    const first = joinStatements(waiting, { evidence: [evidence('1'), evidence('2')], total: 3, next: 'n' });
    const second = joinStatements(first, { evidence: [evidence('2'), evidence('3')], total: 3, next: null });
    expect(second).toEqual(here({ evidence: [evidence('1'), evidence('2'), evidence('3')], total: 3, next: null }));
  });

  test('groups: most statements first, inside in the order they came', () => {
    const groups = groupByPredicate([evidence('1', 'ACCUSED'), evidence('2', 'MET'), evidence('3', 'MET')]);
    expect(groups.map(([predicate, all]) => [predicate, all.map(({ id }) => id)])).toEqual([
      ['MET', ['2', '3']],
      ['ACCUSED', ['1']],
    ]);
  });
});

describe('search', () => {
  const results = here({
    results: ['a', 'b', 'c'].map((id) => ({ ...node(id), matched: id })),
    total: 3,
  });

  test('an answer to an older text is dropped', () => {
    const search = typed('wang')(noSearch);
    expect(answered('wan', results)(search)).toBe(search);
    expect(answered('wang', results)(search).found).toBe(results);
  });

  test('the arrow keys go round', () => {
    const search = answered('wang', results)(typed('wang')(noSearch));
    expect(moveActive(-1, 3)(search).active).toBe(2);
    expect(moveActive(1, 3)(moveActive(-1, 3)(search)).active).toBe(0);
    expect(moveActive(1, 0)(noSearch)).toBe(noSearch);
  });

  test('an empty text forgets what was found, and offers what was found before', () => {
    expect(typed('  ')(answered('wang', results)(typed('wang')(noSearch)))).toEqual({
      ...noSearch,
      text: '  ',
      open: true,
    });
    expect(closeSearch(typed('wang')(noSearch)).open).toBe(false);
  });
});

describe('the store', () => {
  test('tells its listeners once for any number of updates in one task, and not at all for none', () => {
    const queue: (() => void)[] = [];
    const store = createStore({ count: 0, other: 'x' }, (callback) => queue.push(callback));
    const heard: number[] = [];
    store.listen(({ count }) => heard.push(count));
    store.update(over('count', (count) => count + 1));
    store.update(over('count', (count) => count + 1));
    store.update(over('other', (other) => other));
    expect(queue).toHaveLength(1);
    queue.shift()?.();
    expect(heard).toEqual([2]);
  });
});
