/** How names, counts and dates are written on the page. */
import type { NodeType } from '../../contract.ts';

const NUMBERS = new Intl.NumberFormat('en');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const number = (value: number): string => NUMBERS.format(value);

/** `1 entity`, `2 entities`. */
export const counted = (value: number, one: string, many: string): string =>
  `${number(value)} ${value === 1 ? one : many}`;

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
