/** `bulletin-graph export` as a user runs it, from the built command. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { folderOf, run } from './command.ts';

const BULLETIN = `---
title: Talks
date: 2024-12-25
source: Harbor Wire
---
Wang Yi met Takeshi Iwaya in Beijing on Wednesday. China sanctioned Japan.
`;

describe('export', () => {
  const store = async (): Promise<string> => {
    const cwd = await folderOf({ 'talks.md': BULLETIN });
    expect(await run(['ingest', 'talks.md', '--jobs', '1'], { cwd })).toMatchObject({ code: 0 });
    return cwd;
  };

  it('writes one file to standard output or where it is told, and several into a folder', async () => {
    const cwd = await store();
    const gexf = await run(['export', '--format', 'gexf'], { cwd });
    expect(gexf.code).toBe(0);
    expect(XMLValidator.validate(gexf.stdout)).toBe(true);
    expect(gexf.stdout).toContain('label="Wang Yi"');

    const named = await run(['export', '--format', 'gexf', '--output', 'out/graph.gexf'], { cwd });
    expect(named).toMatchObject({ code: 0, stdout: '' });
    expect(await readFile(join(cwd, 'out', 'graph.gexf'), 'utf8')).toBe(gexf.stdout);

    const tables = await run(['export', '--format', 'parquet', '-o', 'tables'], { cwd });
    expect(tables.code).toBe(0);
    expect((await readdir(join(cwd, 'tables'))).sort()).toEqual([
      'bulletins.parquet',
      'edges.parquet',
      'entities.parquet',
      'statements.parquet',
    ]);
  });

  it('writes only what a query is about', async () => {
    const cwd = await store();
    const args = ['export', '--format', 'events', '--query', 'sanctions'];
    const { code, stdout, stderr } = await run(args, { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('1 row: 2 entities, 1 relationship, 1 statement.');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('China sanctioned Japan.');
  });

  it('tells wrong use with exit code 2', async () => {
    const cwd = await store();
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [['--format', 'xlsx'], /Allowed choices are gexf/],
      [[], /--format/],
      [['--format', 'csv'], /several files: name a folder with --output/],
      [['--format', 'gexf', '--query', 'no-such'], /No query is called "no-such"/],
      [['--format', 'gexf', '--param', 'a=b'], /--param is for the parameters of --query/],
    ];
    for (const [args, message] of wrong) {
      const outcome = await run(['export', ...args], { cwd });
      expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    }
  });
});
