/**
 * Holders of offices that the gazetteer knows with their dates: a full name is that person, a surname alone only with an
 * office, country or date that speaks for it; and "the Japanese prime minister" on a day is whoever held the office then.
 */
import { holdsOn, type Leader, type Term } from '../gazetteer/gazetteer.ts';
import { plainTitle } from '../../graph/model/offices.ts';
import type { FoundMention, FoundOffice } from '../mentions/found.ts';
import { nameWords, spelling } from './person-names.ts';
import type { Scene } from './scene.ts';

type Index = ReadonlyMap<string, readonly Leader[]>;
const indexes = new WeakMap<readonly Leader[], Index>();

function indexOf(leaders: readonly Leader[]): Index {
  const known = indexes.get(leaders);
  if (known !== undefined) return known;
  const index = new Map<string, Leader[]>();
  for (const leader of leaders) {
    for (const word of new Set([leader.name, ...leader.aliases].flatMap(nameWords).map(spelling))) {
      index.set(word, [...(index.get(word) ?? []), leader]);
    }
  }
  indexes.set(leaders, index);
  return index;
}

export function findLeader(
  scene: Scene,
  mention: FoundMention,
  name: string,
  offices: readonly FoundOffice[],
): Leader | null {
  const words = nameWords(name);
  const last = words.at(-1);
  if (last === undefined) return null;
  const index = indexOf(scene.gazetteer.leaders);
  const candidates = [...(index.get(spelling(last)) ?? []), ...(index.get(spelling(words[0] ?? '')) ?? [])];
  if (words.length > 1) return bestNamed([...new Set(candidates)], words, scene.date);
  return [...new Set(candidates)].find((leader) => surnameFits(scene, mention, leader, last, offices)) ?? null;
}

/**
 * Of several with all words of a name whoever has no others, then the first who held office on the date, or else up to two
 * years before; nobody where no date is known or nobody held one.
 */
function bestNamed(leaders: readonly Leader[], words: readonly string[], date: string | null): Leader | null {
  const read = words.map(spelling).join(' ');
  const fitting = leaders.filter((leader) => namesOf(leader).some((full) => sameName(full, words)));
  const exact = fitting.filter((leader) =>
    namesOf(leader).some((full) => nameWords(full).map(spelling).join(' ') === read),
  );
  const meant = exact.length > 0 ? exact : fitting;
  const [first = null, ...others] = meant;
  if (others.length === 0) return first;
  if (date === null) return null;
  const holder = meant.find((leader) => leader.terms.some((term) => holdsOn(term, date)));
  return holder ?? meant.find((leader) => leader.terms.some((term) => heldAround(term, date))) ?? null;
}

const namesOf = ({ name, aliases }: Leader): string[] => [name, ...aliases];

/** All words of the shorter are in the longer, first and last alike where both have several. */
function sameName(full: string, words: readonly string[]): boolean {
  const own = nameWords(full).map(spelling);
  if (own.length < 2) return false;
  const read = words.map(spelling);
  const [short, long] = own.length <= read.length ? [own, read] : [read, own];
  return short.every((word) => long.includes(word)) && short[0] === long[0];
}

function surnameFits(
  scene: Scene,
  mention: FoundMention,
  leader: Leader,
  word: string,
  offices: readonly FoundOffice[],
): boolean {
  const surname = nameWords(leader.name);
  const isAlias = leader.aliases.some((alias) => nameWords(alias).length === 1 && nameWords(alias)[0] === word);
  if (surname.at(-1) !== word && !isAlias) return false;
  if (!leader.terms.some((term) => heldAround(term, scene.date))) return false;
  if (offices.some((office) => leader.terms.some((term) => titlesAgree(term.title, office.noun)))) return true;
  return isAlias || leader.terms.some((term) => namesState(scene, term.of, mention));
}

/** Whether the bulletin names the state within reach of the mention. */
function namesState(scene: Scene, key: string, mention: FoundMention): boolean {
  for (let id = Math.max(0, mention.id - 12); id < Math.min(scene.mentions.length, mention.id + 12); id++) {
    const other = scene.mentions[id];
    if (other?.entry?.key === key || other?.entry?.acts === key) return true;
  }
  return false;
}

const YEAR = 4;

/** In office on the date or within the two years after; any time where no date is known. */
function heldAround(term: Term, date: string | null): boolean {
  if (date === null) return term.until === null;
  if (term.from.slice(0, YEAR) > date.slice(0, YEAR)) return false;
  return term.until === null || Number(term.until.slice(0, YEAR)) + 2 >= Number(date.slice(0, YEAR));
}

/** The state of the latest person named before the mention who is known to have held an office of one around the date. */
export function stateOfLeaderBefore(scene: Scene, mention: FoundMention): string | null {
  for (const { mention: other, cluster } of scene.clusters.before(mention.first)) {
    if (cluster.type !== 'Person' || other.kind !== 'name') continue;
    const terms =
      findLeader(scene, other, cluster.name, [])?.terms.filter((term) => heldAround(term, scene.date)) ?? [];
    const [term] = terms;
    if (term !== undefined) return term.of;
  }
  return null;
}

export const titlesAgree = (known: string, read: string): boolean => plainTitle(known) === plainTitle(read);

const latest = new WeakMap<readonly Leader[], string>();

/** Until when a term that is not over in the gazetteer is believed: a year after the last change that it knows. */
function believedUntil(leaders: readonly Leader[]): string {
  const known = latest.get(leaders);
  if (known !== undefined) return known;
  const last = leaders.flatMap(({ terms }) => terms.map(({ from }) => from)).reduce((a, b) => (a > b ? a : b), '0000');
  const until = `${String(Number(last.slice(0, YEAR)) + 1).padStart(YEAR, '0')}${last.slice(YEAR)}`;
  latest.set(leaders, until);
  return until;
}

/** Who held the office of the state on the bulletin's date; null without a date, or where nobody or several are known. */
export function holderOn(scene: Scene, title: string, of: string): Leader | null {
  const { date } = scene;
  if (date === null) return null;
  const until = believedUntil(scene.gazetteer.leaders);
  const held = scene.gazetteer.leaders.filter((leader) =>
    leader.terms.some(
      (term) => term.of === of && titlesAgree(term.title, title) && term.from <= date && (term.until ?? until) >= date,
    ),
  );
  return held.length === 1 ? (held[0] ?? null) : null;
}
