/** Runs an ingest with its progress and says what came of it. Shared by `ingest` and `start`. */
import { type IngestOptions, type IngestResult, ingest } from '../ingest/ingest.ts';
import { measure, type Rejection } from '../ingest/readers/reader.ts';
import type { GraphStore } from '../graph/store.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { VERSION } from './package.ts';
import { duration, Progress } from './progress.ts';
import { countStore } from './status.ts';
import { count, interactive, print, say, sayNote, sayRejection } from './terminal.ts';

/** Rejections that are printed one by one; beyond them only their number, so that a bad file does not bury the rest. */
const MAX_PRINTED = 50;

export type IngestSettings = Pick<IngestOptions, 'read' | 'jobs' | 'signal' | 'again'> & {
  /** Whether a line of JSON on stdout tells what became of each bulletin. */
  readonly json?: boolean;
};

const rejectedLine = ({ path, line, reason }: Rejection) => ({ path, line, outcome: 'rejected', reason });

const jsonLines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Ingests with progress on stderr; rejections and notes are named as they come. */
export async function runIngest(
  store: GraphStore,
  paths: readonly string[],
  settings: IngestSettings,
): Promise<{ readonly result: IngestResult; readonly seconds: number }> {
  if (!interactive) say(`Reading bulletins into ${store.url}.`);
  const progress = new Progress(await measure(paths));
  const rejections: Rejection[] = [];
  let printed = 0;
  const printing = (write: () => void): void => {
    printed++;
    if (printed <= MAX_PRINTED) progress.aside(write);
    if (printed === MAX_PRINTED) progress.aside(() => say('Further ones are only counted.'));
  };
  try {
    const result = await ingest(store, paths, {
      ...settings,
      extractor: `bulletin-graph/${VERSION}`,
      onRejection: (rejection) => {
        printing(() => sayRejection(rejection));
        if (settings.json === true) rejections.push(rejection);
      },
      onNote: (note) => printing(() => sayNote(note)),
      onProgress: (bytes, bulletins) => progress.update(bytes, bulletins),
      onStored: async (bulletins) => {
        if (settings.json === true) await print(jsonLines([...rejections.splice(0).map(rejectedLine), ...bulletins]));
      },
    });
    await print(jsonLines(rejections.map(rejectedLine)));
    return { result, seconds: progress.seconds };
  } finally {
    progress.stop();
  }
}

/** What a run did, in one or two lines on stderr. */
export async function sayResult(store: GraphStore, result: IngestResult, seconds: number): Promise<void> {
  const { added, replaced, unchanged, rejected, statements, dropped } = result;
  const total = added + replaced + unchanged;
  const parts = [
    `${count(added, 'bulletin')} added`,
    ...(replaced > 0 ? [`${count(replaced, 'bulletin')} replaced`] : []),
    ...(unchanged > 0 ? [`${unchanged.toLocaleString('en')} unchanged`] : []),
    `${rejected.toLocaleString('en')} rejected`,
    `${count(statements, 'statement')} written`,
    ...(dropped > 0 ? [`${dropped.toLocaleString('en')} dropped`] : []),
  ];
  if (added + replaced === 0 && total > 0) {
    say(
      `Nothing new: the store holds ${total === 1 ? 'this bulletin' : `all ${count(total, 'bulletin')}`} already; nothing was changed.`,
    );
    if (rejected > 0) say(`${count(rejected, 'bulletin')} rejected.`);
  } else {
    say(`${parts.join(', ')} in ${duration(seconds)}.`);
  }
  const held = await countStore(store);
  say(
    `${store.url} holds ${count(held.bulletins, 'bulletin')}, ${count(held.entities, 'entity', 'entities')}, ${count(held.statements, 'statement')}, ${count(held.events, 'event')}.`,
  );
  if (result.interrupted) say('Stopped before the end. Run the same command again to go on where it stopped.');
}

export function exitCodeOf(result: IngestResult): ExitCode {
  if (result.interrupted) return EXIT.interrupted;
  return result.rejected > 0 ? EXIT.rejected : EXIT.done;
}
