/** The office that somebody leaves or takes, as an argument: what it is an office of. */
import { accepts } from '../../graph/model/predicates.ts';
import { phrasesOf } from './objects.ts';
import type { Draft } from './draft.ts';
import { type Filler, fillersAt, type Reading } from './fillers.ts';
import type { Trigger } from './pairs.ts';
import { objectsOf, predicateRow } from './slots.ts';

/** "Foreign Minister X resigns": the object is what X holds office of. */
export function officeDrafts(reading: Reading, trigger: Trigger, subjects: readonly Filler[]): Draft[] {
  const row = predicateRow(trigger.predicate);
  return subjects.flatMap((subject) => {
    const office = subject.entity.offices.find((o) => o.of !== null) ?? officeAfterAs(reading, trigger.trigger);
    const entity = reading.resolved.entities.find((e) => e.key === office?.of);
    const mention =
      entity?.mentions.find((m) => sentenceAt(reading, m.head) === sentenceAt(reading, trigger.trigger)) ??
      entity?.mentions[0];
    if (entity === undefined || mention === undefined || !accepts(row.object, entity.type)) return [];
    return [{ ...trigger, subject, object: { entity, mention, direct: false } }];
  });
}

/** "stepped down as prime minister": the office as the words after "as" name it. */
function officeAfterAs(reading: Reading, verb: number): { readonly of: string | null } | undefined {
  return objectsOf(phrasesOf(reading.tree, verb), 'as')
    .flatMap((i) => fillersAt(reading, i, ['person'], []))
    .flatMap((filler) => filler.entity.offices)
    .find((office) => office.of !== null);
}

function sentenceAt(reading: Reading, token: number): number | undefined {
  return reading.tree.sentenceOf[token];
}
