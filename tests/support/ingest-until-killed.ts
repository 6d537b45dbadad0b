/**
 * A program that writes one small bulletin after another into the store of its first argument and prints the id of each
 * when it was acknowledged, until it is killed.
 */
import { openStore } from '../../graph/open.ts';
import { writeExtraction } from '../../graph/write.ts';
import { report } from './claims.ts';

const store = await openStore(process.argv[2] ?? '', { create: true });
for (let index = 0; ; index++) {
  const id = `b${index}`;
  const input = report({ id, claims: [{ subject: 'China', predicate: 'MET', object: 'Japan', date: '2024-12-25' }] });
  await writeExtraction(store, [input], { now: '2025-01-01', extractor: 'claims 1' });
  process.stdout.write(`${id}\n`);
}
