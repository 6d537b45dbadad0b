/**
 * Stages that run beside each other with a bound: what is read waits while too much is under way. Order is kept.
 */

/** Applies `work` to at most `limit` values at once and yields the results in the order of the values. */
export async function* mapConcurrent<T, R>(
  values: AsyncIterable<T>,
  limit: number,
  work: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  try {
    for await (const value of values) {
      const result = work(value);
      // A failure is raised where its turn comes; until then it must not count as unhandled.
      result.catch(() => {});
      running.push(result);
      while (running.length >= limit) {
        const first = running.shift();
        if (first !== undefined) yield await first;
      }
    }
    while (running.length > 0) {
      const first = running.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    await Promise.allSettled(running);
  }
}

/** Groups values into lists of `size`; the last may be shorter. */
export async function* batches<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
