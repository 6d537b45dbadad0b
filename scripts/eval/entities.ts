/** Persons, organisations and places against the RE3D documents: exact and overlapping spans. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { Extraction } from '../../graph/model/extraction.ts';
import { loadGazetteer } from '../../ingest/gazetteer/index.ts';
import type { Extract } from './extractor.ts';
import { EVALUATION_SETS, readLines, score, writeLines } from './shared.ts';

/** A document under its key `_id`. */
const Document = z
  .looseObject({ ['_id']: z.string(), text: z.string() })
  .transform((row) => ({ id: row['_id'], text: row.text }));

/** How the set calls our types; people who act together are organisations to it, and so is a state that acts. */
const TYPES: Readonly<Partial<Record<EntityType, string>>> = {
  Person: 'Person',
  Organization: 'Organisation',
  Group: 'Organisation',
  Country: 'Location',
  Place: 'Location',
  Facility: 'Location',
};

/** The set marks names and descriptions: of pronouns only those of the speaker. */
const UNMARKED = new Set(
  'it its itself he she him his her hers himself herself they them their theirs who whom whose which that both you your'.split(
    ' ',
  ),
);

interface Span {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
}

/** Our entities by the set's rules: words of nationality are a type of their own there, and are not of the three. */
function spansOf(extraction: Extraction): Span[] {
  const acting = new Set(
    extraction.statements.flatMap(({ subject, saidBy }) =>
      [subject, saidBy].flatMap((argument) => (argument === null ? [] : [argument.start])),
    ),
  );
  return extraction.entities.flatMap((entity) => {
    const adjectives = new Set(loadGazetteer().entries.get(entity.id)?.adjectives ?? []);
    return entity.mentions.flatMap(({ text, start, end }): Span[] => {
      const type = entity.type === 'Country' && acting.has(start) ? 'Organisation' : TYPES[entity.type];
      if (type === undefined || UNMARKED.has(text.toLowerCase()) || adjectives.has(text)) return [];
      return [{ begin: start, end, type }];
    });
  });
}

export interface EntityScores {
  readonly documents: number;
  readonly exactF1: number;
  readonly overlapF1: number;
}

/** F1 over the three types together. */
export function scoreEntities(extract: Extract): EntityScores {
  const folder = join(EVALUATION_SETS, 're3d');
  const documents = readdirSync(folder).flatMap((part) => readLines(join(folder, part, 'documents.json'), Document));
  const predicted = documents.map((document) => ({
    doc: document.id,
    entities: spansOf(extract({ id: document.id, text: document.text })),
    relations: [],
    clusters: [],
  }));
  const printed = score('score_re3d.py', folder, writeLines('re3d.predicted.jsonl', predicted));
  const lines = ['Person', 'Organisation', 'Location'].map((type) => lineOf(printed, type));
  return {
    documents: documents.length,
    exactF1: together(lines.map((l) => l[0])),
    overlapF1: together(lines.map((l) => l[1])),
  };
}

interface Part {
  readonly precision: number;
  readonly recall: number;
  readonly predicted: number;
  readonly gold: number;
}

function lineOf(printed: string, type: string): readonly [Part, Part] {
  const line = printed.split('\n').find((l) => l.startsWith(`ENT ${type} `)) ?? '';
  const parts = [...line.matchAll(/P ([\d.]+) R ([\d.]+) F [\d.]+ \(pred (\d+) gold (\d+)\)/g)].map(
    ([, precision, recall, predicted, gold]): Part => ({
      precision: Number(precision),
      recall: Number(recall),
      predicted: Number(predicted),
      gold: Number(gold),
    }),
  );
  const [exact, overlap] = parts;
  if (exact === undefined || overlap === undefined) throw new Error(`score_re3d.py printed no scores for ${type}`);
  return [exact, overlap];
}

function together(parts: readonly Part[]): number {
  const sum = (value: (part: Part) => number): number => parts.reduce((total, part) => total + value(part), 0);
  const precision =
    sum((p) => p.precision * p.predicted) /
    Math.max(
      1,
      sum((p) => p.predicted),
    );
  const recall =
    sum((p) => p.recall * p.gold) /
    Math.max(
      1,
      sum((p) => p.gold),
    );
  return Math.round(((2 * precision * recall) / Math.max(1e-9, precision + recall)) * 1000) / 1000;
}
