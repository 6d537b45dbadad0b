/**
 * Vite's configuration for dist/embedded/index.html: the page as one file that opens from disk, with everything inlined (script, worker,
 * styles, fonts). `export --format html` puts a graph where the comment GRAPH is.
 */
import { Buffer } from 'node:buffer';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** Nothing is loaded, and nothing can be sent anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A script as it may stand in a page: nothing in it may look like the end of the element, or like a comment. */
const inScript = (code: string): string => code.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');

const prepare: Plugin = {
  name: 'page-of-one-file',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace('./main.tsx', './embedded.ts')
        .replace(/\s*<link rel="icon"[^>]*>/, '')
        .replaceAll(/\s*(?:<!--(?:(?!-->).)*-->\s*)?<link rel="preload" as="fetch"[^>]*>/gs, '')
        .replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`)
        .replace('<body>', '<body>\n    <!--GRAPH-->'),
  },
};

const inline: Plugin = {
  name: 'inline-everything',
  // After Vite has written everything: only then are its own marks in the code replaced.
  writeBundle({ dir = '' }, bundle) {
    const texts = new Map<string, string>();
    for (const [name, part] of Object.entries(bundle)) {
      texts.set(name, part.type === 'chunk' ? part.code : Buffer.from(part.source).toString('utf8'));
    }
    const text = (name: string): string => {
      const found = texts.get(name);
      if (found === undefined) throw new Error(`The page asks for ${name}, which the build did not make.`);
      return found;
    };
    // As Vite writes them: new Worker(new URL(`some-worker-hash.js`, import.meta.url).href, ...), {type: `module`}).
    const withWorkers = (code: string): string =>
      code.replaceAll(
        /new Worker\((?:(?!new Worker\().)*?([\w-]+\.js)(?:(?!new Worker\().)*?,\s*\{type:[`"']module[`"']\}\)/gs,
        (_all, name: string) =>
          `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(text(`assets/${name}`))}],{type:"text/javascript"})))`,
      );
    const html = text('index.html')
      .replaceAll(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (_all, name: string) => {
        return `<style>${text(name).replaceAll('</style', '<\\/style')}</style>`;
      })
      .replaceAll(/<script[^>]*src="\.\/([^"]+)"[^>]*><\/script>/g, (_all, name: string) => {
        return `<script type="module">${inScript(withWorkers(text(name)))}</script>`;
      });
    if (html.includes('new Worker(new URL(')) throw new Error('A worker of the page was not inlined.');
    for (const name of Object.keys(bundle)) rmSync(join(dir, name));
    rmSync(join(dir, 'assets'), { recursive: true, force: true });
    writeFileSync(join(dir, 'index.html'), html);
  },
};

export default defineConfig({
  root: join(ROOT, 'viewer', 'app'),
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [prepare, inline],
  resolve: {
    alias: [
      { find: './console/door.ts', replacement: join(ROOT, 'viewer', 'app', 'console', 'no-door.ts') },
      { find: './curation/door.ts', replacement: join(ROOT, 'viewer', 'app', 'curation', 'no-door.ts') },
      { find: '../views/door.tsx', replacement: join(ROOT, 'viewer', 'app', 'views', 'no-door.tsx') },
    ],
  },
  build: {
    outDir: join(ROOT, 'dist', 'embedded'),
    emptyOutDir: true,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { output: { codeSplitting: false } },
    target: ['chrome123', 'firefox120', 'safari17.5'],
  },
  // A page from disk may start a plain worker out of itself, but no module.
  worker: { format: 'iife' },
});
