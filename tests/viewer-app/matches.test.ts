import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecent } from '../../viewer/app/recent.ts';
import { matchedParts } from '../../viewer/app/text/matches.ts';
import { node } from './sample.ts';

const marked = (name: string, typed: string): string =>
  matchedParts(name, typed)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

describe('what was typed is marked in a name', () => {
  test.each([
    ['Wang Yi', 'wang', '[Wang] Yi'],
    ['José Álvarez', 'alva', 'José [Álva]rez'],
    ['Jose\u0301 Nun\u0303ez', 'nunez', 'Jose\u0301 [Nun\u0303ez]'],
    ['Wang Yi', 'yi wang', '[Wang] [Yi]'],
    ['Shanghai Hall', 'hai', 'Shang[hai] Hall'],
    ['Shanghai Haikou', 'hai', 'Shanghai [Hai]kou'],
    ['Japan', 'jpaan', 'Japan'],
    ['A (B) C', '(b)', 'A [(B)] C'],
    ['a.b*c', '.*', 'a.b*c'],
  ])('%s, %s', (name, typed, shown) => {
    expect(marked(name, typed)).toBe(shown);
  });

  test('law: the parts put together are the name, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, typed) => {
        expect(
          matchedParts(name, typed)
            .map(({ text }) => text)
            .join(''),
        ).toBe(name);
      }),
    );
  });
});

describe('what was found lately', () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });

  test('comes newest first, each once, at most eight, and for its own store only', () => {
    const recent = createRecent(storage);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a']) recent.keep('one', node(id));
    expect(recent.of('one').map(({ id }) => id)).toEqual(['a', 'i', 'h', 'g', 'f', 'e', 'd', 'c']);
    expect(recent.of('other')).toEqual([]);
    expect(recent.of(null)).toEqual([]);
    expect(createRecent(storage).of('one')).toEqual(recent.of('one'));
  });

  test('what another version kept is left out, and without storage it lasts as long as the page', () => {
    kept.set('bulletin-graph-recent two', '[{"id":1}]');
    expect(createRecent(storage).of('two')).toEqual([]);
    const recent = createRecent(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    recent.keep('one', node('a'));
    expect(recent.of('one')).toEqual([node('a')]);
  });
});
