/**
 * Lays the judgements over what was read from a bulletin: arguments and mentions point to the entity that the log says
 * they are, with the id that was read kept beside; rejected statements are set apart. Undoing is laying another log over.
 */
import { calledTogether, placesOf, spansOf } from '../writing/entity-support.ts';
import type { PreparedBulletin, PreparedMention, PreparedStatement, ReadArgument } from '../writing/prepare.ts';
import { mapArguments, placeStatement } from '../writing/prepare.ts';
import { canonicalId, type Resolution } from './resolution.ts';

/** The bulletin as the graph is to show it. Its input has the ids that were read, all of its statements and no rejected one. */
export function overlay(bulletin: PreparedBulletin, resolution: Resolution): PreparedBulletin {
  const { canonical, rejected } = resolution;
  const isMoved = bulletin.mentions.some(({ entity }) => canonical.has(entity));
  const isRejected = bulletin.statements.some(({ id }) => rejected.has(id));
  if (!isMoved && !isRejected) return bulletin;
  const types = new Map(bulletin.mentions.map(({ entity, type }) => [entity, type]));
  const place = (argument: ReadArgument): ReadArgument => ({
    ...argument,
    entity: canonicalId(resolution, argument.original),
  });
  const statements = bulletin.statements
    .filter(({ id }) => !rejected.has(id))
    .map(
      (statement): PreparedStatement =>
        isMoved ? placeStatement({ ...statement, ...mapArguments(statement, place) }, types) : statement,
    );
  return {
    ...bulletin,
    mentions: isMoved ? mergeMentions(bulletin.mentions, resolution) : bulletin.mentions,
    statements,
    rejected: bulletin.statements.filter(({ id }) => rejected.has(id)),
  };
}

/** One mention for each entity that is left. Where it is another than was read, `originals` keeps those that were. */
function mergeMentions(mentions: readonly PreparedMention[], resolution: Resolution): PreparedMention[] {
  const groups = new Map<string, PreparedMention[]>();
  for (const mention of mentions) {
    const id = canonicalId(resolution, mention.entity);
    groups.set(id, [...(groups.get(id) ?? []), mention]);
  }
  return [...groups].flatMap(([entity, group]) => {
    const inOrder = group.sort((a, b) => rank(entity, a) - rank(entity, b) || (a.entity < b.entity ? -1 : 1));
    const [first, ...rest] = inOrder;
    if (first === undefined || (group.length === 1 && first.entity === entity)) return group;
    return {
      ...first,
      entity,
      count: group.reduce((sum, { count }) => sum + count, 0),
      ...placesOf(group.flatMap(spansOf)),
      ...calledTogether([first, ...rest]),
      iso3: inOrder.find(({ iso3 }) => iso3 !== null)?.iso3 ?? null,
      originals: JSON.stringify(inOrder.map(({ originals: _originals, ...mention }) => mention)),
    };
  });
}

const rank = (entity: string, mention: PreparedMention): number => (mention.entity === entity ? 0 : 1);
