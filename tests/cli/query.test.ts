import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { folderOf, run } from './command.ts';

/** Each test runs the command up to eight times, a process each; on a busy machine one takes several seconds. */
const PATIENCE_MS = 180_000;

const SENTENCE =
  'Chinese Foreign Minister Wang Yi met Japanese Foreign Minister Takeshi Iwaya in Beijing on 25 December 2024.';

async function graph(): Promise<string> {
  const cwd = await folderOf({
    'a.ndjson': JSON.stringify({ id: 'a', date: '2024-12-25', title: 'Talks', source: 'Wire', text: SENTENCE }),
    'typo.cypher': '// people\nMATCH (e:Entity)\nRETURN e.naem AS name',
    'headed.cypher':
      '// title: People\n// question: Who?\n// parameters:\n//   type: { type: text, example: Person, meaning: Type }\n' +
      '// columns:\n//   name: { type: text, meaning: Name }\n// chart: { kind: table }\n' +
      'MATCH (e:Entity {type: $type})\nRETURN e.name AS name ORDER BY naem, e.id',
  });
  expect((await run(['ingest', 'a.ndjson'], { cwd })).code).toBe(0);
  return cwd;
}

const Cited = z.array(
  z.object({
    citations_total: z.int(),
    citations: z.array(
      z.object({ sentence: z.string(), bulletin: z.string(), source: z.string(), published: z.string() }),
    ),
  }),
);

it(
  'query --cite adds the sentences behind each row, in every format',
  async () => {
    const cwd = await graph();
    const cited = ['query', 'who-met-whom', '--cite', '--format'];
    const json = Cited.parse(JSON.parse((await run([...cited, 'json'], { cwd })).stdout));
    expect(json.map((row) => row.citations_total)).toEqual([1]);
    expect(json[0]?.citations).toEqual([
      expect.objectContaining({ sentence: SENTENCE, bulletin: 'a', source: 'Wire', published: '2024-12-25' }),
    ]);
    const csv = (await run([...cited, 'csv'], { cwd })).stdout.split('\r\n');
    expect(csv[0]).toMatch(/,citations_total,citations$/);
    expect(csv[1]).toContain(`,1,"""${SENTENCE}"" (Wire, ""Talks"", 2024-12-25)`);
    const table = (await run([...cited, 'table'], { cwd })).stdout;
    expect(table).toContain('│ [1] ');
    expect(table).toContain(`\n[1] "${SENTENCE}" (Wire, "Talks", 2024-12-25)\n`);
    const lines = (await run([...cited, 'ndjson'], { cwd })).stdout.trim().split('\n');
    expect(Cited.parse(lines.map((line): unknown => JSON.parse(line)))).toEqual(json);
    const input = 'MATCH (s:Statement) RETURN s.lemma AS lemma';
    expect((await run(['query', '-', '--cite'], { cwd, input })).stderr).toContain('Return them, for example: s.id AS');
    expect(await run(['query', 'coverage', '--cite'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  },
  PATIENCE_MS,
);

it(
  'query tells where a word is misspelt and what was meant, and runs it as it is with --no-check',
  async () => {
    const cwd = await graph();
    const typo = await run(['query', 'typo.cypher'], { cwd });
    expect(typo).toMatchObject({ code: 2, stdout: '' });
    expect(typo.stderr).toContain('typo.cypher:3:10: There is no property naem of Entity. Did you mean "name"?\n');
    expect(typo.stderr).toContain('\n           ^^^^\n');
    const asIs = await run(['query', 'typo.cypher', '--no-check', '--format', 'json'], { cwd });
    expect(asIs.code).toBe(0);
    expect(asIs.stdout).toContain('"name": null');
    const given = await run(['query', '-', '--param', 'actr=x'], {
      cwd,
      input: 'MATCH (e {id: $actor}) RETURN e.id AS id',
    });
    expect(given.stderr).toContain('stdin:1:15: The parameter $actor has no value. Did you mean "actr"?');
    const spare = await run(['query', '-', '--param', 'actor=x'], { cwd, input: 'MATCH (e) RETURN e.id AS id' });
    expect(spare).toMatchObject({ code: 2 });
    expect(spare.stderr).toContain('no parameter $actor');
  },
  PATIENCE_MS,
);

it(
  'query writes only with --write',
  async () => {
    const cwd = await graph();
    const input = "MATCH (e:Entity {id: 'person:wang-yi'}) SET e.name = $name RETURN e.name AS name";
    const refused = await run(['query', '-', '--param', 'name=W'], { cwd, input });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('Give --write');
    const named = 'MATCH (e:Entity) WHERE e.id = "person:wang-yi" RETURN e.name AS name';
    expect((await run(['query', '-'], { cwd, input: named })).stdout).toBe('name\r\nWang Yi\r\n');
    const saving = await run(['query', '-', '--write', '--save', 'x.json', '--param', 'name=W'], { cwd, input });
    expect(saving).toMatchObject({ code: 2, stdout: '' });
    const written = await run(['query', '-', '--write', '--param', 'name=W'], { cwd, input });
    expect(written).toEqual({ code: 0, stdout: 'name\r\nW\r\n', stderr: '' });
    expect((await run(['query', '-'], { cwd, input: named })).stdout).toBe('name\r\nW\r\n');
  },
  PATIENCE_MS,
);

it(
  'query ends a run that is over its time, and says so',
  async () => {
    const cwd = await graph();
    const input =
      'UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b WITH a, b WHERE a = b + 1 RETURN count(*) AS n';
    const { code, stderr } = await run(['query', '-', '--timeout', '1'], { cwd, input });
    expect(code).toBe(1);
    expect(stderr).toContain('ran longer than 1000 ms');
  },
  PATIENCE_MS,
);

it(
  'a saved result is not overwritten, is verified, and is printed as rows or as a page',
  async () => {
    const cwd = await graph();
    const saved = await run(['query', 'who-met-whom', '--save', 'met.json'], { cwd });
    expect(saved.code).toBe(0);
    expect(saved.stderr).toContain('Saved met.json: 1 row, 1 citation.');
    const again = await run(['query', 'who-met-whom', '--save', 'met.json'], { cwd });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect((await run(['query', 'who-met-whom', '--save', 'met.html'], { cwd })).code).toBe(2);

    const same = await run(['verify', 'met.json'], { cwd });
    expect(same.code).toBe(0);
    expect(same.stdout).toMatch(/^met\.json: same\. 1 row as frozen on \d{4}-.* The store is as it was\.\n$/);

    const csv = await run(['frozen', 'met.json', '--format', 'csv'], { cwd });
    expect(csv.stdout).toBe((await run(['query', 'who-met-whom', '--cite', '--format', 'csv'], { cwd })).stdout);
    const page = await run(['frozen', 'met.json', '--format', 'html'], { cwd });
    expect(page.stdout).toMatch(/^<!doctype html>[\s\S]*<h2>Bibliography<\/h2>[\s\S]*<\/html>\n$/);
  },
  PATIENCE_MS,
);

it(
  'a saved result is told from what the graph gives now, and a forged one is refused',
  async () => {
    const cwd = await graph();
    await run(['query', 'who-met-whom', '--save', 'met.json'], { cwd });
    await writeFile(join(cwd, 'b.txt'), 'Wang Yi met Takeshi Iwaya in Tokyo on 3 January 2025.');
    await run(['ingest', 'b.txt'], { cwd });
    const differs = await run(['verify', 'met.json'], { cwd });
    expect(differs.code).toBe(1);
    expect(differs.stdout).toMatch(/^met\.json: differs\. 1 of 1 row gone, 1 new, 0 on other evidence/);
    expect(differs.stdout).toMatch(/\n {2}- \[.*\n {2}\+ \[/);
    const asJson: unknown = JSON.parse((await run(['verify', 'met.json', '--json'], { cwd })).stdout);
    expect(asJson).toMatchObject({ file: 'met.json', same: false, sameState: false });

    const text = await readFile(join(cwd, 'met.json'), 'utf8');
    await writeFile(join(cwd, 'forged.json'), text.replace('"Takeshi Iwaya"', '"Someone Else"'));
    const forged = await run(['verify', 'forged.json'], { cwd });
    expect(forged).toMatchObject({ code: 2, stdout: '' });
    expect(forged.stderr).toContain('forged.json was changed after it was frozen');
    expect((await run(['verify', 'none.json'], { cwd })).code).toBe(2);
  },
  PATIENCE_MS,
);

it(
  'a file with a header is checked like plain Cypher, at the lines of the file',
  async () => {
    const cwd = await graph();
    const typo = await readFile(join(cwd, 'headed.cypher'), 'utf8');
    await writeFile(join(cwd, 'people.cypher'), typo.replace('e:Entity', 'e:Entty').replace('naem', 'name'));
    const { code, stderr } = await run(['query', 'people.cypher', '--param', 'type=Person'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('people.cypher:8:10: The graph has no label Entty. Did you mean "Entity"?');
  },
  PATIENCE_MS,
);
