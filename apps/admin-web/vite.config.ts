import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { logonBudget } from './logon-budget.config.ts';

/** Where the API runs during development; built, both come from one origin. */
const api = { target: `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`, changeOrigin: false };

export default defineConfig({
  plugins: [react(), tailwindcss(), logonBudget()],
  build: {
    // A data: address would need leave in the CSP; a file of its own needs none.
    assetsInlineLimit: 0,
    // The editor behind GraphiQL is as large as it is, and loaded on its own page alone.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: { main: 'index.html', graphiql: 'graphiql.html' },
      // "use no memo" in GraphiQL's files: a word to a compiler that isn't used here.
      checks: { moduleLevelDirective: false },
    },
  },
  // Packed together with other packages GraphiQL's workers aren't found, and the dev server ends.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    proxy: {
      // GraphiQL's page is ours in development too; everything else under /graphql is the API's.
      '/graphql': {
        ...api,
        bypass: (request) =>
          request.method === 'GET' && request.headers.accept?.includes('text/html') === true
            ? '/graphiql.html'
            : undefined,
      },
      '/dev/mailbox': api,
    },
  },
});
