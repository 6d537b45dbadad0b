/**
 * Finds entities by name and alias: accents and case folded, by beginnings of words and with small typing errors. An
 * index in memory of the entities with most statements, built at the first search and again when the store changed.
 */
import MiniSearch from 'minisearch';
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { readRows } from '../../queries/rows.ts';
import { NodeType, type SearchResults } from '../contract.ts';
import type { Nodes } from './nodes.ts';
import type { Revision } from './revision.ts';

/** The index holds at most this many entities, in order of id; about 1 kB of memory each. */
const MAX_INDEXED = 200_000;
/** Documents that are indexed before other requests get their turn. */
const CHUNK = 500;

const ENTITIES = `
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.type AS type, e.aliases AS aliases
ORDER BY id LIMIT ${MAX_INDEXED}`;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly type: z.output<typeof NodeType>;
  readonly aliases: readonly string[];
}
type Result = SearchResults['results'][number];

/** How well a name fits what was typed; smaller is better. */
const EXACT = 0;
const BEGINNING = 1;
const WORDS = 2;
const SIMILAR = 3;

/** Lower case without accents and other marks: "Álvarez" and "alvarez" are one. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

export class EntitySearch {
  readonly #nodes: Nodes;
  readonly #index: () => Promise<{ readonly names: MiniSearch<Named>; readonly byId: ReadonlyMap<string, Named> }>;

  constructor(store: GraphStore, revision: Revision, nodes: Nodes) {
    this.#nodes = nodes;
    this.#index = revision.cached(async () => {
      const rows = await readRows(
        store,
        'entities',
        { id: z.string(), name: z.string(), type: NodeType, aliases: z.array(z.string()).nullable() },
        ENTITIES,
        {},
        { maxRows: MAX_INDEXED },
      );
      const entities = rows.map((row): Named => ({ ...row, aliases: row.aliases ?? [] }));
      const names = new MiniSearch<Named>({
        fields: ['name', 'aliases'],
        extractField: (entity, field) =>
          field === 'aliases' ? entity.aliases.join('\n') : field === 'id' ? entity.id : entity.name,
        processTerm: (term) => fold(term) || null,
        searchOptions: {
          prefix: true,
          // Edits, not a share of the length: two letters swapped are two edits.
          fuzzy: (term) => (term.length > 3 ? 2 : term.length === 3 ? 1 : false),
          boost: { name: 2 },
          combineWith: 'AND',
        },
      });
      await names.addAllAsync(entities, { chunkSize: CHUNK });
      return { names, byId: new Map(entities.map((entity) => [entity.id, entity])) };
    });
  }

  /**
   * The `limit` best entities for `typed` and the number of all that fit: the name itself first, then names that begin
   * so, then names with words that begin so, then similar ones; within each, most statements first.
   */
  async find(typed: string, limit: number): Promise<SearchResults> {
    const query = fold(typed);
    if (query === '') return { results: [], total: 0 };
    const { names, byId } = await this.#index();
    const found = names.search(typed).flatMap(({ id, score }) => {
      const entity = byId.get(String(id));
      return entity === undefined ? [] : [{ entity, score, ...bestName(entity, query) }];
    });
    const counts = await this.#nodes.statementCounts(found.map(({ entity }) => entity.id));
    const ranked = found
      .map((entry) => ({ ...entry, statements: counts.get(entry.entity.id) ?? 0 }))
      .sort(
        (a, b) =>
          a.fit - b.fit ||
          (a.fit === SIMILAR ? b.score - a.score : 0) ||
          b.statements - a.statements ||
          (a.entity.id < b.entity.id ? -1 : 1),
      );
    const results = ranked.slice(0, limit).map(
      ({ entity, statements, matched }): Result => ({
        id: entity.id,
        name: entity.name,
        type: entity.type,
        statements,
        matched,
      }),
    );
    return { results, total: ranked.length };
  }
}

/** The name or alias of `entity` that fits `query` best, the name itself where several fit alike. */
function bestName(entity: Named, query: string): { readonly matched: string; readonly fit: number } {
  const words = query.split(/\s+/u);
  return [entity.name, ...entity.aliases]
    .map((matched) => ({ matched, fit: fitOf(fold(matched), query, words) }))
    .reduce((best, candidate) => (candidate.fit < best.fit ? candidate : best));
}

function fitOf(name: string, query: string, words: readonly string[]): number {
  if (name === query) return EXACT;
  if (name.startsWith(query)) return BEGINNING;
  const parts = name.split(/[\s\p{P}]+/u);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? WORDS : SIMILAR;
}
