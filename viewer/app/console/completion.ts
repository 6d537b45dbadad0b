/**
 * What may stand at a place in a Cypher text, from the graph's schema: labels in a node, types in a relationship,
 * properties of what a variable is bound to, parameters, else variables, keywords and functions. Pure.
 */
import type { GraphSchema } from '../../query-contract.ts';

interface Choice {
  readonly label: string;
  readonly kind: 'label' | 'type' | 'property' | 'parameter' | 'variable' | 'keyword' | 'function';
  readonly told?: string;
}

export interface Choices {
  /** Where the word begins that a choice replaces. */
  readonly from: number;
  readonly choices: readonly Choice[];
}

export const KEYWORDS = (
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY LIMIT SKIP DISTINCT AS AND OR NOT XOR IN IS NULL CASE WHEN THEN ELSE ' +
  'END UNION ALL CALL CONTAINS STARTS ENDS DESC ASC EXISTS TRUE FALSE'
).split(' ');

const FUNCTIONS = (
  'count collect sum avg min max coalesce size length type labels keys head last tail range substring toLower toUpper trim ' +
  'split replace toInteger toFloat toString round abs nodes relationships any all none single'
).split(' ');

/** The bracket that is open at the end of `text`: `(`, `[`, `{` or none. Strings are passed over. */
const openBracket = (text: string): { bracket: string; at: number } | null => {
  const stack: { bracket: string; at: number }[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === "'" || letter === '"') quote = letter;
    else if ('([{'.includes(letter)) stack.push({ bracket: letter, at });
    else if (')]}'.includes(letter)) stack.pop();
  }
  return stack.at(-1) ?? null;
};

/** Labels and types that `variable` is bound to anywhere in the text. */
const boundTo = (text: string, variable: string): string[] =>
  [...text.matchAll(/[([]\s*(\w+)\s*:\s*([\w|:&\s]+)/g)].flatMap(([, name, names = '']) =>
    name === variable ? names.split(/[|:&\s]+/).filter((each) => each !== '') : [],
  );

const propertiesOf = (schema: GraphSchema, names: readonly string[]): Choice[] => {
  const owners = [
    ...schema.labels.map(({ label, properties }) => ({ name: label, properties })),
    ...schema.relationshipTypes.map(({ type, properties }) => ({ name: type, properties })),
  ];
  const known = owners.filter(({ name }) => names.includes(name));
  const all = (known.length > 0 ? known : owners).flatMap(({ properties }) => properties);
  return [...new Set(all)].toSorted().map((label) => ({ label, kind: 'property' }));
};

const labelsOf = (schema: GraphSchema): Choice[] => schema.labels.map(({ label }) => ({ label, kind: 'label' }));

const typesOf = (schema: GraphSchema): Choice[] =>
  schema.relationshipTypes.map(({ type, meaning }) => ({
    label: type,
    kind: 'type',
    ...(meaning === null ? {} : { told: meaning }),
  }));

const variablesOf = (text: string): Choice[] =>
  [...new Set([...text.matchAll(/[([]\s*([A-Za-z_]\w*)|\bAS\s+([A-Za-z_]\w*)/gi)].map(([, a, b]) => a ?? b ?? ''))]
    .filter((label) => label !== '')
    .map((label) => ({ label, kind: 'variable' }));

/** What may stand at `at`, or null inside of a string or comment and where nothing has been begun. */
export const choicesAt = (
  text: string,
  at: number,
  schema: GraphSchema,
  parameters: readonly string[],
  asked: boolean,
): Choices | null => {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/\/\//.test(line) || (line.match(/'/g)?.length ?? 0) % 2 === 1) return null;
  const word = /\w*$/.exec(before)?.[0] ?? '';
  const from = at - word.length;
  const lead = before.slice(0, from);
  const open = openBracket(lead);
  if (lead.endsWith('$')) return { from, choices: parameters.map((label) => ({ label, kind: 'parameter' })) };
  if (/[:|]\s*$/.test(lead) && open !== null && open.bracket !== '{') {
    const isPattern = open.bracket === '[' || /^\s*\w*\s*(?::|$)/.test(lead.slice(open.at + 1));
    if (isPattern) return { from, choices: open.bracket === '[' ? typesOf(schema) : labelsOf(schema) };
  }
  const owner = /(\w+)\.$/.exec(lead)?.[1];
  if (owner !== undefined) return { from, choices: propertiesOf(schema, boundTo(text, owner)) };
  if (open?.bracket === '{' && /[{,]\s*$/.test(lead)) {
    const names = /:\s*(\w+)\s*$/.exec(lead.slice(0, open.at))?.[1];
    return { from, choices: propertiesOf(schema, names === undefined ? [] : [names]) };
  }
  if (word === '' && !asked) return null;
  return {
    from,
    choices: [
      ...variablesOf(lead),
      ...KEYWORDS.map((label): Choice => ({ label, kind: 'keyword' })),
      ...FUNCTIONS.map((label): Choice => ({ label, kind: 'function' })),
    ],
  };
};
