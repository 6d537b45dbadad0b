/**
 * Who left office, and so held it: whoever in this bulletin resigned, was removed or succeeded, died or was killed has
 * REPRESENTS statements that are over, whatever the noun phrase says.
 */
import { surfaceSubjects } from './clause.ts';
import type { Unrated } from './confidence.ts';
import { fillersAt, type Reading } from './fillers.ts';
import { named } from './reach.ts';
import { childrenOf, lemmaOf, phrasesUnder, tokenAt } from './tree.ts';

/** By predicate: the side that leaves. */
const LEAVING: ReadonlyMap<string, 'subject' | 'object'> = new Map([
  ['RESIGNED_FROM', 'subject'],
  ['REMOVED', 'object'],
  ['SUCCEEDED', 'object'],
  ['KILLED', 'object'],
]);

/** The same statements, with offices closed that their holders have left. */
export function closeOffices(reading: Reading, statements: readonly Unrated[]): Unrated[] {
  const gone = new Set([...statements.flatMap(leaver), ...theDead(reading), ...theMourned(reading)]);
  const left = resignations(statements);
  return statements.map((statement) => {
    if (statement.predicate !== 'REPRESENTS' || !gone.has(statement.subject.entity)) return statement;
    const only = left.get(statement.subject.entity);
    return only !== undefined && only !== statement.object?.entity ? statement : { ...statement, status: 'occurred' };
  });
}

/** "President X resigns as leader of the party": by person, the one office of several that is left. */
function resignations(statements: readonly Unrated[]): Map<string, string> {
  const held = new Set(
    statements.flatMap(({ predicate, subject, object }) =>
      predicate === 'REPRESENTS' && object !== null ? [`${subject.entity}|${object.entity}`] : [],
    ),
  );
  return new Map(
    statements.flatMap(({ predicate, subject, object }) =>
      predicate === 'RESIGNED_FROM' && object !== null && held.has(`${subject.entity}|${object.entity}`)
        ? [[subject.entity, object.entity] as const]
        : [],
    ),
  );
}

function leaver(statement: Unrated): string[] {
  const side = LEAVING.get(statement.predicate);
  if (side === undefined || statement.status !== 'occurred' || statement.polarity === 'negated') return [];
  const argument = side === 'subject' ? statement.subject : statement.object;
  return argument === null ? [] : [argument.entity];
}

function theDead(reading: Reading): string[] {
  return reading.tree.doc.tokens
    .filter((token) => lemmaOf(token) === 'die' && tokenAt(reading.tree, token.i).pos === 'VERB')
    .flatMap((token) => surfaceSubjects(reading.tree, token.i))
    .flatMap((i) => fillersAt(reading, i, ['person'], []))
    .map((filler) => filler.entity.key);
}

const DEATHS = new Set([
  'death',
  'assassination',
  'funeral',
  'burial',
  'killing',
  'murder',
  'passing',
  'body',
  'corpse',
  'coffin',
  'remains',
  'grave',
]);

/** "elections take place after the death of President X": the office ended with it. */
function theMourned({ tree, resolved }: Reading): string[] {
  const deceased = tree.doc.tokens.flatMap(({ i, pos, lemma }) => {
    if (pos !== 'NOUN' || !DEATHS.has(lemma.toLowerCase())) return [];
    const of = phrasesUnder(tree, i).filter((phrase) => phrase.name === 'of');
    return [...childrenOf(tree, i, 'poss'), ...of.flatMap((phrase) => phrase.objects)];
  });
  return deceased.flatMap((i) => named({ tree, resolved }, i, ['person'])).map((filler) => filler.entity.key);
}
