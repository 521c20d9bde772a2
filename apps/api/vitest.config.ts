import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: its CommonJS and its module entry are two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'api',
    globalSetup: ['test/harness/global-setup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Real PostgreSQL and real processes on whatever machine this is: patient, and nothing measured.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
