/**
 * The law of writing: whatever was written, replaced and deleted, in whatever order and batches, the store holds what a
 * new one holds that was given the bulletins that are left.
 */
import { type Arbitrary, array, constantFrom, oneof, record } from 'fast-check';
import type { GraphStore } from '../../graph/store.ts';
import { deleteBulletin, writeExtraction } from '../../graph/write.ts';
import { type Claim, type Report, report } from '../support/claims.ts';

const OPTIONS = { now: '2025-01-01', extractor: 'claims 1' };

const actor = constantFrom(
  'China',
  'Japan/Nippon',
  'Japan',
  'Person:Wang Yi/Wang',
  'Person:Wang Yi',
  'Person:Li',
  'Group:Citizens',
);
const claim: Arbitrary<Claim> = record(
  {
    subject: actor,
    predicate: constantFrom('MET', 'HOSTED', 'ACCUSED', 'ATTACKED', 'ALLIED_WITH', 'REPRESENTS', 'DENIED'),
    object: actor,
    date: constantFrom('2024', '2024-12', '2024-12-25', '2024-12-26', '2024-12-28'),
    place: constantFrom('Place:Beijing', 'Place:Kyiv'),
    polarity: constantFrom('affirmed' as const, 'negated' as const),
    status: constantFrom('occurred' as const, 'planned' as const, 'ongoing' as const),
    saidBy: actor,
    confidence: constantFrom(0.5, 0.9, 1),
  },
  { requiredKeys: ['subject', 'predicate', 'object'] },
);
/** Agency copy that several bulletins print; with it, bulletins of few claims are near-identical. */
const COPY =
  'The talks were the first of their kind this year and went on into the night, officials of both sides said. ';

export const written: Arbitrary<Report> = record({
  id: constantFrom('b0', 'b1', 'b2', 'b3'),
  source: constantFrom('Wire', 'Times', null),
  publishedAt: constantFrom('2024-12-25', '2024-12-26', '2025-02-01'),
  claims: array(claim, { maxLength: 4 }),
  copies: constantFrom(0, 6),
}).map(({ copies, ...one }) => ({ ...one, note: `${COPY.repeat(copies)}${aliasesIn(one.claims)}` }));

/** What is read from a bulletin is a function of its words: aliases, which the claims do not show, have to be among them. */
function aliasesIn(claims: readonly Claim[]): string {
  const names = claims.flatMap(({ subject, object, saidBy }) => [subject, object ?? '', saidBy ?? '']);
  return names.map((name) => name.split('/').slice(1).join(' ')).join(' ');
}

const batch = record({ write: array(written, { minLength: 1, maxLength: 3 }) });
const deletion = record({ remove: constantFrom('b0', 'b1', 'b2', 'b3') });

export type Step = { readonly write: readonly Report[] } | { readonly remove: string };
export const history: Arbitrary<Step[]> = array(oneof({ weight: 3, arbitrary: batch }, deletion), {
  minLength: 1,
  maxLength: 7,
});

export async function play(store: GraphStore, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('remove' in step) await deleteBulletin(store, step.remove);
    else await writeExtraction(store, step.write.map(report), OPTIONS);
  }
}

/** The bulletins that are left after the steps, in one batch. */
export function whatIsLeft(steps: readonly Step[]): Step[] {
  const left = new Map<string, Report>();
  for (const step of steps) {
    if ('remove' in step) left.delete(step.remove);
    else for (const one of step.write) left.set(one.id, one);
  }
  return left.size === 0 ? [] : [{ write: [...left.values()].reverse() }];
}
