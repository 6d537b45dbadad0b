/**
 * A frozen result as one HTML page for print: the question, the query, the rows with the numbers of their bulletins, and
 * a bibliography with the exact sentences. No script; every text is escaped; only web addresses become links.
 */
import type { Value } from '../../graph/store.ts';
import type { Citation } from '../evidence.ts';
import { escaped } from '../markup.ts';
import type { Frozen } from './frozen.ts';

const STYLE = `
body { font: 11pt/1.45 Georgia, serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.85rem; }
th, td { border-bottom: 1px solid #bbb; padding: 0.25rem 0.5rem 0.25rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; } tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; } dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
pre { background: #f4f4f4; padding: 0.75rem; white-space: pre-wrap; font-size: 0.8rem; }
.bibliography li { margin-bottom: 0.6rem; break-inside: avoid; } blockquote { margin: 0.2rem 0 0.2rem 1.2rem; }
.says { color: #555; font-size: 0.85rem; } mark { background: #fff2a8; } a { color: #0b4a8f; }
@media print { body { margin: 0; max-width: none; } pre, mark { border: 1px solid #bbb; background: none; } mark { border-width: 0 0 1px; } }
`;

function shown(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(', ');
  return JSON.stringify(value);
}

/** The page, complete. */
export function frozenPage(frozen: Frozen): string {
  const title = frozen.query.title ?? frozen.query.name;
  const numbers = bulletinNumbers(frozen.citations);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${frozen.query.question === null ? '' : `<p>${escaped(frozen.query.question)}</p>\n`}${origin(frozen)}
<h2>Result</h2>
${rows(frozen, numbers)}
${bibliography(frozen, numbers)}
<h2>Query</h2>
<pre>${escaped(frozen.query.cypher)}</pre>
</body>
</html>
`;
}

function origin(frozen: Frozen): string {
  const { store, entities } = frozen;
  const parameters = Object.entries(frozen.parameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} = ${entities[name]?.name ?? shown(value)}`)
    .join(', ');
  const count = (number: number): string => number.toLocaleString('en');
  const entries: readonly (readonly [string, string])[] = [
    ['Query', frozen.query.name],
    ['Parameters', parameters === '' ? 'none' : parameters],
    ['Run', frozen.frozenAt],
    [
      'Graph',
      `${count(store.bulletins)} bulletins, ${count(store.entities)} entities, ${count(store.statements)} statements`,
    ],
    ['State', `${store.fingerprint.slice(0, 16)}${store.commits === null ? '' : `, commit ${store.commits}`}`],
    ['Program', `bulletin-graph ${frozen.program}`],
    ['Digest', frozen.digest],
  ];
  return `<dl>\n${entries.map(([name, text]) => `<dt>${name}</dt><dd>${escaped(text)}</dd>`).join('\n')}\n</dl>`;
}

function bulletinNumbers(citations: readonly Citation[]): ReadonlyMap<string, number> {
  return new Map([...new Set(citations.map(({ bulletin }) => bulletin))].map((id, index) => [id, index + 1]));
}

function rows(frozen: Frozen, numbers: ReadonlyMap<string, number>): string {
  const bulletinOf = new Map(frozen.citations.map(({ statement, bulletin }) => [statement, bulletin]));
  const cited = frozen.evidence !== null;
  const head = [...frozen.columns, ...(cited ? ['evidence'] : [])].map((column) => `<th>${escaped(column)}</th>`);
  const body = frozen.rows.map((row, index) => {
    const cells = row.map((value) => `<td>${escaped(shown(value))}</td>`);
    const own = frozen.evidence?.[index];
    if (own !== undefined) {
      const links = own.statements.map((id) => {
        const number = numbers.get(bulletinOf.get(id) ?? '');
        return `<a href="#${escaped(id)}">[${number ?? '?'}]</a>`;
      });
      const more = own.total - own.statements.length;
      cells.push(`<td>${links.join(' ')}${more > 0 ? ` and ${more} more` : ''}</td>`);
    }
    return `<tr>${cells.join('')}</tr>`;
  });
  const cut = frozen.truncated ? `<p>The result was cut at ${frozen.rows.length} rows.</p>` : '';
  const uncited = frozen.uncited === null ? '' : `<p>${escaped(frozen.uncited)}</p>`;
  return `<table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>\n${cut}${uncited}`;
}

function bibliography(frozen: Frozen, numbers: ReadonlyMap<string, number>): string {
  if (frozen.citations.length === 0) return '';
  const entries = [...numbers.keys()].map((bulletin) => {
    const own = frozen.citations.filter((citation) => citation.bulletin === bulletin);
    const first = own[0];
    return first === undefined ? '' : `<li>${reference(first)}${own.map(quotation).join('')}</li>`;
  });
  return `<h2>Bibliography</h2>\n<ol class="bibliography">\n${entries.join('\n')}\n</ol>`;
}

function reference({ source, title, published, url, bulletin }: Citation): string {
  const parts = [
    ...(source === null ? [] : [`${escaped(source)}.`]),
    title === null ? `Bulletin ${escaped(bulletin)}.` : `“${escaped(title)}”.`,
    ...(published === null ? [] : [`${escaped(published)}.`]),
    ...(url === null ? [] : [address(url)]),
  ];
  return parts.join(' ');
}

function address(url: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${escaped(url)}</a>` : escaped(url);
}

function quotation(citation: Citation): string {
  const { statement, sentence, quote, subject, predicate, object, polarity, status, said_by: saidBy, date } = citation;
  const at = sentence.indexOf(quote);
  const words =
    at < 0
      ? escaped(sentence)
      : `${escaped(sentence.slice(0, at))}<mark>${escaped(quote)}</mark>${escaped(sentence.slice(at + quote.length))}`;
  const claim = [subject, predicate, object, polarity === 'negated' ? 'not' : null].filter((part) => part !== null);
  const said = saidBy === null ? '' : `, said by ${escaped(saidBy)}`;
  const when = date === null ? '' : `, ${escaped(date)}`;
  return `<blockquote id="${escaped(statement)}">${words}<br><span class="says">${escaped(claim.join(' '))} (${escaped(status)}${when}${said})</span></blockquote>`;
}
