/**
 * Judgements as a person reads them: with the names of the entities that they are about, also of those that went into
 * another one, and with what a rejected statement says.
 */
import { z } from 'zod';
import type { Judgement } from '../../graph/curate/judgement.ts';
import { canonicalId, inForce, resolve } from '../../graph/curate/resolution.ts';
import type { GraphStore } from '../../graph/store.ts';
import { Contribution } from '../../graph/writing/entity-support.ts';
import { StatementContent } from '../../graph/writing/rejected.ts';
import { readRows } from '../../queries/rows.ts';
import type { JudgementShown } from '../curation-contract.ts';

const NAMES = 'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name';

/** One mention of an entity that took in another one says how that one was called. */
const FORMER = `
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(b:Bulletin) WHERE m.originals CONTAINS $quoted
RETURN m.originals AS originals LIMIT 1`;

const STATEMENTS = `
MATCH (s:Statement) WHERE s.id IN $ids
RETURN s.id AS id, s.predicate AS predicate, s.sentence AS sentence`;

const ARGUMENTS = `
MATCH (s:Statement) WHERE s.id IN $ids
MATCH (s)-[a:SUBJECT|OBJECT]->(e:Entity)
RETURN s.id AS id, type(a) AS role, e.name AS name`;

const REJECTED = 'MATCH (r:RejectedStatement) WHERE r.id IN $ids RETURN r.id AS id, r.content AS content';

type Claim = Extract<JudgementShown['judged'], { kind: 'reject' }>['claim'];
interface Words {
  readonly nameOf: (entity: string) => string | null;
  readonly claimOf: (statement: string) => Claim;
}

/** `shown`: the judgements of `log` to put into words, in the order of the answer. */
export async function inWords(
  store: GraphStore,
  log: readonly Judgement[],
  shown: readonly Judgement[],
): Promise<JudgementShown[]> {
  const statements = shown.flatMap((judgement) => (judgement.kind === 'reject' ? [judgement.statement] : []));
  const rejected = await readRejected(store, statements);
  const ends = [...rejected.values()].flatMap(({ subject, object }) => [subject.entity, object?.entity ?? []].flat());
  const names = await readNames(store, log, [...shown.flatMap(entitiesOf), ...ends]);
  const stated = await readStated(store, statements);
  const words: Words = {
    nameOf: (entity) => names.get(entity) ?? null,
    claimOf(statement) {
      const content = rejected.get(statement);
      if (content === undefined) return stated.get(statement) ?? null;
      const { subject, object, properties } = content;
      return {
        subject: names.get(subject.entity) ?? subject.text,
        predicate: String(properties['predicate']),
        object: object === null ? null : (names.get(object.entity) ?? object.text),
        sentence: String(properties['sentence']),
      };
    },
  };
  const undone = takenBackBy(log);
  return shown.map((judgement) => ({
    sequence: judgement.sequence,
    by: judgement.by,
    at: judgement.at,
    why: judgement.why,
    takenBackBy: undone.get(judgement.sequence) ?? null,
    judged: judgedIn(judgement, words),
  }));
}

function judgedIn(judgement: Judgement, { nameOf, claimOf }: Words): JudgementShown['judged'] {
  const named = (id: string) => ({ id, name: nameOf(id) });
  switch (judgement.kind) {
    case 'same':
    case 'not-same':
      return { kind: judgement.kind, one: named(judgement.one), other: named(judgement.other) };
    case 'reject':
      return { kind: 'reject', statement: judgement.statement, claim: claimOf(judgement.statement) };
    case 'rename':
      return { kind: 'rename', entity: named(judgement.entity), name: judgement.name };
    case 'retype':
      return { kind: 'retype', entity: named(judgement.entity), type: judgement.type };
    case 'undo':
      break;
  }
  return { kind: 'undo', undoes: judgement.undoes };
}

/** The undoing in force of each judgement that is taken back. */
function takenBackBy(log: readonly Judgement[]): ReadonlyMap<number, number> {
  const standing = new Set(inForce(log).map(({ sequence }) => sequence));
  const undone = new Map<number, number>();
  // From the end: an undoing counts unless a later one that counts undid it.
  for (const judgement of [...log].reverse()) {
    if (judgement.kind === 'undo' && !undone.has(judgement.sequence)) undone.set(judgement.undoes, judgement.sequence);
  }
  return new Map([...undone].filter(([sequence]) => !standing.has(sequence)));
}

function entitiesOf(judgement: Judgement): string[] {
  if ('one' in judgement) return [judgement.one, judgement.other];
  return 'entity' in judgement ? [judgement.entity] : [];
}

async function readNames(
  store: GraphStore,
  log: readonly Judgement[],
  entities: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(entities)];
  if (ids.length === 0) return new Map();
  const rows = await readRows(store, 'names', { id: z.string(), name: z.string() }, NAMES, { ids });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const resolution = resolve(log);
  for (const id of ids.filter((each) => !names.has(each))) {
    const name = await formerName(store, id, canonicalId(resolution, id));
    if (name !== null) names.set(id, name);
  }
  return names;
}

async function formerName(store: GraphStore, id: string, into: string): Promise<string | null> {
  if (id === into) return null;
  const asked = { id: into, quoted: JSON.stringify(id) };
  const [found] = await readRows(store, 'a former name', { originals: z.string() }, FORMER, asked);
  if (found === undefined) return null;
  const originals = z.array(Contribution).parse(JSON.parse(found.originals));
  return originals.find(({ entity }) => entity === id)?.name ?? null;
}

async function readStated(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, NonNullable<Claim>>> {
  if (ids.length === 0) return new Map();
  const statement = { id: z.string(), predicate: z.string(), sentence: z.string() };
  const argument = { id: z.string(), role: z.enum(['SUBJECT', 'OBJECT']), name: z.string() };
  const [rows, ends] = await Promise.all([
    readRows(store, 'statements of the log', statement, STATEMENTS, { ids }),
    readRows(store, 'arguments of statements', argument, ARGUMENTS, { ids }),
  ]);
  const nameOf = (wanted: string, side: string): string | null =>
    ends.find(({ id, role }) => id === wanted && role === side)?.name ?? null;
  return new Map(
    rows.map(({ id, predicate, sentence }) => [
      id,
      { subject: nameOf(id, 'SUBJECT') ?? '', predicate, object: nameOf(id, 'OBJECT'), sentence },
    ]),
  );
}

async function readRejected(
  store: GraphStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, z.infer<typeof StatementContent>>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows(store, 'rejected statements', { id: z.string(), content: z.string() }, REJECTED, { ids });
  return new Map(rows.map(({ id, content }) => [id, StatementContent.parse(JSON.parse(content))]));
}
