/**
 * Uses the built page as a person would on the generated graph, and tells how long each thing took and how often the
 * expensive functions were called. Times depend on the machine; calls and bytes do not, so tests look at those.
 */
import type { Page } from '@playwright/test';
import { z } from 'zod';

/** Milliseconds. */
export interface Times {
  readonly firstPaint: number;
  /** Script of one pointer move onto an entity, the median of eleven. */
  readonly hover: number;
  readonly filter: number;
  readonly brush: number;
  readonly expandToPainted: number;
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
  /** Bytes of the scripts that were fetched, not packed. */
  readonly scriptBytes: number;
}

const count = async (page: Page, counter: 'reducerCalls' | 'refreshes'): Promise<number> =>
  z.number().parse(await page.evaluate(`window.bulletinGraph.${counter}()`));

const Spot = z.object({ x: z.number(), y: z.number() });

/** Runs an action in the page and resolves with the milliseconds until its next picture is on the screen. */
const painted = async (page: Page, action: () => Promise<void>): Promise<number> => {
  await page.evaluate(`window.benchStart = null;
    for (const kind of ['pointerdown', 'click', 'change'])
      addEventListener(kind, () => { window.benchStart ??= performance.now(); }, { capture: true, once: true });`);
  await action();
  return z
    .number()
    .parse(
      await page.evaluate(
        `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.benchStart), 0)))`,
      ),
    );
};

/** Longest task of script that the page ran during `action`, by the browser's own trace of function calls. */
const scriptTime = async (page: Page, action: () => Promise<void>): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const total = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const before = await total();
  await action();
  const took = (await total()) - before;
  await session.detach();
  return took;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** Opens the page and measures. `hub` is the name of the entity with most relations. */
export const measureViewer = async (page: Page, url: string, hub: string): Promise<{ times: Times; calls: Calls }> => {
  const loaded: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    loaded.push(response.body().then((body) => body.length));
  });
  // Looked at by the page itself, frame by frame: what drives the browser is late while the page works.
  await page.addInitScript(`(() => {
    const look = () => {
      if ((window.bulletinGraph?.drawn().nodes ?? 0) > 0 && window.bulletinGraph.refreshes() > 0) window.benchFirstPaint = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })()`);
  await page.goto(url);
  await page.waitForFunction('window.benchFirstPaint !== undefined', null, { timeout: 120_000 });
  const firstPaint = z.number().parse(await page.evaluate('window.benchFirstPaint'));
  await page.getByText('Arranging…').waitFor({ state: 'detached', timeout: 300_000 });
  await page.getByRole('img', { name: 'Reading statements' }).waitFor({ state: 'detached', timeout: 300_000 });

  const place = Spot.parse(await page.evaluate(`window.bulletinGraph.nodeAt(${JSON.stringify(hub)})`));
  const hoverDegree = z.number().parse(await page.evaluate(`window.bulletinGraph.degree(${JSON.stringify(hub)})`));
  const away = { x: place.x + 60, y: place.y + 60 };
  const hovers: number[] = [];
  const before = [await count(page, 'reducerCalls'), await count(page, 'refreshes')] as const;
  await page.mouse.move(place.x, place.y);
  const once = (await count(page, 'reducerCalls')) - before[0];
  for (let turn = 0; turn < 11; turn += 1) {
    await page.mouse.move(away.x, away.y);
    hovers.push(await scriptTime(page, () => page.mouse.move(place.x, place.y)));
  }
  const hoverRefreshes = (await count(page, 'refreshes')) - before[1];
  await page.mouse.move(2, 2);

  const refreshesOf = async (action: () => Promise<number>): Promise<{ took: number; refreshes: number }> => {
    const start = await count(page, 'refreshes');
    const took = await action();
    return { took, refreshes: (await count(page, 'refreshes')) - start };
  };
  const filter = await refreshesOf(() =>
    scriptTime(page, () => page.getByRole('checkbox', { name: 'ACCUSED', exact: true }).uncheck()),
  );
  const box = await page.getByTestId('brush').boundingBox();
  if (!box) throw new Error('The page shows no timeline.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y);
  const brush = await refreshesOf(() => scriptTime(page, () => page.mouse.move(box.x + box.width * 0.55, y)));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await page.getByRole('button', { name: 'Lists' }).click();
  await page.getByRole('button', { name: new RegExp(`^${hub} ?,`) }).click();
  const add = page.getByRole('button', { name: /^Add 50/ });
  await add.waitFor();
  const nodes = z.number().parse(await page.evaluate('window.bulletinGraph.drawn().nodes'));
  const expand = await refreshesOf(() =>
    painted(page, async () => {
      await add.click();
      await page.waitForFunction(`window.bulletinGraph.drawn().nodes > ${nodes}`);
    }),
  );
  return {
    times: {
      firstPaint: rounded(firstPaint),
      hover: rounded(median(hovers)),
      filter: rounded(filter.took),
      brush: rounded(brush.took),
      expandToPainted: rounded(expand.took),
    },
    calls: {
      hoverReducers: once,
      hoverDegree,
      hoverRefreshes,
      filterRefreshes: filter.refreshes,
      brushRefreshes: brush.refreshes,
      expandRefreshes: expand.refreshes,
      scriptBytes: (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0),
    },
  };
};
