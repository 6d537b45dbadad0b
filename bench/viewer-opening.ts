/**
 * How long the page takes to open a store that was ingested, with the server that people run: once right after that server
 * has started, and then as often as it takes to see how the times spread. Each time in a browser of its own.
 */
import { type LaunchOptions, chromium } from '@playwright/test';
import { Summary } from '../viewer/contract.ts';
import { serve } from '../tests/e2e/viewer.ts';
import { isApi, listening, openMeasured, read } from './viewer-measures.ts';

/** Times are in milliseconds, from the navigation to the first frame that shows the graph, by the clock on the wall. */
export interface Openings {
  readonly bulletins: number;
  readonly entities: number;
  readonly statements: number;
  /** The first answers of a server that has just started. */
  readonly firstPaintAfterStart: number;
  readonly firstPaint: readonly number[];
  /** Of all answers until nothing more is read, scripts and fonts not counted; not packed. */
  readonly bytes: number;
}

const TURNS = 5;
const FILE = /^file:/;

/** Opens the store at `store` (`file:DIR`), which no other program may have open. */
export const measureOpenings = async (store: string, options: LaunchOptions): Promise<Openings> => {
  const server = await serve(store.replace(FILE, ''));
  const once = async (): Promise<{ readonly firstPaint: number; readonly bytes: number }> => {
    const browser = await chromium.launch(options);
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
      const fetched = listening(page);
      const firstPaint = await openMeasured(page, server.url);
      await read(page);
      return { firstPaint, bytes: (await fetched.of(isApi)).bytes };
    } finally {
      await browser.close();
    }
  };
  try {
    const { firstPaint: firstPaintAfterStart } = await once();
    const turns: { readonly firstPaint: number; readonly bytes: number }[] = [];
    while (turns.length < TURNS) turns.push(await once());
    const { bulletins, entities, statements } = Summary.parse(await (await fetch(`${server.url}api/summary`)).json());
    return {
      bulletins,
      entities,
      statements,
      firstPaintAfterStart,
      firstPaint: turns.map(({ firstPaint }) => firstPaint),
      bytes: Math.max(...turns.map(({ bytes }) => bytes)),
    };
  } finally {
    await server.stop();
  }
};
