/**
 * The law of interruption: whichever statement, commit or acknowledgement of a write is the last that comes through, and
 * whether the store is opened again or its process killed, the same command run again leads to the graph that an
 * uninterrupted run makes, in any order and any batches.
 */
import { type Arbitrary, array, boolean, constantFrom, integer, option, record, shuffledSubarray } from 'fast-check';
import type { GraphStore } from '../../graph/store.ts';
import type { Report } from '../support/claims.ts';
import { history, play, type Step, whatIsLeft } from './history-law.ts';

/** Where a write ends before its time. */
type Point =
  /** Before a statement: the transaction is rolled back. */
  | 'statement'
  /** After the last statement, before the commit. */
  | 'commit'
  /** After the commit, before anybody knows of it. */
  | 'acknowledgement'
  /** Before a statement, the process that holds the database is killed; the store goes on by itself. */
  | 'kill';

interface Interruption {
  readonly point: Point;
  /** Which of all statements, or of all transactions, of the step it is. */
  readonly at: number;
  /** Whether the store is closed and opened again before the step is taken up. */
  readonly reopen: boolean;
}

export interface Life {
  readonly steps: readonly (readonly [Step, Interruption | null])[];
  /** How the bulletins that are left come into the store that it is compared with. */
  readonly order: readonly string[];
  readonly cuts: readonly boolean[];
}

/** @param points those that the store knows */
export function interruptedLife(points: readonly Point[]): Arbitrary<Life> {
  const interruption = record({
    point: constantFrom(...points),
    at: integer({ min: 1, max: 24 }).map((number) => Math.ceil((number * number) / 24)),
    reopen: constantFrom(false, false, false, true),
  });
  return record({
    steps: history.chain((steps) =>
      array(option(interruption, { freq: 3 }), { minLength: steps.length, maxLength: steps.length }).map((all) =>
        steps.map((step, index): readonly [Step, Interruption | null] => [step, all[index] ?? null]),
      ),
    ),
    order: shuffledSubarray(['b0', 'b1', 'b2', 'b3'], { minLength: 4 }),
    cuts: array(boolean(), { minLength: 4, maxLength: 4 }),
  });
}

class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export interface Tools {
  readonly store: () => GraphStore;
  /** Closes the store and opens it again. */
  readonly reopen: () => Promise<void>;
  /** Kills the process that holds the database. */
  readonly kill: () => void;
  readonly exported: (store: GraphStore) => Promise<string>;
}

/** Runs the steps; each that is interrupted is run again. Says whether a transaction that was not committed left a trace. */
export async function live({ steps }: Life, tools: Tools): Promise<{ readonly traces: number }> {
  let traces = 0;
  for (const [step, interruption] of steps) {
    if (interruption !== null) {
      const before = await tools.exported(tools.store());
      const commits = await until(interruption, step, tools);
      if (commits === 0 && (await tools.exported(tools.store())) !== before) traces++;
      if (interruption.reopen) await tools.reopen();
    }
    await play(tools.store(), [step]);
  }
  return { traces };
}

/** Runs a step until it is interrupted; gives the number of its transactions that were committed. */
async function until({ point, at }: Interruption, step: Step, tools: Tools): Promise<number> {
  let left = at;
  let commits = 0;
  const strike = (here: Point): void => {
    if (here !== point || --left !== 0) return;
    if (here !== 'kill') throw new Interrupted();
    tools.kill();
  };
  const store = tools.store();
  const fragile: GraphStore = {
    url: store.url,
    kind: store.kind,
    read: (cypher, parameters, limits) => store.read(cypher, parameters, limits),
    structure: () => store.structure(),
    createStructure: () => store.createStructure(),
    close: () => store.close(),
    write: async (work) => {
      const result = await store.write(async (transaction) => {
        const made = await work({
          run: (cypher, parameters) => {
            strike('statement');
            strike('kill');
            return transaction.run(cypher, parameters);
          },
        });
        strike('commit');
        return made;
      });
      commits++;
      strike('acknowledgement');
      return result;
    },
  };
  try {
    await play(fragile, [step]);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  return commits;
}

/** The bulletins that are left, in the life's order and batches. */
export function replay({ steps, order, cuts }: Life): Step[] {
  const left = whatIsLeft(steps.map(([step]) => step)).flatMap((step) => ('write' in step ? step.write : []));
  const batches: Report[][] = [[]];
  for (const [index, id] of order.entries()) {
    if (cuts[index] === true) batches.push([]);
    batches.at(-1)?.push(...left.filter((one) => one.id === id));
  }
  return batches.filter(({ length }) => length > 0).map((write) => ({ write }));
}
