import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
} from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { tap } from 'rxjs';
import { type Asking, headersOf } from './headers.ts';

export interface ClientOptions {
  /** Language and session of the page, at the moment of asking. */
  readonly asking: () => Pick<Asking, 'locale' | 'page'>;
  /** After each answer to something that a person did: it prolonged the session. */
  readonly onAct: () => void;
  /** The session is over, or the browser's is another one. */
  readonly onUnauthenticated: () => void;
}

/**
 * An operation asked with `context: { passive: true }` is what the page does by itself. The cache is
 * this page's memory: it goes with the application at log off.
 */
export function createClient(options: ClientOptions): ApolloClient {
  const headers = new SetContextLink((previous) => {
    const passive = previous['passive'] === true;
    return { headers: headersOf({ ...options.asking(), passive }) };
  });
  const acts = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(() => {
        if (operation.getContext()['passive'] !== true) options.onAct();
      }),
    ),
  );
  const faults = new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    const over = error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
    if (over) options.onUnauthenticated();
  });
  return new ApolloClient({
    link: ApolloLink.from([
      faults,
      acts,
      headers,
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    cache: new InMemoryCache({
      typePolicies: {
        Contract: { keyFields: ['contractId'] },
        User: { keyFields: ['userId'] },
        // There is one administrator and one of each of these a page.
        Administrator: { keyFields: [] },
        Session: { keyFields: ['id'] },
      },
    }),
    devtools: { enabled: false },
  });
}
