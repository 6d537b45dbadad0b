/** Names by which somebody is also known: "Joaquín Guzmán, also known as El Chapo", "López Obrador, known as AMLO,". */
import { lower, type Tree } from './tree.ts';

const KNOWN = new Set(['known', 'nicknamed', 'alias', 'dubbed']);
const BEFORE_KNOWN = new Set([
  'also',
  'better',
  'commonly',
  'popularly',
  'widely',
  'locally',
  'formerly',
  'simply',
  'best',
]);

/** The token with which the words begin that introduce a name as another one ("," of ", also known as"); null where none do. */
export function otherNameFrom(tree: Tree, name: number): number | null {
  let i = name - 1;
  if (/^["“'‘]$/.test(lower(tree, i))) i--;
  if (['as', 'by', 'simply'].includes(lower(tree, i))) i--;
  if (!KNOWN.has(lower(tree, i))) return null;
  i--;
  while (BEFORE_KNOWN.has(lower(tree, i))) i--;
  return /^[,(–—]$/.test(lower(tree, i)) ? i : i + 1;
}
