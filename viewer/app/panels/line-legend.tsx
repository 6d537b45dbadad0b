/** What lines mean, each drawn as it stands in the drawing: tone by colour and mark, a bar for denied, dashes for not done. */
import { MARKS, TONE_WORDS } from '../graph/marks.ts';
import type { Palette } from '../graph/palette.ts';
import type { Tone } from '../state/scene.ts';

const TONES: readonly Tone[] = ['cooperation', 'conflict', 'mixed', 'neutral'];

const Sample = ({ colour, mark, bar, dashed }: { colour: string; mark?: string | null; bar?: true; dashed?: true }) => (
  <svg class="line-sample" width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
    <path d="M1 7h28" stroke={colour} stroke-width="2" stroke-dasharray={dashed ? '5.6 4.4' : undefined} fill="none" />
    {mark && <path d={mark} fill={colour} transform="translate(9.8 1.8) scale(.65)" />}
    {bar && <path d="M15 1v12" stroke="currentColor" stroke-width="2" fill="none" />}
  </svg>
);

export const LineLegend = ({ palette }: { palette: Palette }) => (
  <ul class="line-legend">
    {TONES.map((tone) => (
      <li key={tone}>
        <Sample colour={palette.tones[tone]} mark={MARKS[tone]} /> {TONE_WORDS[tone]}
      </li>
    ))}
    <li>
      <Sample colour={palette.tones.neutral} bar /> Denied by somebody
    </li>
    <li>
      <Sample colour={palette.tones.neutral} dashed /> Only planned, possible or demanded
    </li>
  </ul>
);
