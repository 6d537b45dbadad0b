import { describe, expect, test } from 'vitest';
import { EntityHistory, EvidencePage, MentionsPage, PairHistory } from '../../viewer/contract.ts';
import { contradictionsOf, type PairStatement, relationsOf, toneOf } from '../../viewer/server/pair-history.ts';
import { writeExtraction } from '../../graph/write.ts';
import { report } from '../support/claims.ts';
import { STORES } from '../support/small-store.ts';
import { ask, refusal } from './client.ts';
import { smallServer } from './small-server.ts';

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    const server = smallServer(open);

    test('a holder has his offices, and what he represents has its holders', async () => {
      const office = { title: 'Foreign Minister', first: '2024-12-25', last: '2024-12-25', until: null, statements: 1 };
      const holder = await ask(server.url, EntityHistory, 'history', { id: 'person:wang-yi' });
      expect(holder).toMatchObject({ officesTotal: 1 });
      expect(holder.offices).toEqual([
        { ...office, side: 'holds', other: { id: 'country:CHN', name: 'China', type: 'Country' } },
      ]);
      const country = await ask(server.url, EntityHistory, 'history', { id: 'country:CHN' });
      expect(country.offices).toEqual([
        { ...office, side: 'held-by', other: { id: 'person:wang-yi', name: 'Wang Yi', type: 'Person' } },
      ]);
    });

    test('statements are counted by year and predicate, each once', async () => {
      const { years } = await ask(server.url, EntityHistory, 'history', { id: 'person:takeshi-iwaya' });
      expect(years).toEqual([
        { year: '2024', predicate: 'MET', statements: 2 },
        { year: '2024', predicate: 'REPRESENTS', statements: 1 },
        { year: '2025', predicate: 'MET', statements: 1 },
        { year: '2026', predicate: 'VISITED', statements: 1 },
      ]);
    });

    test('bulletins that mention an entity come newest first, page by page', async () => {
      const first = await ask(server.url, MentionsPage, 'mentions', { id: 'country:JPN', limit: 2 });
      expect(first.bulletins.map(({ publishedAt }) => publishedAt)).toEqual(['2025-03-03', '2025-03-02']);
      expect(first.bulletins[0]).toMatchObject({ title: 'China denies sanctions', source: 'Harbor Wire' });
      const all = [...first.bulletins];
      let after = first.next;
      while (after !== null) {
        const page: MentionsPage = await ask(server.url, MentionsPage, 'mentions', {
          id: 'country:JPN',
          limit: 2,
          after,
        });
        all.push(...page.bulletins);
        after = page.next;
      }
      expect(all).toHaveLength(first.total);
      expect(new Set(all.map(({ id }) => id)).size).toBe(first.total);
    });

    test('a bulletin without a title is told by how its text begins, wherever it is named', async () => {
      const claim = { subject: 'Person:Ada Untold', predicate: 'ACCUSED', object: 'Person:Bo Unheard' };
      const denial = { ...claim, polarity: 'negated' as const };
      const long = report({ id: 'untitled', title: null, claims: [claim], note: 'word '.repeat(100) });
      const titled = report({ id: 'titled', title: 'No accusation', claims: [denial] });
      await writeExtraction(server.store, [long, titled], { now: '2025-01-01', extractor: 'test 1' });
      const { bulletins } = await ask(server.url, MentionsPage, 'mentions', { id: 'person:ada-untold' });
      const begins = new Map(bulletins.map(({ id, begins: text }) => [id, text]));
      expect(begins.get('titled')).toBeNull();
      expect(begins.get('untitled')).toBe(long.bulletin.text.slice(0, 120));
      const { evidence } = await ask(server.url, EvidencePage, 'evidence', { id: 'person:ada-untold' });
      for (const { bulletin } of evidence) expect(bulletin.begins).toBe(begins.get(bulletin.id));
      const denied = evidence.flatMap(({ denies }) => denies.statements);
      expect(denied.map(({ bulletin }) => bulletin.begins)).toEqual([begins.get('untitled')]);
    });

    test('a pair has its relations in both directions, its tone by month and what contradicts', async () => {
      const pair = await ask(server.url, PairHistory, 'pair', { id: 'country:CHN', other: 'country:JPN' });
      expect(pair).toMatchObject({ statements: 2, one: { name: 'China' }, other: { name: 'Japan' }, toneUndated: 0 });
      expect(pair.relations).toEqual([
        {
          predicate: 'SANCTIONED',
          symmetric: false,
          forward: true,
          quadClass: 4,
          statements: 2,
          affirmed: 1,
          negated: 1,
          sources: 2,
          first: '2025-03-02',
          last: '2025-03-03',
        },
      ]);
      expect(pair.tone).toEqual([{ month: '2025-03', goldstein: -8, statements: 1, cooperation: 0, conflict: 1 }]);
      expect(pair.contradictionsTotal).toBe(1);
      expect(pair.contradictions[0]).toMatchObject({
        claims: 1,
        denials: 1,
        newestClaim: { sentence: { text: 'China sanctioned Japan on Sunday.' } },
        newestDenial: { saidBy: { name: 'Wang Yi' } },
      });
      const turned = await ask(server.url, PairHistory, 'pair', { id: 'country:JPN', other: 'country:CHN' });
      expect(turned.relations[0]).toMatchObject({ forward: false });
    });

    test('a claim names its denials, and a denial what it denies', async () => {
      const { evidence } = await ask(server.url, EvidencePage, 'evidence', { id: 'country:CHN', other: 'country:JPN' });
      const [denial, claim] = evidence;
      expect(denial).toMatchObject({
        polarity: 'negated',
        deniedBy: { total: 0 },
        denies: { total: 1, statements: [{ id: claim?.id, saidBy: null, bulletin: { source: 'Coast Radio' } }] },
      });
      expect(claim).toMatchObject({
        polarity: 'affirmed',
        deniedBy: { total: 1, statements: [{ id: denial?.id, saidBy: 'Wang Yi', bulletin: { id: 'b-denial' } }] },
        denies: { statements: [], total: 0 },
      });
    });

    test('an office that all its statements say is over has an end', async () => {
      const until = (end: string | null) =>
        server.store.write((transaction) =>
          transaction.run(
            "MATCH (s:Statement)-[:SUBJECT]->(e:Entity {id: $id}) WHERE s.predicate = 'REPRESENTS' SET s.until = $end",
            { id: 'person:wang-yi', end },
          ),
        );
      await until('2025-02-01');
      const closed = await ask(server.url, EntityHistory, 'history', { id: 'person:wang-yi' });
      await until(null);
      const opened = await ask(server.url, EntityHistory, 'history', { id: 'person:wang-yi' });
      expect([closed, opened].map(({ offices }) => offices[0]?.until)).toEqual(['2025-02-01', null]);
    });

    test('an entity that is not there is named', async () => {
      for (const [path, query] of [
        ['history', { id: 'country:XXX' }],
        ['mentions', { id: 'country:XXX' }],
        ['pair', { id: 'country:CHN', other: 'country:XXX' }],
      ] as const) {
        expect(await refusal(server.url, path, query)).toMatchObject({
          status: 404,
          message: expect.stringContaining('country:XXX'),
        });
      }
    });
  });
}

const statement = (id: string, more: Partial<PairStatement> = {}): PairStatement => ({
  id,
  predicate: 'ACCUSED',
  symmetric: false,
  forward: true,
  polarity: 'affirmed',
  goldstein: -2,
  quadClass: 3,
  date: '2025-01-02',
  source: 'Wire',
  ...more,
});

describe('adding up a pair', () => {
  test('directions stay apart', () => {
    const relations = relationsOf([statement('a'), statement('b', { forward: false }), statement('c')]);
    expect(relations.map(({ forward, statements }) => [forward, statements])).toEqual([
      [true, 2],
      [false, 1],
    ]);
  });

  test('tone leaves denials and dates without a month out, and counts the latter', () => {
    expect(
      toneOf([
        statement('a', { goldstein: 4, quadClass: 1 }),
        statement('b', { goldstein: -1 }),
        statement('c', { polarity: 'negated', goldstein: -10 }),
        statement('d', { date: '2025' }),
        statement('e', { date: null }),
        statement('f', { goldstein: null }),
      ]),
    ).toEqual({
      tone: [{ month: '2025-01', goldstein: 1.5, statements: 2, cooperation: 1, conflict: 1 }],
      toneUndated: 2,
    });
  });

  test('what contradicts is what is linked, by relation and direction', () => {
    const denied = statement('b', { polarity: 'negated', date: '2025-02' });
    expect(contradictionsOf([statement('a'), denied], [])).toEqual([]);
    expect(
      contradictionsOf(
        [statement('a'), denied, statement('c', { date: '2025-03' }), statement('d', { forward: false })],
        [
          { claim: 'a', denial: 'b', denialDay: '2025-02' },
          { claim: 'c', denial: 'b', denialDay: '2025-02' },
          { claim: 'c', denial: 'elsewhere', denialDay: '2025-04' },
        ],
      ),
    ).toEqual([
      {
        predicate: 'ACCUSED',
        forward: true,
        claims: 2,
        denials: 2,
        newestClaim: 'c',
        newestDenial: 'elsewhere',
      },
    ]);
  });
});
