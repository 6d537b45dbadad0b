import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../ingest/readers/html-text.ts';
import { bulletinsOf, notesOf, readFileOf, rejectionsOf } from './reading.ts';

const PAGE = `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Talks in Oslo | Example</title>
<meta property="og:site_name" content="Example News"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"></head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Talks in Oslo</h1>
${'<p>The foreign ministers of Norway and Sweden met in Oslo on Monday &amp; discussed <b>trade</b>, energy, defense and the border.</p>\n'.repeat(6)}
<script>var hidden = "not shown";</script></article><footer>Copyright and imprint</footer></body></html>`;

describe('HTML', () => {
  it('gives the main text without navigation and scripts, and the metadata of the page', async () => {
    const [bulletin] = bulletinsOf(await readFileOf('a.html', PAGE));
    expect(bulletin).toMatchObject({
      source: 'Example News',
      publishedAt: '2024-05-06',
      url: 'https://example.org/talks',
      language: 'en',
      title: expect.stringContaining('Talks in Oslo'),
    });
    expect(bulletin?.text).toContain('met in Oslo on Monday & discussed trade, energy');
    expect(bulletin?.text).not.toMatch(/Home|hidden|imprint|</);
  });

  it('reads a page that is only a few words', async () => {
    expect(bulletinsOf(await readFileOf('a.html', '<p>Li met <i>Kim</i>.</p><p>They left.</p>'))).toMatchObject([
      { text: 'Li met Kim.\n\nThey left.' },
    ]);
  });

  it('uses the encoding that the page declares', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="windows-1251"></head><body><p>\xcf\xf3\xf2\xe8\xed</p></body></html>',
      'latin1',
    );
    const results = await readFileOf('a.html', page);
    expect(bulletinsOf(results)).toMatchObject([{ text: 'Путин' }]);
    expect(notesOf(results)).toEqual([]);
  });

  it('rejects a page without text', async () => {
    expect(rejectionsOf(await readFileOf('a.html', '<html><body><img src="x.png"></body></html>'))).toHaveLength(1);
  });

  it('never gives markup or double spaces for any text between tags', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ]{0,8}$/), { maxLength: 6 }), (words) => {
        const text = htmlToText(words.map((word) => `<p><b>${word}</b></p>`).join('\n'));
        const kept = words.map((word) => word.trim().replace(/ +/g, ' ')).filter((word) => word !== '');
        expect(text).toBe(kept.join('\n\n'));
      }),
    );
  });
});

describe('Markdown', () => {
  it('reads what the rendered page shows', async () => {
    const text = '# Talks\n\nThe **ministers**\nmet in [Oslo](https://example.org).\n\n- trade\n- energy\n';
    expect(bulletinsOf(await readFileOf('2024-01-02-a.md', text))).toMatchObject([
      { title: 'Talks', publishedAt: '2024-01-02', text: 'The ministers met in Oslo.\n\ntrade\nenergy' },
    ]);
  });
});

describe('feeds', () => {
  const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example Wire</title><language>en-us</language>
<item><title>First &amp; last</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Wed, 25 Dec 2024 23:30:00 +0900</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Wang met <b>Iwaya</b>.</p><p>They talked.</p>]]></content:encoded></item>
<item><title>Only a headline</title><link>https://example.org/2</link></item>
<item><link>https://example.org/3</link></item></channel></rss>`;

  it('gives a bulletin for each entry of an RSS feed', async () => {
    const results = await readFileOf('a.rss', RSS);
    expect(bulletinsOf(results)).toMatchObject([
      {
        id: 'g1',
        title: 'First & last',
        source: 'Example Wire',
        url: 'https://example.org/1',
        publishedAt: '2024-12-25',
        text: 'Wang met Iwaya.\n\nThey talked.',
      },
      { title: 'Only a headline', text: 'Only a headline', url: 'https://example.org/2' },
    ]);
    expect(rejectionsOf(results)).toMatchObject([{ line: 3, reason: expect.stringContaining('no text') }]);
  });

  it('reads Atom with escaped and with inline markup', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Atom Wire</title>
<entry><id>urn:1</id><link rel="self" href="https://example.org/self"/><link href="https://example.org/a"/><updated>2024-06-07T00:00:00Z</updated>
<title>A</title><content type="html">&lt;p&gt;Modi met Putin.&lt;/p&gt;</content></entry>
<entry><id>urn:2</id><updated>2024-06-08T00:00:00Z</updated><title>B</title>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Xi <b>met</b> Modi.</div></content></entry></feed>`;
    expect(bulletinsOf(await readFileOf('a.atom', atom))).toMatchObject([
      {
        id: 'urn:1',
        url: 'https://example.org/a',
        publishedAt: '2024-06-07',
        text: 'Modi met Putin.',
        source: 'Atom Wire',
      },
      { id: 'urn:2', text: 'Xi met Modi.' },
    ]);
  });

  it('reads a feed that breaks off as far as it goes, and says so', async () => {
    const results = await readFileOf('a.xml', RSS.slice(0, RSS.indexOf('<item><title>Only')));
    expect(bulletinsOf(results)).toMatchObject([{ id: 'g1' }]);
    expect(notesOf(results)).toMatchObject([{ message: expect.stringContaining('well-formed') }]);
  });

  it('rejects XML that is no feed', async () => {
    expect(rejectionsOf(await readFileOf('a.xml', '<data><x/></data>'))).toMatchObject([
      { reason: 'is XML, but no RSS or Atom feed' },
    ]);
  });
});
