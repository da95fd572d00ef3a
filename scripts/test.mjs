// Runs every check and every test, and ends with one line: `N passed, N failed`.
// `check` is types, lint, format and unit tests; `all` adds the end-to-end tests in a real browser.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const what = process.argv[2] ?? 'all';
const total = { passed: 0, failed: 0, skipped: 0 };
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

function run(title, args) {
  console.log(`\n— ${title}`);
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

/** A check that has no tests of its own counts as one. */
function check(title, args) {
  if (run(title, args)) total.passed += 1;
  else total.failed += 1;
}

/** A suite's own counts, from its JSON report; a suite that wrote none has failed as a whole. */
function suite(title, args, report, count) {
  const ok = run(title, args);
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    counted = { passed: 0, failed: 1, skipped: 0 };
  }
  if (!ok && counted.failed === 0) counted.failed = 1;
  if (counted.passed + counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(total)) total[key] += counted[key];
}

check('types', ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human']);
check('lint', ['node_modules/eslint/bin/eslint.js', '.']);
check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
check('geodata', ['src/cli/main.ts', 'check-geodata']);
suite(
  'unit and API tests',
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/unit.json',
  ],
  'test-results/unit.json',
  (r) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests,
    skipped: r.numPendingTests + r.numTodoTests,
  }),
);
if (what === 'all') {
  suite(
    'end-to-end tests in a browser',
    ['node_modules/@playwright/test/cli.js', 'test'],
    'test-results/e2e.json',
    (r) => ({
      passed: r.stats.expected + r.stats.flaky,
      failed: r.stats.unexpected,
      skipped: r.stats.skipped,
    }),
  );
}

// In CI every package is there, so a skipped test would hide something.
if (process.env.CI && process.env.SALIENT_TEST_DATA && total.skipped > 0) {
  console.log(`\n${total.skipped} tests were skipped where none may be.`);
  total.failed += total.skipped;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);
