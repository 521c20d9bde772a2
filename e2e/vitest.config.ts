import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: ['house/global-setup.ts'],
    // Two files at once, each with a browser, which the worker keeps; one server for all.
    maxWorkers: 2,
    isolate: false,
    // Real browsers and processes on whatever machine this is: patient, and nothing measured.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
