import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type Consequence, consequencesOf, type UserRights } from '@monban/domain/consequence';
import { useCallback } from 'react';
import { useAsked } from '../../graphql/use-asked.ts';
import { everybodyDocument } from './everybody.graphql.ts';

/** What nobody would be left to do, once somebody is gone; null: not known yet. */
export function useNobodyLeft(userId: string): readonly Consequence[] | null {
  const client = useApolloClient();
  // Nobody removes somebody without knowing what follows.
  const ask = useCallback(
    async () => nobodyLeft(await everybody(client), userId),
    [client, userId],
  );
  return useAsked(ask);
}

function nobodyLeft(before: readonly UserRights[], userId: string): readonly Consequence[] {
  const after = before.map((user) => ({ ...user, present: user.userId !== userId }));
  return consequencesOf(before, after, new Map()).filter(({ kind }) => kind === 'NOBODY_LEFT');
}

/** With 99 users a contract, as shipped, one page holds them all. */
async function everybody(
  client: ApolloClient,
  after: string | null = null,
): Promise<readonly UserRights[]> {
  const { data } = await client.query({
    query: everybodyDocument,
    variables: { after },
    fetchPolicy: 'no-cache',
  });
  const page = data?.contract?.users;
  if (page === undefined || page === null) return [];
  const { endCursor, hasNextPage } = page.pageInfo;
  const further = hasNextPage ? await everybody(client, endCursor) : [];
  // Nobody who was removed is in the list; amounts have no part in it.
  const here = page.nodes.map(({ permissions, userId }) => ({
    userId,
    permissions,
    present: true,
    limits: [],
  }));
  return [...here, ...further];
}
