/** What is wrong with a call of a library query, by cause; the message names the value and what to give instead. */
export type QueryErrorCause =
  | 'no-such-query'
  | 'missing-parameter'
  | 'unknown-parameter'
  | 'bad-parameter'
  | 'no-such-entity'
  | 'ambiguous-entity'
  | 'wrong-result'
  | 'no-evidence'
  | 'misspelt'
  | 'not-frozen';

export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly reason: QueryErrorCause;

  constructor(reason: QueryErrorCause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
