import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: ['house/global-setup.ts'],
    // One browser and one server for all: two cores.
    fileParallelism: false,
    isolate: false,
    // Real browsers and processes on whatever machine this is: patient, and nothing measured.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
