/**
 * How alike two names are, 0 to 1, and why. Every word of the shorter name has to have its counterpart; a name that has a
 * word of its own on both sides is another name. Ids, offices and countries are not looked at here.
 */
import { CHINESE, GENERIC, GIVEN, KOREAN, shareClass, WORDS } from './spellings.ts';
import { asciiTokens, bodyTokens, consonantKey, koreanKey, personName, soundKey } from './tokens.ts';

export interface Likeness {
  /** 0 to 1; names of one entity score {@link SAME_NAME} or more. */
  readonly score: number;
  /** What makes them alike, in words. */
  readonly reasons: readonly string[];
}

export const SAME_NAME = 0.8;
const UNLIKE: Likeness = { score: 0, reasons: [] };

interface Match {
  readonly score: number;
  readonly reason: string | null;
}

type Compare = (a: string, b: string) => Match | null;

/** Jaro-Winkler similarity from which words of other consonants are taken for one. */
const NEARLY = 0.93;

/** Jaro-Winkler similarity, 0 to 1. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const common: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken.has(j) || a[i] !== b[j]) continue;
      taken.add(j);
      common.push(a[i] ?? '');
      break;
    }
  }
  if (common.length === 0) return 0;
  const others = [...taken].sort((x, y) => x - y).map((index) => b[index]);
  const turned = common.filter((letter, index) => letter !== others[index]).length / 2;
  const jaro = (common.length / a.length + common.length / b.length + (common.length - turned) / common.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * What jaroWinkler of two texts of a to z cannot exceed, by the letters that they share: most pairs of words share few, and
 * need no closer look.
 */
function mostLikeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  LETTERS.fill(0);
  for (let at = 0; at < a.length; at++) LETTERS[a.charCodeAt(at) & 127] = (LETTERS[a.charCodeAt(at) & 127] ?? 0) + 1;
  let common = 0;
  for (let at = 0; at < b.length; at++) {
    const left = LETTERS[b.charCodeAt(at) & 127] ?? 0;
    if (left === 0) continue;
    LETTERS[b.charCodeAt(at) & 127] = left - 1;
    common++;
  }
  const jaro = (common / a.length + common / b.length + 1) / 3;
  return jaro + (a[0] === b[0] ? 0.4 : 0) * (1 - jaro);
}

/** Counts of letters, for mostLikeness alone. */
const LETTERS = new Uint8Array(128);

/** Names of one family in the masculine and the feminine: Putin, Putina. */
function differInGender(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (/(ov|ev|in|yn|iov)$/.test(short) && long === `${short}a`) return true;
  return /(ski|sky|skii|skiy|skyi)$/.test(short) && /(ska|skaya|skaia|skaja)$/.test(long);
}

function comparePersonTokens(isKorean: boolean): Compare {
  return (a, b) => {
    if (a === b) return { score: 1, reason: null };
    if (a.length === 1 || b.length === 1) return a[0] === b[0] ? { score: 0.85, reason: `initial ${a} / ${b}` } : null;
    if (differInGender(a, b)) return null;
    if (shareClass(GIVEN, a, b)) return { score: 0.95, reason: `forms of one name: ${a} / ${b}` };
    if (shareClass(CHINESE, a, b)) return { score: 0.95, reason: `romanisations: ${a} / ${b}` };
    if (isKorean && (shareClass(KOREAN, a, b) || koreanKey(a) === koreanKey(b))) {
      return { score: 0.95, reason: `romanisations: ${a} / ${b}` };
    }
    if (isKorean) return null;
    const [left, right] = [soundKey(a), soundKey(b)];
    const spelled = { score: 0.95, reason: `spellings: ${a} / ${b}` };
    if (left === right && left.length >= 3) return spelled;
    if (Math.min(a.length, b.length) < 5) return null;
    const areSpellings = consonantKey(a) === consonantKey(b);
    if (!areSpellings && Math.max(mostLikeness(a, b), mostLikeness(left, right)) < NEARLY) return null;
    const likeness = Math.max(jaroWinkler(a, b), jaroWinkler(left, right));
    if (areSpellings && likeness >= 0.72) return { ...spelled, score: 0.92 };
    if (likeness >= NEARLY) return { score: 0.88, reason: `nearly alike: ${a} / ${b}` };
    return null;
  };
}

function compareWords(a: string, b: string): Match | null {
  if (a === b) return { score: 1, reason: null };
  if (shareClass(WORDS, a, b)) return { score: 0.97, reason: `${a} / ${b}` };
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short) && /^(s|n|an|ian|ese|i|es)$/.test(long.slice(short.length))) {
    return { score: 0.93, reason: `${a} / ${b}` };
  }
  if (short.length < 5 || /\d/.test(long)) return null;
  if (soundKey(a) === soundKey(b)) return { score: 0.93, reason: `spellings: ${a} / ${b}` };
  return jaroWinkler(a, b) >= 0.95 ? { score: 0.88, reason: `nearly alike: ${a} / ${b}` } : null;
}

interface Pairing {
  readonly matches: readonly Match[];
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Best counterparts first; what has none is left over. */
function pair(left: readonly string[], right: readonly string[], compare: Compare): Pairing {
  const found = left
    .flatMap((a, i) =>
      right.flatMap((b, j) => {
        const match = compare(a, b);
        return match === null ? [] : [{ i, j, match }];
      }),
    )
    .sort((x, y) => y.match.score - x.match.score || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  const matches: Match[] = [];
  for (const { i, j, match } of found) {
    if (lefts.has(i) || rights.has(j)) continue;
    lefts.add(i);
    rights.add(j);
    matches.push(match);
  }
  return {
    matches,
    left: left.filter((_, index) => !lefts.has(index)),
    right: right.filter((_, index) => !rights.has(index)),
  };
}

/** The tokens with some neighbours written as one, where the other name has them so: jong un, jongun. */
function joinedAs(tokens: readonly string[], other: readonly string[], compare: Compare): string[] {
  const result: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const one = tokens[index] ?? '';
    const next = tokens[index + 1];
    const joined = next === undefined || one.length === 1 || next.length === 1 ? null : one + next;
    const isWritten =
      joined !== null &&
      !other.some((token) => token === one || token === next) &&
      other.some((token) => token.length > 4 && compare(token, joined) !== null);
    if (isWritten && joined !== null) index++;
    result.push(isWritten && joined !== null ? joined : one);
  }
  return result;
}

/** Two names of persons. A surname alone scores 0.6, which needs other evidence. */
export function comparePersonNames(one: string, other: string): Likeness {
  const [a, b] = [personName(one), personName(other)];
  if (a.generation !== null && b.generation !== null && a.generation[0] !== b.generation[0]) return UNLIKE;
  const isKorean =
    [a, b].every(({ tokens }) => tokens.some((token) => KOREAN.has(token))) &&
    [a, b].every(({ tokens }) => tokens.length <= 3 && tokens.every((token) => token.length <= 8));
  const compare = comparePersonTokens(isKorean);
  const left = joinedAs(a.tokens, b.tokens, compare);
  const right = joinedAs(b.tokens, left, compare);
  const { matches, ...rest } = pair(left, right, compare);
  const full = matches.filter(({ score }) => score > 0.85).length;
  if (full === 0 || (rest.left.length > 0 && rest.right.length > 0)) return UNLIKE;
  const reasons = matches.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const extra = [...rest.left, ...rest.right];
  if (matches.length === 1) {
    if (extra.length > 0) return { score: 0.6, reasons: [...reasons, 'one name alone'] };
    return { score: matches[0]?.score ?? 0, reasons: ['the same single name', ...reasons] };
  }
  const mean = matches.reduce((sum, { score }) => sum + score, 0) / matches.length;
  const weak = matches.filter(({ score }) => score < 0.9).length;
  if (extra.length > 0) reasons.push(`without ${extra.join(' ')}`);
  if (a.generation !== b.generation) reasons.push('one with a generation');
  const penalty = extra.length * 0.04 + (weak > 1 ? 0.1 : 0) + (a.generation === b.generation ? 0 : 0.15);
  if (reasons.length === 0) reasons.push(one === other ? 'the same name' : 'the same words');
  return { score: Math.max(0, mean - penalty), reasons };
}

/** Two names of organizations, groups, facilities or agreements. */
export function compareBodyNames(one: string, other: string): Likeness {
  const short = acronymReason(one, other) ?? acronymReason(other, one);
  if (short !== null) return { score: 0.85, reasons: [short] };
  const telling = (name: string): string[] => bodyTokens(name).filter((token) => !GENERIC.has(token));
  const [left, right] = [telling(one), telling(other)];
  if (left.length === 0 || right.length === 0) return UNLIKE;
  if (left.join('') === right.join('')) return { score: 0.98, reasons: ['the same words'] };
  const { matches, ...rest } = pair(left, right, compareWords);
  if (rest.left.length + rest.right.length > 0) return UNLIKE;
  const reasons = matches.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const mean = matches.reduce((sum, { score }) => sum + score, 0) / matches.length;
  return { score: mean, reasons: reasons.length === 0 ? ['the same words in another order'] : reasons };
}

/** "WHO" of "World Health Organization". */
function acronymReason(short: string, long: string): string | null {
  const letters = short.replace(/\./g, '').trim();
  if (!/^\p{Lu}{3,8}$/u.test(letters)) return null;
  const words = asciiTokens(long);
  if (words.length < 3) return null;
  const initials = (kept: readonly string[]): string => kept.map((word) => word[0] ?? '').join('');
  const wanted = letters.toLowerCase();
  const telling = words.filter((word) => !GENERIC.has(word) || word === 'affairs');
  return initials(words) === wanted || initials(telling) === wanted ? `${short} stands for its words` : null;
}
