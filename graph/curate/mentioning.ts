/** Which bulletins mention an entity by an id that was read, whatever entity it counts for in the graph. */
import { z } from 'zod';
import type { Reading } from '../store.ts';
import { Contribution } from '../writing/entity-support.ts';
import { parseRows } from '../writing/rows.ts';
import type { Resolution } from './resolution.ts';

const MENTIONING = `
  MATCH (e:Entity) WHERE e.id IN $ids
  MATCH (e)<-[m:MENTIONS]-(b:Bulletin)
  RETURN b.id AS bulletin, e.id AS entity, m.originals AS originals`;
const Row = z.object({ bulletin: z.string(), entity: z.string(), originals: z.string().nullable() });

/** @param resolution by which the graph stands */
export async function mentioning(
  reading: Reading,
  read: Iterable<string>,
  resolution: Pick<Resolution, 'canonical'>,
): Promise<string[]> {
  const wanted = new Set(read);
  if (wanted.size === 0) return [];
  const ids = [...new Set([...wanted].map((id) => resolution.canonical.get(id) ?? id))];
  return parseRows(await reading.run(MENTIONING, { ids }), Row).flatMap(({ bulletin, entity, originals }) => {
    const own =
      originals === null
        ? [entity]
        : z
            .array(Contribution)
            .parse(JSON.parse(originals))
            .map((original) => original.entity);
    return own.some((id) => wanted.has(id)) ? [bulletin] : [];
  });
}
