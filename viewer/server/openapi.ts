/**
 * The HTTP API in OpenAPI 3.1, made of the schemas that check requests and answers (viewer/contract.ts), so that it cannot
 * say anything else. Served at /api/openapi.json; docs/openapi.json is a copy, written by `npm run docs:openapi`.
 */
import { z } from 'zod';
import { AsOf } from '../contract.ts';
import { MEANINGS, type Route, ROUTES } from './api-routes.ts';
import { ANSWERS, type AnswerName, BODIES, type BodyName } from './api-shapes.ts';

const DESCRIPTION =
  'What the viewer asks of `bulletin-graph serve`, for other programs too. Only /api/judge and /api/undo write: they append ' +
  'to the log of judgements, where the server takes them. Offsets are UTF-16 units into ' +
  "the bulletin's text; dates are ISO dates or prefixes of them (`2024-11`). Every answer that is not 200 is a Failure " +
  'with a reason for programs and a message for people. The server answers its own host names only, and other sites not at all.';

/** The description, as plain JSON. */
export function openApi(): z.core.util.JSONType {
  return z.json().parse({
    openapi: '3.1.0',
    info: {
      title: 'Bulletin Graph',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The address that `bulletin-graph serve` prints' }],
    security: [],
    paths: Object.fromEntries(ROUTES.map((route) => [route.path, { [route.method]: operation(route) }])),
    components: { schemas: components() },
  });
}

function operation(route: Route): object {
  const { operationId, summary, body, answer, timeless = false, page = false } = route;
  const query = timeless ? route.query : (route.query ?? z.object({})).extend({ asOf: AsOf.optional() });
  return {
    operationId,
    summary,
    ...(query === undefined ? {} : { parameters: parameters(query) }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(reference(body)) } }),
    responses: {
      200: {
        description: 'The answer',
        content: {
          ...json(answer === null ? { type: 'object' } : reference(answer)),
          ...(page ? { 'text/html': { schema: { type: 'string' } } } : {}),
        },
      },
      default: { description: 'Why there is no answer', content: json(reference('Failure')) },
    },
  };
}

function parameters(query: z.ZodObject): object[] {
  const { properties = {} } = z.toJSONSchema(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(query.shape[name]?.safeParse(undefined).success ?? false),
    description: MEANINGS[name] ?? name,
    schema,
  }));
}

const json = (schema: object): object => ({ 'application/json': { schema } });
const address = (component: string): string => `#/components/schemas/${component}`;
const reference = (component: AnswerName | BodyName): object => ({ $ref: address(component) });

type Named = Readonly<Record<string, z.ZodType>>;

function registry(...groups: readonly Named[]): z.core.$ZodRegistry<{ id: string }> {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of groups.flatMap((group) => Object.entries(group))) named.add(schema, { id });
  return named;
}

/** Each schema by its name, referring to the others by theirs; bodies as they are sent, answers as they come. */
function components(): Record<string, object> {
  return { ...rendered(ANSWERS, 'output'), ...rendered(BODIES, 'input') };
}

function rendered(schemas: Named, io: 'input' | 'output'): Record<string, object> {
  const made = z.toJSONSchema(registry(schemas), { uri: address, io });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _dialect, $id: _uri, ...schema }]) => [id, schema]),
  );
}
