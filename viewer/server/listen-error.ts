/** Why the server could not start, by cause; apart from the server, so that naming it loads nothing. */
export type ListenErrorCause = 'port-taken' | 'port-forbidden' | 'bad-port' | 'bad-host' | 'failed';

/** Why the server could not start. The message names the host and port, what is wrong and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly reason: ListenErrorCause;

  constructor(reason: ListenErrorCause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
