/** Answers about statements and bulletins, from a held graph: the same as the server's over the same graph. */
import type { z } from 'zod';
import {
  type BulletinPage,
  type EntityHistory,
  type EvidencePage,
  type EvidenceQuery,
  type MentionsPage,
  type MentionsQuery,
  type Office,
  type PairHistory,
  Status,
  type TraitsAnswer,
  type TraitsQuery,
} from '../contract.ts';
import { contradictionsOf, type PairStatement, relationsOf, toneOf } from '../server/pair-history.ts';
import { beginsOf } from '../server/untitled.ts';
import type { HeldStatement } from './graph.ts';
import { type Held, order, pageOf, push } from './held.ts';

const SHOWN_OFFICES = 100;
const SHOWN_CONTRADICTIONS = 10;
const MAX_TRAITS = 50_000;

const isOf = ({ subject, object }: HeldStatement, id: string): boolean => subject.id === id || object?.id === id;

/** Newest first, ties by id. */
const newestFirst =
  (held: Held) =>
  (a: HeldStatement, b: HeldStatement): number =>
    order(held.day(b), held.day(a)) || order(a.id, b.id);

function between(held: Held, id: string, other: string): HeldStatement[] {
  held.entity(id);
  held.entity(other);
  return held.statementsOf(id).filter((each) => (id === other ? false : isOf(each, other)));
}

export function evidence(held: Held, query: z.output<typeof EvidenceQuery>): EvidencePage {
  held.entity(query.id);
  const of = query.other === undefined ? held.statementsOf(query.id) : between(held, query.id, query.other);
  const found = of.filter(({ predicate }) => query.predicate === undefined || predicate === query.predicate);
  const { shown, next } = pageOf([...found].sort(newestFirst(held)), query.after, query.limit);
  return { evidence: shown.map((each) => held.evidence(each)), total: found.length, next };
}

export function bulletin(held: Held, id: string): BulletinPage {
  const { mentions: mentioned, ...page } = held.bulletin(id);
  const own = held.graph.statements.filter((each) => each.bulletin === id);
  own.sort((a, b) => a.start - b.start || a.end - b.end || order(a.id, b.id));
  const spots = mentioned.flatMap(({ entity, starts, ends }) => {
    const { name, type } = held.entity(entity);
    return starts.map((start, at) => ({ id: entity, name, type, start, end: ends[at] ?? start }));
  });
  spots.sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...page, mentions: spots, evidence: own.map((each) => held.evidence(each)) };
}

export function history(held: Held, id: string): EntityHistory {
  held.entity(id);
  const statements = held.statementsOf(id);
  const years = new Map<string, number>();
  for (const each of statements) {
    const key = JSON.stringify([held.day(each).slice(0, 4), each.predicate]);
    years.set(key, (years.get(key) ?? 0) + 1);
  }
  const terms = statements.filter(({ predicate, polarity }) => predicate === 'REPRESENTS' && polarity === 'affirmed');
  const offices = [
    ...officesOf(
      held,
      terms.filter(({ subject }) => subject.id === id),
      'holds',
    ),
    ...officesOf(
      held,
      terms.filter(({ object }) => object?.id === id),
      'held-by',
    ),
  ];
  return {
    offices: offices.slice(0, SHOWN_OFFICES),
    officesTotal: offices.length,
    years: [...years]
      .map(([key, count]) => {
        const [year = '', predicate = '']: string[] = JSON.parse(key);
        return { year, predicate, statements: count };
      })
      .sort((a, b) => order(a.year, b.year) || order(a.predicate, b.predicate))
      .map(({ year, ...rest }) => ({ year: year === '' ? null : year, ...rest })),
  };
}

/** One entry a title (case folded) and holder or represented body, most statements first. */
function officesOf(held: Held, terms: readonly HeldStatement[], side: Office['side']): Office[] {
  const groups = new Map<string, HeldStatement[]>();
  for (const term of terms) {
    const other = side === 'holds' ? term.object : term.subject;
    if (other !== null) push(groups, JSON.stringify([other.id, (term.title ?? '').toLowerCase()]), term);
  }
  return [...groups]
    .map(([key, group]) => {
      const [id = '', folded = '']: string[] = JSON.parse(key);
      const { name, type } = held.entity(id);
      const days = group.map((each) => held.day(each)).filter((day) => day !== '');
      days.sort();
      const title = group.flatMap((each) => each.title ?? []).sort()[0] ?? null;
      const [first = null, last = null] = [days[0], days.at(-1)];
      const open = group.some(({ status, until }) => status === 'ongoing' && until === null);
      const until = open
        ? null
        : (group
            .flatMap((each) => each.until ?? [])
            .sort()
            .at(-1) ?? null);
      return {
        folded,
        office: { title, side, other: { id, name, type }, first, last, until, statements: group.length },
      };
    })
    .sort(
      ({ office: a, folded: x }, { office: b, folded: y }) =>
        b.statements - a.statements ||
        order(b.last ?? '', a.last ?? '') ||
        order(a.other.id, b.other.id) ||
        order(x, y),
    )
    .map(({ office }) => office);
}

export function mentions(held: Held, query: z.output<typeof MentionsQuery>): MentionsPage {
  held.entity(query.id);
  const found = held.graph.bulletins.flatMap(({ text, url: _url, mentions: all, ...rest }) => {
    const own = all.find((mention) => mention.entity === query.id);
    return own === undefined ? [] : [{ ...rest, begins: beginsOf({ title: rest.title, text }), mentions: own.count }];
  });
  found.sort((a, b) => order(b.publishedAt ?? '', a.publishedAt ?? '') || order(a.id, b.id));
  const { shown, next } = pageOf(found, query.after, query.limit);
  return { bulletins: shown, total: found.length, next };
}

export function pair(held: Held, id: string, other: string): PairHistory {
  const [one, two] = [held.entity(id), held.entity(other)];
  const found = between(held, id, other).sort((a, b) => order(a.id, b.id));
  const statements = found.map((each): PairStatement => {
    const symmetric = held.graph.symmetric.includes(each.predicate);
    const { predicate, polarity, goldstein, quadClass } = each;
    const day = held.day(each);
    return {
      id: each.id,
      predicate,
      symmetric,
      forward: symmetric || each.subject.id === id,
      polarity,
      goldstein,
      quadClass,
      date: day === '' ? null : day,
      source: held.bulletin(each.bulletin).source,
    };
  });
  const contradictions = contradictionsOf(
    statements,
    found.flatMap((claim) =>
      held.denialsOf(claim.id).map((denial) => {
        const day = held.day(denial);
        return { claim: claim.id, denial: denial.id, denialDay: day === '' ? null : day };
      }),
    ),
  );
  const shown = contradictions.slice(0, SHOWN_CONTRADICTIONS).flatMap((each) => {
    const [claim, denial] = [held.statement(each.newestClaim), held.statement(each.newestDenial)];
    if (claim === undefined || denial === undefined) return [];
    return [{ ...each, newestClaim: held.evidence(claim), newestDenial: held.evidence(denial) }];
  });
  return {
    one: { id, name: one.name, type: one.type },
    other: { id: other, name: two.name, type: two.type },
    statements: statements.length,
    relations: relationsOf(statements),
    ...toneOf(statements),
    contradictions: shown,
    contradictionsTotal: contradictions.length,
  };
}

export function traits(held: Held, query: z.output<typeof TraitsQuery>): TraitsAnswer {
  const position = new Map(
    query.edges.map(([source, predicate, target], at) => [`${source} ${predicate} ${target}`, at]),
  );
  const found = held.graph.statements.filter(({ edge }) => edge !== null && position.has(edge));
  found.sort(newestFirst(held));
  const sources = new Map<string, number>();
  const holders = new Map<string, { at: number; name: string }>();
  const statements = found.slice(0, MAX_TRAITS).map((each): TraitsAnswer['statements'][number] => {
    const source = held.bulletin(each.bulletin).source ?? '';
    if (!sources.has(source)) sources.set(source, sources.size);
    const holder = each.saidBy;
    if (holder !== null && !holders.has(holder.id)) {
      holders.set(holder.id, { at: holders.size, name: held.entity(holder.id).name });
    }
    return [
      position.get(each.edge ?? '') ?? -1,
      held.day(each).slice(0, 10),
      each.polarity === 'negated' ? 1 : 0,
      Status.options.indexOf(each.status),
      each.confidence,
      sources.get(source) ?? -1,
      holder === null ? -1 : (holders.get(holder.id)?.at ?? -1),
    ];
  });
  return {
    sources: [...sources.keys()],
    holders: [...holders].map(([id, { name }]) => ({ id, name })),
    statements,
    total: found.length,
  };
}
