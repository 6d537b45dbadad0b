/**
 * Who references mean, on every store: names of several states are several persons, a seat on a day is whoever the bulletins
 * say held it, and the graph is the same in whatever order they come, go, and are judged.
 */
import { array, assert, asyncProperty, constantFrom, oneof, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, judge, undo } from '../../graph/curate/judge.ts';
import type { Decision } from '../../graph/curate/judgement.ts';
import { judgementsIn } from '../../graph/curate/log.ts';
import { reviewCandidates } from '../../graph/identity/candidates.ts';
import type { GraphStore, Value } from '../../graph/store.ts';
import { deleteBulletin, writeExtraction } from '../../graph/write.ts';
import { type Claim, type Report, report } from '../support/claims.ts';

const OPTIONS = { now: '2025-01-01T00:00:00.000Z', extractor: 'claims 1' };
const AUTHOR = { by: 'ada', at: '2025-01-02T00:00:00.000Z', why: null };

const name = constantFrom('Kim', 'Lee');
const person = oneof(
  name.map((one) => `Person:${one}`),
  record({ one: name, states: constantFrom('China', 'Japan', 'Russia', 'China+Japan') }).map(
    ({ one, states }) => `Person:${one}#${states}`,
  ),
);
const claim = oneof(
  record({ subject: person, object: constantFrom('Ukraine', 'Person:Lee') }).map(
    (ends): Claim => ({ ...ends, predicate: 'CRITICIZED' }),
  ),
  record({ subject: person, object: constantFrom('Japan', 'China') }).map(
    (ends): Claim => ({ ...ends, predicate: 'REPRESENTS', title: 'Foreign Minister', status: 'ongoing' }),
  ),
  person.map((subject): Claim => ({ subject, predicate: 'REPRESENTS', object: 'Japan', title: 'foreign minister' })),
  constantFrom('Japan', 'China').map(
    (of): Claim => ({ subject: `Seat:foreign minister@${of}`, predicate: 'ACCUSED', object: 'Ukraine' }),
  ),
);
const id = constantFrom('b0', 'b1', 'b2', 'b3', 'b4');
const written = record({
  id,
  publishedAt: constantFrom('2024-11-01', '2024-11-10', '2024-12-01', '2025-03-01', '2025-01', null),
  claims: array(claim, { minLength: 1, maxLength: 3 }),
});
const decision = constantFrom<Decision>(
  { kind: 'same', one: 'person:kim', other: 'person:lee' },
  { kind: 'same', one: 'person:kim#china', other: 'person:lee' },
  { kind: 'same', one: 'person:kim', other: 'person:kim#china' },
  { kind: 'not-same', one: 'person:kim', other: 'person:lee' },
  { kind: 'same', one: 'person:lee', other: 'office:foreign-minister:country:japan@2024-11-10' },
  { kind: 'undo', undoes: 1 },
);
type Step = { readonly write: readonly Report[] } | { readonly remove: string } | { readonly judge: Decision };
const history = array(
  oneof(
    { weight: 4, arbitrary: record({ write: array(written, { minLength: 1, maxLength: 3 }) }) },
    record({ remove: id }),
    record({ judge: decision }),
  ),
  { minLength: 1, maxLength: 7 },
);

async function play(store: GraphStore, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('remove' in step) await deleteBulletin(store, step.remove);
    else if ('write' in step) await writeExtraction(store, step.write.map(report), OPTIONS);
    else {
      await store.write(async (transaction) =>
        append(transaction, await judgementsIn(transaction), step.judge, AUTHOR),
      );
    }
  }
}

/** The judgements first, then the bulletins that are left, the last first. */
function inAnotherOrder(steps: readonly Step[]): Step[] {
  const left = new Map<string, Report>();
  for (const step of steps) {
    if ('remove' in step) left.delete(step.remove);
    else if ('write' in step) for (const one of step.write) left.set(one.id, one);
  }
  const judgements = steps.filter((step) => 'judge' in step);
  return [...judgements, ...[...left.values()].reverse().map((one): Step => ({ write: [one] }))];
}

export interface ReferenceTools {
  readonly store: () => GraphStore;
  readonly clear: (store: GraphStore) => Promise<void>;
  readonly exported: (store: GraphStore) => Promise<string>;
  readonly histories: number;
}

export function referenceContract({ store: current, clear, exported, histories }: ReferenceTools): void {
  const rows = async (cypher: string, parameters: Record<string, Value> = {}) =>
    (await current().read(cypher, parameters)).rows;
  const ingest = (reports: readonly Report[]) => writeExtraction(current(), reports.map(report), OPTIONS);
  const people = () =>
    rows("MATCH (e:Person) WHERE e.name STARTS WITH 'Kim' RETURN e.id AS id, e.bulletins AS n ORDER BY id");

  describe('references', () => {
    it('mean the same in whatever order bulletins and judgements come and go', async () => {
      await assert(
        asyncProperty(history, async (steps) => {
          const store = current();
          await clear(store);
          await play(store, steps);
          const one = await exported(store);
          await clear(store);
          await play(store, inAnotherOrder(steps));
          expect(one).toBe(await exported(store));
        }),
        { numRuns: Math.ceil(histories / 2) },
      );
    }, 300_000);

    it('by a name without a state, or of one state, are one person', async () => {
      await ingest([said('b1', 'Person:Kim Min-jae'), said('b2', 'Person:Kim Min-jae')]);
      expect(await people()).toEqual([['person:kim-min-jae', 2]]);
      await ingest([said('b3', 'Person:Kim Min-jae#Japan'), said('b4', 'Person:Kim Min-jae#Japan')]);
      expect(await people()).toEqual([['person:kim-min-jae', 4]]);
    });

    it('by one name of two states are two persons, and the name alone is in doubt', async () => {
      await ingest([
        said('b1', 'Person:Kim Min-jae'),
        said('b2', 'Person:Kim Min-jae#Japan'),
        said('b3', 'Person:Kim Min-jae#Russia'),
      ]);
      expect(await people()).toEqual([
        ['person:kim-min-jae', 1],
        ['person:kim-min-jae#japan', 1],
        ['person:kim-min-jae#russia', 1],
      ]);
      expect(
        await rows('MATCH (e:Person)-[r:CRITICIZED]->(c) RETURN e.id AS id, r.statements AS n ORDER BY id'),
      ).toEqual([
        ['person:kim-min-jae', 1],
        ['person:kim-min-jae#japan', 1],
        ['person:kim-min-jae#russia', 1],
      ]);
      // What is in doubt is for a person to judge; what is not is no candidate.
      const { candidates, homonyms } = await reviewCandidates(current(), { limit: 10, sentences: 1 });
      expect(candidates.map(({ one, other }) => `${one.id} ${other.id}`).sort()).toEqual([
        'person:kim-min-jae person:kim-min-jae#japan',
        'person:kim-min-jae person:kim-min-jae#russia',
      ]);
      expect(candidates[0]?.reasons).toContain('the same name');
      expect(candidates.every(({ sentences }) => sentences.length === 2)).toBe(true);
      expect(homonyms).toBe(1);
      // A bulletin that gives both states to one person takes the doubt away.
      await ingest([said('b4', 'Person:Kim Min-jae#Japan+Russia')]);
      expect(await people()).toEqual([['person:kim-min-jae', 4]]);
      await deleteBulletin(current(), 'b4');
      expect((await people()).length).toBe(3);
      await deleteBulletin(current(), 'b3');
      expect(await people()).toEqual([['person:kim-min-jae', 2]]);
    });

    it('are judged like any entity, and undone to the byte', async () => {
      await ingest([
        said('b1', 'Person:Kim Min-jae'),
        said('b2', 'Person:Kim Min-jae#Japan'),
        said('b3', 'Person:Kim Min-jae#Russia'),
      ]);
      const before = await exported(current());
      await judge(current(), { kind: 'same', one: 'person:kim-min-jae', other: 'person:kim-min-jae#japan' }, AUTHOR);
      expect(await people()).toEqual([
        ['person:kim-min-jae', 2],
        ['person:kim-min-jae#russia', 1],
      ]);
      await undo(current(), null, AUTHOR);
      const withoutLog = (lines: string): string[] => lines.split('\n').filter((line) => !line.includes('"judgement"'));
      expect(withoutLog(await exported(current()))).toEqual(withoutLog(before));
    });

    it('by an office mean whoever other bulletins say held it that day', async () => {
      await ingest([
        named('b1', '2024-11-01', 'Person:Kim'),
        byOffice('b2', '2024-11-20'),
        named('b3', '2024-12-01', 'Person:Kim'),
        byOffice('b4', '2025-01-10'),
        named('b5', '2025-02-01', 'Person:Lee'),
        byOffice('b6', '2025-02-20'),
        byOffice('b7', '2025-06-01'),
        byOffice('b8', '2024-10-01'),
      ]);
      expect(
        await rows(
          `MATCH (s:Statement {predicate: 'ACCUSED'})-[:SUBJECT]->(e:Entity) MATCH (s)-[:FROM]->(b:Bulletin)
           RETURN b.id AS bulletin, e.id AS id ORDER BY bulletin`,
        ),
      ).toEqual([
        ['b2', 'person:kim'],
        // Between the last of one and the first of another it may be either.
        ['b4', 'office:foreign-minister:country:japan@2025-01-10'],
        ['b6', 'person:lee'],
        // Months after the last, and before the first, nobody is known.
        ['b7', 'office:foreign-minister:country:japan@2025-06-01'],
        ['b8', 'office:foreign-minister:country:japan@2024-10-01'],
      ]);
    });

    it('by an office never give whoever holds it another name, nor an alias', async () => {
      await ingest([
        named('b1', '2024-11-01', 'Person:Kim'),
        byOffice('b2', '2024-11-10'),
        byOffice('b3', '2024-11-20'),
      ]);
      const kim = `MATCH (e:Entity {id: 'person:kim'}) RETURN e.name AS name, e.aliases AS aliases, e.bulletins AS n`;
      expect(await rows(kim)).toEqual([['Kim', [], 3]]);
      await deleteBulletin(current(), 'b2');
      expect(await rows(kim)).toEqual([['Kim', [], 2]]);
    });

    it('close the statement of the holder before when another holds the office, and keep it', async () => {
      const ends = () =>
        rows(
          `MATCH (s:Statement {predicate: 'REPRESENTS'})-[:SUBJECT]->(e:Entity) MATCH (s)-[:FROM]->(b:Bulletin)
           RETURN b.id AS bulletin, e.name AS name, s.until AS until ORDER BY bulletin`,
        );
      await ingest([named('b1', '2024-11-01', 'Person:Kim'), named('b3', '2025-02-01', 'Person:Lee')]);
      expect(await ends()).toEqual([
        ['b1', 'Kim', '2025-02-01'],
        ['b3', 'Lee', null],
      ]);
      await ingest([named('b2', '2025-01-05', 'Person:Kim', 'occurred')]);
      expect(await ends()).toEqual([
        ['b1', 'Kim', '2025-01-05'],
        ['b2', 'Kim', null],
        ['b3', 'Lee', null],
      ]);
      await deleteBulletin(current(), 'b2');
      await deleteBulletin(current(), 'b3');
      expect(await ends()).toEqual([['b1', 'Kim', null]]);
    });
  });
}

const said = (bulletin: string, subject: string): Report => ({
  id: bulletin,
  claims: [{ subject, predicate: 'CRITICIZED', object: 'Ukraine' }],
});
const named = (
  bulletin: string,
  publishedAt: string,
  subject: string,
  status: 'ongoing' | 'occurred' = 'ongoing',
): Report => ({
  id: bulletin,
  publishedAt,
  claims: [{ subject, predicate: 'REPRESENTS', object: 'Japan', title: 'Foreign Minister', status }],
});
const byOffice = (bulletin: string, publishedAt: string): Report => ({
  id: bulletin,
  publishedAt,
  claims: [{ subject: 'Seat:foreign minister@Japan', predicate: 'ACCUSED', object: 'China' }],
});
