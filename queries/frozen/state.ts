/** The state of a store, as far as a result depends on it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GraphStore, Limits } from '../../graph/store.ts';
import { readRows } from '../rows.ts';
import type { StoreState } from './frozen.ts';

/** Bulletins that are read at once. */
const PAGE = 10_000;

const BULLETINS = `
MATCH (b:Bulletin) WHERE b.id > $after
RETURN b.id AS id, b.contentHash AS hash, b.extractor AS extractor
ORDER BY id
LIMIT ${PAGE}`;
const BULLETIN = { id: z.string(), hash: z.string(), extractor: z.string().nullable() };

/** Reads the id and hash of every bulletin: about a second for 100,000. */
export async function storeState(store: GraphStore, limits: Limits = {}): Promise<StoreState> {
  const hash = createHash('sha256');
  let bulletins = 0;
  for (let after = ''; ; ) {
    const page = await readRows(store, 'bulletins', BULLETIN, BULLETINS, { after }, { ...limits, maxRows: PAGE });
    for (const bulletin of page) hash.update(`${JSON.stringify([bulletin.id, bulletin.hash, bulletin.extractor])}\n`);
    bulletins += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  const [bookkeeping] = await readRows(
    store,
    'the commit counter',
    { commits: z.int().nullable() },
    "MATCH (s:Store {id: 'store'}) RETURN s.commits AS commits",
    {},
    limits,
  );
  return {
    kind: store.kind,
    commits: bookkeeping?.commits ?? null,
    fingerprint: hash.digest('hex'),
    bulletins,
    entities: await countOf(store, 'Entity', limits),
    statements: await countOf(store, 'Statement', limits),
  };
}

async function countOf(store: GraphStore, label: 'Entity' | 'Statement', limits: Limits): Promise<number> {
  const cypher = `MATCH (n:${label}) RETURN count(n) AS n`;
  const [row] = await readRows(store, `the number of ${label} nodes`, { n: z.int() }, cypher, {}, limits);
  return row?.n ?? 0;
}
