/** The histogram of a timeline: one stacked bar for each bin, conflict at the foot, and labels of time below. */
import type { Palette } from '../graph/palette.ts';
import type { Bin, Timeline } from '../state/timeline.ts';
import { heightOf } from '../state/timeline.ts';
import { isoDay } from '../state/traits.ts';
import { dateWords } from '../text/words.ts';

const LABELS = 6;

const labelOf = (bin: Bin, width: Timeline['width']): string =>
  dateWords(isoDay(bin.from).slice(0, width === 'day' ? 10 : width === 'month' ? 7 : 4));

const Bar = ({ bin, at, most, palette }: { bin: Bin; at: number; most: number; palette: Palette }) => {
  // The root keeps a lone statement visible beside a peak of hundreds.
  const height = 100 * Math.sqrt(heightOf(bin) / Math.max(1, most));
  const part = (count: number): number => (heightOf(bin) === 0 ? 0 : (height * count) / heightOf(bin));
  const tones = ['conflict', 'neutral', 'cooperation'] as const;
  let y = 100;
  return (
    <>
      {tones.map((tone) => {
        const tall = part(bin[tone]);
        y -= tall;
        return tall === 0 ? null : (
          <rect key={tone} x={at + 0.08} y={y} width={0.84} height={tall} fill={palette.tones[tone]} />
        );
      })}
    </>
  );
};

export const Bins = ({ timeline, palette }: { timeline: Timeline; palette: Palette }) => {
  const { bins, most, width } = timeline;
  const every = Math.max(1, Math.ceil(bins.length / LABELS));
  return (
    <>
      <svg class="bins" viewBox={`0 0 ${bins.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((bin, at) => (
          <Bar key={bin.from} bin={bin} at={at} most={most} palette={palette} />
        ))}
      </svg>
      <div class="bin-labels" aria-hidden="true">
        {bins
          .filter((_, at) => at % every === 0)
          .map((bin) => (
            <span key={bin.from}>{labelOf(bin, width)}</span>
          ))}
      </div>
    </>
  );
};
