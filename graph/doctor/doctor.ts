/**
 * Examines a store and makes anew what is derived in it: constraints, indexes, entities, reprints, events, aggregated
 * relationships; never what was read from bulletins, nor judgements. Work is done in pages; besides a page, the ids of one
 * kind of record are in memory (about 0.1 kB each).
 */
import { readJudgements } from '../curate/log.ts';
import { resolve } from '../curate/resolution.ts';
import type { GraphStore, Reading } from '../store.ts';
import { bulletinCheck } from './bulletins.ts';
import { type Check, countOf, idsOf, pagesOf, readingOf } from './check.ts';
import { contradictionCheck } from './contradictions.ts';
import { edgeCheck, orphanEdgeCheck } from './edges.ts';
import { entityCheck } from './entities.ts';
import { eventCheck, orphanEventCheck } from './events.ts';
import { orphanRejectionCheck, orphanStatementCheck } from './orphans.ts';
import { isRepairable, type ProblemReport, Tally } from './problem.ts';
import { knownReferences, referenceChecks, tenureCheck } from './references.ts';
import { fingerprintCheck, reprintCheck } from './reprints.ts';
import { bookkeeping, duplicates, judgementProblems, removeDuplicateEvents, structureProblems } from './structure.ts';

export interface Examination {
  /** Version of the schema of the store; null for an empty database, or one that names none. */
  readonly schema: number | null;
  /** By kind, gravest first; none in a healthy store. */
  readonly problems: readonly ProblemReport[];
  /** Whether others wrote meanwhile, so that what was found may be of different moments. */
  readonly writtenMeanwhile: boolean;
}

/** @param done of `total` records that are looked at; one that several checks look at counts for each */
export type OnProgress = (done: number, total: number) => void;

/** Looks at everything in the store and changes nothing. @throws StoreError */
export async function examine(store: GraphStore, onProgress: OnProgress = () => {}): Promise<Examination> {
  const reading = readingOf(store);
  const tally = new Tally();
  const before = await commitsOf(reading);
  const { schema, problems } = await bookkeeping(reading);
  tally.add(problems);
  if (!tally.reports.some(({ kind }) => kind === 'schema')) {
    tally.add(await structureProblems(store));
    tally.add(await duplicates(reading));
    tally.add(await judgementProblems(reading));
    await run(await checksOf(store), reading, onProgress, async (check, ids) => {
      tally.add(await check.examine(reading, ids));
    });
  }
  return { schema, problems: tally.reports, writtenMeanwhile: (await commitsOf(reading)) !== before };
}

/**
 * Makes anew what is derived, page by page, each in one transaction; interrupted, it is taken up by running it again.
 * A store of another schema is left alone.
 * @throws StoreError
 */
export async function repair(store: GraphStore, onProgress: OnProgress = () => {}): Promise<void> {
  const reading = readingOf(store);
  const { problems } = await bookkeeping(reading);
  if (problems.some(({ kind }) => kind === 'schema')) return;
  const doubled = await duplicates(reading);
  if (doubled.some(isRepairable)) await store.write(removeDuplicateEvents);
  // A constraint cannot be made over ids that are there twice; what cannot be repaired is told by the next examination.
  if (doubled.every(isRepairable) && (await structureProblems(store)).length > 0) await store.createStructure();
  await run(await checksOf(store), reading, onProgress, async (check, ids) => {
    const found = await check.examine(reading, ids);
    if (found.some(isRepairable)) await store.write((transaction) => check.repair(transaction, ids));
  });
}

/** Each stands on those before it. Without a log that can be read, nobody knows where the rest should be. */
async function checksOf(store: GraphStore): Promise<Check[]> {
  const orphans = [orphanStatementCheck, orphanRejectionCheck];
  if ((await judgementProblems(readingOf(store))).length > 0) return orphans;
  const known = await knownReferences(readingOf(store), resolve(await readJudgements(store)));
  const { resolution } = known;
  return [
    ...orphans,
    ...referenceChecks(known),
    bulletinCheck(resolution),
    entityCheck(resolution),
    tenureCheck,
    fingerprintCheck,
    reprintCheck,
    eventCheck,
    orphanEventCheck,
    contradictionCheck,
    edgeCheck,
    orphanEdgeCheck,
  ];
}

async function run(
  checks: readonly Check[],
  reading: Reading,
  onProgress: OnProgress,
  each: (check: Check, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  let total = 0;
  for (const check of checks) total += await countOf(reading, check.all);
  let done = 0;
  for (const check of checks) {
    const ids = await idsOf(reading, check.all);
    for (const page of pagesOf(ids, check.page)) {
      await each(check, page);
      onProgress(Math.min((done += page.length), total), total);
    }
  }
}

async function commitsOf(reading: Reading): Promise<unknown> {
  return (await reading.run("MATCH (s:Store {id: 'store'}) RETURN s.commits AS commits")).rows[0]?.[0] ?? 0;
}
