/**
 * `npm run bench:viewer [-- ENTITIES RELATIONS]`: the built page in a real Chromium on a generated graph; writes
 * bench/viewer.json. `npm run bench:viewer -- --store file:DIR`: how long the page takes to open a store that was ingested,
 * written beside it. Build first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { findChromium } from '../tests/e2e/chromium.ts';
import { generated, serveGraph } from './viewer-graph.ts';
import { measureViewer } from './viewer-measures.ts';
import { measureOpenings } from './viewer-opening.ts';

const { values, positionals } = parseArgs({ options: { store: { type: 'string' } }, allowPositionals: true });
const [entities = 10_000, relations = 50_000] = positionals.map(Number);
const REPORT = new URL('./viewer.json', import.meta.url);
const committed = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(REPORT, 'utf8')));
const executablePath = findChromium(process.env);
const options = executablePath === null ? {} : { executablePath };
/** Of the minute before: other programs lengthen what is measured by the clock on the wall. */
const load = (): number => Math.round(10 * (loadavg()[0] ?? 0)) / 10;

const measureGenerated = async (): Promise<Record<string, unknown>> => {
  const page = process.env['BULLETIN_GRAPH_PAGE'] ?? '../dist/viewer/app/';
  const server = await serveGraph(generated(entities, relations), new URL(page, import.meta.url));
  const browser = await chromium.launch(options);
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const measured = await measureViewer(tab, server.url, 'Entity 0');
    return {
      about: 'Milliseconds in headless Chromium with software WebGL; npm run bench:viewer writes this file.',
      entities,
      relations,
      cores: availableParallelism(),
      load: load(),
      chromium: browser.version(),
      ...measured,
    };
  } finally {
    await browser.close();
    server.close();
  }
};

const report =
  values.store === undefined
    ? { ...(await measureGenerated()), ...('store' in committed ? { store: committed['store'] } : {}) }
    : { ...committed, store: { load: load(), ...(await measureOpenings(values.store, options)) } };
console.log(JSON.stringify(report, null, 2));
if (positionals.length === 0) writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`);
