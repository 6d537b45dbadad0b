/**
 * Which names of persons are one person: "Wang" after "Wang Yi", "Iwaya" after "Takeshi Iwaya", "Obama" beside "Barack
 * Obama". A shorter name belongs to a longer one that holds its words; of several the latest before it is meant.
 */
import { normalizeName } from '../gazetteer/normalize.ts';
import type { FoundMention } from '../mentions/found.ts';

const PARTICLES = new Set('al el de da di bin ibn ben van von der den la le du dos del abu ould'.split(' '));

export const nameWords = (name: string): string[] =>
  normalizeName(name)
    .split(' ')
    .filter((word) => word !== '');
/** What the spellings of one name in Latin letters share: "Yanukovich" and "Yanukovych", "Mohammed" and "Mohamed". */
export const spelling = (word: string): string =>
  word
    .replace(/[yj]/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/kh/g, 'h')
    .replace(/[oe]/g, 'e')
    .replace(/w/g, 'v')
    .replace(/q|ck|c(?!h)/g, 'k')
    .replace(/(.)\1+/g, '$1');
const weighty = (words: readonly string[]): string[] => words.filter((word) => !PARTICLES.has(word));

export interface PersonNames {
  /** The fullest name in the bulletin that a mention's name can stand for. */
  fullest(mention: FoundMention): string;
}

export function groupPersonNames(mentions: readonly FoundMention[]): PersonNames {
  const people = mentions.filter((mention) => mention.type === 'Person' && mention.kind === 'name');
  const firstSeen = new Map<string, number>();
  for (const mention of people) if (!firstSeen.has(mention.name)) firstSeen.set(mention.name, mention.first);
  const byWord = new Map<string, string[]>();
  for (const name of firstSeen.keys()) {
    for (const word of new Set(weighty(nameWords(name)))) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  return {
    fullest(mention) {
      const words = weighty(nameWords(mention.name));
      const [rarest] = [...words].sort((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0));
      const candidates = (byWord.get(rarest ?? '') ?? []).filter((name) => holds(weighty(nameWords(name)), words));
      return choose(candidates, mention, firstSeen);
    },
  };
}

/** The longer name has the shorter's words in order; a single word must be its last or first. */
function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  if (longer.length <= shorter.length) return false;
  const [only] = shorter;
  if (shorter.length === 1 && only !== undefined)
    return longer.at(-1) === only || longer[0] === only || (only.length > 3 && longer.includes(only));
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at++;
  return at === shorter.length;
}

function choose(candidates: readonly string[], mention: FoundMention, firstSeen: ReadonlyMap<string, number>): string {
  let best = mention.name;
  let bestAt = -1;
  for (const name of candidates) {
    const seen = firstSeen.get(name) ?? 0;
    const before = seen <= mention.first;
    const score = before ? seen + 1_000_000_000 : 1_000_000_000 - seen;
    const longer = nameWords(name).length > nameWords(best).length && bestAt === score;
    if (score > bestAt || longer) {
      best = name;
      bestAt = score;
    }
  }
  return best;
}
