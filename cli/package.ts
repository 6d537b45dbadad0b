/** Where the package lies (it holds dist/ and samples/) and which version it is. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

function findRoot(): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const parent = new URL('..', folder);
    if (parent.href === folder.href)
      throw new Error(`No package.json above ${import.meta.url}. Install the package again.`);
    folder = parent;
  }
  return folder;
}

const ROOT = findRoot();

export const VERSION: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))).version;

/** The bulletins that come with the program. */
export const SAMPLES: string = fileURLToPath(new URL('samples', ROOT));

/** The viewer's built page. */
export const PAGE: string = fileURLToPath(new URL('dist/viewer/app', ROOT));
