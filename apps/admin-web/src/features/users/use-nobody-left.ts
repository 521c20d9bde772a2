import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type Consequence, consequencesOf, type UserRights } from '@monban/domain/consequence';
import { useEffect, useState } from 'react';
import { everybodyDocument } from './users.graphql.ts';

/** What nobody would be left to do, once somebody is gone; null: not known yet. */
export function useNobodyLeft(userId: string): readonly Consequence[] | null {
  const client = useApolloClient();
  const [found, setFound] = useState<readonly Consequence[] | null>(null);
  const [trouble, setTrouble] = useState<{ readonly because: unknown } | null>(null);
  useEffect(() => {
    everybody(client)
      .then((before) => setFound(nobodyLeft(before, userId)))
      .catch((error: unknown) => setTrouble({ because: error }));
  }, [client, userId]);
  // Nobody removes somebody without knowing what follows: the page says that it can't be shown.
  if (trouble !== null) throw trouble.because;
  return found;
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
