/**
 * Which names of bodies, places and agreements are one: acronyms in brackets or made of initials, and shortened names
 * ("Adani" for "Adani Group", "Foreign Ministry" for "Russian Foreign Ministry").
 */
import { normalizeName } from '../gazetteer/normalize.ts';
import type { FoundMention } from '../mentions/found.ts';
import { lower, type Tree } from '../mentions/tree.ts';

const ACRONYM = /^\p{Lu}{3,}$/u;

/** By mention id: the mention whose name is the same entity's fuller one; itself where there is none. */
export function groupBodyNames(tree: Tree, mentions: readonly FoundMention[]): ReadonlyMap<number, FoundMention> {
  const bodies = mentions.filter(
    (m) =>
      m.kind === 'name' && (m.type !== 'Person' || ACRONYM.test(m.name)) && m.type !== 'Country' && m.form !== 'people',
  );
  const alone = aloneElsewhere(mentions);
  const fuller = new Map<number, FoundMention>();
  const spelledOut = bracketed(tree, bodies, fuller);
  const initials = new Map<string, FoundMention>();
  const prefixes = new Map<string, FoundMention>();
  const firstWords = new Map<string, FoundMention>();
  for (const mention of bodies) {
    const words = normalizeName(mention.name).split(' ');
    if (words.length < 2) continue;
    const letters = initialsOf(mention.name);
    if (letters.length >= 2 && !initials.has(letters)) initials.set(letters, mention);
    if (mention.type === 'Organization') note(firstWords, words[0] ?? '', mention);
    if (mention.entry !== null) continue;
    for (let size = 1; size < words.length; size++) note(prefixes, words.slice(0, size).join(' '), mention);
    for (let size = 2; size < words.length; size++) note(prefixes, words.slice(-size).join(' '), mention);
  }
  for (const mention of alone) {
    const body = firstWords.get(normalizeName(mention.name));
    if (body !== undefined && body.first < mention.first && !OF_PERSON.test(body.name)) fuller.set(mention.id, body);
  }
  for (const mention of bodies) {
    if (fuller.has(mention.id) || mention.entry !== null) continue;
    const name = normalizeName(mention.name);
    const spelled = /^\p{Lu}[\p{Lu}&.]+$/u.test(mention.name)
      ? initials.get(mention.name.replace(/[.&]/g, ''))
      : undefined;
    const bracket = spelledOut.get(mention.name);
    if (bracket !== undefined) {
      fuller.set(mention.id, bracket);
      continue;
    }
    const longer = spelled ?? prefixes.get(name);
    if (longer !== undefined && (spelled !== undefined || longer.type === mention.type) && mention.type !== 'Place')
      fuller.set(mention.id, longer);
  }
  return fuller;
}

/** Bodies that are called by who leads them: "Obama administration". */
const OF_PERSON = /\b(administration|government|regime|cabinet|campaign|family|ministry|foundation|clan|commission)$/i;

/** One word that was taken for a person or a place which the bulletin never names in full: "Mahan" after "Mahan Air". */
function aloneElsewhere(mentions: readonly FoundMention[]): FoundMention[] {
  const others = mentions.filter(
    ({ kind, type, entry }) => kind === 'name' && (type === 'Person' || type === 'Place') && entry === null,
  );
  const inFull = new Set(others.map((m) => normalizeName(m.name).split(' ')).flatMap((w) => (w.length > 1 ? w : [])));
  return others.filter((m) => !/\s/.test(m.name) && !inFull.has(normalizeName(m.name)));
}

function note(index: Map<string, FoundMention>, words: string, mention: FoundMention): void {
  if (!index.has(words)) index.set(words, mention);
}

/** "International Atomic Energy Agency (IAEA)": what is in the brackets is the same. */
function bracketed(
  tree: Tree,
  bodies: readonly FoundMention[],
  fuller: Map<number, FoundMention>,
): Map<string, FoundMention> {
  const spelledOut = new Map<string, FoundMention>();
  const ending = new Map(bodies.map((mention) => [mention.last, mention]));
  for (const mention of bodies) {
    const before = ending.get(mention.first - 2);
    if (before === undefined || lower(tree, mention.first - 1) !== '(') continue;
    if (!/^[\p{L}\d&.-]{2,12}$/u.test(mention.name) || !/\p{Lu}.*\p{Lu}/u.test(mention.name)) continue;
    if (mention.entry !== null && before.entry !== null) continue;
    fuller.set(mention.id, before);
    spelledOut.set(mention.name, before);
  }
  return spelledOut;
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');
