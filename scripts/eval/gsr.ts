/** Events against PLOVER's gold standard records: class, source and target of one-sentence reports. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Argument, Extraction } from '../../graph/model/extraction.ts';
import type { Extract } from './extractor.ts';
import { EVALUATION_SETS, InputBulletin, readLines, score, writeLines } from './shared.ts';

export interface EventScores {
  readonly items: number;
  readonly classMacroF1: number;
  readonly source: number;
  readonly target: number;
  readonly wholeEvent: number;
  readonly classOnRightPair: number;
}

/** Scores the statements that carry an event code; the surest ones first. */
export function scoreEvents(extract: Extract): EventScores {
  const gold = join(EVALUATION_SETS, 'plover-gsr', 'gsr.jsonl');
  const predicted = readLines(gold, InputBulletin.loose()).map((item) =>
    eventsOf(extract({ id: item.id, text: item.text })),
  );
  const printed = score('score_gsr.py', gold, writeLines('gsr.predicted.jsonl', predicted));
  return {
    items: predicted.length,
    classMacroF1: number(printed, /^ROOT .*'macroF1': ([\d.]+)/m),
    source: number(printed, /source ok ([\d.]+)/),
    target: number(printed, /target ok ([\d.]+)/),
    wholeEvent: number(printed, /root\+src\+tgt\) ([\d.]+)/),
    classOnRightPair: number(printed, /class right ([\d.]+)/),
  };
}

function number(text: string, pattern: RegExp): number {
  return z.coerce.number().parse(pattern.exec(text)?.[1]);
}

function eventsOf(extraction: Extraction): object {
  const byId = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const words = (argument: Argument): string[] => [argument.text, byId.get(argument.entity)?.name ?? argument.text];
  const events = extraction.statements
    .filter((statement) => statement.cameo !== null)
    .sort((a, b) => b.confidence - a.confidence)
    .map((statement) => ({
      root: statement.plover,
      source: words(statement.subject),
      target: statement.object === null ? [] : words(statement.object),
      source_code: byId.get(statement.subject.entity)?.iso3 ?? '',
      target_code: statement.object === null ? '' : (byId.get(statement.object.entity)?.iso3 ?? ''),
    }));
  return { id: extraction.id, events };
}
