/** Look-ups over a held graph, made once: by id, by entity, by pair, and counted. */
import type { Contradicting, Evidence, EvidenceArgument, GraphEdge, GraphNode } from '../contract.ts';
import { gathered } from '../server/gathered.ts';
import { NameIndex } from '../server/name-index.ts';
import { beginsOf } from '../server/untitled.ts';
import type { HeldBulletin, HeldEntity, HeldGraph, HeldStatement } from './graph.ts';

/** A request for something that the graph does not have. The message is for people. */
export class NotHeld extends Error {
  override readonly name = 'NotHeld';
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

export class Held {
  readonly graph: HeldGraph;
  readonly bulletins: ReadonlyMap<string, HeldBulletin>;
  /** Statements of each entity as subject or object. */
  readonly #statements = new Map<string, HeldStatement[]>();
  readonly #byId: ReadonlyMap<string, HeldStatement>;
  /** Denials by the claim that they are linked to. */
  readonly #denials = new Map<string, HeldStatement[]>();
  readonly #edges = new Map<string, GraphEdge[]>();
  readonly #entities: ReadonlyMap<string, HeldEntity>;
  #names: Promise<NameIndex> | null = null;

  constructor(graph: HeldGraph) {
    this.graph = graph;
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
    this.bulletins = new Map(graph.bulletins.map((bulletin) => [bulletin.id, bulletin]));
    this.#byId = new Map(graph.statements.map((statement) => [statement.id, statement]));
    for (const statement of graph.statements) {
      for (const claim of statement.contradicts) push(this.#denials, claim, statement);
      for (const id of new Set([statement.subject.id, ...(statement.object === null ? [] : [statement.object.id])])) {
        push(this.#statements, id, statement);
      }
    }
    for (const edge of graph.edges) {
      push(this.#edges, edge.source, edge);
      push(this.#edges, edge.target, edge);
    }
  }

  names(): Promise<NameIndex> {
    this.#names ??= NameIndex.of(this.graph.entities);
    return this.#names;
  }

  /** @throws NotHeld */
  entity(id: string): HeldEntity {
    const entity = this.#entities.get(id);
    if (entity === undefined) throw new NotHeld('no-such-entity', `This file has no entity with the id "${id}".`);
    return entity;
  }

  /** @throws NotHeld */
  bulletin(id: string): HeldBulletin {
    const bulletin = this.bulletins.get(id);
    if (bulletin === undefined) throw new NotHeld('no-such-bulletin', `This file has no bulletin with the id "${id}".`);
    return bulletin;
  }

  has(id: string): boolean {
    return this.#entities.has(id);
  }

  statement(id: string): HeldStatement | undefined {
    return this.#byId.get(id);
  }

  denialsOf(claim: string): readonly HeldStatement[] {
    return this.#denials.get(claim) ?? [];
  }

  statementsOf(id: string): readonly HeldStatement[] {
    return this.#statements.get(id) ?? [];
  }

  edgesOf(id: string): readonly GraphEdge[] {
    return this.#edges.get(id) ?? [];
  }

  node(id: string): GraphNode {
    const { name, type } = this.entity(id);
    return { id, name, type, statements: this.statementsOf(id).length };
  }

  /** The day of a statement: its own, or else its bulletin's, or ''. */
  day(statement: HeldStatement): string {
    return statement.date ?? this.bulletin(statement.bulletin).publishedAt ?? '';
  }

  evidence(statement: HeldStatement): Evidence {
    const { id, title, source, url, publishedAt, text } = this.bulletin(statement.bulletin);
    const { sentenceStart, sentenceEnd } = statement;
    return {
      id: statement.id,
      predicate: statement.predicate,
      lemma: statement.lemma,
      polarity: statement.polarity,
      status: statement.status,
      subject: this.#side(statement.subject),
      object: statement.object === null ? null : this.#side(statement.object),
      saidBy: statement.saidBy === null ? null : this.#side(statement.saidBy),
      place: statement.place === null ? null : this.#side(statement.place),
      date: statement.date,
      confidence: statement.confidence,
      title: statement.title,
      rule: statement.rule,
      quote: { start: statement.start, end: statement.end },
      sentence: { text: text.slice(sentenceStart, sentenceEnd), start: sentenceStart, end: sentenceEnd },
      bulletin: { id, title, begins: beginsOf({ title, text }), source, url, publishedAt },
      deniedBy: gathered(this.denialsOf(statement.id).map((denial) => this.#contradicting(denial))),
      denies: gathered(
        statement.contradicts
          .flatMap((claim) => this.statement(claim) ?? [])
          .map((claim) => this.#contradicting(claim)),
      ),
    };
  }

  #contradicting(statement: HeldStatement): Contradicting {
    const { id, title, source, publishedAt, text } = this.bulletin(statement.bulletin);
    const holder = statement.predicate === 'DENIED' ? statement.subject : statement.saidBy;
    return {
      id: statement.id,
      date: statement.date,
      sentence: text.slice(statement.sentenceStart, statement.sentenceEnd),
      saidBy: holder === null ? null : this.entity(holder.id).name,
      bulletin: { id, title, begins: beginsOf({ title, text }), source, publishedAt },
    };
  }

  #side(side: HeldStatement['subject']): EvidenceArgument {
    const { name, type } = this.entity(side.id);
    return { id: side.id, name, type, text: side.text, start: side.start, end: side.end };
  }
}

export function push<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** Code-unit order, as the stores sort. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A page of sorted values behind a cursor, which is the position to go on from. */
export function pageOf<T>(
  values: readonly T[],
  after: string | undefined,
  limit: number,
): { shown: T[]; next: string | null } {
  const start = after === undefined ? 0 : Number(after);
  if (!Number.isInteger(start) || start < 0)
    throw new NotHeld('bad-parameter', 'parameter "after" is not a cursor of this file.');
  const end = start + limit;
  return { shown: values.slice(start, end), next: end < values.length ? String(end) : null };
}
