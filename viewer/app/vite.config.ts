/** The page's build and its development server, which passes /api on to `bulletin-graph serve --port 7480`. */
import { defineConfig } from 'vite';

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `${here}/../../dist/viewer/app`,
    emptyOutDir: true,
    // The server's content security policy allows files of its own only, so nothing is inlined as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox120', 'safari17.5'],
  },
  worker: { format: 'es' },
  server: {
    // The server takes judgements from its own origin only.
    proxy: {
      '/api': { target: 'http://127.0.0.1:7480', changeOrigin: true, headers: { origin: 'http://127.0.0.1:7480' } },
    },
  },
});
