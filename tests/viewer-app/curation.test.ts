/** What judging makes of what the page holds, and the queue: which pair is asked about, and how far one is. */
import { describe, expect, test } from 'vitest';
import {
  renewedHistory,
  renewedPanels,
  renewedSelection,
  renewedTraits,
  renewedView,
} from '../../viewer/app/curation/renewal.ts';
import {
  currentOf,
  joinReview,
  type JudgingState,
  pairKey,
  progressOf,
  skip,
  startJudging,
  unskip,
  withoutJudged,
} from '../../viewer/app/curation/state.ts';
import { startHistory, step, undo } from '../../viewer/app/state/history.ts';
import { bulletinPanel, entityPanel, pairPanel } from '../../viewer/app/state/panel.ts';
import { pairId } from '../../viewer/app/state/scene.ts';
import { type Trait, noTraits } from '../../viewer/app/state/traits.ts';
import { addToGraph, emptyView, hideEntity, removeFromGraph, togglePin } from '../../viewer/app/state/view.ts';
import type { Candidate, CandidateEntity, ReviewPage } from '../../viewer/curation-contract.ts';
import { edge, node } from './sample.ts';

const view = addToGraph({
  nodes: [node('a'), node('b'), node('c')],
  edges: [edge('a', 'MET', 'c'), edge('b', 'MET', 'c', { statements: 2 })],
})(emptyView);

const MERGE = {
  entities: [
    { id: 'a', now: ['a'] },
    { id: 'b', now: ['a'] },
  ],
  nodes: [node('a', 'Person', 3)],
  edges: [edge('a', 'MET', 'c', { statements: 3 }), edge('a', 'MET', 'elsewhere')],
};
const SPLIT = {
  entities: [{ id: 'a', now: ['a', 'b'] }],
  nodes: [node('a'), node('b')],
  edges: [edge('a', 'MET', 'c'), edge('b', 'MET', 'c', { statements: 2 })],
};

describe('what the page holds after a judgement', () => {
  test('two that became one stand where the first stood, with the relations of both', () => {
    const merged = renewedView(MERGE)(view);
    expect([...merged.nodes.values()]).toEqual([node('a', 'Person', 3), node('c')]);
    expect([...merged.edges.values()]).toEqual([edge('a', 'MET', 'c', { statements: 3 })]);
  });

  test('the parts of a merge that ended are both there again, as before', () => {
    const back = renewedView(SPLIT)(renewedView(MERGE)(view));
    expect(Object.fromEntries(back.nodes)).toEqual(Object.fromEntries(view.nodes));
    expect(Object.fromEntries(back.edges)).toEqual(Object.fromEntries(view.edges));
  });

  test('one that was not on the page does not come onto it by a judgement', () => {
    const without = removeFromGraph('a')(removeFromGraph('b')(view));
    expect(renewedView(MERGE)(without)).toBe(without);
    const rejected = {
      entities: [
        { id: 'a', now: ['a'] },
        { id: 'x', now: ['x'] },
      ],
      nodes: [node('x')],
      edges: [],
    };
    expect(renewedView({ ...rejected, nodes: [node('a'), node('x')] })(view).nodes.has('x')).toBe(false);
  });

  test('what no bulletin mentions any more leaves, also from what is hidden and pinned', () => {
    const marked = togglePin('b')(hideEntity('b')(view));
    const gone = renewedView({ entities: [{ id: 'b', now: ['b'] }], nodes: [], edges: [] })(marked);
    expect([...gone.nodes.keys()]).toEqual(['a', 'c']);
    expect([gone.hidden.size, gone.pinned.size]).toEqual([0, 0]);
  });

  test('no step back brings back what became another entity', () => {
    const history = step('take off', removeFromGraph('c'))(startHistory(view));
    const renewed = undo(renewedHistory(MERGE)(history));
    expect([...renewed.present.nodes.keys()]).toEqual(['a', 'c']);
  });

  test('panels and selection go over to what stands there now', () => {
    const panels = [
      entityPanel('b'),
      pairPanel(pairId('b', 'c'), 'b', 'c'),
      bulletinPanel('t', null),
      entityPanel('c'),
    ];
    const renewed = renewedPanels(MERGE.entities)(panels);
    expect(renewed.map(({ id }) => id)).toEqual(['a', pairId('a', 'c'), 't', 'c']);
    expect(renewed.at(-1)).toBe(panels.at(-1));
    expect(renewedPanels(MERGE.entities)([pairPanel(pairId('a', 'b'), 'a', 'b')])[0]).toMatchObject({ kind: 'entity' });
    expect(renewedSelection({ kind: 'node', id: 'b' }, [entityPanel('a')])).toEqual({ kind: 'node', id: 'a' });
    expect(renewedSelection(null, [entityPanel('a')])).toBeNull();
  });

  test('what filters know of touched relations is forgotten, and holders go by their names of now', () => {
    const trait: Trait = { from: 1, to: 1, negated: false, status: 'occurred', confidence: 1, source: '', holder: 'b' };
    const traits = {
      ...noTraits,
      byEdge: new Map([
        ['b MET c', [trait, trait]],
        ['x MET y', [trait]],
      ]),
      holders: new Map([['b', 'B']]),
      held: 3,
      total: 3,
    };
    const renewed = renewedTraits(MERGE, new Set(['b MET c']))(traits);
    expect([...renewed.byEdge]).toEqual([['x MET y', [{ ...trait, holder: 'a' }]]]);
    expect([...renewed.holders]).toEqual([['a', 'A']]);
    expect([renewed.held, renewed.total]).toEqual([1, 1]);
  });
});

const entity = (id: string): CandidateEntity => ({
  id,
  name: id,
  type: 'Person',
  bulletins: 1,
  countries: [],
  offices: [],
  related: [],
});
const candidate = (one: string, other: string): Candidate => ({
  one: entity(one),
  other: entity(other),
  score: 1,
  reasons: [],
  doubts: [],
  sentences: [],
});
const page = (candidates: Candidate[], total: number): ReviewPage => ({
  candidates,
  total,
  homonyms: 0,
  skipped: 0,
  next: null,
});

describe('the queue', () => {
  const three = [candidate('a', 'b'), candidate('b', 'c'), candidate('d', 'e')];
  const start: JudgingState = joinReview(page(three, 3))(startJudging);
  const asked = (state: JudgingState) => [currentOf(state)?.one.id ?? null, progressOf(state).position];

  test('goes on by skipping, and back', () => {
    expect(asked(start)).toEqual(['a', 1]);
    expect(asked(skip(start))).toEqual(['b', 2]);
    expect(asked(unskip(skip(start)))).toEqual(['a', 1]);
    expect(asked(skip(skip(skip(start))))).toEqual([null, 3]);
    expect(skip(skip(skip(skip(start)))).skipped).toHaveLength(3);
  });

  test('what is judged leaves it at once, with all pairs of what became another entity', () => {
    const judged = { ...withoutJudged(pairKey(candidate('b', 'a')), new Set(['b']))(start), own: [1] };
    expect(asked(judged)).toEqual(['d', 2]);
    expect(progressOf(judged)).toEqual({ position: 2, total: 2, judged: 1, skipped: 0 });
  });

  test('a further page joins, and a pair that came twice is kept once', () => {
    const joined = joinReview(page([candidate('e', 'd'), candidate('f', 'g')], 4))(start);
    expect(joined.queue.state === 'here' ? joined.queue.value.candidates.map(pairKey) : []).toEqual([
      'a\nb',
      'b\nc',
      'd\ne',
      'f\ng',
    ]);
  });

  test('an empty one asks about nothing', () => {
    const empty = joinReview(page([], 0))(startJudging);
    expect([currentOf(startJudging), currentOf(empty), progressOf(empty).position]).toEqual([null, null, 0]);
  });
});
