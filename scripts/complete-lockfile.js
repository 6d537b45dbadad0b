/**
 * Adds to package-lock.json the optional platform packages that a registry mirror did not offer when the lockfile was
 * written. npm leaves those out silently, and then `npm ci` refuses the lockfile everywhere, and other platforms would
 * lack their binaries. Name and exact version come from the package that asks for them; os, cpu and libc from the name.
 * Run after `npm install`. With `--check` it only reports, with exit code 1 where something is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** What a platform package is for, as npm writes it; null for a name that tells no platform. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = OS.find((candidate) => words.includes(candidate));
  const cpu = CPU.find((candidate) => words.includes(candidate));
  if (os === undefined && cpu !== 'wasm32') return null;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

const path = new URL('../package-lock.json', import.meta.url);
const lockfile = JSON.parse(readFileSync(path, 'utf8'));
const added = [];
for (const [owner, entry] of Object.entries(lockfile.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const present = [`node_modules/${name}`, `${owner}/node_modules/${name}`].some((key) => key in lockfile.packages);
    const platform = platformOf(name);
    if (present || platform === null || !/^\d/.test(version)) continue;
    lockfile.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
      ...platform,
    };
    added.push(`${name}@${version}`);
  }
}
if (process.argv.includes('--check')) {
  if (added.length > 0) {
    console.error(`package-lock.json lacks ${added.join(', ')}. Run: node scripts/complete-lockfile.js`);
    process.exit(1);
  }
} else if (added.length > 0) {
  lockfile.packages = Object.fromEntries(Object.entries(lockfile.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`);
  console.log(`${added.length} platform packages added to package-lock.json`);
}
