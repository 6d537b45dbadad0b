/** The small graph in real stores of its own: an embedded one in a folder that goes away with it, and a Neo4j server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash } from '../../graph/ids.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeExtraction } from '../../graph/write.ts';
import { reasonWithoutNeo4j, startNeo4j } from './neo4j-server.ts';
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
  const store = await openStore(`file:${directory}`, { create: true });
  await writeReadings(store, READINGS);
  return {
    store,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openSmallNeo4j(): Promise<SmallStore> {
  const server = await startNeo4j();
  const store = await openStore(server.url, { username: 'neo4j', password: server.password });
  await writeReadings(store, READINGS);
  return {
    store,
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
}

export interface StoreUnderTest {
  readonly kind: GraphStore['kind'];
  /** Why it cannot run here, or null. */
  readonly missing: string | null;
  readonly open: () => Promise<SmallStore>;
}

/** Both kinds of store; what passes on one has to pass on the other. */
export const STORES: readonly StoreUnderTest[] = [
  { kind: 'embedded', missing: null, open: openSmallStore },
  { kind: 'neo4j', missing: reasonWithoutNeo4j(), open: openSmallNeo4j },
];
