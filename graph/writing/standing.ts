/**
 * For whom the subject and object of a statement stand, by what the bulletin itself says: the office that it gives them, else
 * what reading found. A function of one bulletin, so that other bulletins never change a statement.
 */
import type { Argument, ExtractedEntity, ExtractedStatement, Extraction } from '../model/extraction.ts';

export interface Standing {
  readonly entities: ReadonlyMap<string, ExtractedEntity>;
  /** The country or body that each entity stands for. */
  readonly principals: ReadonlyMap<string, string>;
}

export function standings({ entities, statements }: Extraction): Standing {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const offices = new Map<string, Set<string>>();
  for (const { predicate, polarity, status, subject, object } of statements) {
    // A former office is stated as one that occurred.
    if (predicate !== 'REPRESENTS' || polarity !== 'affirmed' || status !== 'ongoing' || object === null) continue;
    offices.set(subject.entity, (offices.get(subject.entity) ?? new Set()).add(object.entity));
  }
  const principals = new Map<string, string>();
  for (const { id, type, standsFor } of entities) {
    const principal = standsFor ?? (type === 'Person' ? onlyOf(offices.get(id), byId) : undefined);
    if (principal !== undefined && principal !== id && type !== 'Country') principals.set(id, principal);
  }
  return { entities: byId, principals };
}

/** The one country among the offices, else the one body. */
function onlyOf(
  offices: ReadonlySet<string> | undefined,
  entities: ReadonlyMap<string, ExtractedEntity>,
): string | undefined {
  const all = [...(offices ?? [])];
  const countries = all.filter((id) => entities.get(id)?.type === 'Country');
  const [only, another] = countries.length > 0 ? countries : all;
  return another === undefined ? only : undefined;
}

/** Predicates for which a place means its country: whoever visits the one visits the other. */
const TRAVEL = new Set(['VISITED']);

/** What is kept on a subject or object of whom it stands for; nothing where it stands for itself. */
export function argumentStanding(
  { predicate }: ExtractedStatement,
  { entity }: Argument,
  { entities, principals }: Standing,
): { standsFor?: string; inPerson?: true } {
  const standsFor = principals.get(entity);
  const read = entities.get(entity);
  if (standsFor === undefined || (read?.type === 'Place' && !TRAVEL.has(predicate))) return {};
  const isNamedPerson = read?.type === 'Person' && read.unnamed !== true;
  return { standsFor, ...(isNamedPerson ? { inPerson: true } : {}) };
}
