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
  readonly fadedNode: string;
  readonly fadedEdge: string;
  readonly accent: string;
}

export const light: Palette = {
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
  fadedNode: '#dcdee2',
  fadedEdge: '#efeeeb',
  accent: '#111827',
};

export const dark: Palette = {
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
  fadedNode: '#2a303b',
  fadedEdge: '#1c212a',
  accent: '#ffffff',
};
