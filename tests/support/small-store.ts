/** The small graph in a real embedded store of its own, in a folder that goes away with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedStore } from '../../graph/embedded/store.ts';
import { contentHash } from '../../graph/ids.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import type { Reading } from './reading.ts';
import { READINGS } from './small-graph.ts';

export interface SmallStore {
  readonly store: GraphStore;
  close(): Promise<void>;
}

/** Writes bulletins with what was read from them; nothing of it may be dropped. */
export async function writeReadings(store: GraphStore, readings: readonly Reading[]): Promise<void> {
  const report = await writeExtraction(
    store,
    readings.map((reading) => ({ ...reading, contentHash: contentHash(reading.bulletin) })),
    { now: '2025-04-01T00:00:00.000Z', extractor: 'by hand' },
  );
  if (report.droppedMentions > 0 || Object.keys(report.dropped).length > 0) {
    throw new Error(`The small graph breaks the rules of the graph: ${JSON.stringify(report)}`);
  }
}

export async function openSmallStore(): Promise<SmallStore> {
  const folder = await mkdtemp(join(tmpdir(), 'small-store-'));
  const directory = join(folder, 'data');
  const store = await EmbeddedStore.open({ directory, url: `file:${directory}`, create: true });
  await writeReadings(store, READINGS);
  return {
    store,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
