import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { type Standing, useStanding } from '../../forms/standing.tsx';
import type { RightsQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { useAsked } from '../../graphql/use-asked.ts';
import { useMessages } from '../../messages/inside.ts';
import { type Company, companyOf, type CompanyUser } from './company.ts';
import { companyChanges } from './meanwhile.ts';
import { rightsDocument } from './rights.graphql.ts';

/** What all pages of rights and limits stand on. */
export const loadRights = (preload: Preload) => () =>
  preload.toPromise(preload(rightsDocument, { ...fresh, variables: { after: null } }));

/** Null: not all of it is there yet. With 99 users a contract, as shipped, one page holds them all. */
export function useCompany(): Company | null {
  const client = useApolloClient();
  const data = usePreloaded<RightsQuery>();
  const isWhole = data.contract?.users?.pageInfo.hasNextPage !== true;
  const ask = useMemo(() => (isWhole ? null : () => askCompany(client)), [client, isWhole]);
  const larger = useAsked(ask);
  const whole = useMemo(() => companyOf([data]), [data]);
  return isWhole ? whole : larger;
}

/** The company as a page shows it, until the API says that it is another by now. */
export function useStandingCompany(
  loaded: Company,
  /** The users whom the page is about. */
  isShown: (user: CompanyUser) => boolean = () => true,
): Standing<Company> {
  const m = useMessages();
  const client = useApolloClient();
  return useStanding(loaded, {
    ask: () => askCompany(client),
    compare: (before, now) =>
      companyChanges(m, { ...before, users: before.users.filter(isShown) }, now),
  });
}

async function askCompany(client: ApolloClient): Promise<Company | null> {
  return companyOf(await pagesAfter(client, null));
}

async function pagesAfter(
  client: ApolloClient,
  after: string | null,
): Promise<readonly RightsQuery[]> {
  const { data } = await client.query({
    query: rightsDocument,
    variables: { after },
    fetchPolicy: 'network-only',
  });
  if (data === undefined) return [];
  const next = data.contract?.users?.pageInfo;
  if (next?.hasNextPage !== true) return [data];
  return [data, ...(await pagesAfter(client, next.endCursor))];
}
