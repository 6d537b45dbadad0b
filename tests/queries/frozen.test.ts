import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHash } from '../../graph/ids.ts';
import { deleteBulletin, writeExtraction } from '../../graph/write.ts';
import { loadCatalog } from '../../queries/catalog.ts';
import { evidenceOf } from '../../queries/evidence.ts';
import { freeze } from '../../queries/frozen/freeze.ts';
import { type Frozen, frozenText, parseFrozen } from '../../queries/frozen/frozen.ts';
import { frozenPage } from '../../queries/frozen/page.ts';
import { storeState } from '../../queries/frozen/state.ts';
import { verify } from '../../queries/frozen/verify.ts';
import type { Given } from '../../queries/parameters.ts';
import { queryNamed, runQuery } from '../../queries/runner.ts';
import { reading } from '../support/reading.ts';
import { MARKUP, READINGS } from '../support/small-graph.ts';
import { openSmallStore, type SmallStore } from '../support/small-store.ts';

const library = loadCatalog();
const OPTIONS = { now: '2025-04-02T08:00:00.000Z', program: '9.9.9', citedPerRow: 5, maxRows: 100 };

let small: SmallStore;
beforeAll(async () => {
  small = await openSmallStore();
});
afterAll(() => small.close());

async function frozenRun(name: string, given: Given = {}, options = OPTIONS): Promise<Frozen> {
  const query = queryNamed(library, name);
  const { table, parameters, entities } = await runQuery(small.store, query, given, { maxRows: options.maxRows });
  return freeze(small.store, { name, cypher: query.cypher, query, parameters, entities, table }, options);
}

async function frozenCypher(cypher: string): Promise<Frozen> {
  const table = await small.store.read(cypher);
  const run = { name: 'stdin', cypher, query: null, parameters: {}, entities: new Map(), table };
  return freeze(small.store, run, OPTIONS);
}

/** One more meeting of Wang Yi and Takeshi Iwaya. */
const AGAIN = reading('b-again', 'Delta News', '2025-03-20', 'Again', 'Wang Yi met Takeshi Iwaya again.', [
  {
    sentence: 'Wang Yi met Takeshi Iwaya again.',
    predicate: 'MET',
    subject: ['person:wang-yi', 'Wang Yi'],
    object: ['person:takeshi-iwaya', 'Takeshi Iwaya'],
    lemma: 'meet',
    quote: 'Wang Yi met Takeshi Iwaya',
    date: '2025-03-20',
  },
]);

async function writeAgain(): Promise<void> {
  await writeExtraction(small.store, [{ ...AGAIN, contentHash: contentHash(AGAIN.bulletin) }], {
    now: '2025-04-03T00:00:00.000Z',
    extractor: 'by hand',
  });
}

describe('a frozen result', () => {
  test('keeps query, parameters, entities, state, rows and the sentences behind each row', async () => {
    const frozen = await frozenRun('who-met-whom', { from: '2024' });
    expect(frozen).toMatchObject({
      program: '9.9.9',
      frozenAt: '2025-04-02T08:00:00.000Z',
      query: { name: 'who-met-whom', title: 'Who met whom', cypher: library.get('who-met-whom')?.cypher },
      parameters: { from: '2024', until: null, limit: 50 },
      store: { kind: 'embedded', bulletins: READINGS.length },
      truncated: false,
      uncited: null,
    });
    expect(frozen.rows.length).toBe(1);
    expect(frozen.evidence).toEqual([{ total: 2, statements: frozen.citations.map(({ statement }) => statement) }]);
    expect(
      new Set(frozen.citations.map(({ bulletin, source, published }) => `${bulletin}, ${source}, ${published}`)),
    ).toEqual(new Set(['b-iwaya, Delta News, 2024-12-26', 'b-talks, Harbor Wire, 2024-12-25']));
  });

  test('names the entity that a parameter was taken for, and who holds a claim', async () => {
    const frozen = await frozenRun('who-says-what', { speaker: 'Tokyo' });
    expect(frozen.entities).toEqual({ speaker: { id: 'country:JPN', name: 'Japan', type: 'Country' } });
    expect(frozen.citations).toMatchObject([{ said_by: 'Japan', polarity: 'negated', bulletin: 'b-january' }]);
  });

  test('comes back from its text as it was', async () => {
    const frozen = await frozenRun('tone-by-month', { one: 'Japan', other: 'DPRK' });
    expect(parseFrozen(frozenText(frozen), 'a.json')).toEqual(frozen);
    expect(parseFrozen(JSON.stringify(frozen), 'a.json')).toEqual(frozen);
  });

  test('that was changed afterwards, or is none, is refused by name', async () => {
    const text = frozenText(await frozenRun('who-met-whom'));
    const changed = text.replace('"b-talks"', '"b-tales"');
    expect(changed).not.toBe(text);
    expect(() => parseFrozen(changed, 'a.json')).toThrow('a.json was changed after it was frozen');
    expect(() => parseFrozen('{"rows": []}', 'b.json')).toThrow('b.json is not a frozen result');
    expect(() => parseFrozen('rows', 'c.json')).toThrow('c.json is not JSON');
  });

  test('cites no more statements of a row than asked for, and says how many there are', async () => {
    const frozen = await frozenRun('who-met-whom', {}, { ...OPTIONS, citedPerRow: 1 });
    expect(frozen.evidence?.map(({ total, statements }) => [total, statements.length])).toEqual([[2, 1]]);
    expect(frozen.citations.length).toBe(1);
  });

  test('of a query whose rows rest on no statements says why it is not cited', async () => {
    const frozen = await frozenRun('coverage');
    expect(frozen).toMatchObject({ evidence: null, citations: [] });
    expect(frozen.uncited).toContain('coverage cannot be cited');
  });

  test('of plain Cypher is cited by the ids of statements that it returns', async () => {
    const cypher =
      "MATCH (s:Statement {predicate: 'MET'}) RETURN s.polarity AS polarity, collect(s.id) AS ids ORDER BY polarity";
    const frozen = await frozenCypher(cypher);
    expect(frozen.evidence?.map(({ total }) => total)).toEqual([2, 1]);
    const without = await frozenCypher('MATCH (s:Statement) RETURN s.lemma AS lemma ORDER BY lemma');
    expect(without.uncited).toContain('s.id AS statement');
  });
});

describe('verification', () => {
  test.each([...library.values()].map(({ name }) => name))(
    '%s is the same in a graph that is the same',
    async (name) => {
      const { parameters } = queryNamed(library, name);
      const given = Object.fromEntries([...parameters].map(([parameter, { example }]) => [parameter, example]));
      const verification = await verify(small.store, parseFrozen(frozenText(await frozenRun(name, given)), name));
      expect(verification).toMatchObject({ same: true, missing: [], added: [], evidence: [], sameState: true });
    },
  );

  test('names the rows that are gone and new once the graph says otherwise', async () => {
    const frozen = await frozenRun('who-met-whom');
    await writeAgain();
    const verification = await verify(small.store, frozen);
    expect(verification).toMatchObject({ same: false, reordered: false, sameState: false });
    expect(verification.missing.map((row) => row[2])).toEqual([2]);
    expect(verification.added.map((row) => row[2])).toEqual([3]);
    await deleteBulletin(small.store, 'b-again');
    const back = await verify(small.store, frozen);
    expect(back).toMatchObject({ same: true, missing: [], added: [], sameState: false });
    expect(back.state.fingerprint).toBe(frozen.store.fingerprint);
  });

  test('says where the same row rests on other statements', async () => {
    const frozen = await frozenRun('common-contacts', { one: 'United States', other: 'Takeshi Iwaya' });
    const sealed = { ...frozen, evidence: (frozen.evidence ?? []).map((row) => ({ ...row, total: row.total + 1 })) };
    const { same, evidence, missing } = await verify(small.store, sealed);
    expect({ same, missing }).toEqual({ same: false, missing: [] });
    expect(evidence.map(({ before, after }) => before.total - after.total)).toEqual([1]);
  });

  test('says where only the order is another, and forgives the last digits of a mean', async () => {
    const frozen = await frozenRun('top-actors');
    const turned = {
      ...frozen,
      rows: [...frozen.rows].reverse(),
      evidence: [...(frozen.evidence ?? [])].reverse(),
    };
    expect(await verify(small.store, turned)).toMatchObject({ same: false, reordered: true, missing: [], added: [] });
    const mean = await frozenRun('tone-by-month', { one: 'Japan', other: 'DPRK' });
    const nearly = {
      ...mean,
      rows: mean.rows.map((row) => row.map((value) => (value === -4 ? -4.000000000000001 : value))),
    };
    expect(nearly.rows).not.toEqual(mean.rows);
    expect(await verify(small.store, nearly)).toMatchObject({ same: true });
  });

  test('the state is that of the bulletins, not of when they came', async () => {
    const before = await storeState(small.store);
    await writeAgain();
    const after = await storeState(small.store);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(after.bulletins).toBe(before.bulletins + 1);
    expect(after.commits).toBeGreaterThan(before.commits ?? 0);
    await deleteBulletin(small.store, 'b-again');
    expect((await storeState(small.store)).fingerprint).toBe(before.fingerprint);
  });
});

describe('the page', () => {
  test('has the rows, their evidence by number, and a bibliography with the exact words marked', async () => {
    const page = frozenPage(await frozenRun('who-met-whom'));
    expect(page).toMatch(/<td>Takeshi Iwaya<\/td><td>Wang Yi<\/td>/);
    expect(page).toMatch(/<a href="#st-[0-9a-f]{24}">\[1\]<\/a> <a href="#st-[0-9a-f]{24}">\[2\]<\/a>/);
    expect(page).toContain('<mark>Wang Yi met Takeshi Iwaya</mark>');
    expect(page).toContain('Harbor Wire. “Talks in Beijing”. 2024-12-25. <a href="https://example.org/b-talks">');
    expect(page).toContain('<blockquote id="st-');
  });

  test('shows markup of a bulletin as text, and has no script', async () => {
    const page = frozenPage(await frozenRun('single-source-claims', { predicate: 'CRITICIZED' }));
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    expect(page).not.toContain(MARKUP);
    expect(page).not.toMatch(/<script|<img|javascript:/i);
    expect(page).toContain("default-src 'none'");
  });

  test('links only web addresses', async () => {
    const frozen = await frozenRun('who-met-whom');
    const citations = frozen.citations.map((citation) => ({ ...citation, url: 'javascript:alert(1)' }));
    expect(frozenPage({ ...frozen, citations })).not.toContain('href="javascript:');
  });
});

test('a row whose statements are not there rests on none', async () => {
  const query = { name: 'wrong', evidence: { cypher: 'MATCH (s:Statement {id: $row_one})' } };
  const table = { columns: ['one'], rows: [['nothing']], truncated: false };
  const { rows } = await evidenceOf(small.store, { query, parameters: {}, table }, 5);
  expect(rows).toEqual([{ total: 0, statements: [] }]);
});
