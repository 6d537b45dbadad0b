/** The compose file as docker-compose itself reads it; no engine is needed for that. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = fileURLToPath(new URL('../../docker-compose.yml', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../.env.example', import.meta.url));
const isThere = spawnSync('docker-compose', ['version']).status === 0;
if (!isThere && process.env['CI'] !== undefined) throw new Error('docker-compose is missing (Debian: docker-compose)');

/** With .env.example in place of .env: no .env of the developer's is read. */
function config(environment: Record<string, string>) {
  return spawnSync('docker-compose', ['--file', FILE, '--env-file', EXAMPLE, 'config'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  });
}

const Compose = z.object({
  services: z.object({
    neo4j: z.object({
      image: z.string(),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.unknown()),
      volumes: z.array(z.unknown()),
      healthcheck: z.object({ test: z.array(z.string()) }),
    }),
  }),
});

const why = isThere ? '' : ' (skipped: needs docker-compose, Debian: apt-get install docker-compose)';
describe.skipIf(!isThere)(`docker-compose.yml${why}`, () => {
  it('is valid, and starts Neo4j with the password of .env, a health check and a volume, for this machine only', () => {
    const { status, stdout, stderr } = config({ NEO4J_PASSWORD: 'a-good-password' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { neo4j } = Compose.parse(parse(stdout)).services;
    expect(neo4j.image).toBe('neo4j:5.26.10-community');
    expect(neo4j.environment['NEO4J_AUTH']).toBe('neo4j/a-good-password');
    expect(JSON.stringify(neo4j.ports)).toMatch(/127\.0\.0\.1.*7687/);
    expect(JSON.stringify(neo4j.ports)).not.toContain('0.0.0.0');
    expect(JSON.stringify(neo4j.volumes)).toContain('/data');
    expect(neo4j.healthcheck.test.join(' ')).toContain('cypher-shell');
  });

  it('is refused without a password, and says where to set it', () => {
    const { status, stderr } = config({});
    expect(status).not.toBe(0);
    expect(stderr).toContain('Set NEO4J_PASSWORD in .env');
  });
});
