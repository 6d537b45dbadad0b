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
      if (draft === null) continue;
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
