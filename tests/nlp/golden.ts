/** Reads the files that record_golden.py has written. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Columns } from './columns.ts';

const Numbers = z.array(z.int().nonnegative());
const Flags = z.string().transform((text) => text.split(''));
const Recorded = z.record(z.string(), z.string());

const Document = z.object({
  name: z.string().optional(),
  text: z.string().optional(),
  start: Numbers,
  end: Numbers,
  space: Flags,
  norm: Numbers,
  tag: Numbers,
  pos: Numbers,
  morph: Numbers,
  lemma: Numbers,
  head: Numbers,
  dep: Numbers,
  sent: Flags,
  iob: Flags,
  entType: Numbers,
});

const Recording = z.object({ recorded: Recorded, strings: z.array(z.string()), documents: z.array(Document) });

const LongRecording = z.object({
  recorded: Recorded,
  /** Positions in the list of texts, each with the separator that stands before it. */
  pieces: z.array(z.tuple([z.int().nonnegative(), z.string()])),
  characters: z.int(),
  tokens: z.int(),
  hashes: z.record(z.string(), z.string()),
});

export interface Golden {
  readonly name: string;
  readonly text: string;
  readonly columns: Columns;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8'));
}

function readRecording(name: string): readonly { name: string; text: string | undefined; columns: Columns }[] {
  const { strings, documents } = Recording.parse(readJson(name));
  const words = (numbers: readonly number[]): readonly string[] => numbers.map((number) => strings[number] ?? '');
  return documents.map(({ name: title, text, ...columns }) => ({
    name: title ?? '',
    text,
    columns: {
      ...columns,
      norm: words(columns.norm),
      tag: words(columns.tag),
      pos: words(columns.pos),
      morph: words(columns.morph),
      lemma: words(columns.lemma),
      dep: words(columns.dep),
      entType: words(columns.entType),
    },
  }));
}

/** The project's own test texts, by what they test. */
export function ownTexts(): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(z.record(z.string(), z.array(z.string())).parse(readJson('texts.json'))));
}

/** The own texts with spaCy's analysis; the name is the group. */
export function ownGolden(): readonly Golden[] {
  const recorded = readRecording('texts.columns.json');
  const named = [...ownTexts()].flatMap(([name, texts]) => texts.map((text) => ({ name, text })));
  if (named.length !== recorded.length) throw new Error('texts.json has changed: run tests/nlp/record_golden.py');
  return named.flatMap(({ name, text }, i) => {
    const columns = recorded[i]?.columns;
    return columns === undefined ? [] : [{ name, text, columns }];
  });
}

/** The sample bulletins as they were at the last recording. */
export function sampleGolden(): readonly Golden[] {
  return readRecording('samples.columns.json').map(({ name, text, columns }) => ({ name, text: text ?? '', columns }));
}

/** The text of 100,000 characters, and the hashes of its columns. */
export function longGolden(): { text: string; characters: number; tokens: number; hashes: Record<string, string> } {
  const { pieces, characters, tokens, hashes } = LongRecording.parse(readJson('long.json'));
  const texts = [...ownTexts().values()].flat();
  return { text: pieces.map(([at, separator]) => separator + (texts[at] ?? '')).join(''), characters, tokens, hashes };
}
