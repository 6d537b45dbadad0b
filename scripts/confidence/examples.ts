/** Statements with what the model of confidence looks at, and whether they are right. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Extraction } from '../../graph/model/extraction.ts';
import { IsoDate } from '../../graph/model/vocabulary.ts';
import { createExtractor } from '../../ingest/pipeline.ts';
import { crowdOf, featuresOf } from '../../ingest/statements/confidence.ts';
import { goldNames, isSameStatement, predictedNames } from '../../tests/gold/match.ts';
import { type GoldBulletin, GoldRecord, readLines } from '../../tests/gold/record.ts';
import { EVALUATION_SETS, NEWS } from '../eval/shared.ts';

export interface Example {
  readonly features: ReadonlyMap<string, number>;
  readonly confidence: number;
  readonly right: boolean;
  /** Whether rules were written with the bulletin in view. */
  readonly seen: boolean;
}

/** A date for bulletins without one; nothing that is learnt depends on it. */
const UNDATED = '2020-01-01';
const Text = z.object({ id: z.string(), date: IsoDate.nullish(), text: z.string() });
type Text = z.infer<typeof Text>;

const extractor = createExtractor();

async function read({ id, date, text }: Text): Promise<Extraction> {
  const fields = { title: null, source: null, url: null, language: 'en' } as const;
  return (await extractor).extract({ ...fields, id, publishedAt: date ?? null, text });
}

/** Every statement read from annotated bulletins; right where anything annotated accepts it. RELATED_TO is not judged. */
export async function examplesOf(records: readonly GoldBulletin[], seen: boolean): Promise<Example[]> {
  const examples: Example[] = [];
  for (const record of records) {
    const extraction = await read(record);
    const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
    const names = goldNames(record);
    const crowd = crowdOf(extraction.statements);
    for (const statement of extraction.statements) {
      if (statement.predicate === 'RELATED_TO') continue;
      const subject = predictedNames(statement.subject, entities);
      const object = predictedNames(statement.object, entities);
      const right = record.statements.some((gold) => isSameStatement(gold, { statement, subject, object }, names));
      examples.push({ features: featuresOf(statement, crowd), confidence: statement.confidence, right, seen });
    }
  }
  return examples;
}

/** The annotated bulletins beside the checkout, whose texts stand in a file of their own; none where there is no such file. */
export function annotatedBeside(): GoldBulletin[] {
  const folder = join(EVALUATION_SETS, 'gold-dev');
  if (!existsSync(folder)) return [];
  return [
    ['bulletins.jsonl', 'gold.jsonl'],
    ['more-bulletins.jsonl', 'more.jsonl'],
  ].flatMap(([texts = '', gold = '']) => {
    const byId = new Map(readLines(join(folder, texts), Text).map((row) => [row.id, row]));
    return readLines(join(folder, gold), GoldRecord).flatMap((record) => {
      const bulletin = byId.get(record.id);
      return bulletin === undefined ? [] : [{ ...record, text: bulletin.text, date: bulletin.date ?? UNDATED }];
    });
  });
}

const JUDGED = new URL('../../tests/gold/judged.tsv', import.meta.url);

/**
 * Statements of the news beside the checkout that were read one by one, as far as they are still read; none without it.
 * @param heldOut the samples that were judged since the model was learnt, which it is tried on, or those that it learns from
 */
export async function judgedNews(heldOut: boolean): Promise<Example[]> {
  if (!existsSync(NEWS)) return [];
  const verdicts = new Map<string, Pick<Example, 'right' | 'seen'>>();
  const wanted = new Set<string>();
  for (const line of readFileSync(JUDGED, 'utf8').trimEnd().split('\n').slice(1)) {
    const [bulletin = '', subject = '', predicate = '', object = '', verdict = '', sample = ''] = line.split('\t');
    if ((sample === 'held-out') !== heldOut) continue;
    verdicts.set([bulletin, subject, predicate, object].join('\t'), {
      right: verdict === 'right',
      seen: sample === 'seen',
    });
    wanted.add(bulletin);
  }
  const examples: Example[] = [];
  for (const bulletin of readLines(NEWS, Text)) {
    if (!wanted.has(bulletin.id)) continue;
    const extraction = await read(bulletin);
    const crowd = crowdOf(extraction.statements);
    const name = (id: string | undefined): string =>
      extraction.entities.find((entity) => entity.id === id)?.name ?? '∅';
    for (const statement of extraction.statements) {
      const { predicate, subject, object } = statement;
      const judged = verdicts.get([bulletin.id, name(subject.entity), predicate, name(object?.entity)].join('\t'));
      if (judged !== undefined)
        examples.push({ features: featuresOf(statement, crowd), confidence: statement.confidence, ...judged });
    }
  }
  return examples;
}
