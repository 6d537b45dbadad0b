/**
 * The text of a piece of HTML as a browser lays it out: blocks apart, white space collapsed, entities resolved, and
 * nothing of what is not shown (scripts, styles). Never runs or loads anything.
 */
import { Parser } from 'htmlparser2';

const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'iframe',
  'object',
  'math',
  'select',
]);
const PARAGRAPHS = new Set(
  'p div section article aside header footer main blockquote figure figcaption ul ol dl table pre h1 h2 h3 h4 h5 h6 hr form details address'.split(
    ' ',
  ),
);
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd', 'caption', 'summary']);
const CELLS = new Set(['td', 'th']);

export function htmlToText(html: string): string {
  let text = '';
  let pending = '';
  let hidden = 0;
  /** Notes white space that is written only where text follows; the strongest wins. */
  const gap = (space: '' | ' ' | '\t' | '\n' | '\n\n'): void => {
    const strength = ['', ' ', '\t', '\n', '\n\n'];
    if (strength.indexOf(space) > strength.indexOf(pending)) pending = space;
  };
  const boundary = (name: string): void => {
    if (PARAGRAPHS.has(name)) gap('\n\n');
    else if (LINES.has(name)) gap('\n');
    else if (CELLS.has(name)) gap('\t');
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (HIDDEN.has(name)) hidden++;
        boundary(name);
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden--;
        boundary(name);
      },
      ontext(piece) {
        if (hidden > 0) return;
        const words = piece.replace(/[ \t\r\n\f]+/g, ' ');
        if (words.startsWith(' ')) gap(' ');
        const inner = words.trim() === '' ? '' : words.replace(/^ | $/g, '');
        if (inner === '') return;
        text += text === '' ? inner : pending + inner;
        pending = words.endsWith(' ') ? ' ' : '';
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return text;
}
