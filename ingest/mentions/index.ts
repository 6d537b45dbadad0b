/**
 * Mentions of one document: names, offices, nominals and pronouns, in text order, each with what it says by itself, and the
 * offices that the text gives. Who is meant is coreference's part. Linear in the document but for bounded windows.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { fold } from '../gazetteer/normalize.ts';
import type { Doc, TokenSpan } from '../nlp/doc.ts';
import type { FoundMention, FoundMentions, FoundOffice, Gender } from './found.ts';
import { nameMention } from './name-mentions.ts';
import type { NameSpan } from './name-spans.ts';
import { type TypedSpan, typeNames } from './name-types.ts';
import { nominalMention } from './nominal-mentions.ts';
import { findNominals } from './nominals.ts';
import { findHolders, type Holding } from './office-holders.ts';
import { bodyMention, bodySpan, officeMention } from './office-mentions.ts';
import { findOffices } from './office-phrases.ts';
import { pronounMentions } from './pronouns.ts';
import { findNames } from './reconcile.ts';
import { lower, readTree, type Tree, tokenAt } from './tree.ts';

export interface MentionsOf extends FoundMentions {
  readonly tree: Tree;
}

export function findMentions(doc: Doc, gazetteer: Gazetteer): MentionsOf {
  const tree = readTree(doc);
  const spans = findNames(tree, gazetteer);
  const holdings = findHolders(tree, gazetteer, findOffices(tree, gazetteer, spans), spans);
  const titled = new Set(holdings.flatMap((holding) => (holding.holder === null ? [] : [holding.holder.first])));
  const names = withoutNested(tree, typeNames(tree, gazetteer, withoutTitleWords(spans, holdings), titled));
  const genders = gendersByName(tree, gazetteer, names, holdings);
  const drafts: FoundMention[] = names.flatMap((name) => {
    const mention = nameMention(tree, name, genders.get(name.first) ?? null);
    return mention === null ? [] : [mention];
  });
  for (const holding of holdings) {
    if (holding.apart) drafts.push(officeMention(tree, gazetteer, holding));
    const body = bodyMention(tree, gazetteer, holding.phrase);
    if (body !== null) drafts.push(body);
  }
  const taken = takenTokens(tree, names, holdings);
  const firstOf = new Map(names.flatMap((name) => (name.first < name.last ? [[name.last, name.first] as const] : [])));
  const lastOf = new Map<number, number>();
  for (const name of names)
    for (let i = name.first; i < name.last; i++) lastOf.set(i, Math.max(name.last, lastOf.get(i) ?? 0));
  for (const nominal of findNominals(tree, gazetteer, taken, firstOf, lastOf))
    drafts.push(nominalMention(tree, gazetteer, nominal, names));
  drafts.push(...pronounMentions(tree));
  drafts.sort((a, b) => a.first - b.first || b.last - a.last);
  const mentions = drafts.map((mention, id) => ({ ...mention, id }));
  const at = new Map(mentions.map((mention) => [placeOf(mention), mention.id]));
  const idOf = (span: TokenSpan | null): number | null => (span === null ? null : (at.get(placeOf(span)) ?? null));
  const nominals = new Map(mentions.flatMap((m) => (m.kind === 'nominal' ? [[m.head, m.id] as const] : [])));
  const headed = (head: number | null): number | null => (head === null ? null : (nominals.get(head) ?? null));
  return { tree, mentions, ...officesOf(tree, gazetteer, holdings, idOf, headed) };
}

/** One number for where a span begins and ends; no document has so many tokens. */
const placeOf = ({ first, last }: TokenSpan): number => first * 2_000_000 + last;

const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'whose']);

function officesOf(
  tree: Tree,
  gazetteer: Gazetteer,
  holdings: readonly Holding[],
  idOf: (span: TokenSpan | null) => number | null,
  headed: (head: number | null) => number | null,
): Omit<FoundMentions, 'mentions'> {
  const offices: FoundOffice[] = [];
  const titled = new Map<number, number>();
  for (const { phrase, holder, apart } of holdings) {
    const person = idOf(holder) ?? (apart ? idOf(phrase) : null);
    if (person === null) continue;
    if (!apart) for (let i = phrase.first; i <= phrase.last; i++) titled.set(i, person);
    const noun = phrase.title.toLowerCase();
    const represents = !phrase.plural && (isOffice(tree, gazetteer, phrase.head) || noun.endsWith('crown prince'));
    const { first, last } =
      holder === null
        ? phrase
        : { first: Math.min(phrase.first, holder.first), last: Math.max(phrase.last, holder.last) };
    offices.push({
      person,
      first,
      last,
      title: phrase.title,
      noun,
      owner:
        idOf(bodySpan(tree, phrase)) ??
        idOf(phrase.owner) ??
        headed(phrase.possessor) ??
        (POSSESSIVES.has(phrase.determiner) ? idOf({ first: phrase.first, last: phrase.first }) : null),
      others: phrase.others.flatMap((other) => idOf(other) ?? []),
      former: phrase.former,
      represents,
    });
  }
  return { offices, titled };
}

/** An office and not a calling: "minister", but not "journalist". */
function isOffice(tree: Tree, gazetteer: Gazetteer, head: number): boolean {
  const { titles } = gazetteer.lexicon;
  const words = [lower(tree, head), tokenAt(tree, head).lemma.toLowerCase()];
  return words.some((word) => titles.head.has(word)) && !words.some((word) => titles.role.has(word));
}

/** "Secretary of State for Foreign and Commonwealth Affairs" names nobody but its holder and its owner. */
function withoutTitleWords(spans: readonly NameSpan[], holdings: readonly Holding[]): NameSpan[] {
  const titles = new Map<number, Holding>();
  for (const holding of holdings)
    for (let i = holding.phrase.head; i <= holding.phrase.last; i++) titles.set(i, holding);
  return spans.filter((span) => {
    const phrase = titles.get(span.first)?.phrase;
    if (span.sense !== null || phrase === undefined || span.last > phrase.last) return true;
    const owner = phrase.owner;
    return owner !== null && span.first >= owner.first && span.last <= owner.last;
  });
}

/** Inside a longer name only what the gazetteer knows is mentioned, and whose regime it is; inside a person's name nothing is. */
function withoutNested(tree: Tree, names: readonly TypedSpan[]): TypedSpan[] {
  const kept: TypedSpan[] = [];
  let outer: TypedSpan | null = null;
  for (const [at, name] of names.entries()) {
    if (isOnlyListed(tree, names, at)) continue;
    if (outer !== null && name.last <= outer.last) {
      const leads = outer.rule === 'body-of-name' && name.type === 'Person';
      if ((name.sense === null && !leads) || outer.type === 'Person') continue;
      kept.push(name);
      continue;
    }
    outer = name;
    kept.push(name);
  }
  return kept;
}

/** "Kharkiv and Odesa": taken for one name, though the gazetteer knows each side of "and" by itself. */
function isOnlyListed(tree: Tree, names: readonly TypedSpan[], at: number): boolean {
  const name = names[at];
  if (name === undefined || name.sense !== null) return false;
  let i = name.first;
  let joined = false;
  for (let next = at + 1; i <= name.last && next < names.length; next++) {
    const inner = names[next];
    if (inner === undefined || inner.first > name.last) break;
    if (inner.sense === null || inner.first < i) continue;
    while (i < inner.first && ['and', ',', '&'].includes(lower(tree, i))) {
      joined = true;
      i++;
    }
    if (i !== inner.first) return false;
    i = inner.last + 1;
  }
  return joined && i > name.last;
}

function takenTokens(tree: Tree, names: readonly TypedSpan[], holdings: readonly Holding[]): Set<number> {
  const taken = new Set<number>();
  for (const name of names) for (let i = name.first; i <= name.last; i++) taken.add(i);
  for (const { phrase } of holdings)
    for (let i = phrase.first; i <= phrase.last; i++)
      if (tokenAt(tree, i).pos !== 'DET' && (phrase.possessor === null || i > phrase.possessor)) taken.add(i);
  return taken;
}

/** "Mrs", "spokeswoman", "Queen" before a name tell he from she. */
function gendersByName(
  tree: Tree,
  gazetteer: Gazetteer,
  names: readonly NameSpan[],
  holdings: readonly Holding[],
): Map<number, Gender> {
  const { female, male } = gazetteer.lexicon.titles;
  const genders = new Map<number, Gender>();
  const note = (first: number, word: string): void => {
    if (female.has(word)) genders.set(first, 'female');
    else if (male.has(word)) genders.set(first, 'male');
  };
  for (const name of names) {
    const given = gazetteer.lexicon.given.get(fold(lower(tree, name.first)));
    if (given !== undefined && name.first < name.last) genders.set(name.first, given);
    note(name.first, lower(tree, name.first - 1));
  }
  for (const { phrase, holder } of holdings) if (holder !== null) note(holder.first, lower(tree, phrase.head));
  return genders;
}
