import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { PlayIcon } from '@graphiql/react';
import { chapters } from '@monban/examples/chapters';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { ExamplesPanel } from './examples-panel.tsx';
import { exampleFetcher } from './fetcher.ts';
import { keptValues } from './kept-values.ts';
import { memoryStorage } from './memory-storage.ts';

const place = document.getElementById('graphiql');
if (place === null) throw new Error('graphiql.html has no #graphiql');

const values = keptValues();
const examples: NonNullable<GraphiQLProps['plugins']>[number] = {
  title: 'Examples',
  icon: PlayIcon,
  content: () => <ExamplesPanel values={values} />,
};

createRoot(place).render(
  <GraphiQL
    fetcher={exampleFetcher(values)}
    storage={memoryStorage()}
    plugins={[examples]}
    visiblePlugin={examples}
    defaultTabs={[{ query: chapters[0]?.examples[0]?.document ?? '' }]}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  />,
);
