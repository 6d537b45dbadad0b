/** The timeline of a view as if no time were chosen: what a brush moves over, and so does not change while it moves. */
import type { Filter, Plovers } from './filters.ts';
import { passingOf } from './scene.ts';
import type { Timeline } from './timeline.ts';
import { timelineOf } from './timeline.ts';
import type { Traits } from './traits.ts';
import type { View } from './view.ts';

const isTimeless = ({ kind }: Filter): boolean => kind !== 'period' && kind !== 'compare';

interface Made {
  readonly inputs: readonly unknown[];
  readonly timeline: Timeline;
}

let made: Made | null = null;

export const shownTimeline = (view: View, traits: Traits, plovers: Plovers): Timeline => {
  const filters = view.chain.filter(isTimeless);
  const inputs = [
    view.nodes,
    view.edges,
    view.hiddenTypes,
    view.hiddenPredicates,
    view.hidden,
    traits,
    plovers,
    ...filters,
  ];
  const known = made;
  if (known && known.inputs.length === inputs.length && known.inputs.every((input, at) => input === inputs[at])) {
    return known.timeline;
  }
  const timeline = timelineOf(passingOf(view, traits, plovers, filters).relations);
  made = { inputs, timeline };
  return timeline;
};
