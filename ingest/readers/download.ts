/**
 * An address that the user named, over HTTP: one request, bounded in time and size. The only place where the program
 * asks the network for anything but its database.
 */
import { type Format, formatOfContent, formatOfContentType } from './formats.ts';
import { peek, streamInput } from './inputs.ts';
import { DOWNLOAD_TIMEOUT_MS, inMegabytes, MAX_DOWNLOAD } from './limits.ts';
import { type Input, ReadError } from './reading.ts';

const AGENT = 'bulletin-graph (reads addresses that its user names)';

async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of body) {
      size += piece.length;
      if (size > MAX_DOWNLOAD) {
        throw new ReadError(
          `is longer than ${inMegabytes(MAX_DOWNLOAD)}, the most that is taken from an address`,
          'Download it, and give the file.',
        );
      }
      yield piece;
    }
  } catch (error) {
    throw error instanceof ReadError ? error : failure(error);
  }
}

/** What a failed request says, with the cause that fetch hides. */
function failure(error: unknown): ReadError {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new ReadError(
      `gave no complete answer within ${DOWNLOAD_TIMEOUT_MS / 1000} s`,
      'Try again, or download it and give the file.',
      null,
      { cause: error },
    );
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new ReadError(
    `cannot be fetched: ${cause instanceof Error ? cause.message : String(cause)}`,
    'Check the address and the network, or download it and give the file.',
    null,
    { cause: error },
  );
}

/** Fetches `address` and tells its format by content type, else by content. */
export async function download(
  address: string,
  encoding: string | null,
  timeoutMs: number = DOWNLOAD_TIMEOUT_MS,
): Promise<{ readonly input: Input; readonly format: Format }> {
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), headers: { 'user-agent': AGENT } });
  } catch (error) {
    throw failure(error);
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new ReadError(
      `was refused by the server: ${response.status} ${response.statusText}`.trim(),
      'Check the address, or download it and give the file.',
    );
  }
  const contentType = response.headers.get('content-type') ?? '';
  const charset = /charset=["']?([\w.:-]+)/i.exec(contentType)?.[1] ?? null;
  const { start, whole } = await peek(bounded(response.body), 4096);
  const named = formatOfContentType(contentType);
  const format = named === null || named.name === 'text' ? formatOfContent(start) : named;
  return { input: streamInput(address, whole, encoding, charset), format };
}
