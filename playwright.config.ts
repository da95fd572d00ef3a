import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/fixtures/browser.ts';

const port = Number(process.env.SALIENT_TEST_PORT ?? 3187);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // Wide limits: a busy machine makes a test slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  // The pictures that are kept are the same on every machine. Where nobody looks, none is made: one that is missing
  // is a failure. `--update-snapshots` makes them anew.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  updateSnapshots: process.env.CI ? 'none' : 'missing',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: launchOptions(),
  },
  webServer: {
    command: 'node scripts/run.mjs serve',
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: String(port), HOST: '127.0.0.1', SALIENT_DATA: 'test-results/data' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'pipe',
  },
});
