/**
 * Whether the records of an export have all that they name, and each event a statement, so that one that was cut is told
 * without a checksum. What nothing names can be missing unnoticed: judgements and saved views, or all statements together
 * with events and relationships. Ids are in memory, about 0.1 kB each.
 */
import { z } from 'zod';

const Named = z.looseObject({ entity: z.string() });
const Record = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('bulletin'), id: z.string(), mentions: z.array(Named).default([]) }),
  z.looseObject({ kind: z.literal('entity'), id: z.string() }),
  z.looseObject({ kind: z.literal('event'), id: z.string() }),
  z.looseObject({
    kind: z.literal('statement'),
    id: z.string(),
    bulletin: z.string(),
    event: z.string().optional(),
    edge: z.string().optional(),
    subject: Named,
    object: Named.optional(),
    saidBy: Named.optional(),
    place: Named.optional(),
  }),
  z.looseObject({ kind: z.literal('edge'), id: z.string(), from: z.string(), to: z.string() }),
  z.looseObject({ kind: z.literal('reference'), id: z.string() }),
  z.looseObject({ kind: z.literal('rejected'), id: z.string(), bulletin: z.string() }),
  z.looseObject({ kind: z.literal('judgement'), id: z.string() }),
  z.looseObject({ kind: z.literal('view'), id: z.string() }),
]);
type Record = z.infer<typeof Record>;

export class References {
  readonly #there = new Set<string>();
  readonly #named = new Set<string>();

  /** Whether a value is a record of an export. */
  static isRecord(value: unknown): boolean {
    return Record.safeParse(value).success;
  }

  /** Takes a record in; false where it is none. */
  add(value: unknown): boolean {
    const parsed = Record.safeParse(value);
    if (!parsed.success) return false;
    this.#there.add(`${parsed.data.kind} ${parsed.data.id}`);
    for (const name of namesIn(parsed.data)) this.#named.add(name);
    return true;
  }

  /** A record that has to be there and is not, or null. */
  missing(): string | null {
    for (const name of this.#named) if (!this.#there.has(name)) return `${name}, which another record names`;
    for (const name of this.#there) {
      if (name.startsWith('event ') && !this.#named.has(name)) return `statement that reports ${name}`;
    }
    return null;
  }
}

/** What a record names, as `kind id`. */
function namesIn(record: Record): string[] {
  if (record.kind === 'bulletin') return record.mentions.map(({ entity }) => `entity ${entity}`);
  if (record.kind === 'edge') return [`entity ${record.from}`, `entity ${record.to}`];
  if (record.kind === 'rejected') return [`bulletin ${record.bulletin}`];
  if (record.kind !== 'statement') return [];
  const { bulletin, event, edge, subject, object, saidBy, place } = record;
  return [
    `bulletin ${bulletin}`,
    ...[subject, object, saidBy, place].flatMap((part) => (part === undefined ? [] : [`entity ${part.entity}`])),
    ...(event === undefined ? [] : [`event ${event}`]),
    ...(edge === undefined ? [] : [`edge ${edge}`]),
  ];
}
