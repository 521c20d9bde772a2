import { defineConfig } from 'vitest/config';

/** Each of these builds a GraphQL schema of its own, and type-graphql keeps the parts of all schemas of a process in one place. */
const ownSchema = ['test/edges/**/*.test.ts', 'src/graphql/schema-breaks.test.ts'];

export default defineConfig({
  // One copy of graphql: its CommonJS and its module entry are two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['test/harness/global-setup.ts'],
    // Real PostgreSQL and real processes on whatever machine this is: patient, and nothing measured.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'api',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ownSchema,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'own schema', include: ownSchema } },
    ],
  },
});
