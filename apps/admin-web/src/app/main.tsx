import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme, chosenTheme } from '../lib/theme.ts';
import { LanguageProvider } from '../messages/messages.tsx';
import './app.css';
import { LastResort } from './last-resort.tsx';
import { Root } from './root.tsx';
import { Unreachable } from './unreachable.tsx';

applyTheme(chosenTheme());

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <LastResort instead={<Unreachable onRetry={() => location.reload()} />}>
        <Root />
      </LastResort>
    </LanguageProvider>
  </StrictMode>,
);

// After the first picture: its style sheet alone is as large as everything that the logon needs.
void import('./fonts.ts');
