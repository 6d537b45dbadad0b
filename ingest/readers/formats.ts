/**
 * The formats that are read, and how one is told: by file name extension, by content type, or, for standard input and
 * files without an extension, by the first characters.
 */
import { readJson } from './json.ts';
import { readMarkdown } from './markdown.ts';
import { readNdjson } from './ndjson.ts';
import type { FormatReader } from './reading.ts';
import { readText } from './text.ts';

export interface Format {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly contentTypes: readonly string[];
  readonly read: FormatReader;
}

/** A reader that is loaded when its format is first met: the libraries of the others would triple the starting time. */
function lazily(load: () => Promise<FormatReader>): FormatReader {
  return async function* read(...given) {
    yield* (await load())(...given);
  };
}

const FORMATS: readonly Format[] = [
  { name: 'text', extensions: ['txt', 'text'], contentTypes: ['text/plain'], read: readText },
  { name: 'markdown', extensions: ['md', 'markdown'], contentTypes: ['text/markdown'], read: readMarkdown },
  {
    name: 'html',
    extensions: ['html', 'htm', 'xhtml'],
    contentTypes: ['text/html', 'application/xhtml+xml'],
    read: lazily(async () => (await import('./html.ts')).readHtml),
  },
  {
    name: 'feed',
    extensions: ['xml', 'rss', 'atom', 'rdf'],
    contentTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
    read: lazily(async () => (await import('./feed.ts')).readFeed),
  },
  { name: 'json', extensions: ['json'], contentTypes: ['application/json'], read: readJson },
  {
    name: 'ndjson',
    extensions: ['ndjson', 'jsonl'],
    contentTypes: ['application/x-ndjson', 'application/jsonl', 'application/jsonlines'],
    read: readNdjson,
  },
  {
    name: 'csv',
    extensions: ['csv', 'tsv'],
    contentTypes: ['text/csv', 'text/tab-separated-values'],
    read: lazily(async () => (await import('./csv.ts')).readCsv),
  },
  {
    name: 'docx',
    extensions: ['docx'],
    contentTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    read: lazily(async () => (await import('./docx.ts')).readDocx),
  },
  {
    name: 'pdf',
    extensions: ['pdf'],
    contentTypes: ['application/pdf'],
    read: lazily(async () => (await import('./pdf.ts')).readPdf),
  },
];

/** Extensions that are read, for messages. */
export const EXTENSIONS: readonly string[] = FORMATS.flatMap((format) => format.extensions);

export function formatOfExtension(extension: string): Format | null {
  return FORMATS.find((format) => format.extensions.includes(extension.toLowerCase())) ?? null;
}

export function formatOfContentType(contentType: string): Format | null {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return FORMATS.find((format) => format.contentTypes.includes(type)) ?? null;
}

function byName(name: string): Format {
  const format = FORMATS.find((candidate) => candidate.name === name);
  if (!format) throw new RangeError(`no format is called ${name}`);
  return format;
}

/** The format that the first bytes of an input speak for; what begins like nothing else is plain text. */
export function formatOfContent(start: Uint8Array): Format {
  const encoding =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(start).trimStart();
  if (text.startsWith('%PDF')) return byName('pdf');
  if (text.startsWith('PK\u0003\u0004')) return byName('docx');
  if (text.startsWith('[')) return /^\[\s*[{\]]/.test(text) ? byName('json') : byName('text');
  if (text.startsWith('{')) return startsWithWholeObject(text) ? byName('ndjson') : byName('json');
  if (/^(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(text)) return byName('feed');
  if (/^(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(text))
    return byName('html');
  return byName('text');
}

/** Whether the first line is an object by itself, or a line too long to see its end. */
function startsWithWholeObject(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0) return true;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
