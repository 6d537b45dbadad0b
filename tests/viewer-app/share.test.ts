import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Shared } from '../../viewer/app/state/share.ts';
import { decodeShared, encodeShared, settled, sharedOf } from '../../viewer/app/state/share.ts';
import type { View } from '../../viewer/app/state/view.ts';
import { emptyView } from '../../viewer/app/state/view.ts';
import { NodeType, Status } from '../../viewer/contract.ts';
import { node } from './sample.ts';

const word = fc.string({ maxLength: 12, unit: 'grapheme' });
const day = fc.integer({ min: -10_000, max: 40_000 });
const days = fc.record({ from: day, to: day });
const filter: fc.Arbitrary<Shared['chain'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('period' as const), period: days }),
  fc.record({ kind: fc.constant('compare' as const), before: days, after: days }),
  fc.record({ kind: fc.constant('status' as const), kept: fc.subarray([...Status.options]) }),
  fc.record({ kind: fc.constant('polarity' as const), negated: fc.boolean() }),
  fc.record({
    kind: fc.constant('confidence' as const),
    least: fc.integer({ min: 0, max: 100 }).map((at) => at / 100),
  }),
  fc.record({ kind: fc.constant('source' as const), name: word }),
  fc.record({ kind: fc.constant('holder' as const), id: fc.option(word) }),
  fc.record({ kind: fc.constant('plover' as const), kept: fc.array(word) }),
  fc.record({ kind: fc.constant('sources' as const), least: fc.nat(50) }),
  fc.record({ kind: fc.constant('degree' as const), least: fc.nat(50) }),
);
const place = fc.integer({ min: -5000, max: 5000 });

const anyView: fc.Arbitrary<{ view: View; places: Map<string, { x: number; y: number }> }> = fc
  .record({
    ids: fc.uniqueArray(word, { maxLength: 15 }),
    hiddenTypes: fc.subarray([...NodeType.options]),
    hiddenPredicates: fc.uniqueArray(word),
    chain: fc.array(filter, { maxLength: 4 }),
    by: fc.constantFrom('none' as const, 'type' as const, 'community' as const),
    open: fc.uniqueArray(word),
    size: fc.constantFrom('statements' as const, 'degree' as const, 'betweenness' as const),
    at: fc.array(fc.record({ x: place, y: place }), { minLength: 15, maxLength: 15 }),
  })
  .map(({ ids, hiddenTypes, hiddenPredicates, chain, by, open, size, at }) => {
    const some = new Set(ids.filter((_, index) => index % 3 === 0));
    const view: View = {
      ...emptyView,
      nodes: new Map(ids.map((id) => [id, node(id)])),
      hiddenTypes: new Set(hiddenTypes),
      hiddenPredicates: new Set(hiddenPredicates),
      hidden: some,
      pinned: some,
      chain,
      groups:
        by === 'none'
          ? null
          : { by, of: new Map(ids.map((id, index) => [id, String(index % 4)])), open: new Set(open) },
      sizeBy:
        size === 'betweenness' ? { by: size, of: new Map(ids.map((id, index) => [id, index / 7])) } : { by: size },
    };
    return { view, places: new Map(ids.map((id, index) => [id, at[index] ?? { x: 0, y: 0 }])) };
  });

test('law: a view and its places come back from a link as they were', async () => {
  await fc.assert(
    fc.asyncProperty(anyView, async ({ view, places }) => {
      const text = await encodeShared(sharedOf(view, places, { kind: 'node', id: 'x' }, '2024-12-31'));
      expect(text).toMatch(/^[\w-]+$/);
      const shared = await decodeShared(text);
      if (!shared) throw new Error('The link was not understood.');
      const back = settled(shared)({ ...emptyView, nodes: view.nodes });
      expect(back).toEqual(view);
      expect(new Map(shared.nodes.map(([id, x, y]) => [id, { x, y }]))).toEqual(places);
      expect(shared.selection).toEqual({ kind: 'node', id: 'x' });
    }),
    { numRuns: 60 },
  );
});

test.each(['', 'view', 'a b', '%%%', 'AAAA', 'eyJ2ZXJzaW9uIjoxfQ'])('%j is no link of this page', async (text) => {
  expect(await decodeShared(text)).toBeNull();
});

test('a link that was cut short is told from one that is whole', async () => {
  const text = await encodeShared(
    sharedOf({ ...emptyView, nodes: new Map([['a', node('a')]]) }, new Map(), null, null),
  );
  expect(await decodeShared(text)).not.toBeNull();
  expect(await decodeShared(text.slice(0, -6))).toBeNull();
});

test('sixty entities fit into an address that every program passes on', async () => {
  const ids = Array.from({ length: 60 }, (_, at) => `person:${(at * 7919).toString(16).padStart(24, '0')}`);
  const view = { ...emptyView, nodes: new Map(ids.map((id) => [id, node(id)])) };
  const places = new Map(ids.map((id, at) => [id, { x: at * 31, y: at * -17 }]));
  expect((await encodeShared(sharedOf(view, places, null, null))).length).toBeLessThan(2000);
});
