/**
 * Learns ingest/statements/data/confidence.json from tests/gold/dev.jsonl, and from the evaluation sets beside the checkout
 * where they are: the share that is right by kind of rule and predicate, smoothed towards the share above it. With --table it
 * prints how well it is calibrated on tests/gold/held-out.jsonl, figures only. Deterministic; a second run changes nothing.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import Table from 'cli-table3';
import { z } from 'zod';
import { IsoDate } from '../graph/model/vocabulary.ts';
import { createExtractor } from '../ingest/pipeline.ts';
import type { Confidence } from '../ingest/statements/confidence.ts';
import { kindOf } from '../ingest/statements/confidence.ts';
import { goldNames, isSameStatement, predictedNames } from '../tests/gold/match.ts';
import { type GoldBulletin, GoldRecord, readGold, readLines } from '../tests/gold/record.ts';
import { EVALUATION_SETS } from './eval/shared.ts';

/** A date for bulletins without one; nothing that is learnt depends on it. */
const UNDATED = '2020-01-01';
/** How many statements' worth the share above counts beside a cell's own. */
const SMOOTHING = 8;
/**
 * Rules were written with these bulletins in view. Of statements read from news that nobody had looked at (the audit in
 * docs/quality.md) about one in twelve more was wrong, so that shares are taken down by as much.
 */
const UNSEEN = 0.92;
const TARGET = new URL('../ingest/statements/data/confidence.json', import.meta.url);
const PRONOUNS = new Set([
  'he',
  'she',
  'it',
  'they',
  'him',
  'her',
  'them',
  'his',
  'its',
  'their',
  'who',
  'which',
  'that',
  'whom',
]);

interface Judged {
  readonly kind: string;
  readonly predicate: string;
  readonly pronoun: boolean;
  readonly confidence: number;
  readonly right: boolean;
}

const extractor = await createExtractor();

/** Every statement that is read from the records, and whether anything annotated accepts it. */
function judged(records: readonly GoldBulletin[]): Judged[] {
  return records.flatMap((record) => {
    const { id, date, text } = record;
    const read = extractor.extract({
      id,
      title: null,
      source: null,
      url: null,
      publishedAt: date,
      language: 'en',
      text,
    });
    const entities = new Map(read.entities.map((entity) => [entity.id, entity]));
    const names = goldNames(record);
    return read.statements
      .filter((statement) => statement.predicate !== 'RELATED_TO')
      .map((statement) => {
        const subject = predictedNames(statement.subject, entities);
        const object = predictedNames(statement.object, entities);
        const words = [statement.subject.text, statement.object?.text ?? ''].map((word) => word.toLowerCase());
        return {
          kind: kindOf(statement.rule),
          predicate: statement.predicate,
          pronoun: words.some((word) => PRONOUNS.has(word)),
          confidence: statement.confidence,
          right: record.statements.some((gold) => isSameStatement(gold, { statement, subject, object }, names)),
        };
      });
  });
}

/** The annotated bulletins beside the checkout, whose texts stand in a file of their own; none where there is no such file. */
function besideCheckout(): GoldBulletin[] {
  const folder = join(EVALUATION_SETS, 'gold-dev');
  if (!existsSync(folder)) return [];
  const Text = z.object({ id: z.string(), date: IsoDate.nullish(), text: z.string() });
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

function learn(all: readonly Judged[], sources: string): Confidence {
  const overall = shareOf(all, 0.8);
  const unseen = (share: number): number => rounded(share * UNSEEN);
  const kinds: Record<string, number> = {};
  const cells: Record<string, number> = {};
  for (const [kind, ofKind] of grouped(all, (one) => one.kind)) {
    const kindShare = shareOf(ofKind, overall);
    kinds[kind] = unseen(kindShare);
    for (const [predicate, ofCell] of grouped(ofKind, (one) => one.predicate))
      cells[`${kind} ${predicate}`] = unseen(shareOf(ofCell, kindShare));
  }
  const pronoun = Math.max(
    0,
    overall -
      shareOf(
        all.filter((one) => one.pronoun),
        overall,
      ),
  );
  const about = `Share of statements that was right, by kind of rule and predicate; ${all.length} statements of ${sources}`;
  return { about, overall: unseen(overall), kinds, cells, pronoun: rounded(pronoun) };
}

function grouped(all: readonly Judged[], key: (one: Judged) => string): [string, Judged[]][] {
  const groups = new Map<string, Judged[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The share that is right, with {@link SMOOTHING} statements more of which `prior` is right. */
function shareOf(all: readonly Judged[], prior: number): number {
  return (all.filter((one) => one.right).length + SMOOTHING * prior) / (all.length + SMOOTHING);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** In bins of .1: how many statements, their mean confidence, and the share of them that is right. */
function printReliability(all: readonly Judged[]): void {
  const table = new Table({ head: ['confidence', 'statements', 'stated', 'right'], style: { head: [], border: [] } });
  const bins = grouped(all, (one) => Math.min(0.9, Math.floor(one.confidence * 10 + 1e-9) / 10).toFixed(1));
  for (const [bin, ones] of bins) {
    const stated = ones.reduce((sum, one) => sum + one.confidence, 0) / ones.length;
    const right = ones.filter((one) => one.right).length / ones.length;
    table.push([bin, ones.length, stated.toFixed(2), right.toFixed(2)]);
  }
  console.log(table.toString());
}

if (process.argv.includes('--table')) {
  printReliability(judged(readGold('held-out')));
} else {
  const beside = besideCheckout();
  const sources = `tests/gold/dev.jsonl${beside.length > 0 ? ' and the evaluation sets beside the checkout' : ''}`;
  writeFileSync(TARGET, `${JSON.stringify(learn(judged([...readGold('dev'), ...beside]), sources), null, 2)}\n`);
  console.log('Learnt. `npm run train:confidence -- --table` prints the reliability on held-out bulletins.');
}
