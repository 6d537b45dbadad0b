/** Runs a command on a store, or on the store as it was known on a date. */
import { openAsOf } from '../graph/as-of/past-graph.ts';
import type { GraphStore } from '../graph/store.ts';
import { count, say } from './terminal.ts';

/** @param date a day, month or year; undefined for the store as it is */
export async function withAsOf<T>(
  store: GraphStore,
  date: string | undefined,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  if (date === undefined) return work(store);
  const past = await openAsOf(store, date);
  try {
    const { bulletins, total } = past.known;
    say(`As known on ${date}: ${bulletins.length.toLocaleString('en')} of ${count(total, 'bulletin')}.`);
    return await work(past.store);
  } finally {
    await past.close();
  }
}
