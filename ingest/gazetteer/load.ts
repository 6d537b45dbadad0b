/** Reads the data files and builds the lookup: synchronous, a few thousand forms, done once for a process. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EntityType } from '../../graph/model/vocabulary.ts';
import type { FormKind, FormSense, Gazetteer, GazetteerEntry } from './gazetteer.ts';
import { makeLexicon } from './lexicon.ts';
import { fold, slug } from './normalize.ts';
import {
  CityFile,
  CollectiveFile,
  CountryRecord,
  GivenNameFile,
  LeaderRecord,
  OrganizationRecord,
  PlaceFile,
  SeatRecord,
  TitleFile,
} from './schema.ts';

const PREFIX: Readonly<Record<EntityType, string>> = {
  Person: 'person',
  Country: 'country',
  Organization: 'org',
  Place: 'place',
  Facility: 'facility',
  Group: 'group',
  Agreement: 'agreement',
};

/** `person:takeshi-iwaya`: the key of an entity that no gazetteer knows. */
export function entityKey(type: EntityType, name: string): string {
  return `${PREFIX[type]}:${slug(name)}`;
}

const read = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')));

/** An ISO code stands for its state; anything else is a key already. */
const keyOf = (reference: string): string => (reference.includes(':') ? reference : `country:${reference}`);

class FormIndex {
  readonly entries = new Map<string, GazetteerEntry>();
  readonly forms = new Map<string, FormSense[]>();
  readonly firstWords = new Map<string, number[]>();

  entry(entry: GazetteerEntry): GazetteerEntry {
    const known = this.entries.get(entry.key);
    if (known !== undefined) return known;
    this.entries.set(entry.key, entry);
    for (const name of [entry.name, ...entry.aliases]) this.form(name, 'name', entry);
    return entry;
  }

  form(form: string, kind: FormKind, entry: GazetteerEntry): void {
    const folded = fold(form);
    const key = folded.toLowerCase();
    const senses = this.forms.get(key) ?? [];
    if (!senses.some((sense) => sense.entry === entry && sense.kind === kind))
      senses.push({ form: folded, kind, entry });
    this.forms.set(key, senses);
    const first = firstWord(key);
    const lengths = this.firstWords.get(first) ?? [];
    if (!lengths.includes(folded.length)) lengths.push(folded.length);
    this.firstWords.set(
      first,
      lengths.sort((a, b) => b - a),
    );
  }
}

const firstWord = (text: string): string => /^[^\s\-']+/.exec(text)?.[0] ?? text;
/** Keys of entries that may be missing, as properties that then are. */
const belonging = (of: string | undefined, acts: string | undefined): { of?: string; acts?: string } => ({
  ...(of === undefined ? {} : { of: keyOf(of) }),
  ...(acts === undefined ? {} : { acts: keyOf(acts) }),
});

function addCountries(index: FormIndex): void {
  for (const record of read('countries.json', z.array(CountryRecord))) {
    const key = `country:${record.iso3 ?? slug(record.name)}`;
    const aliases = [...record.aliases, ...(record.longName === null ? [] : [record.longName])];
    const country = index.entry({
      key,
      name: record.name,
      type: 'Country',
      aliases,
      ...(record.iso3 === null ? {} : { iso3: record.iso3 }),
      adjectives: record.adjectives,
    });
    for (const word of record.adjectives) index.form(word, 'adjective', country);
    for (const word of record.demonyms.many) index.form(word, 'people', country);
    for (const word of record.demonyms.one) index.form(word, 'national', country);
    for (const capital of record.capitals.slice(0, 1)) {
      if (index.forms.get(fold(capital).toLowerCase())?.some((sense) => sense.entry.type === 'Country') === true)
        continue;
      index.entry({
        key: `place:${slug(capital)}`,
        name: capital,
        type: 'Place',
        aliases: record.capitals.slice(1),
        of: key,
        acts: key,
      });
    }
  }
}

function addBodies(index: FormIndex): void {
  const seats = read('seats.json', z.array(SeatRecord));
  for (const record of [...seats, ...read('organizations.json', z.array(OrganizationRecord))]) {
    const type = record.type ?? 'Organization';
    const of = record.of ?? record.acts;
    const generic =
      'generic' in record && record.generic !== undefined
        ? { generic: record.generic.map((form) => fold(form).toLowerCase()) }
        : {};
    index.entry({
      ...generic,
      key: entityKey(type, record.name),
      name: record.name,
      type,
      aliases: record.aliases ?? [],
      ...belonging(of, record.acts),
    });
  }
}

function addPlaces(index: FormIndex): void {
  const file = read('places.json', PlaceFile);
  for (const record of file.others) {
    index.entry({
      key: entityKey('Place', record.name),
      name: record.name,
      type: 'Place',
      aliases: record.aliases ?? [],
      ...belonging(record.of, record.acts),
    });
  }
  for (const record of file.facilities) {
    const of = record.of === undefined ? {} : { of: keyOf(record.of) };
    index.entry({
      key: entityKey('Facility', record.name),
      name: record.name,
      type: 'Facility',
      aliases: record.aliases ?? [],
      ...of,
    });
  }
  for (const record of file.peoples) {
    const people = index.entry({
      key: entityKey('Group', record.name),
      name: record.name,
      type: 'Group',
      aliases: record.aliases ?? [],
      adjectives: [record.adjective],
    });
    index.form(record.adjective, 'adjective', people);
  }
  const cities = read('cities.json', CityFile);
  for (const [iso3, names] of [...Object.entries(file.byCountry), ...Object.entries(cities)]) {
    for (const name of names) {
      index.entry({ key: entityKey('Place', name), name, type: 'Place', aliases: [], of: keyOf(iso3) });
    }
  }
}

/** Acronyms ("US", "WHO") must be spelled as they are; other forms only need a capital somewhere. */
function spelledAs(form: string, text: string): boolean {
  if (form === text) return true;
  if (form.length <= 5 && form === form.toUpperCase()) return false;
  return (
    /\p{Lu}/u.test(text) &&
    (/^\p{Lu}/u.test(text) || !/^\p{Lu}/u.test(form) || text.includes('-') || text.includes(' '))
  );
}

/** Words whose lengths are remembered; the vocabulary of news is smaller. */
const REMEMBERED = 50_000;

let loaded: Gazetteer | undefined;

/** The gazetteer that the package carries. Throws a ZodError when a data file is damaged. */
export function loadGazetteer(): Gazetteer {
  if (loaded !== undefined) return loaded;
  const index = new FormIndex();
  // Seats before capitals: Brussels acts for the Union.
  addBodies(index);
  addCountries(index);
  addPlaces(index);
  const leaders = read('leaders.json', z.array(LeaderRecord)).map((leader) => ({
    ...leader,
    terms: leader.terms.map((term) => ({ ...term, of: keyOf(term.of) })),
  }));
  const none: readonly FormSense[] = [];
  const noLengths: readonly number[] = [];
  const remembered = new Map<string, readonly number[]>();
  loaded = {
    entries: index.entries,
    senses: (text) => {
      const folded = fold(text);
      const senses = index.forms.get(folded.toLowerCase());
      if (senses === undefined) return none;
      const exact = senses.filter((sense) => sense.form === folded);
      return exact.length > 0 ? exact : senses.filter((sense) => spelledAs(sense.form, folded));
    },
    lengthsFrom: (word) => {
      const known = remembered.get(word);
      if (known !== undefined) return known;
      const found = index.firstWords.get(firstWord(fold(word).toLowerCase())) ?? noLengths;
      if (remembered.size < REMEMBERED) remembered.set(word, found);
      return found;
    },
    leaders,
    lexicon: makeLexicon(
      read('titles.json', TitleFile),
      read('collectives.json', CollectiveFile),
      read('given-names.json', GivenNameFile),
    ),
  };
  return loaded;
}
