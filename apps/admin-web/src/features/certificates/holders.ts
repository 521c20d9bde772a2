import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { administratorName } from '@monban/domain/history-event';
import { useMemo } from 'react';
import type { CertificateRowFragment, CertificatesQuery } from '../../graphql/generated/graphql.ts';
import { useAsked } from '../../graphql/use-asked.ts';
import { certificatesDocument } from './certificates.graphql.ts';

/** Somebody of the contract, with what there is of certificates for them. */
export interface Holder {
  /** A user ID, or `@administrator`. */
  readonly person: string;
  readonly name: string;
  /** The newest first. */
  readonly certificates: readonly CertificateRowFragment[];
  /** Until when their retrieval code can be used; null: none waits. */
  readonly codeUntil: string | null;
}

type Contract = NonNullable<CertificatesQuery['contract']>;
type Named = Pick<Holder, 'person' | 'name'>;

/** The administrator, then everybody else by user ID. */
export function holdersOf(contract: Contract, further: readonly Named[]): readonly Holder[] {
  const people: readonly Named[] = [
    { person: administratorName, name: contract.administrator?.name ?? '' },
    ...namedOf(contract),
    ...further,
  ];
  return people.map(({ name, person }) => ({
    person,
    name,
    certificates: (contract.certificates ?? []).filter((each) => each.person === person),
    codeUntil: contract.certificateGrants?.find((each) => each.person === person)?.until ?? null,
  }));
}

function namedOf(contract: Contract): readonly Named[] {
  return (contract.users?.nodes ?? []).map(({ name, userId }) => ({ person: userId, name }));
}

const nobody: readonly Named[] = [];

/** With 99 users a contract, as shipped, one page holds them all; who comes after it is asked for here. */
export function useFurther(contract: Contract | null): readonly Named[] {
  const client = useApolloClient();
  const next = contract?.users?.pageInfo;
  const after = next?.hasNextPage === true ? next.endCursor : null;
  const ask = useMemo(
    () => (after === null ? null : () => peopleAfter(client, after)),
    [after, client],
  );
  return useAsked(ask) ?? nobody;
}

async function peopleAfter(client: ApolloClient, after: string): Promise<readonly Named[]> {
  const { data } = await client.query({
    query: certificatesDocument,
    variables: { after },
    fetchPolicy: 'network-only',
  });
  const page = data?.contract;
  if (page == null) return nobody;
  const { endCursor = null, hasNextPage = false } = page.users?.pageInfo ?? {};
  const further = hasNextPage && endCursor !== null ? await peopleAfter(client, endCursor) : nobody;
  return [...namedOf(page), ...further];
}
