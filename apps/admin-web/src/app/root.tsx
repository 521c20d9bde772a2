import { Busy } from '@monban/ui/busy/busy';
import { lazy, Suspense, useEffect } from 'react';
import { paths } from '../lib/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { usePresence } from '../session/use-presence.ts';
import { Unreachable } from './unreachable.tsx';

const loadLogonPage = () => import('../features/logon/logon-page.tsx');

const LogonPage = lazy(async () => {
  const { LogonPage: page } = await loadLogonPage();
  return { default: page };
});

/** Anybody's, whoever is logged on in this browser: the way there and back loads the document anew. */
const FetchCertificatePage = lazy(async () => {
  const { FetchCertificatePage: page } =
    await import('../features/fetch-certificate/fetch-certificate-page.tsx');
  return { default: page };
});

/** Loaded only for somebody who is logged on: Apollo Client, router, and all pages behind it. */
const Application = lazy(async () => {
  const { Application: application } = await import('./application.tsx');
  return { default: application };
});

export function Root() {
  const m = useMessages();
  if (location.pathname !== paths.certificate) return <Gate />;
  return (
    <Suspense fallback={<Busy>{m.common.loading}</Busy>}>
      <FetchCertificatePage />
    </Suspense>
  );
}

/**
 * Strangers see the logon, everybody else the application; one document for both. The keys make the one
 * go at once when the other comes: a boundary without one keeps what it showed, hidden and at work, until
 * the other has been fetched. A reason that comes late begins the logon anew: after a log off it leads home.
 */
function Gate() {
  const m = useMessages();
  const presence = usePresence();
  const { phase } = presence;
  const inside = phase.at === 'INSIDE';
  // At the idle end there may be no network to fetch it by.
  useEffect(() => {
    if (inside) void loadLogonPage();
  }, [inside]);
  const wait = <Busy>{m.common.loading}</Busy>;
  if (phase.at === 'CHECKING') return wait;
  if (phase.at === 'UNREACHABLE') return <Unreachable onRetry={presence.check} />;
  if (phase.at === 'OUTSIDE') {
    return (
      <Suspense key="outside" fallback={wait}>
        <LogonPage key={phase.after} after={phase.after} onIn={presence.arrive} />
      </Suspense>
    );
  }
  return (
    <Suspense key="inside" fallback={wait}>
      <Application
        key={phase.person.sessionId}
        person={phase.person}
        serverNow={phase.serverNow}
        onEnd={(because) => presence.leave(phase.person.sessionId, because)}
        onChanged={presence.check}
      />
    </Suspense>
  );
}
