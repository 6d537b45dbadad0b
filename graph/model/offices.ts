/**
 * Titles of offices as they are compared, and which offices one person holds at a time: heads of state and government,
 * ministers with a portfolio, governors, mayors, heads of bodies. Deputies, envoys and spokesmen are several.
 */

const STANDINGS = /^(the )?(acting|interim|transitional|caretaker|outgoing|incumbent|current) /;

/** A title in plain letters, without standing: "Acting Defense Minister" and "minister of defence" are "defence minister". */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[-‐‑‒–—]/g, ' ')
    .replace(STANDINGS, '')
    .replace(/\bdefense\b/g, 'defence')
    .replace(/^(minister|secretary) (?:of|for) (?:the )?(?!state\b)(.+)$/, '$2 $1')
    .replace(/^foreign affairs minister$/, 'foreign minister')
    .replace(/^premier$/, 'prime minister');
}

const SEVERAL =
  /^(deputy|vice|assistant|associate|junior|senior|under|first|second|former|ex|state|cabinet|government|parliamentary|permanent|private|press|regional|party|visiting|then|new|next) /;
const OF_STATES =
  /^(president|prime minister|chancellor|taoiseach|king|queen|emperor|emir|sultan|monarch|crown prince|supreme leader|attorney general|secretary of state|[\p{L}]+( and [\p{L}]+| [\p{L}]+)? minister|(foreign|home|interior|defence|treasury|energy|commerce|justice|health) secretary)$/u;
const OF_BODIES =
  /^(president|secretary general|director general|director|chairman|chairwoman|chairperson|chief executive|ceo|governor|head|leader|chief)$/;
const OF_PLACES = /^(mayor|governor)$/;

/**
 * The one seat that a title names, as an id; null for a title that several hold at a time.
 * @param of id of the state, body or place
 */
export function seatOf(title: string, of: string): string | null {
  const plain = plainTitle(title);
  const kind = of.slice(0, of.indexOf(':'));
  const seats = kind === 'country' ? OF_STATES : kind === 'org' ? OF_BODIES : kind === 'place' ? OF_PLACES : null;
  if (seats === null || SEVERAL.test(plain) || !seats.test(plain)) return null;
  return `office:${plain.replace(/ /g, '-')}:${of}`;
}
