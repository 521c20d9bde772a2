import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'examples',
    include: ['src/**/*.test.ts'],
    // A slow machine is no reason to fail.
    testTimeout: 60_000,
  },
});
