import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'admin-web',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A slow machine is no reason to fail.
    testTimeout: 60_000,
    isolate: false,
  },
});
