/** Writes docs/openapi.json from the schemas of the HTTP API: `npm run docs:openapi`. A test checks that it is current. */
import { writeFileSync } from 'node:fs';
import { openApi } from '../viewer/server/openapi.ts';

writeFileSync(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(), null, 2)}\n`);
