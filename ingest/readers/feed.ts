/**
 * RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom: one bulletin an entry. Of description and full content the longer is read.
 * A feed that is not well-formed is read as far as it goes, with a note.
 */
import { XMLValidator } from 'fast-xml-parser';
import { DomUtils, parseDocument } from 'htmlparser2';
import { decode } from './decode.ts';
import { htmlToText } from './html-text.ts';
import { MAX_COLLECTION_FILE } from './limits.ts';
import {
  type BulletinFields,
  type Draft,
  type Input,
  type Note,
  note,
  ReadError,
  type Rejection,
  rejection,
} from './reading.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

function children(parent: Element, ...names: readonly string[]): Element[] {
  return parent.children.filter((node: Node): node is Element => 'attribs' in node && names.includes(node.name));
}

function textOf(parent: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = children(parent, name)
      .map((element) => DomUtils.textContent(element).trim())
      .find((value) => value !== '');
    if (text) return text;
  }
  return undefined;
}

/** What an element shows: markup as it is (Atom's xhtml), or markup that was escaped or put into CDATA. */
function shown(element: Element): string {
  if (element.attribs['type'] === 'xhtml') return htmlToText(DomUtils.getInnerHTML(element, { xmlMode: true }));
  const text = DomUtils.textContent(element);
  return element.attribs['type'] === 'text' || !/[<&]/.test(text) ? text.trim() : htmlToText(text);
}

function longest(entry: Element, ...names: readonly string[]): string {
  return children(entry, ...names)
    .map(shown)
    .reduce((best, text) => (text.length > best.length ? text : best), '');
}

function linkOf(entry: Element): string | undefined {
  const links = children(entry, 'link');
  const atom = links.find((link) => (link.attribs['rel'] ?? 'alternate') === 'alternate' && link.attribs['href']);
  return atom?.attribs['href'] ?? textOf(entry, 'link') ?? entry.attribs['rdf:about'];
}

function fieldsOf(entry: Element, feed: BulletinFields): BulletinFields {
  const id = textOf(entry, 'guid', 'id');
  const url = linkOf(entry);
  const date = textOf(entry, 'pubDate', 'published', 'dc:date', 'updated');
  const title = children(entry, 'title').map(shown)[0];
  const source = textOf(entry, 'source');
  return {
    ...feed,
    ...(id ? { id } : {}),
    ...(url ? { url } : {}),
    ...(date ? { date } : {}),
    ...(title ? { title } : {}),
    ...(source ? { source } : {}),
  };
}

export async function* readFeed(input: Input): AsyncGenerator<Draft | Rejection | Note> {
  const bytes = await input.bytes(MAX_COLLECTION_FILE);
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)/.exec(
    Buffer.from(bytes.subarray(0, 256)).toString('latin1'),
  )?.[1];
  const [xml, notes] = decode(input, bytes, declared ?? null);
  yield* notes;
  const validity = XMLValidator.validate(xml, { allowBooleanAttributes: true });
  const document = parseDocument(xml, { xmlMode: true });
  const entries = DomUtils.getElementsByTagName((name) => name === 'item' || name === 'entry', document);
  if (entries.length === 0) {
    throw new ReadError(
      validity === true ? 'is XML, but no RSS or Atom feed' : `is not XML: ${validity.err.msg}`,
      'Give a feed with <item> or <entry> elements, or the bulletins in another format.',
      validity === true ? null : validity.err.line,
    );
  }
  if (validity !== true) {
    yield note(input, validity.err.line, `not well-formed XML (${validity.err.msg}); read as far as it goes`);
  }
  const head = DomUtils.getElementsByTagName((name) => name === 'channel' || name === 'feed', document, true, 1)[0];
  const source = head && textOf(head, 'title');
  const language = head && (textOf(head, 'language', 'dc:language') ?? head.attribs['xml:lang']);
  const feed: BulletinFields = { ...(source ? { source } : {}), ...(language ? { language } : {}) };
  for (const [index, entry] of entries.entries()) {
    const fields = fieldsOf(entry, feed);
    const body = longest(entry, 'content:encoded', 'content', 'description', 'summary') || (fields.title ?? '');
    if (body === '') {
      yield rejection(input, index + 1, `entry ${index + 1} has no text`, 'Leave it out, or give it a description.');
    } else {
      yield { kind: 'draft', fields, text: body, line: index + 1 };
    }
  }
}
