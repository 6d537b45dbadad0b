/** One glyph for each entity type, as path data in a box of 16 by 16: drawn in the nodes and, as SVG, on the page. */
import type { NodeType } from '../../contract.ts';

export const ICONS: Readonly<Record<NodeType, string>> = {
  Person: 'M8 7.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8ZM2.4 14.2c0-3.3 2.5-5.4 5.6-5.4s5.6 2.1 5.6 5.4Z',
  Country: 'M3 1.4h1.6v13.2H3ZM5.4 2.2h8.2l-2 3.1 2 3.1H5.4Z',
  Organization: 'M8 1.4 14.4 5v1.4H1.6V5ZM2.8 7.4h2v4.6h-2ZM7 7.4h2v4.6H7ZM11.2 7.4h2v4.6h-2ZM1.6 12.8h12.8v1.8H1.6Z',
  Place:
    'M8 1.2a5 5 0 0 0-5 5c0 3.6 5 8.6 5 8.6s5-5 5-8.6a5 5 0 0 0-5-5Zm0 6.9a1.9 1.9 0 1 1 0-3.8 1.9 1.9 0 0 1 0 3.8Z',
  Facility: 'M1.6 14.4V7.2l3.8 2.4V7.2l3.8 2.4V2h4.4v12.4Z',
  Group:
    'M5.4 7.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM11.2 7.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM1 13.4c0-2.9 1.9-4.8 4.4-4.8s4.4 1.9 4.4 4.8ZM10.9 13.4c0-1.9-.5-3.4-1.5-4.5.5-.2 1.1-.4 1.8-.4 2.2 0 3.8 1.9 3.8 4.9Z',
  Agreement: 'M3 1.4h7l3.2 3.2v10H3Zm2.2 5v1.3h5.6V6.4Zm0 2.7v1.3h5.6V9.1Zm0 2.6V13h3.4v-1.3Z',
};
