/** Reads sentences with the real pipeline and shows statements as lines, so that tests can name what they expect. */
import { createExtractor, type Extractor } from '../../ingest/pipeline.ts';
import type { ExtractedStatement, Extraction } from '../../graph/model/extraction.ts';

let extractor: Promise<Extractor> | undefined;

/** The extraction of a text dated 2025-03-05, a Wednesday. */
async function extractionOf(text: string): Promise<Extraction> {
  extractor ??= createExtractor();
  return (await extractor).extract({
    id: 'test',
    title: null,
    source: null,
    url: null,
    publishedAt: '2025-03-05',
    language: 'en',
    text,
  });
}

/** "China SANCTIONED Japan" for each statement. */
export async function linesOf(text: string): Promise<string[]> {
  const extraction = await extractionOf(text);
  return extraction.statements.map((statement) => lineOf(extraction, statement));
}

/** The same with what is said of each: "Israel NEGOTIATED_WITH Hamas negated ongoing by Ehud Olmert". */
export async function fullLinesOf(text: string): Promise<string[]> {
  const extraction = await extractionOf(text);
  return extraction.statements.map((statement) => {
    const { polarity, status, saidBy } = statement;
    const holder = extraction.entities.find((entity) => entity.id === saidBy?.entity);
    const said = holder === undefined ? [] : ['by', holder.name];
    return [lineOf(extraction, statement), polarity, status, ...said].join(' ');
  });
}

export function lineOf(extraction: Extraction, statement: ExtractedStatement): string {
  const name = (id: string): string => extraction.entities.find((entity) => entity.id === id)?.name ?? id;
  const object = statement.object === null ? '' : ` ${name(statement.object.entity)}`;
  return `${name(statement.subject.entity)} ${statement.predicate}${object}`;
}

/** The statement with one predicate in a text, with its extraction; fails where there is none. */
export async function statementOf(
  text: string,
  predicate: string,
): Promise<{ extraction: Extraction; statement: ExtractedStatement }> {
  const extraction = await extractionOf(text);
  const statement = extraction.statements.find((candidate) => candidate.predicate === predicate);
  if (statement === undefined) {
    const found = extraction.statements.map((s) => lineOf(extraction, s)).join('; ');
    throw new Error(`no ${predicate} in "${text}"; found: ${found || 'nothing'}`);
  }
  return { extraction, statement };
}
