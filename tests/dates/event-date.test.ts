import { describe, expect, it } from 'vitest';
import { eventDate, resolveDates, toEventDate } from '../../ingest/dates/index.ts';
import { parse } from '../support/nlp.ts';

const REFERENCE = '2024-05-15';

async function dateOf(text: string, trigger: string): Promise<string | null> {
  const doc = await parse(text);
  const token = doc.tokens.find((candidate) => candidate.text === trigger);
  if (token === undefined) throw new Error(`no token ${trigger}`);
  return eventDate(doc, resolveDates(doc, REFERENCE), token.i, REFERENCE, true)?.date ?? null;
}

describe('eventDate', () => {
  it('takes the date of the clause, not the nearest one', async () => {
    const text = 'On Monday Chile expelled the envoy who had criticized it in 2022.';
    expect(await dateOf(text, 'expelled')).toBe('2024-05-13');
    expect(await dateOf(text, 'criticized')).toBe('2022');
  });

  it('finds the date of a noun through the verb that carries it', async () => {
    expect(await dateOf('The ministers held talks last month.', 'talks')).toBe('2024-04');
  });

  it('counts back from the main clause where the text says how long before', async () => {
    expect(
      await dateOf('Peru cut ties with Chile on Monday, a day after protesters stormed its embassy.', 'stormed'),
    ).toBe('2024-05-12');
    expect(await dateOf('Peru opened talks with Chile, two years after its navy sank a trawler.', 'sank')).toBe('2022');
  });

  it('keeps the date of a saying apart from what is said', async () => {
    const text = 'Peru said on Tuesday that Chile attacked the port.';
    expect(await dateOf(text, 'said')).toBe('2024-05-14');
    expect(await dateOf(text, 'attacked')).toBe(REFERENCE);
  });

  it('does not date an act by the year in a name, by the start of a state, or by a later act', async () => {
    expect(await dateOf('Chad left the 2015 Lima accord.', 'left')).toBe(REFERENCE);
    expect(await dateOf('Chad shelled the town for the first time since March 2021.', 'shelled')).toBe(REFERENCE);
    expect(await dateOf('Deby met Sall and will visit Mali next month.', 'met')).toBe(REFERENCE);
  });

  it('dates news without a date by the bulletin, and background not at all', async () => {
    expect(await dateOf('Peru recalled its ambassador.', 'recalled')).toBe(REFERENCE);
    expect(await dateOf('Peru had recalled its ambassador.', 'recalled')).toBeNull();
  });
});

describe('toEventDate', () => {
  it('keeps the precision that a value has', () => {
    expect(toEventDate('2024-05-13T20:30')).toEqual({ date: '2024-05-13', precision: 'day' });
    expect(toEventDate('2024-W18')).toEqual({ date: '2024-04', precision: 'month' });
    expect(toEventDate('2022-SU')).toEqual({ date: '2022', precision: 'year' });
    for (const vague of ['PAST_REF', 'P3D', '199', null]) expect(toEventDate(vague)).toBeNull();
  });
});
