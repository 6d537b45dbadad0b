/** A client of a running viewer server: answers checked against the contract, failures as the page sees them. */
import { request } from 'node:http';
import type { z } from 'zod';
import { Failure } from '../../viewer/contract.ts';

export type Query = Readonly<Record<string, string | number>>;

function address(url: string, path: string, query: Query): string {
  const parameters = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `${url}api/${path}?${parameters.toString()}`;
}

/** The answer of a route, which has to be 200 and to fit its schema without anything besides. */
export async function ask<Shape extends z.ZodRawShape>(
  url: string,
  schema: z.ZodObject<Shape>,
  path: string,
  query: Query = {},
): Promise<z.output<z.ZodObject<Shape>>> {
  const response = await fetch(address(url, path, query));
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return schema.strict().parse(body);
}

export interface Refused {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
}

/** The failure that a route answers with. */
export async function refusal(url: string, path: string, query: Query = {}, init: RequestInit = {}): Promise<Refused> {
  const response = await fetch(address(url, path, query), init);
  const { error } = Failure.parse(await response.json());
  return { status: response.status, ...error };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request with its path and headers exactly as given, which fetch would tidy. */
export function raw(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
