/**
 * Who may judge through this server: everybody who reaches it where it listens on this machine only; nobody where it was
 * opened to other machines and its owner did not allow judging, or where it only reads. And never another web site.
 */
import type { Context } from 'hono';
import type { CurationState } from '../curation-contract.ts';
import { RequestError } from './failure.ts';
import { isLoopback } from './guard.ts';

export interface JudgingOptions {
  /** Nobody judges through this server. */
  readonly readOnly: boolean;
  /** Judging is allowed although other machines reach the server. */
  readonly allowJudging: boolean;
}

/** Whether a server that listens on `host` takes judgements, and if not why. */
export function curationState(host: string, { readOnly, allowJudging }: JudgingOptions): CurationState {
  if (readOnly) {
    return {
      judging: false,
      message:
        'This server only reads (it was started with --read-only). Start it without, or judge on the command line.',
    };
  }
  if (!isLoopback(host) && !allowJudging) {
    return {
      judging: false,
      message:
        'This server is open to other machines (--host), so judging is off. Its owner can start it with --allow-judging.',
    };
  }
  return { judging: true, message: null };
}

/**
 * Refuses a judgement where judging is off, or where a page of another site sends it.
 * @throws RequestError 403 `judging-off` or `other-site`
 */
export function checkJudging({ req }: Context, state: CurationState): void {
  if (state.message !== null) throw new RequestError(403, 'judging-off', state.message);
  const origin = req.header('origin');
  const site = req.header('sec-fetch-site');
  // Browsers say where a request comes from; other programs need not.
  const isOwn = origin === undefined || hostOf(origin) === req.header('host')?.toLowerCase();
  if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return;
  throw new RequestError(
    403,
    'other-site',
    `A page of ${origin ?? 'another site'} cannot judge here. Open the address that the server printed.`,
  );
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : null;
}
