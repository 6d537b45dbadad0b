/**
 * What every request passes before a route sees it: a Host header that names this machine (so that a web site cannot
 * reach the graph by rebinding its own name to 127.0.0.1), and the headers of every answer.
 */
import { hostname as machineName } from 'node:os';
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { RequestError } from './failure.ts';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** Adds the security headers to every answer, failures included. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of HEADERS) context.header(name, value);
};

/** The host of a Host header without its port, lower case; IPv6 keeps its brackets. */
function hostName(header: string): string {
  return header.toLowerCase().replace(/:\d+$/, '');
}

/**
 * Whether a Host header may be answered by a server that listens on `listensOn`. Loopback names always; where the
 * server was opened to other machines, also its own name and IP addresses, which no other site can own.
 */
export function isAllowedHost(header: string | undefined, listensOn: string): boolean {
  if (header === undefined) return false;
  const name = hostName(header);
  if (LOOPBACK_NAMES.has(name)) return true;
  if (isLoopback(listensOn)) return false;
  return (
    name === listensOn.toLowerCase() || name === machineName().toLowerCase() || isIP(name.replace(/^\[|\]$/g, '')) !== 0
  );
}

/** Whether a server that listens there is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Refuses a request whose Host header does not name this server (421). */
export function requireHost(listensOn: string): MiddlewareHandler {
  return async (context, next) => {
    const header = context.req.header('host');
    if (!isAllowedHost(header, listensOn)) {
      throw new RequestError(
        421,
        'wrong-host',
        `This server answers to localhost and to the host that it was started with, not to "${header ?? ''}". ` +
          'Open the address that it printed.',
      );
    }
    await next();
  };
}
