/** The extractor under evaluation, fed with the sets' own records. */
import type { Extraction } from '../../graph/model/extraction.ts';
import { createExtractor } from '../../ingest/pipeline.ts';
import type { InputBulletin } from './shared.ts';

export type Extract = (input: InputBulletin) => Extraction;

/** Loads the models once; the function it gives reads one record at a time. */
export async function loadExtract(): Promise<Extract> {
  const extractor = await createExtractor();
  return (input) =>
    extractor.extract({
      id: input.id,
      title: null,
      source: null,
      url: null,
      publishedAt: input.date ?? null,
      language: 'en',
      text: input.text,
    });
}
