/**
 * A worker thread that reads bulletins for statements: one extractor, one bulletin at a time, each answered by its
 * extraction or by what went wrong with it.
 */
import { parentPort } from 'node:worker_threads';
import type { Bulletin } from '../graph/model/bulletin.ts';
import type { Extraction } from '../graph/model/extraction.ts';
import { createExtractor } from './pipeline.ts';

export interface Request {
  readonly number: number;
  readonly bulletin: Bulletin;
}

export type Answer =
  | { readonly number: number; readonly extraction: Extraction }
  | { readonly number: number; readonly failure: string };

const port = parentPort;
if (port === null) throw new Error('ingest/worker runs as a worker thread, not by itself');

const extractor = await createExtractor();

port.on('message', ({ number, bulletin }: Request) => {
  let answer: Answer;
  try {
    answer = { number, extraction: extractor.extract(bulletin) };
  } catch (error) {
    answer = { number, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port.postMessage(answer, []);
});
