/** Offices that mentions and coreference found become REPRESENTS statements, with the title and the words that show it. */
import { accepts } from '../../graph/model/predicates.ts';
import type { DocumentEntity, Mention, OfficeOf, ResolvedDocument } from '../document.ts';
import type { Draft } from './draft.ts';
import { predicateRow } from './slots.ts';

/** One statement for each person, country or body, and whether the office is still held. */
export function readOffices(resolved: ResolvedDocument): Draft[] {
  const byKey = new Map(resolved.entities.map((entity) => [entity.key, entity]));
  const drafts = new Map<string, Draft>();
  for (const person of resolved.entities) {
    for (const office of person.offices) {
      const body = office.of === null ? undefined : byKey.get(office.of);
      if (body === undefined) continue;
      const draft = officeDraft(person, office, body);
      if (draft === null || isYetToCome(resolved, office) || isOnlySaid(resolved, person, draft.subject.mention))
        continue;
      const key = `${person.key}|${body.key}|${office.title.toLowerCase()}|${office.former}`;
      if (!drafts.has(key)) drafts.set(key, draft);
    }
  }
  return [...drafts.values()];
}

function officeDraft(person: DocumentEntity, office: OfficeOf, body: DocumentEntity): Draft | null {
  const row = predicateRow('REPRESENTS');
  if (!accepts(row.subject, person.type) || !accepts(row.object, body.type)) return null;
  const holder = nearest(person.mentions, office);
  const represented = nearest(body.mentions, office);
  if (holder === undefined || represented === undefined || person.key === body.key) return null;
  return {
    predicate: 'REPRESENTS',
    subject: { entity: person, mention: holder, direct: true },
    object: { entity: body, mention: represented, direct: true },
    trigger: office.span.first,
    words: [office.span.first, office.span.last],
    lemma: office.title.toLowerCase(),
    rule: office.former ? 'office:former' : 'office',
    status: office.former ? 'occurred' : 'ongoing',
    title: office.title,
    background: true,
  };
}

/** "recommends X as the next prime minister", "will take office as president": nobody represents anything by it yet. */
function isYetToCome(resolved: ResolvedDocument, office: OfficeOf): boolean {
  const words = (first: number, last: number): string[] =>
    resolved.doc.tokens.slice(Math.max(0, first), last + 1).map((token) => token.text.toLowerCase());
  const isTold = resolved.doc.tokens
    .slice(office.span.first, office.span.last + 1)
    .some((token) => token.dep === 'attr');
  const isNext = words(office.span.first - 2, office.span.last).some((word) => word === 'next' || word === 'future');
  if (isNext && !isTold) return true;
  const head = resolved.doc.tokens.slice(office.span.first, office.span.last + 1).find((token) => token.dep === 'pobj');
  const prep = head === undefined ? undefined : resolved.doc.tokens[head.head];
  if (prep?.text.toLowerCase() !== 'as') return false;
  // "is expected to return as prime minister".
  const verb = resolved.doc.tokens[prep.head];
  const above = verb?.dep === 'xcomp' ? resolved.doc.tokens[verb.head] : undefined;
  if (verb?.tag === 'VB' && above !== undefined && AWAITING.has(above.lemma.toLowerCase())) return true;
  return resolved.doc.tokens.some((token) => token.head === prep.head && token.tag === 'MD');
}

const AWAITING = new Set(
  'expect set want hope plan seek intend likely due bid vow nominate propose recommend'.split(' '),
);

/** Heads of whom a state has one at a time: "a president" is any. */
const RULERS = new Set(['president', 'leader', 'king', 'queen', 'premier', 'minister', 'chancellor', 'monarch']);

/** "the position of prime minister". */
const POSTS = new Set('position post office role job title rank election appointment'.split(' '));
/** "the nomination of X for ambassador": whoever may become it. */
const CANDIDACIES = new Set(
  'nomination nominee candidate candidacy bid run nominate pick choice race campaign'.split(' '),
);

/** "resigned as leader of the party", "to become minister": the words say what somebody is, they are nobody themselves. */
function isOnlySaid(resolved: ResolvedDocument, person: DocumentEntity, holder: Mention): boolean {
  if (holder.kind !== 'office' || person.mentions.some((mention) => mention.kind === 'name')) return false;
  const head = resolved.doc.tokens[holder.head];
  if (head === undefined) return false;
  const isIndefinite = /^an?$/i.test(resolved.doc.tokens[holder.first]?.text ?? '');
  if (isIndefinite && RULERS.has(head.lemma.toLowerCase())) return true;
  if (head.dep === 'attr' || head.dep === 'oprd') return true;
  if (head.dep !== 'pobj') return false;
  const prep = resolved.doc.tokens[head.head];
  const above = resolved.doc.tokens[prep?.head ?? head.head]?.lemma.toLowerCase() ?? '';
  const link = prep?.text.toLowerCase();
  return link === 'as' || (link === 'of' && POSTS.has(above)) || (link === 'for' && CANDIDACIES.has(above));
}

/** The mention inside the office's own words, else the one closest to them. */
function nearest(mentions: readonly Mention[], office: OfficeOf): Mention | undefined {
  const distance = (mention: Mention): number =>
    mention.last < office.span.first
      ? office.span.first - mention.last
      : mention.first > office.span.last
        ? mention.first - office.span.last
        : 0;
  return mentions.reduce<Mention | undefined>(
    (best, mention) => (best === undefined || distance(mention) < distance(best) ? mention : best),
    undefined,
  );
}
