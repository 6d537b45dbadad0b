/** What an export format is: the files that it makes of a graph, each as a stream of its pieces, in one order always. */
import type { Exported } from './records.ts';

export interface ExportFile {
  /** Name below the output folder; of a format of one file, the file's usual name. */
  readonly name: string;
  /** Text is written as UTF-8. */
  readonly content: AsyncIterable<string | Uint8Array>;
}

export interface ExportFormat {
  /** `file`: exactly one file, which may go to standard output. `folder`: several that belong together. */
  readonly shape: 'file' | 'folder';
  /** What opens it, in a few words. */
  readonly purpose: string;
  readonly files: (graph: Exported) => readonly ExportFile[];
}
