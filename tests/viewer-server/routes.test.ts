import { describe, expect, test } from 'vitest';
import {
  BulletinPage,
  EdgesAnswer,
  EntityPage,
  EvidencePage,
  SearchResults,
  Subgraph,
  Summary,
} from '../../viewer/contract.ts';
import { MARKUP, READINGS } from '../support/small-graph.ts';
import { STORES } from '../support/small-store.ts';
import { ask, raw } from './client.ts';
import { smallServer } from './small-server.ts';

const FOUND = [
  ['the name', 'Wang Yi', 'Wang Yi', 'Wang Yi'],
  ['the name in other case', 'wang yi', 'Wang Yi', 'Wang Yi'],
  ['without its accents', 'alvarez', 'José Álvarez', 'José Álvarez'],
  ['with more accents than it has', 'tàkeshi', 'Takeshi Iwaya', 'Takeshi Iwaya'],
  ['the beginning of a word', 'senk', 'Senkaku Islands', 'Senkaku Islands'],
  ['an alias', 'Diaoyu', 'Senkaku Islands', 'Diaoyu'],
  ['swapped letters', 'wnag yi', 'Wang Yi', 'Wang Yi'],
  ['a wrong letter', 'japon', 'Japan', 'Japan'],
] as const;

for (const { kind, missing, open } of STORES) {
  describe.skipIf(missing !== null)(`on the ${kind} store${missing === null ? '' : `, which ${missing}`}`, () => {
    const server = smallServer(open);

    test('the summary counts the store', async () => {
      const summary = await ask(server.url, Summary, 'summary');
      expect(summary).toMatchObject({
        store: server.store.url,
        bulletins: READINGS.length,
        statements: 20,
        firstDate: '2024-12-25',
        lastDate: '2026',
      });
      expect(summary.types).toEqual([
        { type: 'Country', count: 4 },
        { type: 'Person', count: 3 },
        { type: 'Place', count: 2 },
        { type: 'Organization', count: 1 },
      ]);
      expect(summary.predicates.slice(0, 3)).toEqual([
        { predicate: 'MET', count: 3, plover: 'CONSULT', quadClass: 1 },
        { predicate: 'REPRESENTS', count: 3, plover: null, quadClass: null },
        { predicate: 'SANCTIONED', count: 3, plover: 'SANCTION', quadClass: 4 },
      ]);
    });

    test('the top actors come most statements first, with the edges among them and how many there are in all', async () => {
      const top = await ask(server.url, Subgraph, 'top', { limit: 3 });
      expect(top.nodes).toEqual([
        { id: 'country:JPN', name: 'Japan', type: 'Country', statements: 10 },
        { id: 'person:takeshi-iwaya', name: 'Takeshi Iwaya', type: 'Person', statements: 5 },
        { id: 'person:wang-yi', name: 'Wang Yi', type: 'Person', statements: 5 },
      ]);
      expect(top.edges.map((edge) => edge.id)).toEqual([
        'person:takeshi-iwaya MET person:wang-yi',
        'person:takeshi-iwaya REPRESENTS country:JPN',
      ]);
      expect(top.edges[0]).toMatchObject({
        symmetric: true,
        statements: 3,
        sources: 2,
        first: '2024-12-25',
        last: '2025-01',
        affirmed: 2,
        negated: 1,
        quadClass: 1,
      });
      expect(top.total).toEqual({ nodes: 10, edges: 2 });
      expect(top.next).toBeNull();
    });

    test.each(FOUND)('search finds by %s', async (_, q, name, matched) => {
      const { results, total } = await ask(server.url, SearchResults, 'search', { q });
      expect(results[0]).toMatchObject({ name, matched });
      expect(total).toBeGreaterThanOrEqual(1);
    });

    test('search puts an exact alias before similar names, and more statements first among equals', async () => {
      const beijing = await ask(server.url, SearchResults, 'search', { q: 'beijing' });
      expect(beijing.results.map((result) => result.id).slice(0, 2)).toEqual(['country:CHN', 'place:beijing']);
      expect(beijing.results[0]).toMatchObject({ statements: 4, matched: 'Beijing' });
    });

    test('search for nothing finds nothing, and a limit keeps the total', async () => {
      expect(await ask(server.url, SearchResults, 'search', { q: ' ' })).toEqual({ results: [], total: 0 });
      expect(await ask(server.url, SearchResults, 'search', { q: 'zzzzqqqq' })).toEqual({ results: [], total: 0 });
      const one = await ask(server.url, SearchResults, 'search', { q: 'united', limit: 1 });
      expect(one.results.map((result) => result.name)).toEqual(['United States']);
      expect(one.total).toBe(2);
    });

    test('neighbours come in pages that together are all of them, each once', async () => {
      const seen: string[] = [];
      let after: string | null = '';
      let pages = 0;
      while (after !== null) {
        const page: Subgraph = await ask(server.url, Subgraph, 'neighbours', {
          id: 'country:JPN',
          limit: 2,
          ...(after === '' ? {} : { after }),
        });
        expect(page.total).toEqual({ nodes: 5, edges: 9 });
        expect(page.nodes[0]?.id).toBe('country:JPN');
        seen.push(...page.nodes.slice(1).map((node) => node.id));
        after = page.next;
        pages++;
      }
      expect(pages).toBe(3);
      expect(seen).toEqual([
        'country:PRK',
        'country:CHN',
        'person:jose-alvarez',
        'place:senkaku-islands',
        'person:takeshi-iwaya',
      ]);
    });

    test('neighbours bring the edges to the entity and among themselves', async () => {
      const { edges } = await ask(server.url, Subgraph, 'neighbours', { id: 'country:JPN' });
      const ids = edges.map((edge) => edge.id);
      expect(ids).toContain('country:CHN SANCTIONED country:JPN');
      expect(ids).toContain('country:CHN DISPUTES place:senkaku-islands');
      expect(edges.every((edge) => edge.source !== edge.target)).toBe(true);
    });

    test('neighbours by predicate and type', async () => {
      const sanctions = await ask(server.url, Subgraph, 'neighbours', { id: 'country:JPN', predicate: 'SANCTIONED' });
      expect(sanctions.nodes.map((node) => node.id)).toEqual(['country:JPN', 'country:CHN', 'country:PRK']);
      expect(sanctions.total).toEqual({ nodes: 2, edges: 2 });
      const places = await ask(server.url, Subgraph, 'neighbours', { id: 'country:JPN', type: 'Place' });
      expect(places.nodes.map((node) => node.id)).toEqual(['country:JPN', 'place:senkaku-islands']);
    });

    async function edgesBetween(ids: readonly string[], among: readonly string[]): Promise<EdgesAnswer> {
      const response = await fetch(`${server.url}api/edges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ids, among }),
      });
      expect(response.status).toBe(200);
      return EdgesAnswer.strict().parse(await response.json());
    }

    test('edges join one set to another in both directions, and unknown ids give none', async () => {
      const joined = await edgesBetween(['country:JPN'], ['country:CHN', 'country:PRK', 'nobody']);
      expect(joined.edges.map((edge) => edge.id).sort()).toEqual([
        'country:CHN SANCTIONED country:JPN',
        'country:JPN ACCUSED country:PRK',
        'country:JPN SANCTIONED country:PRK',
        'country:PRK DENIED country:JPN',
      ]);
      expect(joined.total).toBe(4);
      expect(await edgesBetween([], ['country:CHN'])).toEqual({ edges: [], total: 0 });
    });

    test('an edge with both ends in both sets comes once', async () => {
      const both = ['country:JPN', 'country:CHN'];
      const joined = await edgesBetween(both, both);
      expect(joined.edges.map((edge) => edge.id)).toEqual(['country:CHN SANCTIONED country:JPN']);
      expect(joined.total).toBe(1);
    });

    test('an entity says what can be expanded from it', async () => {
      const japan = await ask(server.url, EntityPage, 'entity', { id: 'country:JPN' });
      expect(japan).toMatchObject({ name: 'Japan', type: 'Country', statements: 10, neighbours: 5 });
      expect(japan.aliases).toContain('Tokyo');
      expect(japan.predicates[0]).toEqual({ predicate: 'SANCTIONED', count: 3, neighbours: 2 });
      expect(japan.predicates.reduce((sum, { count }) => sum + count, 0)).toBe(10);
      expect(japan.neighbourTypes).toEqual([
        { type: 'Country', count: 2 },
        { type: 'Person', count: 2 },
        { type: 'Place', count: 1 },
      ]);
    });

    test('evidence of a pair has the words, the holder and the bulletin, newest first', async () => {
      const { evidence, total } = await ask(server.url, EvidencePage, 'evidence', {
        id: 'person:wang-yi',
        other: 'person:takeshi-iwaya',
        predicate: 'MET',
      });
      expect(total).toBe(3);
      expect(evidence[0]).toMatchObject({
        predicate: 'MET',
        polarity: 'negated',
        date: '2025-01',
        saidBy: { id: 'country:JPN', text: 'Japan' },
        bulletin: { id: 'b-january', source: 'Harbor Wire', publishedAt: '2025-01-10' },
      });
      for (const { quote, sentence, subject, bulletin } of evidence) {
        const text = READINGS.find((reading) => reading.bulletin.id === bulletin.id)?.bulletin.text ?? '';
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
        expect(text.slice(subject.start, subject.end)).toBe(subject.text);
        expect(sentence.text).toContain(text.slice(quote.start, quote.end));
      }
    });

    test('evidence of an entity has statements without object too, and pages that together are all of them', async () => {
      const seen: string[] = [];
      const days: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page: EvidencePage = await ask(server.url, EvidencePage, 'evidence', {
          id: 'country:JPN',
          limit: 3,
          ...(after === '' ? {} : { after }),
        });
        expect(page.total).toBe(10);
        seen.push(...page.evidence.map(({ id }) => id));
        days.push(...page.evidence.map(({ date }) => date ?? ''));
        after = page.next;
      }
      expect(new Set(seen).size).toBe(10);
      expect(days).toEqual([...days].sort().reverse());
      const denial = await ask(server.url, EvidencePage, 'evidence', { id: 'country:USA', predicate: 'DENIED' });
      expect(denial.evidence[0]?.object).toBeNull();
    });

    test('a bulletin has its whole text and its statements in the order of the text', async () => {
      const page = await ask(server.url, BulletinPage, 'bulletin', { id: 'b-talks' });
      expect(page.text).toBe(READINGS[0]?.bulletin.text);
      expect(page.evidence.length).toBe(5);
      const starts = page.evidence.map(({ quote }) => quote.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    });

    test('a bulletin has every mention at its place, in the order of the text', async () => {
      const page = await ask(server.url, BulletinPage, 'bulletin', { id: 'b-talks' });
      const read = (READINGS[0]?.extraction.entities ?? []).flatMap(({ id, mentions }) =>
        mentions.map(({ text, start }) => ({ id, text, start })),
      );
      const given = page.mentions.map(({ id, start, end }) => ({ id, text: page.text.slice(start, end), start }));
      expect(given.length).toBeGreaterThan(4);
      expect(new Set(given.map((each) => JSON.stringify(each)))).toEqual(
        new Set(read.map((each) => JSON.stringify(each))),
      );
      expect(given.map(({ start }) => start)).toEqual(given.map(({ start }) => start).sort((a, b) => a - b));
    });

    test('markup in a bulletin is text in JSON and nothing else', async () => {
      const answer = await raw(server.url, '/api/bulletin?id=b-markup');
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      const page = BulletinPage.parse(JSON.parse(answer.body));
      expect(page.title).toBe(`Broken feed ${MARKUP}`);
      expect(page.text).toContain('<script>alert(2)</script>');
      expect(page.evidence[0]?.sentence.text).toContain(MARKUP);
    });
  });
}
