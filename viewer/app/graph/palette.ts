/**
 * Colours of the drawing in both themes; the page's own are in styles/. Relations use Okabe and Ito's blue and vermilion,
 * which red-green and blue-yellow blindness keep apart; each also has a mark of its own (graph/marks.ts).
 */
import type { NodeType } from '../../contract.ts';
import type { Tone } from '../state/scene.ts';

export interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly types: Readonly<Record<NodeType, string>>;
  readonly onType: string;
  readonly tones: Readonly<Record<Tone, string>>;
  /** The same, thinned, for edges that nothing points at. */
  readonly edges: Readonly<Record<Tone, string>>;
  /** The same as types and edges, near the background, for what is not in the light. */
  readonly fadedTypes: Readonly<Record<NodeType, string>>;
  readonly fadedEdges: Readonly<Record<Tone, string>>;
  readonly accent: string;
}

type Plain = Omit<Palette, 'fadedTypes' | 'fadedEdges'>;

/** `share` of one colour, the rest of the other; both as `#rrggbb`. */
const mixed = (one: string, other: string, share: number): string =>
  [1, 3, 5].reduce((hex, at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    const channel = Math.round((a ?? 0) * share + (b ?? 0) * (1 - share));
    return hex + channel.toString(16).padStart(2, '0');
  }, '#');

const withFaded = (plain: Plain): Palette => {
  const { background, types, edges } = plain;
  const node = (type: NodeType): string => mixed(types[type], background, 0.2);
  const edge = (tone: Tone): string => mixed(edges[tone], background, 0.25);
  return {
    ...plain,
    fadedTypes: {
      Person: node('Person'),
      Country: node('Country'),
      Organization: node('Organization'),
      Place: node('Place'),
      Facility: node('Facility'),
      Group: node('Group'),
      Agreement: node('Agreement'),
    },
    fadedEdges: {
      cooperation: edge('cooperation'),
      conflict: edge('conflict'),
      mixed: edge('mixed'),
      neutral: edge('neutral'),
    },
  };
};

export const light: Palette = withFaded({
  background: '#fbfaf7',
  ink: '#1c2230',
  quiet: '#5d6675',
  types: {
    Person: '#3f5a9c',
    Country: '#1f7a70',
    Organization: '#8a5a12',
    Place: '#4d7a2a',
    Facility: '#7a5c4e',
    Group: '#96487f',
    Agreement: '#5f5a86',
  },
  onType: '#ffffff',
  tones: { cooperation: '#0072b2', conflict: '#c74a00', mixed: '#8a4fa0', neutral: '#737b88' },
  edges: { cooperation: '#8fbcd9', conflict: '#e6a981', mixed: '#c3a5d0', neutral: '#cdd1d8' },
  accent: '#111827',
});

export const dark: Palette = withFaded({
  background: '#12151c',
  ink: '#eceef3',
  quiet: '#9aa3b2',
  types: {
    Person: '#8ea6ea',
    Country: '#56c2b4',
    Organization: '#e0b05a',
    Place: '#9ccb6b',
    Facility: '#c9a793',
    Group: '#dd93c8',
    Agreement: '#b3acdf',
  },
  onType: '#12151c',
  tones: { cooperation: '#56b4e9', conflict: '#f08a4b', mixed: '#c99be0', neutral: '#8b94a3' },
  edges: { cooperation: '#3d7699', conflict: '#a3643d', mixed: '#7f5f9c', neutral: '#4b5466' },
  accent: '#ffffff',
});
