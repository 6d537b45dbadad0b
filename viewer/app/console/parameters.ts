/** Parameters of the query in the editor: which it names, which form fields they get, and their values as they are sent. */
import type { LibraryEntry } from '../../query-contract.ts';

export type ParameterField = LibraryEntry['parameters'][number];
export type Sent = string | number | boolean | null;

/** Strings, comments and backticks: a $ in them is no parameter. */
const OPAQUE = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Names after `$`, each once, in order. */
export const namedIn = (cypher: string): string[] => [
  ...new Set([...cypher.replace(OPAQUE, ' ').matchAll(/\$(\w+)/g)].map(([, name = '']) => name)),
];

/** A field for each parameter of the text: as the library's header has it, else a plain one. */
export const fieldsOf = (cypher: string, chosen: LibraryEntry | null): ParameterField[] =>
  namedIn(cypher).map(
    (name) =>
      chosen?.parameters.find((parameter) => parameter.name === name) ?? {
        name,
        type: 'text',
        meaning: 'Number, true, false or text; text that looks like a number in "quotes"',
        required: true,
        default: null,
        example: null,
        min: null,
        max: null,
      },
  );

/** What the form starts with: a required parameter with its example, so that the query can be run at once. */
export const startValues = (chosen: LibraryEntry): Record<string, string> =>
  Object.fromEntries(
    chosen.parameters.map(({ name, required, default: preset, example }) => [
      name,
      required ? String(example ?? '') : preset === null ? '' : String(preset),
    ]),
  );

/** Text of a plain field as the value that it looks like. */
export const plainValue = (text: string): Sent => {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  if (trimmed === 'null') return null;
  if (/^[+-]?\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed);
  const quoted = /^"([\s\S]*)"$|^'([\s\S]*)'$/.exec(trimmed);
  return quoted ? (quoted[1] ?? quoted[2] ?? '') : text;
};

/** The parameters to send. An empty field of the library is left out: its default holds. */
export const sentValues = (
  cypher: string,
  chosen: LibraryEntry | null,
  values: Readonly<Record<string, string>>,
): Record<string, Sent> => {
  const known = new Set(chosen?.parameters.map(({ name }) => name));
  return Object.fromEntries(
    fieldsOf(cypher, chosen).flatMap(({ name }): [string, Sent][] => {
      const text = values[name] ?? '';
      if (known.has(name)) return text.trim() === '' ? [] : [[name, text.trim()]];
      return [[name, plainValue(text)]];
    }),
  );
};
