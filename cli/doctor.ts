/** `doctor`: examines a store, and with --repair makes anew what is derived in it. */
import type { Command } from 'commander';
import { type Examination, examine, type OnProgress, repair } from '../graph/doctor/doctor.ts';
import { PROBLEMS, type ProblemReport } from '../graph/doctor/problem.ts';
import { openStore } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { storeOption } from './options.ts';
import { Progress } from './progress.ts';
import { say, print, warn } from './terminal.ts';

interface DoctorFlags {
  readonly store: string;
  readonly repair?: true;
  readonly json?: true;
}

/** Runs `work` with a bar that starts when the total is known. */
async function withProgress<T>(work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  let progress: Progress | null = null;
  try {
    return await work((done, total) => {
      progress ??= new Progress(total, 'record');
      progress.update(done, done);
    });
  } finally {
    stop(progress);
  }
}

const stop = (progress: Progress | null): void => progress?.stop();

async function doctor(flags: DoctorFlags): Promise<ExitCode> {
  const store = await openStore(flags.store, { anySchema: true });
  try {
    const found = await look(store);
    const isRepairing = flags.repair === true && found.problems.some(({ kind }) => PROBLEMS[kind].repairable);
    if (isRepairing) {
      say(`Repairing ${store.url}.`);
      await withProgress((onProgress) => repair(store, onProgress));
    }
    const left = isRepairing ? await look(store) : found;
    await print(flags.json ? asJson(store, found, left, isRepairing) : asText(store, found, left, isRepairing));
    return left.problems.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    await store.close();
  }
}

async function look(store: GraphStore): Promise<Examination> {
  const examination = await withProgress((onProgress) => examine(store, onProgress));
  if (examination.writtenMeanwhile && examination.problems.length > 0) {
    warn(
      `${store.url} was written to while it was examined: what is told may be of different moments. Run it again when nothing writes.`,
    );
  }
  return examination;
}

function asJson(store: GraphStore, found: Examination, left: Examination, isRepaired: boolean): string {
  const listed = (problems: readonly ProblemReport[]) =>
    problems.map(({ kind, count, ids }) => {
      const { one, many, remedy, repairable } = PROBLEMS[kind];
      return { kind, count, ids, what: count === 1 ? one : many, remedy, repairable };
    });
  const { schema, writtenMeanwhile } = left;
  const result = {
    store: store.url,
    kind: store.kind,
    schema,
    healthy: left.problems.length === 0,
    problems: listed(left.problems),
    ...(isRepaired ? { repaired: listed(found.problems) } : {}),
    writtenMeanwhile,
  };
  return `${JSON.stringify(result)}\n`;
}

function asText(store: GraphStore, found: Examination, left: Examination, isRepaired: boolean): string {
  const parts: string[] = [];
  if (isRepaired)
    parts.push(`${store.url} had:\n`, ...found.problems.map((problem) => described(problem, false)), '\n');
  if (left.problems.length === 0) {
    parts.push(`${store.url} is healthy${isRepaired ? ' now' : ''}.\n`);
  } else {
    parts.push(`${store.url} has${isRepaired ? ' still' : ''}:\n`, ...left.problems.map((one) => described(one, true)));
  }
  return parts.join('');
}

function described({ kind, count, ids }: ProblemReport, withRemedy: boolean): string {
  const { one, many, remedy } = PROBLEMS[kind];
  const more = count > ids.length ? ` and ${(count - ids.length).toLocaleString('en')} more` : '';
  const lines = [`  ${count.toLocaleString('en')} ${count === 1 ? one : many}: ${ids.join(', ')}${more}`];
  if (withRemedy) lines.push(`    ${remedy}`);
  return `${lines.join('\n')}\n`;
}

export function addDoctor(program: Command, finish: Finish): void {
  program
    .command('doctor')
    .description('examine a store: constraints, words, and everything that is derived against what it is derived from')
    .addOption(storeOption())
    .option('--repair', 'make anew what is derived; bulletins, statements and judgements stay as they are')
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      `
Code 0 where the store is healthy, also after a repair; 1 where something is wrong.

Examples:
  bulletin-graph doctor
  bulletin-graph doctor --repair --store neo4j://localhost:7687`,
    )
    .action((flags: DoctorFlags) => finish(doctor(flags)));
}
