/** Small pictures beside words: an entity type's icon, a tone's mark, and the icons of buttons. Decoration only. */
import type { NodeType } from '../../contract.ts';
import { ICONS } from '../graph/icons.ts';
import { MARKS } from '../graph/marks.ts';
import type { Palette } from '../graph/palette.ts';
import type { Tone } from '../state/scene.ts';

export const TypeIcon = ({ type, palette, size = 22 }: { type: NodeType; palette: Palette; size?: number }) => (
  <svg class="type-icon" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="16" fill={palette.types[type]} />
    <path d={ICONS[type]} fill={palette.onType} transform="translate(7.2 7.2) scale(1.1)" />
  </svg>
);

export const ToneMark = ({ tone, palette, size = 12 }: { tone: Tone; palette: Palette; size?: number }) => (
  <svg class="tone-mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    {MARKS[tone] === null ? (
      <path d="M2 8h12" stroke={palette.tones[tone]} stroke-width="2.5" stroke-linecap="round" />
    ) : (
      <path d={MARKS[tone]} fill={palette.tones[tone]} />
    )}
  </svg>
);

const GLYPHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6H9a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.2 6H7a4 4 0 0 0 0 8h3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  layout: 'M4 4.5h.01M12 5.5h.01M6.5 12h.01M4 4.5l8 1M12 5.5 6.5 12M4 4.5 6.5 12',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  back: 'M9.5 3 4.5 8l5 5',
  next: 'M6.5 3l5 5-5 5',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6Z',
  system: 'M2.5 3h11v7.5h-11ZM6 13.5h4M8 10.5v3',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  target: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM8 1v3M8 12v3M1 8h3M12 8h3',
  play: 'M5 3.2v9.6L12.5 8Z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  pin: 'M8 10.5V14M5 2.5h6l-.8 4 2.3 3H3.5l2.3-3Z',
  hide: 'M1.8 8S4 4 8 4s6.2 4 6.2 4-2.2 4-6.2 4-6.2-4-6.2-4ZM3 13 13 3',
  share:
    'M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7L8 4.3M9.5 6.5a2.6 2.6 0 0 0-3.7 0L3.5 8.8a2.6 2.6 0 0 0 3.7 3.7L8 11.7',
  panel: 'M2.5 3h11v10h-11ZM6.5 3v10',
  review: 'M6 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10 3.5a4.5 4.5 0 1 1 0 9',
  judge: 'M3 13l.6-2.9L10.9 2.8l2.3 2.3L5.9 12.4ZM9.3 4.4l2.3 2.3',
  check: 'M3 8.5 6.5 12 13 4.5',
  query: 'M2.5 4.5 6 8l-3.5 3.5M8 12h5.5',
  help: 'M5.7 6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.1.9-1.1 1.8M8 12.6h.01M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
} as const;

export type GlyphName = keyof typeof GLYPHS;

export const Glyph = ({ name }: { name: GlyphName }) => (
  <svg class="glyph" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path
      d={GLYPHS[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

export const IconButton = ({
  glyph,
  label,
  onPress,
  disabled = false,
}: {
  glyph: GlyphName;
  label: string;
  onPress: () => void;
  disabled?: boolean;
}) => (
  <button type="button" class="icon-button" aria-label={label} title={label} disabled={disabled} onClick={onPress}>
    <Glyph name={glyph} />
  </button>
);
