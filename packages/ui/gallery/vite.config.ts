import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** For whoever builds pages and for the tests: built beside the package, served by no server of Monban's. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  // Every address in it is a fragment.
  base: './',
  build: {
    outDir: join(import.meta.dirname, '..', 'dist-gallery'),
    emptyOutDir: true,
    // As the web application: no data: address, so that the same content policy holds.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1' },
});
