/**
 * Judging: a decision gets its author and number, is appended to the log, and the graph follows, all in one transaction.
 * Undoing the last judgement gives the graph that was there before it, to the byte.
 */
import type { GraphStore, WriteTransaction } from '../store.ts';
import { applyResolution } from './apply.ts';
import { type Author, type Decision, type Judgement, JudgementError } from './judgement.ts';
import { appendJudgement, judgementsIn } from './log.ts';
import { apartness, inForce, resolve } from './resolution.ts';
import { differing, entitiesStated, type Touched, touchedBetween } from './touched.ts';

export interface Judged {
  readonly judgement: Judgement;
  /** How many bulletins were written anew. */
  readonly bulletins: number;
  /** The entities that the judgement touched. */
  readonly entities: readonly Touched[];
}

/**
 * Appends a judgement and lets the graph follow.
 * @throws JudgementError `unknown` where an entity or statement is not in the graph, `contradicts` where another judgement
 *   stands against it, `no-effect` where it is judged so already, `empty` for a name without letters; StoreError
 */
export async function judge(store: GraphStore, given: Decision, author: Author): Promise<Judged> {
  const decision = tidied(given);
  return store.write(async (transaction) => {
    const log = await judgementsIn(transaction);
    await checkKnown(transaction, log, decision);
    checkSense(log, decision);
    return append(transaction, log, decision, author);
  });
}

/**
 * Takes back the judgement of this number, by default the latest that is in force.
 * @throws JudgementError `unknown` where there is none, `no-effect` where it is taken back already; StoreError
 */
export async function undo(store: GraphStore, sequence: number | null, author: Author): Promise<Judged> {
  return store.write(async (transaction) => {
    const log = await judgementsIn(transaction);
    const undoes = sequence ?? inForce(log).at(-1)?.sequence;
    if (undoes === undefined)
      throw new JudgementError('unknown', 'No judgement is in force: there is nothing to undo.');
    const target = log.find((judgement) => judgement.sequence === undoes);
    if (target === undefined) {
      throw new JudgementError('unknown', `There is no judgement ${undoes}. The log of judgements lists them.`);
    }
    if (isTakenBack(log, target)) {
      throw new JudgementError(
        'no-effect',
        `Judgement ${undoes} is taken back already. The log of judgements lists them.`,
      );
    }
    return append(transaction, log, { kind: 'undo', undoes }, author);
  });
}

/** Whether an undoing that counts took this judgement back; of an undoing, whether another undid it. */
export function isTakenBack(log: readonly Judgement[], judgement: Judgement): boolean {
  return log.some((later) => later.kind === 'undo' && later.undoes === judgement.sequence && !isTakenBack(log, later));
}

/** Appends without asking whether it makes sense; for replaying a log. */
export async function append(
  transaction: WriteTransaction,
  log: readonly Judgement[],
  decision: Decision,
  author: Author,
): Promise<Judged> {
  const judgement: Judgement = { ...decision, ...author, sequence: (log.at(-1)?.sequence ?? 0) + 1 };
  await appendJudgement(transaction, judgement);
  const [before, after] = [resolve(log), resolve([...log, judgement])];
  const statements = differing(before.rejected, after.rejected);
  // A rejected statement is about nobody while it is out of the graph.
  const stated = await entitiesStated(transaction, statements);
  const bulletins = await applyResolution(transaction, before, after);
  stated.push(...(await entitiesStated(transaction, statements)));
  const touched = new Map([...stated, ...touchedBetween(before, after)].map((each) => [each.id, each]));
  return { judgement, bulletins, entities: [...touched.values()] };
}

function tidied(decision: Decision): Decision {
  if (decision.kind !== 'rename') return decision;
  const name = decision.name.replace(/\s+/g, ' ').trim();
  if (name !== '') return { ...decision, name };
  throw new JudgementError('empty', `The name ${JSON.stringify(decision.name)} is empty. Give the name to show.`);
}

async function checkKnown(transaction: WriteTransaction, log: readonly Judgement[], decision: Decision): Promise<void> {
  const { canonical } = resolve(log);
  for (const entity of entitiesOf(decision)) {
    if (canonical.has(entity)) continue;
    const { rows } = await transaction.run('MATCH (e:Entity {id: $id}) RETURN e.id AS id', { id: entity });
    if (rows.length === 0)
      throw new JudgementError(
        'unknown',
        `No entity has the id "${entity}". Ids are shown by review, query and the viewer.`,
      );
  }
  if (decision.kind !== 'reject') return;
  const id = decision.statement;
  const found = [
    await transaction.run('MATCH (s:Statement {id: $id}) RETURN s.id AS id', { id }),
    await transaction.run('MATCH (r:RejectedStatement {id: $id}) RETURN r.id AS id', { id }),
  ];
  if (found.every(({ rows }) => rows.length === 0)) {
    throw new JudgementError(
      'unknown',
      `No statement has the id "${id}". Ids are shown by query --cite and the viewer.`,
    );
  }
}

function entitiesOf(decision: Decision): string[] {
  if ('one' in decision) return [decision.one, decision.other];
  return 'entity' in decision ? [decision.entity] : [];
}

function checkSense(log: readonly Judgement[], decision: Decision): void {
  const { canonical, names, types, rejected } = resolve(log);
  if (decision.kind === 'reject' && rejected.has(decision.statement)) {
    throw new JudgementError('no-effect', `Statement ${decision.statement} is rejected already.`);
  }
  if (decision.kind === 'rename' && names.get(canonical.get(decision.entity) ?? decision.entity) === decision.name) {
    throw new JudgementError('no-effect', `It is judged already that "${decision.entity}" is called so.`);
  }
  if (decision.kind === 'retype' && types.get(canonical.get(decision.entity) ?? decision.entity) === decision.type) {
    throw new JudgementError('no-effect', `It is judged already that "${decision.entity}" is a ${decision.type}.`);
  }
  if (decision.kind !== 'same' && decision.kind !== 'not-same') return;
  const { one, other } = decision;
  if (one === other) throw new JudgementError('no-effect', `"${one}" is given twice. Give two entities.`);
  if (decision.kind === 'not-same') return;
  if ((canonical.get(one) ?? one) === (canonical.get(other) ?? other)) {
    throw new JudgementError('no-effect', `"${one}" and "${other}" are one entity already.`);
  }
  const first = apartness(log)(one, other).find((judgement) => !isPair(judgement, one, other));
  if (first !== undefined) {
    throw new JudgementError(
      'contradicts',
      `Judgement ${first.sequence} by ${first.by} keeps members of the two apart. Take that judgement back first.`,
    );
  }
}

const isPair = (judgement: { readonly one: string; readonly other: string }, one: string, other: string): boolean =>
  (judgement.one === one && judgement.other === other) || (judgement.one === other && judgement.other === one);
