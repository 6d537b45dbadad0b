/** `status`: what a store holds. */
import type { Command } from 'commander';
import { z } from 'zod';
import { openStore } from '../graph/open.ts';
import type { GraphStore } from '../graph/store.ts';
import { withAsOf } from './as-of.ts';
import { EXIT, type ExitCode, type Finish } from './exit.ts';
import { asOfOption, storeOption } from './options.ts';
import { print, warn } from './terminal.ts';

export interface StoreCounts {
  readonly bulletins: number;
  readonly entities: number;
  readonly statements: number;
  readonly events: number;
}

async function countOf(store: GraphStore, label: string): Promise<number> {
  const { rows } = await store.read(`MATCH (n:${label}) RETURN count(n) AS n`);
  return Number(rows[0]?.[0] ?? 0);
}

/** Nodes of each kind. */
export async function countStore(store: GraphStore): Promise<StoreCounts> {
  return {
    bulletins: await countOf(store, 'Bulletin'),
    entities: await countOf(store, 'Entity'),
    statements: await countOf(store, 'Statement'),
    events: await countOf(store, 'Event'),
  };
}

const SPAN = `MATCH (b:Bulletin)
RETURN min(b.publishedAt) AS first, max(b.publishedAt) AS last, max(b.ingestedAt) AS ingested`;

const RESTORING = 'MATCH (s:Store) WHERE s.restoring RETURN s.id AS id';

const Span = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()]);

interface StatusFlags {
  readonly store: string;
  readonly json?: true;
  readonly asOf?: string;
}

async function status(flags: StatusFlags): Promise<ExitCode> {
  const store = await openStore(flags.store);
  try {
    if ((await store.read(RESTORING)).rows.length > 0) {
      warn(`${store.url} is not whole: a restore was interrupted. Run it again with --replace.`);
    }
    await withAsOf(store, flags.asOf, (known) => tell(known, flags.json ?? false));
  } finally {
    await store.close();
  }
  return EXIT.done;
}

async function tell(store: GraphStore, asJson: boolean): Promise<void> {
  const counts = await countStore(store);
  const [first, last, ingested] = Span.parse((await store.read(SPAN)).rows[0]);
  if (asJson) {
    await print(`${JSON.stringify({ store: store.url, kind: store.kind, ...counts, first, last, ingested })}\n`);
    return;
  }
  const lines: readonly (readonly [string, unknown])[] = [
    ['store', `${store.url} (${store.kind})`],
    ...Object.entries(counts).map(([name, number]) => [name, number.toLocaleString('en')] as const),
    ['dates', first === null ? 'none' : `${first} to ${last ?? first}`],
    ['last ingested', ingested ?? 'never'],
  ];
  await print(lines.map(([name, value]) => `${name.padEnd(14)}${String(value)}\n`).join(''));
}

export function addStatus(program: Command, finish: Finish): void {
  program
    .command('status')
    .description('print what the store holds')
    .addOption(storeOption())
    .addOption(asOfOption())
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  bulletin-graph status
  bulletin-graph status --store neo4j://localhost:7687 --json`,
    )
    .action((flags: StatusFlags) => finish(status(flags)));
}
