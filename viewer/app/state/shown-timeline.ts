/** The timeline of a view as if no time were chosen: what a brush moves over, and so does not change while it moves. */
import type { GraphEdge } from '../../contract.ts';
import type { Filter, Plovers } from './filters.ts';
import type { Sieved } from './sieve.ts';
import { sieveView } from './sieve.ts';
import type { Timeline } from './timeline.ts';
import { createCount } from './timeline.ts';
import type { Day, Traits } from './traits.ts';
import type { View } from './view.ts';

const isTimeless = ({ kind }: Filter): boolean => kind !== 'period' && kind !== 'compare';

interface Made {
  readonly inputs: readonly unknown[];
  readonly timeline: Timeline;
}

let made: Made | null = null;

/** The statements that passed, over time. */
const timelineOf = ({ page, said, edges, statements }: Sieved): Timeline => {
  const count = createCount();
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges[edge] !== 1) continue;
    const quadClass = page.edges[edge]?.quadClass ?? null;
    const end = said.start[edge + 1] ?? 0;
    for (let at = said.start[edge] ?? 0; at < end; at += 1) {
      if (statements[at] === 1) count.add(said.from[at] ?? NaN, quadClass);
    }
  }
  return count.timeline();
};

/** The day of the first statement of these relations that passes, as if no time were chosen; null where none has a date. */
export const firstDayOf = (
  view: View,
  traits: Traits,
  plovers: Plovers,
  isOf: (edge: GraphEdge) => boolean,
): Day | null => {
  const { page, said, edges, statements } = sieveView(view, traits, plovers, view.chain.filter(isTimeless)).sieved;
  let first = Infinity;
  page.edges.forEach((edge, number) => {
    if (edges[number] !== 1 || !isOf(edge)) return;
    for (let at = said.start[number] ?? 0; at < (said.start[number + 1] ?? 0); at += 1) {
      const day = said.from[at] ?? NaN;
      if (statements[at] === 1 && day < first) first = day;
    }
  });
  return first === Infinity ? null : first;
};

export const shownTimeline = (view: View, traits: Traits, plovers: Plovers): Timeline => {
  const filters = view.chain.filter(isTimeless);
  const inputs = [
    view.nodes,
    view.edges,
    view.hiddenTypes,
    view.hiddenPredicates,
    view.hidden,
    traits.byEdge,
    plovers,
    ...filters,
  ];
  const known = made;
  if (known && known.inputs.length === inputs.length && known.inputs.every((input, at) => input === inputs[at])) {
    return known.timeline;
  }
  const timeline = timelineOf(sieveView(view, traits, plovers, filters).sieved);
  made = { inputs, timeline };
  return timeline;
};
