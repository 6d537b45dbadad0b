/**
 * The one way in which the graph changes: bulletins go out, bulletins come in, under one log of judgements and another. Who
 * references mean follows from all bulletins together, so that bulletins which refer to somebody who is another one now are
 * written anew too.
 */
import { mentioning } from '../curate/mentioning.ts';
import { overlay } from '../curate/overlay.ts';
import { canonicalId, type Resolution } from '../curate/resolution.ts';
import { readStored } from '../curate/stored-bulletins.ts';
import { parseReference } from '../references/reference.ts';
import { withReferences } from '../references/resolve.ts';
import {
  contributedBy,
  observationsOf,
  referencesIn,
  referencesTo,
  seatsIn,
  writeReferences,
} from '../references/stored.ts';
import type { WriteTransaction } from '../store.ts';
import { edgeKeyOf, type PreparedBulletin } from './prepare.ts';
import { NOTHING_REMOVED, removeBulletins } from './removal.ts';
import { settle } from './settle.ts';
import { writeTenures } from './tenures.ts';

export interface Rewriting {
  /** Ids of bulletins that go, all of which are there. */
  readonly remove: readonly string[];
  /** Bulletins that come, as they were read; those that are there already among `remove` too. */
  readonly add: readonly PreparedBulletin[];
  /** By which judgements the graph stands, and by which it is to stand. */
  readonly before: Resolution;
  readonly after: Resolution;
}

export interface Rewritten {
  /** Statements of the bulletins of `remove`. */
  readonly statements: number;
  readonly entities: { readonly created: number; readonly removed: number };
  /** How many other bulletins were written anew. */
  readonly others: number;
}

/** Bulletins that are written anew at a time, all of them in one transaction. */
const BATCH = 200;

export async function rewrite(transaction: WriteTransaction, rewriting: Rewriting): Promise<Rewritten> {
  const { remove, add } = rewriting;
  const { after, others, seats, counts } = await weigh(transaction, rewriting);
  const entities = { created: 0, removed: 0 };
  const write = async (ids: readonly string[], bulletins: readonly PreparedBulletin[]): Promise<number> => {
    const removal = ids.length === 0 ? NOTHING_REMOVED : await removeBulletins(transaction, ids, edgeKeyOf);
    const prepared = bulletins.map((bulletin) => overlay(bulletin, after));
    const changed = await settle(transaction, removal, prepared, after);
    entities.created += changed.created;
    entities.removed += changed.removed;
    return removal.statements;
  };
  const statements = await write(remove, add);
  for (let start = 0; start < others.length; start += BATCH) {
    const batch = others.slice(start, start + BATCH);
    const read = await readStored(transaction, batch);
    await write(batch, read);
  }
  await writeReferences(transaction, counts);
  await writeTenures(transaction, seats);
  return { statements, entities, others: others.length };
}

interface Weighed {
  readonly after: Resolution;
  /** Bulletins that refer to somebody who is another one now, in order of id. */
  readonly others: readonly string[];
  /** Seats of which something is or was stated. */
  readonly seats: readonly string[];
  /** How many bulletins have each reference that is touched. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Who references mean before and after, for what is touched, and for what that touches in turn. */
async function weigh(transaction: WriteTransaction, { remove, add, before, after }: Rewriting): Promise<Weighed> {
  const going = await referencesIn(transaction, remove);
  const coming = add.map((bulletin) => contributedBy(bulletin, after));
  const stated = coming.flatMap(({ observations }) => observations);
  const more = new Map<string, number>();
  for (const id of going) more.set(id, (more.get(id) ?? 0) - 1);
  for (const id of coming.flatMap(({ references }) => references)) more.set(id, (more.get(id) ?? 0) + 1);

  const names = new Set(
    [...more.keys(), ...judgedAnew(before, after)].flatMap((id) => [id, parseReference(id)?.of ?? id]),
  );
  const seats = new Set([...(await seatsIn(transaction, remove)), ...stated.map(({ seat }) => seat)]);
  const own = new Set([...remove, ...add.map(({ id }) => id)]);
  const others = new Set<string>();
  for (;;) {
    for (const name of names) if (name.startsWith('office:')) seats.add(name);
    const observed = await observationsOf(transaction, [...seats]);
    // Who holds a seat has a name that may be several persons'.
    for (const { person } of [...observed, ...stated]) {
      const reference = parseReference(person);
      if (reference !== null) names.add(reference.of);
    }
    const stored = await referencesTo(transaction, [...new Set([...names, ...seats])]);
    const counts = new Map(stored);
    for (const [id, change] of more) counts.set(id, (counts.get(id) ?? 0) + change);
    const then = withReferences(before, stored.keys(), observed);
    const left = observed.filter(({ bulletin }) => !own.has(bulletin));
    const now = withReferences(after, present(counts), [...left, ...stated]);
    const changed = [...stored.keys()].filter((id) => canonicalId(then, id) !== canonicalId(now, id));
    const found = (await mentioning(transaction, changed, then)).filter((id) => !own.has(id) && !others.has(id));
    if (found.length === 0) {
      const touched = new Map([...more.keys()].map((id) => [id, counts.get(id) ?? 0]));
      return { after: now, others: [...others].sort(), seats: [...seats], counts: touched };
    }
    for (const id of found) others.add(id);
    for (const id of await referencesIn(transaction, found)) names.add(parseReference(id)?.of ?? id);
    for (const seat of await seatsIn(transaction, found)) seats.add(seat);
  }
}

/** Ids that judgements move otherwise than before, with those that they are moved to. */
function judgedAnew(before: Resolution, after: Resolution): string[] {
  const keys = new Set([...before.canonical.keys(), ...after.canonical.keys()]);
  return [...keys].flatMap((id) => {
    const [then, now] = [canonicalId(before, id), canonicalId(after, id)];
    return then === now ? [] : [id, then, now];
  });
}

function present(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].flatMap(([id, bulletins]) => (bulletins > 0 ? [id] : []));
}
