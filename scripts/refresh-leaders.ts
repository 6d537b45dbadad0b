/**
 * Writes ingest/gazetteer/data/leaders.json: the present heads of state and government from a table of states (CIA World
 * Factbook, public domain) and gazetteer/leaders-history.tsv, which wins: `tsx scripts/refresh-leaders.ts STATES.tsv`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CountryRecord, type LeaderRecord } from '../ingest/gazetteer/schema.ts';
import { fold, normalizeName } from '../ingest/gazetteer/normalize.ts';

const [statesPath] = process.argv.slice(2);
if (statesPath === undefined) throw new Error('refresh-leaders: give the path of the table of states (TSV).');

/** Factbook writes ranks and further offices before the name; what follows them is the name. */
const RANKS =
  /^(and |of |the |interim |acting |transitional? |caretaker |prime |minister |president |premier |chief |crown prince |foreign |sr\. |gen\. |general |capt\. |col\. |dr\. |sir |king |gnu |cnsp |presidential |leadership |council |chairperson |administrator |air vice-marshal )+/i;
/** Without nicknames, remarks and "Jr.". */
const usual = (name: string): string => name.replace(/\s*\([^)]*\)|"[^"]*" |, Jr\.$/g, '').trim();

const parse = (path: URL | string): string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));

const leaders = new Map<string, LeaderRecord>();
for (const [name = '', aliases = '', gender = '', terms = ''] of parse(
  new URL('./gazetteer/leaders-history.tsv', import.meta.url),
)) {
  leaders.set(normalizeName(name), {
    name,
    aliases: aliases.split(';').filter((alias) => alias !== ''),
    gender: gender === 'female' || gender === 'male' ? gender : null,
    terms: terms.split(';').map((term) => {
      const [title = '', of = '', from = '', until = ''] = term.split(',');
      return { title, of, from, until: until === '' ? null : until };
    }),
  });
}

const countries = z
  .array(CountryRecord)
  .parse(JSON.parse(readFileSync(new URL('../ingest/gazetteer/data/countries.json', import.meta.url), 'utf8')));
const codes = new Map(
  countries.flatMap((country) => [country.name, ...country.aliases].map((name) => [fold(name), country.iso3])),
);
/** Words of a Factbook name that a leader of the hand-written list with the same office has as well. */
const isKnown = (name: string, of: string): boolean =>
  [...leaders.values()].some((leader) => {
    const words = new Set([leader.name, ...leader.aliases].flatMap((one) => normalizeName(one).split(' ')));
    return (
      leader.terms.some((term) => term.of === of) &&
      normalizeName(name)
        .split(' ')
        .filter((word) => words.has(word)).length >= 2
    );
  });

for (const cells of parse(statesPath)) {
  const of =
    codes.get(fold((cells[0] ?? '').replace(/^The /, '').replace(/\s*\(.*\)$/, ''))) ?? codes.get(fold(cells[0] ?? ''));
  if (of === null || of === undefined) continue;
  for (const [title = '', holder = '', from = ''] of [cells.slice(5, 8), cells.slice(8, 11)]) {
    const name = usual(holder.replace(RANKS, ''));
    if (
      title === '' ||
      holder.startsWith('of ') ||
      name.split(' ').length < 2 ||
      from === '' ||
      /Charles III|Willem|Frederik X| of /.test(name)
    )
      continue;
    const plain = title.toLowerCase().replace(/^(interim|acting|transitional|transition|caretaker) /, '');
    if (
      !/^(president|prime minister|premier|chancellor|king|emir|amir|sultan|taoiseach)$/.test(plain) ||
      isKnown(name, of)
    )
      continue;
    const term = { title: plain, of, from, until: null };
    const known = leaders.get(normalizeName(name));
    if (known === undefined) leaders.set(normalizeName(name), { name, aliases: [], gender: null, terms: [term] });
    else if (!known.terms.some((other) => other.title === plain && other.of === of)) known.terms.push(term);
  }
}

const lines = [...leaders.values()].map((leader) => `  ${JSON.stringify(leader)}`).join(',\n');
writeFileSync(new URL('../ingest/gazetteer/data/leaders.json', import.meta.url), `[\n${lines}\n]\n`);
console.error(`leaders.json: ${leaders.size} leaders`);
