/**
 * A frozen result: a run of a query that can be cited and checked again. It holds the query's text and parameters, the
 * state of the store, the time, the rows and the evidence of each; a digest of all that shows whether it was changed.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Value } from '../../graph/store.ts';
import { QueryError } from '../errors.ts';
import { Citation, RowEvidence } from '../evidence.ts';
import { EvidenceHeader } from '../header.ts';

const FORMAT = 'bulletin-graph frozen result';
const VERSION = 1;

/** Anything that a query may return. */
export const FrozenValue: z.ZodType<Value> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(FrozenValue), z.record(z.string(), FrozenValue)]),
);

export const StoreState = z.object({
  kind: z.enum(['embedded', 'neo4j']),
  /** How often the store had been written to; null where it does not say. */
  commits: z.int().nullable(),
  /** A hash of which bulletins it held, with which text, read by which version of the program. */
  fingerprint: z.string(),
  bulletins: z.int(),
  entities: z.int(),
  statements: z.int(),
});
export type StoreState = z.infer<typeof StoreState>;

const FrozenContent = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Version of the program that ran the query. */
  program: z.string(),
  /** ISO time, in UTC. */
  frozenAt: z.string(),
  /** `title` and `question` are those of the query's header; null for Cypher without one. */
  query: z.object({
    name: z.string(),
    title: z.string().nullable(),
    question: z.string().nullable(),
    cypher: z.string(),
    evidence: EvidenceHeader.nullable(),
  }),
  /** As they were passed to the store. */
  parameters: z.record(z.string(), FrozenValue),
  /** The entity that each entity parameter was taken for. */
  entities: z.record(z.string(), z.object({ id: z.string(), name: z.string(), type: z.string() })),
  store: StoreState,
  columns: z.array(z.string()),
  rows: z.array(z.array(FrozenValue)),
  /** Whether the row limit cut the result, and at how many rows it stood. */
  truncated: z.boolean(),
  maxRows: z.int(),
  /** Of each row, in the order of the rows; null where rows cannot be cited, for the reason in `uncited`. */
  evidence: z.array(RowEvidence).nullable(),
  /** Most statements that are cited for a row. */
  citedPerRow: z.int(),
  uncited: z.string().nullable(),
  citations: z.array(Citation),
});
export type FrozenContent = z.infer<typeof FrozenContent>;

export const Frozen = FrozenContent.extend({ digest: z.string() });
export type Frozen = z.infer<typeof Frozen>;

/** A result with its digest; `format` and `version` are put in. */
export function seal(content: Omit<FrozenContent, 'format' | 'version'>): Frozen {
  const whole: FrozenContent = { format: FORMAT, version: VERSION, ...content };
  return { ...whole, digest: digestOf(whole) };
}

/** As it is written to a file. */
export function frozenText(frozen: Frozen): string {
  return `${JSON.stringify(frozen, null, 2)}\n`;
}

/**
 * The frozen result in a file's text.
 * @param name of the file, for messages
 * @throws QueryError `not-frozen` where it is none, or was changed after it was frozen
 */
export function parseFrozen(text: string, name: string): Frozen {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new QueryError('not-frozen', `${name} is not JSON. Give a file that query --save wrote.`, { cause });
  }
  const parsed = Frozen.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new QueryError(
      'not-frozen',
      `${name} is not a frozen result (${issue?.path.map(String).join('.')}: ${issue?.message}). Give a file that query --save wrote.`,
    );
  }
  const { digest, ...content } = parsed.data;
  if (digestOf(content) !== digest) {
    throw new QueryError(
      'not-frozen',
      `${name} was changed after it was frozen: its digest is not that of its content. Take the file as query --save wrote it.`,
    );
  }
  return parsed.data;
}

/** SHA-256 of the content with the keys of every object in order, so that the layout of the file does not count. */
function digestOf(content: FrozenContent): string {
  return createHash('sha256').update(canonical(content), 'utf8').digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
