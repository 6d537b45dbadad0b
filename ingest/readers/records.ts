/** A JSON value or a CSV row as a bulletin, for the readers whose inputs hold many. */
import { readFields } from './fields.ts';
import { type Draft, type Input, type Rejection, rejection } from './reading.ts';

const FIELDS = 'A bulletin is an object with "text", and where known "id", "date", "title", "source", "url".';

/** The draft of one record, or why it is none. `line` is where the record starts. */
export function draftOf(input: Input, line: number, value: unknown): Draft | Rejection {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return rejection(input, line, 'is not an object', FIELDS);
  }
  const { fields, text } = readFields(value);
  if (text === null) return rejection(input, line, 'has no "text"', FIELDS);
  return { kind: 'draft', fields, text, line };
}
