import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { duration, secondsLeft } from '../../cli/progress.ts';
import { formatTable } from '../../cli/table-format.ts';

const TABLE = {
  columns: ['name', 'n', 'list'],
  rows: [
    ['Li, "Kim"', 3, ['a', 'b']],
    [null, 0.5, []],
  ],
  truncated: false,
};

describe('rows', () => {
  it('as JSON and NDJSON keep their types', () => {
    const objects = [
      { name: 'Li, "Kim"', n: 3, list: ['a', 'b'] },
      { name: null, n: 0.5, list: [] },
    ];
    expect(JSON.parse(formatTable(TABLE, 'json', null))).toEqual(objects);
    const lines = formatTable(TABLE, 'ndjson', null).trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(objects);
  });

  it('as CSV come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const csv = formatTable({ columns: ['a', 'b'], rows, truncated: false }, 'csv', null);
          expect(parse(csv, { record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...rows]);
        },
      ),
    );
  });

  it('as a table fit the width of the terminal', () => {
    const rows = [['a '.repeat(100), 'b '.repeat(20)]];
    const lines = formatTable({ columns: ['one', 'two'], rows, truncated: false }, 'table', 60)
      .trimEnd()
      .split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('as a table cannot steer the terminal', () => {
    expect(formatTable({ columns: ['a'], rows: [['\u001b[2Jx']], truncated: false }, 'table', null)).not.toContain(
      '\u001b',
    );
  });
});

describe('time left', () => {
  it('is told in words', () => {
    expect([0, 59, 125, 4200].map(duration)).toEqual(['0 s', '59 s', '2 min 5 s', '1 h 10 min']);
  });

  it('goes by the work done so far, and is unknown without a total', () => {
    expect(secondsLeft(10_000, 25, 100)).toBe(30);
    expect(secondsLeft(10_000, 100, 100)).toBe(0);
    expect(secondsLeft(10_000, 25, null)).toBeNull();
    expect(secondsLeft(10_000, 0, 100)).toBeNull();
  });
});
