/** The English pipeline, loaded once for a test file. */
import { loadModel } from '../../ingest/nlp/index.ts';
import type { Doc } from '../../ingest/nlp/doc.ts';

const model = loadModel();

export async function parse(text: string): Promise<Doc> {
  return (await model).parse(text);
}
