/**
 * Opens the store that a URL names: `file:DIR` the embedded one, `neo4j://` or `bolt://` a Neo4j server.
 * Only the one that is named is loaded.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GraphStore, StoreError } from './store.ts';

export const DEFAULT_STORE_URL = 'file:./bulletin-graph-data';

export interface OpenOptions {
  /** For Neo4j; by default the URL's own, else `neo4j`. */
  readonly username?: string;
  readonly password?: string;
  /** Whether a missing embedded store is made; by default it is an error. */
  readonly create?: boolean;
  /** Whether a store of another schema version is opened, to look at; by default it is an error. */
  readonly anySchema?: boolean;
}

const NEO4J_SCHEMES = new Set(['neo4j:', 'neo4j+s:', 'neo4j+ssc:', 'bolt:', 'bolt+s:', 'bolt+ssc:']);

/** Opens a store. StoreError of cause `invalid-url` for any other URL, `other-schema`, or as the stores give them. */
export async function openStore(url: string, options: OpenOptions = {}): Promise<GraphStore> {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  if (scheme === 'file:') {
    const { EmbeddedStore } = await import('./embedded/store.ts');
    return EmbeddedStore.open({
      directory: directoryOf(url),
      url,
      create: options.create ?? false,
      anySchema: options.anySchema ?? false,
    });
  }
  if (scheme !== undefined && NEO4J_SCHEMES.has(scheme)) {
    const { Neo4jStore } = await import('./neo4j/store.ts');
    return Neo4jStore.open(url, options);
  }
  throw new StoreError(
    'invalid-url',
    `"${url}" is not a store. Give file:DIR for the embedded store, or neo4j://HOST:7687, neo4j+s://HOST or bolt://HOST:7687.`,
  );
}

function directoryOf(url: string): string {
  const path = url.slice('file:'.length);
  if (path === '')
    throw new StoreError('invalid-url', `"${url}" names no folder. Write file:DIR, for example ${DEFAULT_STORE_URL}.`);
  try {
    return path.startsWith('//') ? fileURLToPath(url) : resolve(path);
  } catch (cause) {
    throw new StoreError(
      'invalid-url',
      `"${url}" names no folder of this machine. Write file:DIR, for example ${DEFAULT_STORE_URL}.`,
      { cause },
    );
  }
}
