/** JSON lines with everything that the store holds: the export that rebuilds a store (graph/export.ts). */
import { exportLines } from '../graph/export.ts';
import type { ExportFormat } from './format.ts';
import type { Exported } from './records.ts';

export const jsonl: ExportFormat = {
  shape: 'file',
  purpose: 'programs; everything that the store holds',
  files: (graph) => [{ name: 'graph.jsonl', content: write(graph) }],
};

async function* write({ store, selection }: Exported): AsyncGenerator<string> {
  for await (const line of exportLines(store, selection)) yield `${line}\n`;
}
