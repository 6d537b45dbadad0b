/** The store contract on the embedded store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { storeContract } from './store-contract.ts';
import { upkeepContract } from './upkeep-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('the embedded store', () => openStore(`file:${join(folder, 'store')}`, { create: true }), {
  histories: 60,
});

upkeepContract('the embedded store', () => openStore(`file:${join(folder, 'upkeep')}`, { create: true }));
