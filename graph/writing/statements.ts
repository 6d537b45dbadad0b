/** Writes a batch's bulletins, mentions and statements, none of which is there yet. */
import type { Value, WriteTransaction } from '../store.ts';
import { type PreparedBulletin, type PreparedStatement, type ReadArgument, withoutNulls } from './prepare.ts';

type Row = { readonly [key: string]: Value };

const ARGUMENTS = [
  ['SUBJECT', 'subject'],
  ['OBJECT', 'object'],
  ['SAID_BY', 'saidBy'],
  ['AT_PLACE', 'place'],
] as const;

export async function writeBulletins(
  transaction: WriteTransaction,
  bulletins: readonly PreparedBulletin[],
): Promise<void> {
  const props = bulletins.map(({ properties }) => properties);
  await transaction.run('UNWIND $props AS p CREATE (b:Bulletin) SET b = p', { props });
  const mentions = bulletins.flatMap((bulletin) =>
    bulletin.mentions.map(({ entity, ...share }) => ({ bulletin: bulletin.id, entity, props: withoutNulls(share) })),
  );
  await attach(
    transaction,
    `MATCH (b:Bulletin {id: r.bulletin}) MATCH (e:Entity {id: r.entity}) CREATE (b)-[m:MENTIONS]->(e) SET m = r.props`,
    mentions,
  );
}

export async function writeStatements(
  transaction: WriteTransaction,
  bulletins: readonly PreparedBulletin[],
): Promise<void> {
  const statements = bulletins.flatMap((bulletin) =>
    bulletin.statements.map((statement) => ({ bulletin: bulletin.id, statement })),
  );
  // A property that is a fraction by nature is one on every store, also where its value is whole.
  await attach(
    transaction,
    `MATCH (b:Bulletin {id: r.bulletin})
     CREATE (s:Statement) SET s = r.props
     SET s.confidence = toFloat(r.props.confidence) SET s.goldstein = toFloat(r.props.goldstein)
     CREATE (s)-[:FROM]->(b)`,
    statements.map(({ bulletin, statement }) => ({ bulletin, props: statement.properties })),
  );
  for (const [type, part] of ARGUMENTS) {
    await attach(
      transaction,
      `MATCH (s:Statement {id: r.id}) MATCH (e:Entity {id: r.entity})
       CREATE (s)-[a:${type}]->(e) SET a = r.props`,
      statements.flatMap(({ statement }) => argumentRow(statement, statement[part])),
    );
  }
}

function argumentRow(statement: PreparedStatement, argument: ReadArgument | null): Row[] {
  if (argument === null) return [];
  const { entity, original, ...words } = argument;
  const props = withoutNulls({ ...words, original: original === entity ? null : original });
  return [{ id: statement.id, entity, props }];
}

async function attach(transaction: WriteTransaction, cypher: string, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await transaction.run(`UNWIND $rows AS r ${cypher}`, { rows });
}
