/**
 * Writes ingest/gazetteer/data/countries.json from a table of states (CIA World Factbook, public domain), the ISO 3166
 * names of i18n-iso-countries (MIT) and scripts/gazetteer's corrections: `tsx scripts/refresh-countries.ts STATES.tsv`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import { z } from 'zod';

const Demonyms = z.object({ one: z.array(z.string()), many: z.array(z.string()) });
const Correction = z.object({
  name: z.string().optional(),
  iso3: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  adjectives: z.array(z.string()).optional(),
  demonyms: Demonyms.optional(),
  capitals: z.array(z.string()).optional(),
});
const Added = z.object({
  name: z.string(),
  iso3: z.string().nullable(),
  longName: z.string().nullable(),
  aliases: z.array(z.string()),
  adjectives: z.array(z.string()),
  demonyms: Demonyms,
  capitals: z.array(z.string()),
});
const Corrections = z.object({ countries: z.record(z.string(), Correction), added: z.array(Added) });

const COLUMN = { name: 0, longName: 1, capital: 2, noun: 3, adjective: 4 } as const;
/** Factbook's adjectives that would mislead: the two Koreas share one, Hong Kong and Macau are given China's. */
const SHARED = new Set(['Korean', 'Chinese/Hong Kong', 'NA', 'none', 'Congo']);
const SHARED_BY_NAME: Readonly<Record<string, ReadonlySet<string>>> = {
  Macau: new Set(['Chinese']),
  'Saint Pierre and Miquelon': new Set(['French']),
  Aruba: new Set(['Dutch']),
  Curacao: new Set(['Dutch']),
  Dominica: new Set(['Dominican']),
  Jersey: new Set(['Channel Islander']),
  Guernsey: new Set(['Channel Islander']),
};

const unique = (words: readonly string[]): string[] => [...new Set(words.map((w) => w.trim()).filter((w) => w !== ''))];
const withoutNotes = (cell: string): string =>
  cell
    .replace(/\([^)]*\)/g, '')
    .replace(/;.*$/, '')
    .trim();

/** The bare "Congo" is taken for the larger of the two. */
const ambiguous = (alias: string, name: string): boolean => alias === 'Congo' && name === 'Republic of the Congo';

/** "Afghan(s)" is one Afghan and many Afghans; "Chinese (singular and plural)" is both alike. */
function demonyms(cell: string): { one: string[]; many: string[] } {
  const one: string[] = [];
  const many: string[] = [];
  for (const part of cell.replace(/;.*$/, '').split(/, | or /)) {
    const word = withoutNotes(part);
    if (word === '' || SHARED.has(word) || /note|none|NA/.test(part)) continue;
    if (/\(plural\)|collective/.test(part)) many.push(word);
    else if (/\((wo)?men\)/.test(part)) one.push(word);
    else {
      one.push(word);
      many.push(part.includes('(s)') ? `${word}s` : word);
    }
  }
  return { one, many };
}

function capitals(cell: string): string[] {
  return cell
    .replace(/administered from.*|no official.*|Episkopi.*/, '')
    .split(', ')
    .map((part) => withoutNotes(part).replace(/ in Romanian$/, ''))
    .filter((part) => part !== 'D.C.');
}

const [statesPath] = process.argv.slice(2);
if (statesPath === undefined) throw new Error('refresh-countries: give the path of the table of states (TSV).');
const corrections = Corrections.parse(
  JSON.parse(readFileSync(new URL('./gazetteer/country-corrections.json', import.meta.url), 'utf8')),
);
const rows = readFileSync(statesPath, 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line.trim() !== '');
const records = rows.map((line) => {
  const cells = line.split('\t');
  const cell = (name: keyof typeof COLUMN): string => (cells[COLUMN[name]] ?? '').trim();
  const source = cell('name');
  const fix = corrections.countries[source] ?? {};
  const name = fix.name ?? source.replace(/\s*\(.*\)$/, '');
  const iso3 =
    fix.iso3 ??
    [name, source, cell('longName'), ...(fix.aliases ?? [])]
      .map((candidate) => countries.getAlpha3Code(candidate, 'en'))
      .find((code) => code !== undefined);
  const iso2 = iso3 === undefined ? undefined : countries.alpha3ToAlpha2(iso3);
  const isoNames = iso2 === undefined ? [] : [countries.getName(iso2, 'en', { select: 'all' }) ?? []].flat();
  const shared = SHARED_BY_NAME[source] ?? new Set<string>();
  const own = cell('adjective')
    .split(/, | or |; /)
    .map(withoutNotes)
    .filter((word) => !SHARED.has(word) && !shared.has(word) && !/note|former|still|\(s\)/.test(word));
  const nouns = demonyms(cell('noun'));
  const longName = cell('longName').replace(/\s*\(.*$/, '');
  const keep = (words: readonly string[]): string[] =>
    words.filter((word) => !shared.has(word) && word !== 'Chinese/Hong Konger');
  return {
    name,
    iso3: iso3 ?? null,
    longName: longName === '' ? null : longName,
    aliases: unique([...(fix.aliases ?? []), ...isoNames]).filter(
      (alias) => alias !== name && !alias.includes('(') && !ambiguous(alias, name),
    ),
    adjectives: unique([...(fix.adjectives ?? []), ...own]),
    demonyms: {
      one: unique(keep([...(fix.demonyms?.one ?? []), ...nouns.one])),
      many: unique(keep([...(fix.demonyms?.many ?? []), ...nouns.many])),
    },
    capitals: unique(fix.capitals ?? capitals(cell('capital'))),
  };
});
const all = [...records, ...corrections.added].sort((a, b) => a.name.localeCompare(b.name, 'en'));
const lines = all.map((record) => `  ${JSON.stringify(record)}`).join(',\n');
writeFileSync(new URL('../ingest/gazetteer/data/countries.json', import.meta.url), `[\n${lines}\n]\n`);
console.error(
  `countries.json: ${all.length} states and territories, ${all.filter((r) => r.iso3 === null).length} without ISO code`,
);
