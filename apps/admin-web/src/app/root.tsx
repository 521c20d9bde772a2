import { Busy } from '@monban/ui/busy/busy';
import { Button } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { lazy, Suspense } from 'react';
import { PublicFrame } from '../frame/public-frame.tsx';
import { useMessages } from '../messages/messages.tsx';
import { usePresence } from '../session/use-presence.ts';

const LogonPage = lazy(async () => {
  const { LogonPage: page } = await import('../features/logon/logon-page.tsx');
  return { default: page };
});

/** Loaded only for somebody who is logged on: Apollo Client, router, and all pages behind it. */
const Application = lazy(async () => {
  const { Application: application } = await import('./application.tsx');
  return { default: application };
});

/**
 * Strangers see the logon, everybody else the application; one document for both. The keys make the one
 * go at once when the other comes: a boundary without one keeps what it showed, hidden and at work, until
 * the other has been fetched.
 */
export function Root() {
  const m = useMessages();
  const presence = usePresence();
  const { phase } = presence;
  const wait = <Busy>{m.common.loading}</Busy>;
  if (phase.at === 'CHECKING') return wait;
  if (phase.at === 'UNREACHABLE') {
    return (
      <PublicFrame>
        <Notice tone="danger" title={m.common.fault.pageTitle} live>
          <p>{m.common.fault.UNREACHABLE}</p>
          <Button onPress={presence.check}>{m.common.fault.retry}</Button>
        </Notice>
      </PublicFrame>
    );
  }
  if (phase.at === 'OUTSIDE') {
    return (
      <Suspense key="outside" fallback={wait}>
        <LogonPage after={phase.after} onIn={presence.arrive} />
      </Suspense>
    );
  }
  return (
    <Suspense key="inside" fallback={wait}>
      <Application
        key={phase.person.sessionId}
        person={phase.person}
        serverNow={phase.serverNow}
        onEnd={presence.leave}
        onChanged={presence.check}
      />
    </Suspense>
  );
}
