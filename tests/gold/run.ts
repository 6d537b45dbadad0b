/** Runs the extractor over a file of annotated bulletins and scores what it gives. */
import { createExtractor, type Extractor } from '../../ingest/pipeline.ts';
import { type GoldFile, readGold } from './record.ts';
import { type Score, scoreStatements } from './score.ts';

let loading: Promise<Extractor> | undefined;
const scores = new Map<GoldFile, Promise<Score>>();

/** The score of a file, worked out once in a process. */
export async function scoreFile(file: GoldFile): Promise<Score> {
  const known = scores.get(file) ?? measure(file);
  scores.set(file, known);
  return known;
}

async function measure(file: GoldFile): Promise<Score> {
  loading ??= createExtractor();
  const extractor = await loading;
  const bulletins = readGold(file);
  const predictions = new Map(
    bulletins.map((bulletin) => [
      bulletin.id,
      extractor.extract({
        id: bulletin.id,
        title: null,
        source: bulletin.source ?? null,
        url: null,
        publishedAt: bulletin.date,
        language: 'en',
        text: bulletin.text,
      }),
    ]),
  );
  return scoreStatements(bulletins, predictions);
}
