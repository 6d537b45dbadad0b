/**
 * Kills `ingest` of 2,000 bulletins at 50 random moments and checks that nothing acknowledged is lost and that the last run
 * makes the graph of an undisturbed one; writes the figures to bench/soak.json. Needs `npm run build`.
 * `npm run soak:kill [-- BULLETINS KILLS SEED]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { soak } from '../tests/support/kill-ingest.ts';

const [bulletins = 2000, kills = 50, seed = 20_241_225] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'bulletin-graph-soak-'));
const began = performance.now();
try {
  const result = await soak({
    folder,
    bulletins,
    kills,
    seed,
    onKill: ({ number, afterMs, wholeGroup, acknowledged, stored, lost }) => {
      process.stdout.write(
        `kill ${number} after ${afterMs} ms${wholeGroup ? ' with the database' : ''}: ` +
          `${acknowledged} acknowledged, ${stored} stored, ${lost.length} lost\n`,
      );
    },
  });
  const { isComplete, isSame, problems, statements } = result;
  const moments = result.kills.map(({ afterMs }) => afterMs);
  const figures = {
    bulletins,
    statements,
    seed,
    kills: result.kills.length,
    withDatabase: result.kills.filter(({ wholeGroup }) => wholeGroup).length,
    killedAfterMs: { least: Math.min(...moments), most: Math.max(...moments) },
    /** Kills that met bulletins which were stored and not yet acknowledged: between a commit and its answer. */
    betweenCommitAndAnswer: result.kills.filter(({ acknowledged, stored }) => stored > acknowledged).length,
    lost: result.kills.reduce((sum, { lost }) => sum + lost.length, 0),
    resumedToCompletion: isComplete,
    exportEqualsUndisturbed: isSame,
    doctor: problems.length === 0 ? 'healthy' : problems,
    seconds: Math.round((performance.now() - began) / 1000),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  if (bulletins === 2000 && kills === 50) {
    writeFileSync(new URL('./soak.json', import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
  }
  if (figures.lost > 0 || !isComplete || !isSame || problems.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
