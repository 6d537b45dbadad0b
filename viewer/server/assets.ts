/**
 * The built page from disk: only files inside its folder, each with its type; files whose name holds a content hash are
 * kept by the browser for good, everything else is asked for again.
 */
import { realpath, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Context, Handler } from 'hono';
import { RequestError } from './failure.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite writes `assets/name-hash.ext`. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/;

/** Serves the files of `directory`; `/` is index.html. What is not there is a 404. */
export function assets(directory: string): Handler {
  return async (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const file = await insideOf(directory, path);
    if (file === null) throw notFound(context, path, directory);
    const content = await readFile(file);
    context.header('Content-Type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream');
    context.header('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    return context.body(content);
  };
}

/** The real path of a file below `directory`, or null where there is none or it lies outside. */
async function insideOf(directory: string, path: string): Promise<string | null> {
  const decoded = decode(path);
  if (decoded === null) return null;
  try {
    const root = await realpath(directory);
    const file = await realpath(join(root, decoded));
    return file.startsWith(root + sep) && extname(file) !== '' ? file : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/** A path without percent signs, or null where it is malformed or holds a NUL. */
function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function notFound(context: Context, path: string, directory: string): RequestError {
  return path === '/index.html'
    ? new RequestError(
        404,
        'no-page',
        `The page is not built: ${join(directory, 'index.html')} is missing. Run npm run build.`,
      )
    : new RequestError(404, 'no-such-path', `${context.req.path} is not here.`);
}
