import { describe, expect, it } from 'vitest';
import { PREDICATES } from '../../graph/model/predicates.ts';
import { GOLD_FILES, type GoldBulletin, readGold } from './record.ts';

/** What is wrong with an annotation, without the bulletin's words: held-out sentences must not be printed. */
function faultsOf({ id, text, entities, statements }: GoldBulletin): string[] {
  const faults: string[] = [];
  for (const [index, statement] of statements.entries()) {
    const where = `${id}, statement ${index}`;
    if (!text.includes(statement.cue)) faults.push(`${where}: the cue is not in the text`);
    for (const predicate of [statement.p, ...statement.alt]) {
      if (!PREDICATES.has(predicate)) faults.push(`${where}: there is no predicate ${predicate}`);
    }
    for (const name of [statement.s, statement.o, statement.said_by]) {
      if (name && !Object.hasOwn(entities, name)) faults.push(`${where}: an argument is not among the entities`);
    }
    if (!statement.o && statement.p !== 'DENIED') faults.push(`${where}: only DENIED may lack its object`);
    if (statement.when && Number.isNaN(Date.parse(statement.when))) faults.push(`${where}: no such date`);
  }
  return faults;
}

describe('the annotated bulletins', () => {
  const files = GOLD_FILES.map((file) => readGold(file));
  const all = files.flat();

  it('name only entities, predicates, dates and words that are there', () => {
    expect(all.flatMap(faultsOf)).toEqual([]);
  });

  it('are at least eighty, in two files of the same size, no bulletin in both', () => {
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(files[0]?.length).toBe(files[1]?.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it('have every predicate of the table', () => {
    const used = new Set(all.flatMap(({ statements }) => statements.map(({ p }) => p)));
    expect([...PREDICATES.keys()].filter((predicate) => !used.has(predicate))).toEqual([]);
  });
});
