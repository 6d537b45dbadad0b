/**
 * What was read from a bulletin against the bulletin itself and the ids that are functions of it: its words, each
 * statement's quote, sentence and arguments, the predicate table. None of it can be made again but by reading again.
 */
import { z } from 'zod';
import { contentHash, statementId } from '../ids.ts';
import { Bulletin } from '../model/bulletin.ts';
import type { ExtractedStatement } from '../model/extraction.ts';
import { ExtractedStatement as StatementShape } from '../model/extraction.ts';
import { accepts, PREDICATES } from '../model/predicates.ts';
import type { EntityType } from '../model/vocabulary.ts';
import type { Value } from '../store.ts';
import { Contribution } from '../writing/entity-support.ts';
import { StatementContent } from '../writing/rejected.ts';
import type { HeldArgument, HeldBulletin, HeldStatement } from './bulletin-content.ts';
import type { Problem } from './problem.ts';

const Mention = Contribution.extend({ originals: z.string().nullable().default(null) });

/** The entities that were read, with their types; null where a mention cannot be read. */
function entitiesRead({ mentions }: HeldBulletin): ReadonlyMap<string, EntityType> | null {
  const types = new Map<string, EntityType>();
  for (const { entity, properties } of mentions) {
    const mention = Mention.safeParse({ iso3: null, ...properties, entity });
    if (!mention.success) return null;
    const originals = originalsOf(mention.data);
    if (originals === null) return null;
    for (const original of originals) types.set(original.entity, original.type);
  }
  return types;
}

function originalsOf(mention: z.infer<typeof Mention>): readonly Contribution[] | null {
  if (mention.originals === null) return [mention];
  const parsed = z.array(Contribution).safeParse(jsonOf(mention.originals));
  return parsed.success ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is wrong with what was read from this bulletin. */
export function contentProblems(held: HeldBulletin): Problem[] {
  const bulletin = Bulletin.safeParse({ title: null, source: null, url: null, publishedAt: null, ...held.properties });
  if (!bulletin.success || contentHash(bulletin.data) !== held.properties['contentHash']) {
    return [{ kind: 'bulletin', id: held.id }];
  }
  const types = entitiesRead(held);
  if (types === null) return [{ kind: 'mention', id: held.id }];
  const { text } = bulletin.data;
  const problems: Problem[] = [];
  for (const statement of held.statements) {
    const kind = statementProblem(statement.id, held.id, statementOf(statement), text, types);
    if (kind !== null) problems.push({ kind, id: statement.id });
  }
  for (const { id, content } of held.rejected) {
    const kind = statementProblem(id, held.id, rejectedOf(content), text, types);
    if (kind !== null) problems.push({ kind, id });
  }
  return problems;
}

function statementProblem(
  id: string,
  bulletin: string,
  statement: ExtractedStatement | null,
  text: string,
  types: ReadonlyMap<string, EntityType>,
): 'statement' | 'words' | null {
  if (statement === null) return 'statement';
  const { subject, object, saidBy, place, quote, sentence } = statement;
  const row = PREDICATES.get(statement.predicate);
  const named = [subject, object, saidBy, place].filter((argument) => argument !== null);
  const isAllowed =
    row !== undefined &&
    named.every(({ entity }) => types.has(entity)) &&
    accepts(row.subject, types.get(subject.entity) ?? null) &&
    accepts(row.object, object === null ? null : (types.get(object.entity) ?? null));
  const spans = [...named, quote, sentence];
  if (!spans.every((span) => text.slice(span.start, span.end) === span.text)) return 'words';
  return isAllowed && statementId(bulletin, statement) === id ? null : 'statement';
}

/** What every statement may lack, as an absent property. */
const ABSENT = {
  date: null,
  datePrecision: null,
  cameo: null,
  plover: null,
  quadClass: null,
  goldstein: null,
  title: null,
};

type Span = Readonly<Record<string, Value | undefined>>;

function statementFrom(properties: Readonly<Record<string, Value>>, parts: Readonly<Record<string, Span | null>>) {
  const { quote, start, end, sentence, sentenceStart, sentenceEnd } = properties;
  const parsed = StatementShape.safeParse({
    ...ABSENT,
    ...properties,
    ...parts,
    quote: { text: quote, start, end },
    sentence: { text: sentence, start: sentenceStart, end: sentenceEnd },
  });
  return parsed.success ? parsed.data : null;
}

/** The statement as it was read, or null where a part is missing, there twice or no such thing. */
function statementOf({ properties, arguments: own }: HeldStatement): ExtractedStatement | null {
  const parts = new Map(own.map((argument) => [argument.role, asRead(argument)]));
  if (parts.size !== own.length) return null;
  return statementFrom(properties, {
    subject: parts.get('SUBJECT') ?? null,
    object: parts.get('OBJECT') ?? null,
    saidBy: parts.get('SAID_BY') ?? null,
    place: parts.get('AT_PLACE') ?? null,
  });
}

const asRead = ({ entity, properties: { original, ...span } }: HeldArgument): Span => ({
  ...span,
  entity: original ?? entity,
});

function rejectedOf(content: string | null): ExtractedStatement | null {
  const parsed = StatementContent.safeParse(content === null ? null : jsonOf(content));
  if (!parsed.success) return null;
  const { properties, subject, object, saidBy, place } = parsed.data;
  return statementFrom(properties, { subject, object, saidBy, place });
}
