/**
 * A web page: one bulletin, its main text by Readability (the algorithm of Firefox's reader view), its title, date,
 * source and language from the page's own metadata. Nothing is run and nothing else is loaded.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { readDate } from './dates.ts';
import { decode } from './decode.ts';
import { htmlToText } from './html-text.ts';
import { MAX_TEXT_FILE } from './limits.ts';
import { type BulletinFields, type Draft, type Input, type Note, note } from './reading.ts';

const Article = z
  .object({
    content: z.string().nullish(),
    title: z.string().nullish(),
    siteName: z.string().nullish(),
    lang: z.string().nullish(),
    publishedTime: z.string().nullish(),
  })
  .nullable();

/** Names under which pages put their date, in order of trust. */
const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publish-date',
  'parsely-pub-date',
];

/** Encoding that the page declares in its first kilobyte, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]*encoding="([^"]+)"/.exec(head)?.[1] ??
    null
  );
}

/** The values of the page's meta elements by lower-case name, and the first of its time elements. */
function metadata(html: string): ReadonlyMap<string, string> {
  const { document } = parseHTML(html);
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim();
    if (name && content && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content);
  }
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (canonical) found.set('canonical', canonical);
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  if (time) found.set('time', time);
  const language = document.documentElement?.getAttribute('lang');
  if (language) found.set('lang', language);
  const title = document.querySelector('title')?.textContent?.trim();
  if (title) found.set('title', title);
  return found;
}

function fieldsOf(article: z.infer<typeof Article>, meta: ReadonlyMap<string, string>): BulletinFields {
  const written = [article?.publishedTime, ...DATE_NAMES.map((name) => meta.get(name)), meta.get('time')];
  const date = written.map((value) => (value ? readDate(value) : null)).find((value) => value !== null);
  const address = meta.get('canonical') ?? meta.get('og:url');
  const title = article?.title?.trim() || meta.get('title');
  const source = article?.siteName ?? meta.get('og:site_name');
  const language = article?.lang ?? meta.get('lang');
  return {
    ...(date ? { date } : {}),
    ...(title ? { title } : {}),
    ...(source ? { source } : {}),
    ...(language ? { language } : {}),
    ...(address && URL.canParse(address) ? { url: address } : {}),
  };
}

export async function* readHtml(input: Input): AsyncGenerator<Draft | Note> {
  const bytes = await input.bytes(MAX_TEXT_FILE);
  const [html, notes] = decode(input, bytes, declaredCharset(bytes));
  yield* notes;
  const complete = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const article = Article.parse(new Readability(parseHTML(complete).document).parse());
  const main = htmlToText(article?.content ?? '');
  const whole = htmlToText(complete);
  if (main === '' && whole !== '') yield note(input, null, 'no main text found; the text of the whole page was read');
  yield { kind: 'draft', fields: fieldsOf(article, metadata(complete)), text: main === '' ? whole : main, line: null };
}
