/** What is said of a store whose schema is not this version's, and what to do; nothing else can be done with it. */
import { SCHEMA_VERSION } from './schema.ts';

/** @param store its URL or folder; @param found its schema, null where it names none */
export function otherSchema(store: string, found: number | null): string {
  const held = found === null ? 'it names no schema' : `its schema is ${found}`;
  if (found !== null && found > SCHEMA_VERSION) {
    return (
      `The store ${store} was made by a later version of Bulletin Graph: ${held}, and this version reads ${SCHEMA_VERSION}. ` +
      'Use the version that made it, or a later one.'
    );
  }
  return (
    `The store ${store} was made by an earlier version of Bulletin Graph: ${held}, and this version reads ${SCHEMA_VERSION}. ` +
    'Ingest the bulletins into a new store (bulletin-graph ingest PATH --store NEW), or use the version that made it.'
  );
}
