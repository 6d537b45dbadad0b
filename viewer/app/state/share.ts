/**
 * A view as text, for the address bar: which entities stand where, what is filtered, grouped and pinned. Relations and
 * statements are not in it; they are fetched again. `decode(encode(x))` is x for places in whole units.
 */
import { z } from 'zod';
import { NodeType, Status } from '../../contract.ts';
import type { Filter } from './filters.ts';
import type { Selection, View } from './view.ts';

/** What stands before a view in the address. */
export const FRAGMENT = '#view=';

const Days = z.object({ from: z.int(), to: z.int() });

const FilterShape: z.ZodType<Filter> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('period'), period: Days }),
  z.object({ kind: z.literal('compare'), before: Days, after: Days }),
  z.object({ kind: z.literal('status'), kept: z.array(Status) }),
  z.object({ kind: z.literal('polarity'), negated: z.boolean() }),
  z.object({ kind: z.literal('confidence'), least: z.number() }),
  z.object({ kind: z.literal('source'), name: z.string() }),
  z.object({ kind: z.literal('holder'), id: z.string().nullable() }),
  z.object({ kind: z.literal('plover'), kept: z.array(z.string()) }),
  z.object({ kind: z.literal('sources'), least: z.int() }),
  z.object({ kind: z.literal('degree'), least: z.int() }),
]);

const SharedShape = z.object({
  /** Of the format. */
  version: z.literal(1),
  nodes: z.array(z.tuple([z.string(), z.int(), z.int()])).max(5000),
  hiddenTypes: z.array(NodeType),
  hiddenPredicates: z.array(z.string()),
  hidden: z.array(z.string()),
  pinned: z.array(z.string()),
  chain: z.array(FilterShape),
  groups: z
    .object({
      by: z.enum(['type', 'community']),
      of: z.array(z.tuple([z.string(), z.string()])),
      open: z.array(z.string()),
    })
    .nullable(),
  sizeBy: z.object({
    by: z.enum(['statements', 'degree', 'betweenness']),
    of: z.array(z.tuple([z.string(), z.number()])),
  }),
  selection: z.object({ kind: z.enum(['node', 'pair']), id: z.string() }).nullable(),
  /** The date as of which the graph is shown; null: as it is. */
  asOf: z.string().nullable().default(null),
});
export type Shared = z.infer<typeof SharedShape>;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a link has to say about a view. An entity without a place stands at 0,0. */
export const sharedOf = (
  view: View,
  places: ReadonlyMap<string, Place>,
  selection: Selection | null,
  asOf: string | null,
): Shared => ({
  version: 1,
  nodes: [...view.nodes.keys()].map((id) => {
    const place = places.get(id);
    return [id, Math.round(place?.x ?? 0), Math.round(place?.y ?? 0)];
  }),
  hiddenTypes: [...view.hiddenTypes],
  hiddenPredicates: [...view.hiddenPredicates],
  hidden: [...view.hidden],
  pinned: [...view.pinned],
  chain: [...view.chain],
  groups: view.groups && { by: view.groups.by, of: [...view.groups.of], open: [...view.groups.open] },
  sizeBy: { by: view.sizeBy.by, of: view.sizeBy.by === 'betweenness' ? [...view.sizeBy.of] : [] },
  selection,
  asOf,
});

/** The filters, groups, pins and sizes of a link, on a view that has its entities already. */
export const settled =
  (shared: Shared) =>
  (view: View): View => ({
    ...view,
    hiddenTypes: new Set(shared.hiddenTypes),
    hiddenPredicates: new Set(shared.hiddenPredicates),
    hidden: new Set(shared.hidden),
    pinned: new Set(shared.pinned),
    chain: shared.chain,
    groups: shared.groups && {
      by: shared.groups.by,
      of: new Map(shared.groups.of),
      open: new Set(shared.groups.open),
    },
    sizeBy:
      shared.sizeBy.by === 'betweenness'
        ? { by: 'betweenness', of: new Map(shared.sizeBy.of) }
        : { by: shared.sizeBy.by },
  });

const throughStream = async (bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> => {
  const written = new Blob([bytes]).stream().pipeThrough<Uint8Array>({
    readable: stream.readable,
    writable: stream.writable,
  });
  return new Uint8Array(await new Response(written).arrayBuffer());
};

/** Letters, digits, `-` and `_` only: deflated JSON. */
export const encodeShared = async (shared: Shared): Promise<string> => {
  const json = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await throughStream(json, new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const inflated = async (packed: Uint8Array<ArrayBuffer>): Promise<string | null> => {
  try {
    return new TextDecoder().decode(await throughStream(packed, new DecompressionStream('deflate-raw')));
  } catch (error) {
    // Cut short or altered on its way. Browsers and Node differ in what they throw for it.
    if (error instanceof Error) return null;
    throw error;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Null for a text that no version of this page has written. */
export const decodeShared = async (text: string): Promise<Shared | null> => {
  // Base64 has no group of one letter.
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const json = await inflated(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
  return json === null ? null : (SharedShape.safeParse(parsed(json)).data ?? null);
};
