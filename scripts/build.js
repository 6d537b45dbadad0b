/**
 * Builds dist/: the program by tsc, its assets beside the compiled files, the viewer's page by Vite.
 * A part whose inputs have not changed since its last build is left alone, so that `npm start` is quick the second time.
 * `--force` builds everything.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const PROGRAM_FOLDERS = ['ingest', 'graph', 'queries', 'viewer', 'cli', 'export'];
/** What `import 'bulletin-graph'` gives. */
const LIBRARY = 'index.ts';
const PAGE = join('viewer', 'app');
const EMBEDDED = join(DIST, 'embedded');
const ASSET = /(?:\.json|\.bin|\.wasm|\.cypher|^NOTICE)$/;
const NOT_ASSET = /^(?:tsconfig.*|package|package-lock)\.json$/;

/** Files under `folder`, relative to the project, sorted; the page and installed packages are left out unless asked for. */
function filesUnder(folder, skip = [PAGE]) {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || skip.includes(child) ? [] : filesUnder(child, skip);
      }
      return entry.isFile() ? [child] : [];
    });
}

const baseName = (file) => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
const isSource = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
const isAsset = (file) => ASSET.test(baseName(file)) && !NOT_ASSET.test(baseName(file));

/** What a build was made from: names, sizes and times of its inputs. */
function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** What stops a build, told in its message alone. */
class BuildFailure extends Error {}

/** Runs one of the installed build tools. */
function run(tool, script, args) {
  const path = join(ROOT, 'node_modules', script);
  if (!existsSync(path)) {
    throw new BuildFailure(`${tool} is not installed, and the build needs it. Run: npm ci (without --omit=dev)`);
  }
  const { status, error } = spawnSync(process.execPath, [path, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) {
    throw new BuildFailure(`The build failed: ${tool} ended with code ${status}.`);
  }
}

/** Removes what an earlier build left in dist for sources that no longer exist. */
function prune(expected) {
  for (const folder of PROGRAM_FOLDERS) {
    for (const file of filesUnder(join('dist', folder), [join('dist', PAGE)])) {
      if (!expected.has(relative('dist', file))) rmSync(join(ROOT, file));
    }
  }
}

/** Puts a built file where it belongs, in one step, and only where it has changed: the program may be running. */
function place(built, target) {
  if (existsSync(target) && readFileSync(target).equals(readFileSync(built))) return;
  mkdirSync(dirname(target), { recursive: true });
  renameSync(built, target);
}

function buildProgram(files) {
  const staging = join(DIST, `.staging-${process.pid}`);
  try {
    run('TypeScript', 'typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', staging]);
    const main = join(staging, 'cli', 'main.js');
    const code = readFileSync(main, 'utf8');
    if (!code.startsWith('#!')) writeFileSync(main, `#!/usr/bin/env node\n${code}`);
    chmodSync(main, 0o755);
    const assets = files.filter(isAsset);
    for (const asset of assets) {
      mkdirSync(dirname(join(staging, asset)), { recursive: true });
      cpSync(join(ROOT, asset), join(staging, asset));
    }
    const compiled = files.filter(isSource).flatMap((file) => [file.replace(/ts$/, 'js'), file.replace(/ts$/, 'd.ts')]);
    const expected = [...assets, ...compiled];
    for (const file of expected) place(join(staging, file), join(DIST, file));
    prune(new Set(expected));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function buildPage() {
  run('Vite', 'vite/bin/vite.js', ['build', PAGE, '--outDir', join(DIST, PAGE), '--emptyOutDir', '--logLevel', 'warn']);
}

/** The page as one file, which `export --format html` puts a graph into. */
function buildEmbeddedPage() {
  const config = join('scripts', 'embedded-page.ts');
  run('Vite', 'vite/bin/vite.js', [
    'build',
    PAGE,
    '--config',
    config,
    '--outDir',
    EMBEDDED,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]);
}

const settings = ['package.json', 'package-lock.json', 'scripts/build.js'].filter((file) =>
  existsSync(join(ROOT, file)),
);
const programFiles = [...PROGRAM_FOLDERS.flatMap((folder) => filesUnder(folder)), LIBRARY].filter(
  (file) => isSource(file) || isAsset(file),
);
const contract = [
  'viewer/contract.ts',
  'viewer/query-contract.ts',
  'viewer/curation-contract.ts',
  ...filesUnder('viewer/contract'),
];
const pageConfig = readdirSync(join(ROOT, PAGE)).find((name) => /^vite\.config\.[cm]?[jt]s$/.test(name));

const parts = [
  {
    name: 'program',
    inputs: [...settings, 'tsconfig.json', 'tsconfig.build.json', ...programFiles],
    output: join(DIST, 'cli', 'main.js'),
    build: () => buildProgram(programFiles),
  },
];
if (pageConfig) {
  parts.push({
    name: 'page',
    inputs: [...settings, ...contract, ...filesUnder(PAGE, [])],
    output: join(DIST, PAGE, 'index.html'),
    build: buildPage,
  });
  parts.push({
    name: 'page as one file',
    inputs: [
      ...settings,
      ...contract,
      ...filesUnder(PAGE, []),
      ...filesUnder('viewer/embedded'),
      ...filesUnder('viewer/server'),
    ],
    output: join(EMBEDDED, 'index.html'),
    build: buildEmbeddedPage,
  });
}

try {
  for (const part of parts) {
    const stamp = join(DIST, `.${part.name.replaceAll(' ', '-')}-built`);
    const now = fingerprint(part.inputs);
    const built = existsSync(stamp) && existsSync(part.output) && readFileSync(stamp, 'utf8') === now;
    if (built && !process.argv.includes('--force')) continue;
    process.stderr.write(`Building the ${part.name}...\n`);
    part.build();
    writeFileSync(stamp, now);
  }
} catch (error) {
  if (!(error instanceof BuildFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
