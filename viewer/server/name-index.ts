/**
 * An index of entities by name and alias, in memory: accents and case folded, by beginnings of words and with small typing
 * errors. Knows nothing of a store, so that a page that holds its graph itself finds what the server finds.
 */
import MiniSearch from 'minisearch';
import type { GraphNode, SearchResults } from '../contract.ts';

/** Documents that are indexed before others get their turn. */
const CHUNK = 500;

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly type: GraphNode['type'];
  readonly aliases: readonly string[];
}

/** An entity that fits what was typed. */
export interface Match {
  readonly entity: Named;
  readonly score: number;
  /** The name or alias that fits best. */
  readonly matched: string;
  readonly fit: number;
}

/** How well a name fits what was typed; smaller is better. */
const EXACT = 0;
const BEGINNING = 1;
const WORDS = 2;
const SIMILAR = 3;

/** Lower case without accents and other marks: "Álvarez" and "alvarez" are one. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

export class NameIndex {
  readonly #names: MiniSearch<Named>;
  readonly #byId: ReadonlyMap<string, Named>;

  private constructor(names: MiniSearch<Named>, byId: ReadonlyMap<string, Named>) {
    this.#names = names;
    this.#byId = byId;
  }

  static async of(entities: readonly Named[]): Promise<NameIndex> {
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
    return new NameIndex(names, new Map(entities.map((entity) => [entity.id, entity])));
  }

  /** Everything that fits, in no order. */
  matches(typed: string): Match[] {
    const query = fold(typed);
    if (query === '') return [];
    return this.#names.search(typed).flatMap(({ id, score }) => {
      const entity = this.#byId.get(String(id));
      return entity === undefined ? [] : [{ entity, score, ...bestName(entity, query) }];
    });
  }
}

/**
 * The `limit` best of all matches: the name itself first, then names that begin so, then names with words that begin so,
 * then similar ones; within each, most statements first.
 */
export function bestOf(matches: readonly Match[], counts: ReadonlyMap<string, number>, limit: number): SearchResults {
  const ranked = matches
    .map((match) => ({ ...match, statements: counts.get(match.entity.id) ?? 0 }))
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        (a.fit === SIMILAR ? b.score - a.score : 0) ||
        b.statements - a.statements ||
        (a.entity.id < b.entity.id ? -1 : 1),
    );
  const results = ranked
    .slice(0, limit)
    .map(({ entity: { id, name, type }, statements, matched }) => ({ id, name, type, statements, matched }));
  return { results, total: ranked.length };
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
