/**
 * Draws the figures of docs/research-example.md from its frozen results and the verdicts on their citations:
 * `npm run docs:research`. A test checks that the figures are those of the files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Frozen, parseFrozen } from '../queries/frozen/frozen.ts';
import { escaped } from '../queries/markup.ts';

export const EXAMPLE = new URL('../docs/research-example/', import.meta.url);
export const RESULTS = ['tone', 'sanctions', 'mediators', 'contradictions'] as const;

export const frozenResult = (name: string): Frozen =>
  parseFrozen(readFileSync(new URL(`${name}.json`, EXAMPLE), 'utf8'), `${name}.json`);

const VERDICTS = ['right', 'background', 'wrong'] as const;
export const Verdict = z.object({
  file: z.enum(RESULTS),
  statement: z.string(),
  verdict: z.enum(VERDICTS),
  why: z.string(),
});
export type Verdict = z.infer<typeof Verdict>;

/** What a person said of each cited statement. */
export function verdicts(): Verdict[] {
  const lines = readFileSync(new URL('checked.tsv', EXAMPLE), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [file, statement, verdict, why] = line.split('\t');
    return Verdict.parse({ file, statement, verdict, why });
  });
}

/** Rows of a result as objects of the wanted shape. */
function rowsOf<Shape extends z.ZodRawShape>(frozen: Frozen, shape: Shape): z.output<z.ZodObject<Shape>>[] {
  return frozen.rows.map((row) =>
    z.object(shape).parse(Object.fromEntries(frozen.columns.map((column, index) => [column, row[index]]))),
  );
}

const WIDTH = 760;
const COLOURS = ['#b3402f', '#2f6fb3'] as const;
const SHADES = { right: '#2f7d4f', background: '#c9a227', wrong: '#b3402f' } as const;

const words = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more}>${escaped(content)}</text>`;

function drawing(height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    words(16, 22, title, ' font-size="14" font-weight="bold"'),
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** Mean tone by month of each state; the area of a disc is the number of statements. */
function toneFigure(frozen: Frozen): string {
  const rows = rowsOf(frozen, { month: z.string(), state: z.string(), statements: z.int(), goldstein: z.number() });
  const monthNumber = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  const first = Math.min(...rows.map(({ month }) => monthNumber(month)));
  const last = Math.max(...rows.map(({ month }) => monthNumber(month)));
  const x = (month: number): number => 60 + ((month - first) / Math.max(1, last - first)) * (WIDTH - 100);
  const y = (value: number): number => 190 - value * 13;
  const states = [...new Set(rows.map(({ state }) => state))].sort();
  const grid = [-10, -5, 0, 5, 10].flatMap((value) => [
    `<line x1="48" x2="${WIDTH - 20}" y1="${y(value)}" y2="${y(value)}" stroke="${value === 0 ? '#555' : '#ddd'}"/>`,
    words(40, y(value) + 4, String(value), ' text-anchor="end"'),
  ]);
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((month) => (month - first) % 3 === 0)
    .map((month) => {
      const year = Math.floor((month - 1) / 12);
      const label = `${year}-${String(month - 12 * year).padStart(2, '0')}`;
      return words(Math.round(x(month)), 344, label, ' text-anchor="middle"');
    });
  const discs = rows.map(({ month, state, statements, goldstein }) => {
    const colour = COLOURS[states.indexOf(state)] ?? '#555';
    const centre = `cx="${x(monthNumber(month)).toFixed(1)}" cy="${y(goldstein).toFixed(1)}"`;
    const told = `${month} ${state}: ${goldstein.toFixed(2)}, ${statements} statements`;
    return `<circle ${centre} r="${(3 * Math.sqrt(statements)).toFixed(1)}" fill="${colour}" fill-opacity="0.6"><title>${escaped(told)}</title></circle>`;
  });
  const legend = states.flatMap((state, index) => [
    `<circle cx="${60 + 210 * index}" cy="42" r="6" fill="${COLOURS[index] ?? '#555'}"/>`,
    words(72 + 210 * index, 46, `${state} towards the other`),
  ]);
  return drawing(360, 'Mean Goldstein value by month; area: number of statements', [
    ...grid,
    ...months,
    ...discs,
    ...legend,
  ]);
}

function bars(title: string, entries: readonly (readonly [name: string, parts: readonly Bar[]])[]): string {
  const most = Math.max(...entries.map(([, parts]) => parts.reduce((sum, { value }) => sum + value, 0)));
  const rows = entries.flatMap(([name, parts], index) => {
    const top = 40 + index * 24;
    let left = 190;
    const drawn = parts
      .filter(({ value }) => value > 0)
      .map(({ value, colour, told }) => {
        const width = (value / most) * (WIDTH - 260);
        const bar = `<rect x="${left.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="16" fill="${colour}"><title>${escaped(told)}</title></rect>`;
        left += width;
        return bar;
      });
    const numbers = parts.map(({ value }) => value).join(' + ');
    return [words(182, top + 13, name, ' text-anchor="end"'), ...drawn, words(Math.round(left) + 6, top + 13, numbers)];
  });
  return drawing(56 + entries.length * 24, title, rows);
}

interface Bar {
  readonly value: number;
  readonly colour: string;
  readonly told: string;
}

const SENDERS = 15;

function sanctionsFigure(frozen: Frozen): string {
  const rows = rowsOf(frozen, { sender: z.string(), target: z.string(), imposed: z.int(), announced: z.int() });
  const bySender = new Map<string, { imposed: number; announced: number }>();
  for (const { sender, imposed, announced } of rows) {
    const before = bySender.get(sender) ?? { imposed: 0, announced: 0 };
    bySender.set(sender, { imposed: before.imposed + imposed, announced: before.announced + announced });
  }
  const senders = [...bySender].sort(
    ([a, one], [b, other]) => other.imposed + other.announced - one.imposed - one.announced || (a < b ? -1 : 1),
  );
  return bars(
    `Statements by sender, the first ${SENDERS}: imposed + announced`,
    senders.slice(0, SENDERS).map(([sender, { imposed, announced }]) => [
      sender,
      [
        { value: imposed, colour: COLOURS[1], told: `${sender}: ${imposed} imposed` },
        { value: announced, colour: '#9dbfe0', told: `${sender}: ${announced} announced` },
      ],
    ]),
  );
}

function checkedFigure(): string {
  const all = verdicts();
  return bars(
    'Cited statements by hand: right + true but background + wrong',
    RESULTS.map((file) => [
      file,
      VERDICTS.map((verdict) => {
        const value = all.filter((each) => each.file === file && each.verdict === verdict).length;
        return { value, colour: SHADES[verdict], told: `${file}: ${value} ${verdict}` };
      }),
    ]),
  );
}

/** Each figure by its file in docs/research-example/. */
export function figures(): ReadonlyMap<string, string> {
  return new Map([
    ['tone.svg', toneFigure(frozenResult('tone'))],
    ['sanctions.svg', sanctionsFigure(frozenResult('sanctions'))],
    ['checked.svg', checkedFigure()],
  ]);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, svg] of figures()) writeFileSync(new URL(file, EXAMPLE), svg);
}
