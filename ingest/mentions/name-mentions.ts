/** A typed name as a mention: offsets, canonical words, nationality or name, and what it says of belonging. */
import type { FoundMention, Gender } from './found.ts';
import type { TypedSpan } from './name-types.ts';
import { headOf, type Tree, tokenAt } from './tree.ts';

export function nameMention(tree: Tree, span: TypedSpan, gender: Gender): FoundMention | null {
  if (span.type === 'Event') return null;
  const start = tokenAt(tree, span.first).start;
  const end = tokenAt(tree, span.last).end - span.cut;
  const text = tree.doc.text.slice(start, end);
  const entry = span.sense?.entry ?? null;
  const kind = span.sense?.kind ?? null;
  const isPeople = kind === 'people' && entry?.type === 'Country';
  const nationality = kind === 'adjective' || kind === 'national' || isPeople;
  return {
    id: -1,
    first: span.first,
    last: span.last,
    head: headOf(tree, span),
    kind: nationality ? 'nationality' : 'name',
    text,
    start,
    end,
    type: span.type,
    entry,
    form: kind,
    name: text.replace(/\s+/g, ' '),
    aliases: [],
    bare: '',
    of: isPeople || kind === 'national' ? (entry?.key ?? null) : (entry?.of ?? null),
    others: [],
    number: span.type === 'Person' || kind === 'national' ? 'one' : span.type === 'Group' ? 'several' : 'unknown',
    gender,
    noun: '',
    definite: true,
    inner: null,
    rule: span.rule,
  };
}
