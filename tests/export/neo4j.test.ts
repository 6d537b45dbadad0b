/** The CSV folder goes through the real `neo4j-admin database import full`, and the database is the store it came from. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FORMATS } from '../../export/formats.ts';
import { IMPORT_ARGUMENTS } from '../../export/neo4j-csv.ts';
import { writeExport } from '../../export/output.ts';
import { exportLines } from '../../graph/export.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { neo4jAdmin, type Neo4jServer, reasonWithoutNeo4j, startNeo4j } from '../support/neo4j-server.ts';
import { countsOf, fill, type OpenGraph, openGraph, textOf } from './graph.ts';

async function linesOf(store: GraphStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(store)) lines.push(line);
  return lines;
}

/** The lines with lists as neo4j-admin takes them: without the character that stands between their values. */
async function importable(store: GraphStore): Promise<string[]> {
  const separated = (key: string, value: unknown): unknown =>
    key === 'aliases' || ['sourceNames', 'origins'].includes(key)
      ? z
          .array(z.string())
          .parse(value)
          .map((text) => text.replaceAll('\u001F', ' '))
      : value;
  return (await linesOf(store)).map((line) => JSON.stringify(JSON.parse(line, separated)));
}

/** Runs one statement as a person would in a shell. */
async function run({ url, password }: Neo4jServer, statement: string): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', password));
  try {
    await driver.executeQuery(statement);
  } finally {
    await driver.close();
  }
}

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(async () => {
  await graph.close();
});

test('the script calls neo4j-admin with every file that is written', async () => {
  const script = await textOf('neo4j-csv', graph, 'import.sh');
  for (const { name } of FORMATS['neo4j-csv'].files(graph).filter((file) => file.name.endsWith('.csv'))) {
    expect(script).toMatch(new RegExp(`--(nodes|relationships)=${name}`));
  }
});

const missing = reasonWithoutNeo4j();
describe.skipIf(missing !== null)(`neo4j-admin${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: Neo4jServer;
  let imported: GraphStore;
  const folder = mkdtempSync(join(tmpdir(), 'neo4j-csv-'));
  beforeAll(async () => {
    await writeExport(FORMATS['neo4j-csv'], graph, folder);
    server = await startNeo4j((home) =>
      neo4jAdmin(home, folder, ['database', 'import', 'full', ...IMPORT_ARGUMENTS, 'neo4j']),
    );
    imported = await openStore(server.url, { username: 'neo4j', password: server.password });
    for (const statement of readFileSync(join(folder, 'after-import.cypher'), 'utf8').split(';\n')) {
      if (statement !== '') await run(server, statement);
    }
  });
  afterAll(async () => {
    await imported?.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  test('imports every node, relationship and property, as the store exported them', async () => {
    expect(await countsOf(imported)).toEqual(await countsOf(graph.store));
    expect(await linesOf(imported)).toEqual(await importable(graph.store));
  });

  test('the database is a store: the same bulletins change nothing in it', async () => {
    await fill(imported);
    expect(await linesOf(imported)).toEqual(await importable(graph.store));
  });
});
