/** The mark of each tone, so that colour is never the only sign: a disc, a triangle, a diamond; a bar means denied. */
import type { Tone } from '../state/scene.ts';

/** Path data in a box of 16 by 16; none for neutral. */
export const MARKS: Readonly<Record<Tone, string | null>> = {
  cooperation: 'M8 2.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6Z',
  conflict: 'M8 1.8 15 13.8H1Z',
  mixed: 'M8 .8 15.2 8 8 15.2.8 8Z',
  neutral: null,
};

export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  cooperation: 'Cooperation',
  conflict: 'Conflict',
  mixed: 'Both',
  neutral: 'Neutral',
};
