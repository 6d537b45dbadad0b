/** How names, counts and dates are written on the page. */
import type { NodeType } from '../../contract.ts';

const NUMBERS = new Intl.NumberFormat('en');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const number = (value: number): string => NUMBERS.format(value);

/** `1 entity`, `2 entities`. */
export const counted = (value: number, one: string, many: string): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** Letters of a name that are shown inside other words. */
const BRIEF = 80;
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name in running words: longer than BRIEF letters it is cut between two letters as people see them. */
export const brief = (name: string): string => {
  if (name.length <= BRIEF) return name;
  // A letter can have any number of combining marks: what is looked at is bounded too.
  const letters = [...LETTERS.segment(name.slice(0, 10 * BRIEF))].map(({ segment }) => segment);
  return letters.length <= BRIEF && name.length <= 10 * BRIEF ? name : `${letters.slice(0, BRIEF - 1).join('')}…`;
};

/** Letters that are written from right to left, and signs that turn or isolate what follows them. */
const TURNING =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A name as part of a text that is no markup (a tooltip, a title): it turns nothing round it. */
export const isolated = (name: string): string => (TURNING.test(name) ? `\u2068${brief(name)}\u2069` : brief(name));

/** `EASED_RESTRICTIONS_ON` reads `EASED RESTRICTIONS ON`: still the name that a query uses. */
export const predicateWords = (predicate: string): string => predicate.replaceAll('_', ' ');

/** `2024-12-25` reads `25 Dec 2024`; a date known to the month or year reads so. What is no ISO date stays as it is. */
export const dateWords = (date: string | null): string => {
  if (date === null) return 'no date';
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  const monthName = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), monthName, year]
    .filter((part) => part !== undefined)
    .join(' ');
};

/** A bulletin's name is a line of a panel. */
const NAME_LETTERS = 70;

/** The first words of a text, as many as a line holds. */
const firstWords = (text: string): string => {
  const words = text
    .slice(0, 10 * NAME_LETTERS)
    .trim()
    .split(/\s+/);
  let name = words[0] ?? '';
  let at = 1;
  for (; at < words.length && name.length + 1 + (words[at] ?? '').length <= NAME_LETTERS; at += 1)
    name += ` ${words[at]}`;
  return at < words.length ? `${brief(name)}…` : brief(name);
};

/** What a bulletin is called: its title, or its day and first words. */
export const bulletinName = ({
  title,
  begins,
  publishedAt,
}: {
  readonly title: string | null;
  readonly begins: string | null;
  readonly publishedAt: string | null;
}): string => {
  if (title !== null) return title;
  const words = firstWords(begins ?? '');
  const day = publishedAt === null ? 'Undated' : dateWords(publishedAt);
  return words === '' ? `${day}: no words` : `${day}: ${words}`;
};

const PLURALS: Record<NodeType, string> = {
  Person: 'People',
  Country: 'Countries',
  Organization: 'Organizations',
  Place: 'Places',
  Facility: 'Facilities',
  Group: 'Groups',
  Agreement: 'Agreements',
};

export const typePlural = (type: NodeType): string => PLURALS[type];

/** Only web addresses become links: anything else in a bulletin's url (a path, `javascript:`) is no link. */
export const webAddress = (url: string | null): string | null => {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
};
