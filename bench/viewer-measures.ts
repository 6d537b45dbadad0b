/**
 * Uses the built page as a person would on the generated graph, and tells how long each thing took and how often the
 * expensive functions were called. Times depend on the machine; calls and bytes do not, so tests look at those.
 */
import type { CDPSession, Locator, Page } from '@playwright/test';
import { z } from 'zod';

/** Milliseconds. */
export interface Times {
  /** From the navigation to the first frame that shows the graph, by the clock on the wall. */
  readonly firstPaint: number;
  /**
   * Script that the page runs for one pointer event and the frame after it, in time of the page's thread, so that other
   * programs on the machine do not count. Hover: the pointer comes onto the most connected entity, the median of eleven.
   */
  readonly hover: number;
  /** A relation's box in the legend is clicked: the median of off and on, three times each. */
  readonly filter: number;
  /** The end of the chosen period moves on: the median of five moves. */
  readonly brush: number;
  /** From the click on "Add 50" to the end of the first frame with the new entities, by the clock on the wall. */
  readonly expandToPainted: number;
  /** Script of the page from that click to that frame, in time of the page's thread. */
  readonly expandScript: number;
}

export interface Calls {
  /** Reducers run by pointing at the most connected entity. */
  readonly hoverReducers: number;
  readonly hoverDegree: number;
  /** Refreshes of the whole graph. */
  readonly hoverRefreshes: number;
  readonly filterRefreshes: number;
  readonly brushRefreshes: number;
  readonly expandRefreshes: number;
  /** Entities and lines that were drawn new or anew: by one click in the legend, one move of the brush, one expansion. */
  readonly filterRedrawn: Redrawn;
  readonly brushRedrawn: Redrawn;
  readonly expandRedrawn: Redrawn;
  readonly expandReducers: number;
  /** Bytes of the scripts that were fetched, not packed. */
  readonly scriptBytes: number;
  /** Paths asked of the server, and bytes of the answers: until all is read (each path once), and for the expansion. */
  readonly openingPaths: readonly string[];
  readonly openingBytes: number;
  readonly expandPaths: readonly string[];
  readonly expandBytes: number;
}

const Redrawn = z.object({ nodes: z.number(), lines: z.number() });
type Redrawn = z.infer<typeof Redrawn>;

const Counts = z.object({ reducerCalls: z.number(), refreshes: z.number(), nodes: z.number(), lines: z.number() });
type Counts = z.infer<typeof Counts>;
const countsOf = async (page: Page): Promise<Counts> =>
  Counts.parse(
    await page.evaluate(`({
      reducerCalls: window.bulletinGraph.reducerCalls(),
      refreshes: window.bulletinGraph.refreshes(),
      ...window.bulletinGraph.redrawn(),
    })`),
  );

const since = (before: Counts, after: Counts): Counts => ({
  reducerCalls: after.reducerCalls - before.reducerCalls,
  refreshes: after.refreshes - before.refreshes,
  nodes: after.nodes - before.nodes,
  lines: after.lines - before.lines,
});

const Spot = z.object({ x: z.number(), y: z.number() });
type Spot = z.infer<typeof Spot>;

const middleOf = async (locator: Locator): Promise<Spot> => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`The page does not show ${String(locator)}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Resolves when the next frame has been handed over, the picture of WebGL included. */
const nextFrame = async (page: Page): Promise<void> => {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))');
};

interface Done {
  readonly script: number;
  readonly counts: Counts;
}

/** Does what a person does, with pointer events alone: what looks for elements in the page would be script as well. */
const during = async (page: Page, session: CDPSession, action: () => Promise<unknown>): Promise<Done> => {
  const script = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const before = [await countsOf(page), await script()] as const;
  await action();
  await nextFrame(page);
  const took = (await script()) - before[1];
  return { script: took, counts: since(before[0], await countsOf(page)) };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
const drawnBy = ({ counts: { nodes, lines } }: Done): Redrawn => ({ nodes, lines });
const most = (done: readonly Done[]): Done => {
  const [first] = done.toSorted((a, b) => b.counts.lines - a.counts.lines);
  if (!first) throw new Error('Nothing was done.');
  return first;
};
const refreshesOf = (done: readonly Done[]): number => done.reduce((sum, { counts }) => sum + counts.refreshes, 0);

/** Keeps what the page fetches. */
export const listening = (page: Page) => {
  const fetched: { readonly path: string; readonly bytes: Promise<number> }[] = [];
  page.on('response', (response) => {
    fetched.push({
      path: new URL(response.url()).pathname,
      bytes: response.body().then((body) => body.length),
    });
  });
  return {
    mark: () => fetched.length,
    /** Of the answers from `from` to before `to` whose path passes. */
    async of(passes: (path: string) => boolean, from = 0, to = fetched.length) {
      const some = fetched.slice(from, to).filter(({ path }) => passes(path));
      const bytes = await Promise.all(some.map((each) => each.bytes));
      return { paths: some.map(({ path }) => path), bytes: bytes.reduce((sum, each) => sum + each, 0) };
    },
  };
};

export const isApi = (path: string): boolean => path.startsWith('/api/');
export const read = async (page: Page): Promise<void> => {
  await page.getByText('Arranging…').waitFor({ state: 'detached', timeout: 600_000 });
  await page.getByRole('img', { name: 'Reading statements' }).waitFor({ state: 'detached', timeout: 600_000 });
};

/** Opens the page, and waits for its first frame that shows the graph. Milliseconds from the navigation to its end. */
export const openMeasured = async (page: Page, url: string): Promise<number> => {
  // Looked at by the page itself, frame by frame: what drives the browser is late while the page works.
  await page.addInitScript(`(() => {
    const look = () => {
      const probe = window.bulletinGraph;
      if ((probe?.drawn().nodes ?? 0) > 0 && probe.redrawn().nodes > 0) setTimeout(() => { window.benchFirstPaint = performance.now(); }, 0);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })()`);
  await page.goto(url);
  // Not a text: the page's content security policy lets no text become a function.
  await page.waitForFunction(() => 'benchFirstPaint' in globalThis, null, { timeout: 600_000 });
  return rounded(z.number().parse(await page.evaluate('window.benchFirstPaint')));
};

/** Opens the page and measures. `hub` is the name of the entity with most relations. */
export const measureViewer = async (page: Page, url: string, hub: string): Promise<{ times: Times; calls: Calls }> => {
  const fetched = listening(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const firstPaint = await openMeasured(page, url);
  await read(page);
  const opening = await fetched.of(isApi);
  const scripts = await fetched.of((path) => path.endsWith('.js'));

  const place = Spot.parse(await page.evaluate(`window.bulletinGraph.nodeAt(${JSON.stringify(hub)})`));
  const hoverDegree = z.number().parse(await page.evaluate(`window.bulletinGraph.degree(${JSON.stringify(hub)})`));
  const hovers: Done[] = [];
  for (let turn = 0; turn < 11; turn += 1) {
    await page.mouse.move(place.x + 60, place.y + 60);
    await nextFrame(page);
    hovers.push(await during(page, session, () => page.mouse.move(place.x, place.y)));
  }
  await page.mouse.move(2, 2);

  const box = page.getByRole('checkbox', { name: 'ACCUSED', exact: true });
  await box.scrollIntoViewIfNeeded();
  const legend = await middleOf(box);
  const filters: Done[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    filters.push(await during(page, session, () => page.mouse.click(legend.x, legend.y)));
  }

  const timeline = await page.getByTestId('brush').boundingBox();
  if (!timeline) throw new Error('The page shows no timeline.');
  const y = timeline.y + timeline.height / 2;
  const to = (share: number): Promise<void> => page.mouse.move(timeline.x + timeline.width * share, y);
  await to(0.3);
  await page.mouse.down();
  await to(0.5);
  await nextFrame(page);
  const brushes: Done[] = [];
  for (const share of [0.53, 0.56, 0.59, 0.62, 0.65]) brushes.push(await during(page, session, () => to(share)));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.getByRole('button', { name: 'Lists' }).click();
  await page.getByRole('button', { name: new RegExp(`^${hub} ?,`) }).click();
  const add = page.getByRole('button', { name: /^Add 50/ });
  await add.waitFor();
  // The rest of the panel comes from the server, and moves the button.
  await page.waitForLoadState('networkidle');
  await nextFrame(page);
  const spot = await middleOf(add);
  const mark = fetched.mark();
  const { nodes } = await countsOf(page);
  await page.evaluate(`(() => {
    let start = null;
    addEventListener('click', (event) => { start = event.timeStamp; }, { capture: true, once: true });
    window.benchExpanded = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('Nothing was added within five minutes.')), 300000);
      const look = () => {
        if (window.bulletinGraph.redrawn().nodes > ${nodes}) setTimeout(() => resolve(performance.now() - start), 0);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  })()`);
  let expandToPainted = 0;
  const expand = await during(page, session, async () => {
    await page.mouse.click(spot.x, spot.y);
    expandToPainted = z.number().parse(await page.evaluate('window.benchExpanded'));
  });
  await read(page);
  const expansion = await fetched.of(isApi, mark);

  return {
    times: {
      firstPaint,
      hover: rounded(median(hovers.map(({ script }) => script))),
      filter: rounded(median(filters.map(({ script }) => script))),
      brush: rounded(median(brushes.map(({ script }) => script))),
      expandToPainted: rounded(expandToPainted),
      expandScript: rounded(expand.script),
    },
    calls: {
      hoverReducers: Math.max(...hovers.map(({ counts }) => counts.reducerCalls)),
      hoverDegree,
      hoverRefreshes: refreshesOf(hovers),
      filterRefreshes: refreshesOf(filters),
      brushRefreshes: refreshesOf(brushes),
      expandRefreshes: expand.counts.refreshes,
      filterRedrawn: drawnBy(most(filters)),
      brushRedrawn: drawnBy(most(brushes)),
      expandRedrawn: drawnBy(expand),
      expandReducers: expand.counts.reducerCalls,
      scriptBytes: scripts.bytes,
      openingPaths: [...new Set(opening.paths)],
      openingBytes: opening.bytes,
      expandPaths: expansion.paths,
      expandBytes: expansion.bytes,
    },
  };
};
