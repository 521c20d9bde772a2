import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'ui',
    include: ['src/**/*.test.{ts,tsx}'],
    // A slow machine is no reason to fail.
    testTimeout: 60_000,
    environment: 'node',
    isolate: false,
  },
});
