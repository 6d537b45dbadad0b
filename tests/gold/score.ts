/**
 * Scores extracted statements against annotated bulletins. Core statements are to be found; what matches only a statement
 * that is not core counts neither for nor against; RELATED_TO is neither right nor wrong. Polarity, status, attribution,
 * date and the subject's type are shares of the core statements that were found.
 */
import { goldNames, intersects, isSamePair, isSameStatement, namesInGold, predictedNames } from './match.ts';
import type { Candidate, GoldNames, Predicted, PredictedStatement } from './match.ts';
import type { GoldRecord, GoldStatement } from './record.ts';

/** The figures, each between 0 and 1. */
export const FIGURES = [
  'precision',
  'recall',
  'f1',
  'pairRecall',
  'polarity',
  'status',
  'attribution',
  'date',
  'type',
] as const;
export type Figure = (typeof FIGURES)[number];

interface Missed {
  readonly bulletin: string;
  readonly gold: GoldStatement;
}
interface Wrong {
  readonly bulletin: string;
  readonly predicted: PredictedStatement;
}

export interface Score {
  readonly bulletins: number;
  readonly core: number;
  readonly found: number;
  readonly wrong: number;
  readonly relatedTo: number;
  /** Null where there is nothing to measure it on. */
  readonly figures: Readonly<Record<Figure, number | null>>;
  readonly misses: readonly Missed[];
  readonly wrongs: readonly Wrong[];
}

/** Counts of something that is right in some of its cases. */
class Share {
  #right = 0;
  #cases = 0;
  count(right: boolean): void {
    this.#cases += 1;
    if (right) this.#right += 1;
  }
  get value(): number | null {
    return this.#cases === 0 ? null : this.#right / this.#cases;
  }
}

/** One date is a prefix of the other: both say the same as far as both go. */
function agreesInDate(gold: string, predicted: string | null): boolean {
  return predicted !== null && predicted !== '' && (predicted.startsWith(gold) || gold.startsWith(predicted));
}

/**
 * Scores `predictions` (by bulletin id) against `records`. A bulletin without a prediction counts as one in which nothing
 * was found.
 */
export function scoreStatements(records: readonly GoldRecord[], predictions: ReadonlyMap<string, Predicted>): Score {
  const pairs = new Share();
  const polarity = new Share();
  const status = new Share();
  const attribution = new Share();
  const date = new Share();
  const type = new Share();
  const misses: Missed[] = [];
  const wrongs: Wrong[] = [];
  let found = 0;
  let relatedTo = 0;

  for (const record of records) {
    const predicted = predictions.get(record.id) ?? { entities: [], statements: [] };
    const entities = new Map(predicted.entities.map((entity) => [entity.id, entity]));
    const names: GoldNames = goldNames(record);
    const all: Candidate[] = predicted.statements.map((statement) => ({
      statement,
      subject: predictedNames(statement.subject, entities),
      object: predictedNames(statement.object, entities),
    }));
    const closed = all.filter((candidate) => candidate.statement.predicate !== 'RELATED_TO');
    relatedTo += all.length - closed.length;

    for (const gold of record.statements.filter((statement) => statement.core)) {
      pairs.count(all.some((candidate) => isSamePair(gold, candidate, names)));
      const hit = closed.find((candidate) => isSameStatement(gold, candidate, names));
      if (hit === undefined) {
        misses.push({ bulletin: record.id, gold });
        continue;
      }
      found += 1;
      polarity.count(gold.polarity === hit.statement.polarity);
      status.count(gold.status === hit.statement.status);
      if (gold.when !== null && gold.when !== undefined) date.count(agreesInDate(gold.when, hit.statement.date));
      const holder = predictedNames(hit.statement.saidBy, entities);
      attribution.count(gold.said_by ? intersects(namesInGold(names, gold.said_by), holder) : holder.size === 0);
      const wanted = record.entities[gold.s]?.type;
      const given = entities.get(hit.statement.subject.entity)?.type;
      if (wanted !== undefined && given !== undefined) type.count(wanted === given);
    }
    for (const candidate of closed) {
      if (record.statements.some((gold) => isSameStatement(gold, candidate, names))) continue;
      wrongs.push({ bulletin: record.id, predicted: candidate.statement });
    }
  }

  const core = found + misses.length;
  const precision = found / Math.max(1, found + wrongs.length);
  const recall = found / Math.max(1, core);
  const figures = {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    pairRecall: pairs.value ?? 0,
    polarity: polarity.value,
    status: status.value,
    attribution: attribution.value,
    date: date.value,
    type: type.value,
  };
  return { bulletins: records.length, core, found, wrong: wrongs.length, relatedTo, figures, misses, wrongs };
}
