/**
 * Judgements and what is derived from references, put together: a judgement on an id beats what is derived of it, and what is
 * derived goes by the judgements on the entity that it gives.
 */
import { canonicalId, type Resolution } from '../curate/resolution.ts';
import { holders, identities, type Observation } from './derive.ts';

/** The resolution with an entity for each of the references that are there. */
export function withReferences(
  judged: Resolution,
  references: Iterable<string>,
  observations: readonly Observation[],
): Resolution {
  const present = [...references].sort();
  const named = joinedTo(judged, identities(present));
  const known = observations.map((one) => ({ ...one, person: canonicalId(named, one.person) }));
  return joinedTo(named, holders(present, known));
}

function joinedTo(judged: Resolution, derived: ReadonlyMap<string, string>): Resolution {
  const canonical = new Map(judged.canonical);
  for (const [id, meant] of derived) {
    if (judged.canonical.has(id) || judged.groups.has(id)) continue;
    const entity = canonicalId(judged, meant);
    if (entity !== id) canonical.set(id, entity);
  }
  return { ...judged, canonical };
}
