/**
 * CSV and TSV with a header row: one bulletin a row, streamed. The delimiter (comma, semicolon, tab, bar) is the one that
 * the header has most of. A row that cannot be read loses only itself.
 */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isFieldName } from './fields.ts';
import { inMegabytes, MAX_RECORD } from './limits.ts';
import { readLines } from './lines.ts';
import { type Draft, type Input, type Note, ReadError, type Rejection, rejection } from './reading.ts';
import { draftOf } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|'];

function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Column names, checked: a file without a column for the text is refused at once. */
function columns(header: readonly string[]): string[] {
  const known = header.filter((name) => isFieldName(name));
  if (!known.some((name) => ['text', 'body', 'content'].includes(name.trim().toLowerCase()))) {
    throw new ReadError(
      `has no column "text" in its first row (found: ${header.slice(0, 8).join(', ').slice(0, 120)})`,
      'Name the columns in the first row: id, date, title, text, source, url.',
      1,
    );
  }
  return [...header];
}

function reasonOf(error: CsvError): string {
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? `the row is longer than ${inMegabytes(MAX_RECORD)}; a quotation mark before it may be open`
    : `cannot be read as CSV: ${error.message.slice(0, 160)}`;
}

export async function* readCsv(input: Input): AsyncGenerator<Draft | Rejection | Note> {
  /** What came up beside the rows, handed on between them. */
  const aside: (Rejection | Note)[] = [];
  const lines = readLines(input);
  async function* source(): AsyncGenerator<string> {
    for await (const line of lines) {
      if (line.kind === 'line') yield `${line.text}\n`;
      else aside.push(line);
    }
  }
  const text = source();
  const first = await text.next();
  if (first.done) {
    yield* aside;
    return;
  }
  async function* whole(header: string): AsyncGenerator<string> {
    yield header;
    yield* text;
  }
  const remedy = 'Put fields that hold quotation marks, delimiters or line ends between double quotes.';
  const parser = parse({
    columns,
    delimiter: delimiterOf(first.value),
    info: true,
    max_record_size: MAX_RECORD,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) aside.push(rejection(input, Number(error['lines'] ?? 0) || null, reasonOf(error), remedy));
      return undefined;
    },
  });
  pipeline(Readable.from(whole(first.value)), parser, () => {
    // Errors reach the loop below through the parser.
  });
  try {
    for await (const row of parser) {
      yield* aside.splice(0);
      yield draftOf(input, row.info.lines, row.record);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    aside.push(
      rejection(input, Number(error['lines'] ?? 0) || null, `${reasonOf(error)}; the rest was not read`, remedy),
    );
  }
  yield* aside;
}
