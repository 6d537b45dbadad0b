/**
 * Writes ingest/gazetteer/data/cities.json from a table of GeoNames (CC BY 4.0, columns as in its cities15000.txt), without
 * names that the gazetteer has or that are words, persons or several cities: `tsx scripts/refresh-cities.ts CITIES.txt`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import { loadGazetteer } from '../ingest/gazetteer/index.ts';
import { fold } from '../ingest/gazetteer/normalize.ts';

const LEAST = 250_000;
/** A name that two cities share means the greater one only if it is so many times as great. */
const FAR_GREATER = 4;
const COLUMN = { name: 1, kind: 7, country: 8, population: 14 } as const;
/** Parts of cities and places that are no more. */
const NOT_CITIES = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
/** Words, surnames and bodies that such names would be taken for. */
const AMBIGUOUS = new Set(
  'mobile reading nice orange split bath cork hull buffalo lincoln jackson nelson hamilton wellington durham kingston cleveland madison jefferson columbus bradford preston norfolk aurora garland irving bari lima man most tours nancy lens salt santiago victoria concord anderson arlington henderson plano chandler glendale laredo lubbock newark bend bay central union university liberty mercy hope bismarck fremont gilbert moreno kent surrey halifax sunshine canton corona oxford cambridge stanford leon carmen rosario mercedes trinidad santos salvador natal belem macae serra osasco betim toluca durango merida maria laura sofia irene adana ordu van batman mus sur homs raj puri una pali sari amol bari mesa campo santa rosa barra centro marina delta alexandria bristol bandar salem hyderabad reno medina eugene newport independence surprise miramar orlando irvine stockton toledo akron dayton jersey lafayette tyler vacaville arden carson downey compton fargo pasadena hayward brandon spring roseville augusta columbia springfield georgetown birmingham worcester manchester'.split(
    ' ',
  ),
);

/** Without the marks of scientific transliteration, which English news never writes: "Ludhiāna", "Arkhangel’sk", "Al Ḩillah". */
const everyday = (name: string): string => {
  const plain = /[āēīōūĀĒĪŌŪḨḩŢţŞşḐḑẔẕ’]/.test(name) ? fold(name).replace(/(?<=\p{Ll})'(?!a)/gu, '') : name;
  return plain.replace(/ City$/, '').trim();
};

const [path] = process.argv.slice(2);
if (path === undefined)
  throw new Error('refresh-cities: give the path of the table of cities (GeoNames, tab-separated).');

const gazetteer = loadGazetteer();
const known = new Set(
  [...gazetteer.entries.values()]
    .flatMap((entry) => [entry.name, ...entry.aliases])
    .map((name) => fold(name).toLowerCase()),
);
const cities = new Map<string, { readonly name: string; readonly iso3: string; readonly population: number }[]>();
for (const line of readFileSync(path, 'utf8').split('\n')) {
  const cells = line.split('\t');
  const name = everyday(cells[COLUMN.name] ?? '');
  const population = Number(cells[COLUMN.population] ?? 0);
  const code = cells[COLUMN.country] ?? '';
  // The package's code for Kosovo is not the one that is in use.
  const iso3 = code === 'XK' ? 'XKX' : countries.alpha2ToAlpha3(code);
  const key = fold(name).toLowerCase();
  if (iso3 === undefined || population < LEAST / FAR_GREATER || NOT_CITIES.has(cells[COLUMN.kind] ?? '')) continue;
  if (key.length < 4 || !/^\p{Lu}[\p{L} '’-]+$/u.test(name) || AMBIGUOUS.has(key) || known.has(key)) continue;
  if (gazetteer.lexicon.given.has(key)) continue;
  cities.set(key, [...(cities.get(key) ?? []), { name, iso3, population }]);
}
const byCountry = new Map<string, string[]>();
for (const same of cities.values()) {
  const [first, second] = same.toSorted((a, b) => b.population - a.population);
  if (first === undefined || first.population < LEAST) continue;
  const others = second !== undefined && second.iso3 !== first.iso3 ? second.population : 0;
  if (others * FAR_GREATER > first.population) continue;
  byCountry.set(first.iso3, [...(byCountry.get(first.iso3) ?? []), first.name]);
}
const sorted = [...byCountry]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([iso3, names]) => `  ${JSON.stringify(iso3)}: ${JSON.stringify(names.toSorted())}`);
writeFileSync(new URL('../ingest/gazetteer/data/cities.json', import.meta.url), `{\n${sorted.join(',\n')}\n}\n`);
