/** The store contract on the embedded store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { EmbeddedStore } from '../../graph/embedded/store.ts';
import { openStore } from '../../graph/open.ts';
import { doctorContract } from './doctor-contract.ts';
import { storeContract } from './store-contract.ts';
import { upkeepContract } from './upkeep-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('the embedded store', () => openStore(`file:${join(folder, 'store')}`, { create: true }), {
  histories: 60,
  kill: (store) => {
    if (store instanceof EmbeddedStore && store.pid !== undefined) process.kill(store.pid, 'SIGKILL');
  },
});

doctorContract('the embedded store', {
  open: (options) => openStore(`file:${join(folder, 'doctor')}`, { create: true, ...options }),
  alter: async (store, statement) => {
    await store.write((transaction) => transaction.run(statement));
  },
});

upkeepContract('the embedded store', () => openStore(`file:${join(folder, 'upkeep')}`, { create: true }));
