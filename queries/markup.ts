/**
 * Text in XML 1.0 and in HTML. What no XML file may hold (control characters, halves of surrogate pairs) becomes U+FFFD;
 * line ends and tabs are written as references, since a reader of XML would turn those in attributes into spaces.
 */

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as it may stand between quotes or between tags. */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"'\t\n\r]/g, (character) => REFERENCES[character] ?? '');
}
