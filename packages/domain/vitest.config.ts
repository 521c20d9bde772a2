import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'domain',
    include: ['src/**/*.test.ts'],
    // A slow machine is no reason to fail.
    testTimeout: 60_000,
    isolate: false,
  },
});
