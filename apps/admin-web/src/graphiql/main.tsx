import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.ts';
import { memoryStorage } from './memory-storage.ts';

const place = document.getElementById('graphiql');
if (place === null) throw new Error('graphiql.html has no #graphiql');

/** Plain: no subscriptions, no streams, and the browser's cookie goes along as on our own pages. */
const fetcher: GraphiQLProps['fetcher'] = async (request, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...options?.headers,
    },
    body: JSON.stringify(request),
  });
  return response.json();
};

createRoot(place).render(
  <GraphiQL
    fetcher={fetcher}
    storage={memoryStorage()}
    plugins={[]}
    defaultTabs={examples}
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  />,
);
