/** Options that several commands share, each checked when it is parsed, with the environment variable that stands for it. */
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_STORE_URL } from '../graph/open.ts';
import { readDate } from '../ingest/readers/dates.ts';
import type { ReadOptions } from '../ingest/readers/reader.ts';

/** Each thread holds the language model; beyond this many, memory costs more than they bring. */
const MAX_JOBS = 64;
const DEFAULT_JOBS = Math.min(8, availableParallelism());

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

function isoDate(text: string): string {
  const date = readDate(text);
  if (date === null) throw new InvalidArgumentError('Write it as YYYY-MM-DD, YYYY-MM or YYYY.');
  return date;
}

function encodingLabel(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch {
    throw new InvalidArgumentError('Give a label such as utf-8, utf-16le, windows-1252, windows-1251, shift_jis.');
  }
}

export const storeOption = (): Option =>
  new Option('-s, --store <url>', 'graph store: file:DIR, bolt://, neo4j:// or neo4j+s://')
    .env('BULLETIN_GRAPH_STORE')
    .default(DEFAULT_STORE_URL);

const dateOption = (): Option => new Option('-d, --date <date>', 'date of bulletins that name none').argParser(isoDate);

export const asOfOption = (): Option =>
  new Option(
    '--as-of <date>',
    'the graph as known at the end of this day, month or year: what was published and judged by then',
  ).argParser(isoDate);

const sourceOption = (): Option => new Option('--source <name>', 'source of bulletins that name none');

const encodingOption = (): Option =>
  new Option('--encoding <label>', 'encoding of the input (default: told from each file)').argParser(encodingLabel);

export const jobsOption = (): Option =>
  new Option('-j, --jobs <n>', 'threads that read bulletins')
    .argParser(wholeNumber(1, MAX_JOBS))
    .default(DEFAULT_JOBS, `${DEFAULT_JOBS} on this machine`);

export const portOption = (): Option =>
  new Option('-p, --port <n>', 'port of the viewer; 0 takes a free one').argParser(wholeNumber(0, 65_535));

export const limitOption = (): Option =>
  new Option('--max-rows <n>', 'most rows of a result').argParser(wholeNumber(1, 10_000_000)).default(10_000);

export const citedOption = (): Option =>
  new Option('--cited-per-row <n>', 'most sentences that are cited for a row')
    .argParser(wholeNumber(1, 1000))
    .default(10);

export const timeoutOption = (): Option =>
  new Option('--timeout <seconds>', 'longest run of the query').argParser(wholeNumber(1, 86_400)).default(30);

export const reviewLimitOption = (): Option =>
  new Option('-l, --limit <n>', 'most pairs').argParser(wholeNumber(1, 1_000_000)).default(50);

export const sentencesOption = (): Option =>
  new Option('--sentences <n>', 'most sentences of each entity').argParser(wholeNumber(0, 100)).default(2);

/** Adds what every command that reads bulletins takes: `--date`, `--source`, `--encoding` and `--jobs`. */
export function readingOptions(command: Command): Command {
  return command.addOption(dateOption()).addOption(sourceOption()).addOption(encodingOption()).addOption(jobsOption());
}

/** What the commands that read bulletins take. */
export interface ReadingFlags {
  readonly date?: string;
  readonly source?: string;
  readonly encoding?: string;
}

export function readOptions(flags: ReadingFlags): ReadOptions {
  return {
    date: flags.date ?? null,
    source: flags.source ?? null,
    encoding: flags.encoding ?? null,
    stdin: process.stdin,
  };
}
