import { CombinedGraphQLErrors } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useSession } from '../session/session-context.tsx';
import { narrow, type Outcome, type SuccessOf } from './command.ts';
import { type Fault, faultOf } from './fault.ts';

/**
 * Runs a mutation: the one way in which the application changes anything. Nothing of it enters the
 * cache (an answer may hold PINs that are shown once); what is on the page is asked for again.
 * `changesNothing`: it takes no PIN either, so that there is nothing to ask again, and no try to forget.
 * `endsSession`: nobody is there any more who could ask.
 */
export function useCommand<Data extends object, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  options: { readonly changesNothing?: boolean; readonly endsSession?: boolean } = {},
): (variables: Variables) => Promise<Outcome<SuccessOf<Data>>> {
  const { changesNothing = false, endsSession = false } = options;
  const client = useApolloClient();
  const { setTries } = useSession();
  return async (variables) => {
    try {
      const { data } = await client.mutate<Data, Record<string, unknown>>({
        mutation: document,
        variables,
        fetchPolicy: 'no-cache',
      });
      if (data === undefined || data === null) return { kind: 'FAULT', fault: broken };
      const outcome = narrow(data);
      if (outcome.kind === 'DONE' && !changesNothing) {
        setTries(null);
        // What follows is shown by the pages; nobody waits for it here.
        if (!endsSession) void client.refetchQueries({ include: 'active' });
      } else if (outcome.kind === 'REFUSED' && outcome.refusal.__typename === 'WrongPin') {
        const { attemptsLeft, locks } = outcome.refusal;
        setTries({ left: attemptsLeft, everybody: locks === 'EVERYBODY' });
      }
      return outcome;
    } catch (error) {
      return { kind: 'FAULT', fault: faultOfError(error) };
    }
  };
}

const broken: Fault = { kind: 'BROKEN', id: null };

/** Why an answer never came, or was none. */
export function faultOfError(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    return faultOf(error.errors[0]?.extensions);
  }
  return { kind: 'UNREACHABLE' };
}
