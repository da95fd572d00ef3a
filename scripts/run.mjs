// The one door to every command. Runs on any Node from 18 on: installs what is missing, finds Node 24, builds
// when the sources are newer than the build, then hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const WANTED = 24;
const bin = (name) => join('node_modules', '.bin', name);
const js = (path) => join('node_modules', path);

/** One line to the person at the terminal, then the end. */
function fail(line) {
  console.error(`salient: ${line}`);
  process.exit(1);
}

/** Milliseconds of the newest change under the given files and folders; 0 where none exists. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const stat = statSync(path);
    latest = Math.max(latest, stat.isDirectory() ? 0 : stat.mtimeMs);
    if (stat.isDirectory())
      latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

function install() {
  // npm writes node_modules/.package-lock.json at the end of a complete install, so it is the stamp.
  const stamp = js('.package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('salient: installing packages from the lock file …');
  const done = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0)
    fail('packages could not be installed; see the lines above, then run the command again.');
  // `npm ci` may keep the time stored in the archive; a touch says when it was.
  if (existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
}

/** Path of a Node of the wanted version: the pinned package's, else the system's, else a line that says what to do. */
function findNode() {
  for (const candidate of [bin('node'), process.execPath, 'node']) {
    const answer = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && Number(answer.stdout.slice(1).split('.')[0]) >= WANTED) return candidate;
  }
  fail(
    `needs Node ${WANTED}; the pinned copy is missing for this machine. Install Node ${WANTED} from nodejs.org and run again.`,
  );
}

/** Run a program to its end; its exit code. */
function run(node, args, env = {}) {
  return spawnSync(node, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function build(node, force = false) {
  const stamp = join('build', '.stamp');
  const sources = newest([
    'src',
    'static',
    'svelte.config.js',
    'vite.config.ts',
    'vite.reader.config.ts',
    'vite.live.config.ts',
    'vite.copy.config.ts',
    'scripts/compressed.ts',
    'scripts/one-language.ts',
    'package-lock.json',
  ]);
  if (!force && existsSync(stamp) && statSync(stamp).mtimeMs >= sources) return;
  console.log('salient: building the site …');
  // The site, then what its first page, its widgets and their copies become in a browser, in each language.
  const parts = [
    ['--config', 'vite.config.ts'],
    ['--config', 'vite.reader.config.ts', '--mode', 'en'],
    ['--config', 'vite.reader.config.ts', '--mode', 'uk'],
    ['--config', 'vite.live.config.ts', '--mode', 'en'],
    ['--config', 'vite.live.config.ts', '--mode', 'uk'],
    ['--config', 'vite.copy.config.ts', '--mode', 'en'],
    ['--config', 'vite.copy.config.ts', '--mode', 'uk'],
  ];
  for (const part of parts) {
    const args = [js('vite/bin/vite.js'), 'build', ...part, '--logLevel', 'warn'];
    const done = spawnSync(node, args, { encoding: 'utf8' });
    if (done.status !== 0) {
      console.error(done.stdout + done.stderr);
      fail('the build failed; see the lines above.');
    }
  }
  mkdirSync('build', { recursive: true });
  writeFileSync(stamp, '');
}

/** Hand over to a program that stays; signals go through and its exit code is ours. */
function become(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const [command = 'start', ...rest] = process.argv.slice(2);
install();
const node = findNode();
// Node's own SQLite is what the store stands on; its notice is for developers of Node.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim();
/** Svelte-kit's generated types, which the checks and the editor read. */
const sync = () => run(node, [js('@sveltejs/kit/svelte-kit.js'), 'sync']);
const cli = (...args) => process.exit(run(node, ['src/cli/main.ts', ...args, ...rest]));

const commands = {
  start() {
    build(node);
    become(node, ['src/server.ts']);
  },
  /** Start without looking whether the build is fresh (the tests have just built it). */
  serve: () => become(node, ['src/server.ts']),
  dev() {
    if (run(node, ['src/cli/main.ts', 'prepare']) !== 0) process.exit(1);
    become(node, [js('vite/bin/vite.js'), 'dev', ...rest]);
  },
  build: () => build(node, true),
  check() {
    sync();
    // The tests of addresses and of the start run the built site.
    build(node);
    process.exit(run(node, ['scripts/test.mjs', 'check', ...rest]));
  },
  test() {
    sync();
    build(node);
    process.exit(run(node, ['scripts/test.mjs', 'all', ...rest]));
  },
  bench() {
    build(node);
    process.exit(run(node, ['tests/bench/main.ts', ...rest]));
  },
  format: () =>
    process.exit(run(node, [js('prettier/bin/prettier.cjs'), '--write', '--log-level', 'warn', '.'])),
  pictures() {
    build(node);
    process.exit(run(node, ['scripts/pictures.ts', ...rest]));
  },
  palette: () => process.exit(run(node, ['scripts/palette.ts'])),
  fonts: () => process.exit(run(node, ['scripts/fonts.mjs'])),
  geodata: () => cli('check-geodata'),
  'geodata:control': () => process.exit(run(node, ['scripts/geodata/control.ts', ...rest])),
  'geodata:schemas': () => process.exit(run(node, ['scripts/geodata/schemas.ts', ...rest])),
  'geodata:basemap': () => process.exit(run(node, ['scripts/geodata/basemap.mjs', ...rest])),
  'geodata:gazetteer': () => process.exit(run(node, ['scripts/geodata/gazetteer.mjs', ...rest])),
  'geodata:sample': () => process.exit(run(node, ['scripts/geodata/sample.ts', ...rest])),
  salient() {
    // What is exported are pages of the built site.
    if (rest[0] === 'export') build(node);
    cli();
  },
};

if (!Object.hasOwn(commands, command)) {
  fail(`no command "${command}"; there are: ${Object.keys(commands).join(', ')}.`);
}
commands[command]();
