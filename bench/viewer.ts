/**
 * `npm run bench:viewer [-- ENTITIES RELATIONS]`: the built page in a real Chromium on a generated graph; writes
 * bench/viewer.json. Build first.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { findChromium } from '../tests/e2e/chromium.ts';
import { generated, serveGraph } from './viewer-graph.ts';
import { measureViewer } from './viewer-measures.ts';

const [entities = 10_000, relations = 50_000] = process.argv.slice(2).map(Number);
const page = process.env['BULLETIN_GRAPH_PAGE'] ?? '../dist/viewer/app/';
const server = await serveGraph(generated(entities, relations), new URL(page, import.meta.url));
const executablePath = findChromium(process.env);
const browser = await chromium.launch(executablePath === null ? {} : { executablePath });
try {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const measured = await measureViewer(tab, server.url, 'Entity 0');
  const report = {
    about: 'Milliseconds in headless Chromium with software WebGL; npm run bench:viewer writes this file.',
    entities,
    relations,
    cores: availableParallelism(),
    // Of the minute before: other programs lengthen what is measured by the clock on the wall.
    load: Math.round(10 * (loadavg()[0] ?? 0)) / 10,
    chromium: browser.version(),
    ...measured,
  };
  console.log(JSON.stringify(report, null, 2));
  if (process.argv.length === 2) {
    writeFileSync(new URL('./viewer.json', import.meta.url), `${JSON.stringify(report, null, 2)}\n`);
  }
} finally {
  await browser.close();
  server.close();
}
