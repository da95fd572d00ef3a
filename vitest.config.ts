import { defineConfig } from 'vitest/config';

// Unit and API tests run in plain Node, without the bundler's Svelte plugin: what is below `ui` must run there.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
