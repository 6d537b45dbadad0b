/**
 * Errors on their way to the page: each cause has one HTTP status, and every answer that is not 2xx is a `Failure` of
 * the contract. What nobody foresaw is reported to the server's owner and told to the page without details.
 */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { StoreError, type StoreErrorCause } from '../../graph/store.ts';
import type { Failure, Position } from '../contract.ts';

/** A request that cannot be answered, and the status that says why. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: ContentfulStatusCode;
  readonly reason: string;
  /** Where in the query that was sent, if it is about one and the place is known. */
  readonly position: Position | null;

  constructor(status: ContentfulStatusCode, reason: string, message: string, position: Position | null = null) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.position = position;
  }
}

const STATUS_OF_STORE_ERROR: Readonly<Record<StoreErrorCause, ContentfulStatusCode>> = {
  unreachable: 503,
  unauthorized: 503,
  'unsupported-server': 503,
  locked: 503,
  missing: 503,
  conflict: 503,
  memory: 503,
  timeout: 504,
  stopped: 503,
  damaged: 500,
  'other-schema': 500,
  syntax: 500,
  unportable: 500,
  'read-only': 500,
  'invalid-url': 500,
  failed: 500,
};

export interface FailedAnswer {
  readonly status: ContentfulStatusCode;
  readonly body: Failure;
  /** True where the server's owner should see the error itself. */
  readonly unforeseen: boolean;
}

/** What the page is told about `error`. */
export function failedAnswer(error: unknown): FailedAnswer {
  if (error instanceof RequestError) {
    return {
      status: error.status,
      body: {
        error: {
          reason: error.reason,
          message: error.message,
          ...(error.position === null ? {} : { position: error.position }),
        },
      },
      unforeseen: false,
    };
  }
  if (error instanceof StoreError) {
    const status = STATUS_OF_STORE_ERROR[error.reason];
    return {
      status,
      body: { error: { reason: error.reason, message: error.message } },
      unforeseen: status === 500,
    };
  }
  return {
    status: 500,
    body: { error: { reason: 'failed', message: 'The server failed on this request; its terminal says why.' } },
    unforeseen: true,
  };
}
