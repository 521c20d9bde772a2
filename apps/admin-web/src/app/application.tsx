import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createClient } from '../graphql/client.ts';
import { useLanguage } from '../messages/messages.tsx';
import type { Person } from '../session/person.ts';
import type { Ending } from '../session/session-channel.ts';
import { SessionProvider } from '../session/session-context.tsx';
import { SessionGuard } from '../session/session-guard.tsx';
import { useIdleEnd } from '../session/use-idle-end.ts';
import { createRouter } from './routes.tsx';

/** Everything for somebody who is logged on: one client, one router and one cache a session. */
export function Application(props: {
  readonly person: Person;
  readonly serverNow: number | null;
  readonly onEnd: (because: Ending) => void;
  readonly onChanged: () => void;
}) {
  const { onChanged, onEnd, person, serverNow } = props;
  const { locale } = useLanguage();
  const { acted, stage } = useIdleEnd({ person, serverNow, onEnd });
  // The client lives as long as the session and asks for what is true when it sends.
  const current = useRef({ acted, locale, onEnd });
  current.current = { acted, locale, onEnd };

  const [client] = useState(() =>
    createClient({
      asking: () => ({ locale: current.current.locale, page: person.sessionId }),
      onAct: () => current.current.acted(),
      onUnauthenticated: () => current.current.onEnd('ENDED'),
    }),
  );
  const { kind, mustReplacePins } = person;
  const [router, setRouter] = useState(() => createRouter(client, { kind, mustReplacePins }));
  const made = useRef(mustReplacePins);
  useEffect(() => {
    if (made.current === mustReplacePins) return;
    made.current = mustReplacePins;
    setRouter(createRouter(client, { kind, mustReplacePins }));
  }, [client, kind, mustReplacePins]);

  // What the API says in words comes in the language that was asked for.
  const spoken = useRef(locale);
  useEffect(() => {
    if (spoken.current === locale) return;
    spoken.current = locale;
    void client.refetchQueries({ include: 'active' });
  }, [client, locale]);

  useForgetting(client);

  return (
    <ApolloProvider client={client}>
      <SessionProvider person={person} onEnd={onEnd} onChanged={onChanged}>
        <SessionGuard stage={stage} acted={acted}>
          <RouterProvider router={router} />
        </SessionGuard>
      </SessionProvider>
    </ApolloProvider>
  );
}

/** Once this is left for good, nothing of what it showed stays in memory. */
function useForgetting(client: ApolloClient): void {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      // In development React leaves and comes back at once, to see whether that does harm.
      setTimeout(() => {
        if (here.current) return;
        client.stop();
        void client.cache.reset();
      });
    };
  }, [client]);
}
