/** Chooses a period on the histogram: drag, drag the chosen one along, or move its ends with the arrow keys. */
import { useRef } from 'preact/hooks';
import type { Period } from '../state/filters.ts';
import type { Timeline } from '../state/timeline.ts';
import { isoDay } from '../state/traits.ts';
import { dateWords } from '../text/words.ts';

interface Props {
  timeline: Timeline;
  /** Null: all times. */
  period: Period | null;
  /** The period that `period` is compared with. */
  before: Period | null;
  /** `going`: the gesture has begun before. */
  onPeriod: (period: Period | null, going: boolean) => void;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

const rangeOf = ({ bins }: Timeline, period: Period | null): Range => {
  if (!period) return { first: 0, last: bins.length - 1 };
  const first = bins.findIndex((bin) => bin.to >= period.from);
  const last = bins.findLastIndex((bin) => bin.from <= period.to);
  return { first: first === -1 ? bins.length - 1 : first, last: Math.max(0, last) };
};

const periodOf = ({ bins }: Timeline, one: number, other: number): Period | null => {
  const [first, last] = [bins[Math.min(one, other)], bins[Math.max(one, other)]];
  return first && last ? { from: first.from, to: last.to } : null;
};

const Band = ({ range, count, name }: { range: Range; count: number; name: string }) => {
  const left = (100 * range.first) / count;
  const width = (100 * (range.last - range.first + 1)) / count;
  return (
    <svg class={name} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect x={left} y="0" width={width} height="1" />
    </svg>
  );
};

export const Brush = ({ timeline, period, before, onPeriod }: Props) => {
  const { bins } = timeline;
  const box = useRef<HTMLDivElement>(null);
  const gesture = useRef<{ anchor: number; moved: Range | null; going: boolean; last: number } | null>(null);
  const range = rangeOf(timeline, period);

  const binAt = (event: PointerEvent): number => {
    const { left = 0, width = 1 } = box.current?.getBoundingClientRect() ?? {};
    return Math.min(bins.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * bins.length)));
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = binAt(event);
    const inside = period !== null && at >= range.first && at <= range.last && range.last > range.first;
    gesture.current = { anchor: at, moved: inside ? range : null, going: false, last: -1 };
    box.current?.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    const now = gesture.current;
    if (!now) return;
    const at = binAt(event);
    if (at === now.last || (!now.going && at === now.anchor)) return;
    now.last = at;
    const by = now.moved ? Math.max(-now.moved.first, Math.min(bins.length - 1 - now.moved.last, at - now.anchor)) : 0;
    const next = now.moved
      ? periodOf(timeline, now.moved.first + by, now.moved.last + by)
      : periodOf(timeline, now.anchor, at);
    if (next) onPeriod(next, now.going);
    now.going = true;
  };
  const onUp = (): void => {
    const now = gesture.current;
    gesture.current = null;
    // A click without a drag: that one bin, or all times again when it lies in what is chosen.
    if (now && !now.going) onPeriod(now.moved ? null : periodOf(timeline, now.anchor, now.anchor), false);
  };
  const onKey =
    (end: 'first' | 'last') =>
    (event: KeyboardEvent): void => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const moved = { ...range, [end]: Math.min(bins.length - 1, Math.max(0, range[end] + by)) };
      if (moved.first <= moved.last) onPeriod(periodOf(timeline, moved.first, moved.last), false);
    };
  const handle = (end: 'first' | 'last') => {
    const bin = bins[range[end]];
    const day = bin ? isoDay(end === 'first' ? bin.from : bin.to) : '';
    return (
      <input
        type="range"
        class={`handle handle-${end}`}
        aria-label={end === 'first' ? 'From' : 'To'}
        aria-valuetext={dateWords(day)}
        min={0}
        max={bins.length - 1}
        value={range[end]}
        onKeyDown={onKey(end)}
      />
    );
  };
  return (
    <>
      <div
        ref={box}
        class="brush"
        data-testid="brush"
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => {
          gesture.current = null;
        }}
      >
        {before && <Band range={rangeOf(timeline, before)} count={bins.length} name="band band-before" />}
        {period && <Band range={range} count={bins.length} name="band" />}
      </div>
      {handle('first')}
      {handle('last')}
    </>
  );
};
