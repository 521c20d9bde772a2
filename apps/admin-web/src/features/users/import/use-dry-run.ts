import { useApolloClient } from '@apollo/client/react';
import type { Locale } from '@monban/domain/locale';
import { useEffect, useState } from 'react';
import type { Fault } from '../../../graphql/fault.ts';
import type { UserImportQuery } from '../../../graphql/generated/graphql.ts';
import { faultOfError } from '../../../graphql/use-command.ts';
import { userImportDocument } from './import.graphql.ts';

export type DryRun = NonNullable<NonNullable<UserImportQuery['contract']>['userImport']>;

export type DryRunState =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'ASKING' }
  | { readonly kind: 'READ'; readonly run: DryRun }
  | { readonly kind: 'FAULT'; readonly fault: Fault };

/**
 * What would come of the file: asked whenever it is another one, anew by `again`, and in the language that is read.
 * What is known of the same file stays until then.
 */
export function useDryRun(
  csv: string | null,
  locale: Locale,
): { readonly state: DryRunState; readonly again: () => void } {
  const client = useApolloClient();
  const [known, setKnown] = useState<{ readonly of: string; readonly state: DryRunState }>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (csv === null) return undefined;
    let current = true;
    const settle = (state: DryRunState) => {
      if (current) setKnown({ of: csv, state });
    };
    client
      .query({ query: userImportDocument, variables: { csv }, fetchPolicy: 'no-cache' })
      .then(({ data }) => {
        const run = data?.contract?.userImport ?? null;
        settle(run === null ? broken : { kind: 'READ', run });
      })
      .catch((error: unknown) => settle({ kind: 'FAULT', fault: faultOfError(error) }));
    return () => {
      current = false;
    };
    // Another language, which goes with the request in its headers, and another round ask anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, csv, locale, round]);
  const again = () => setRound((before) => before + 1);
  if (csv === null) return { state: { kind: 'NONE' }, again };
  return { state: known?.of === csv ? known.state : { kind: 'ASKING' }, again };
}

const broken: DryRunState = { kind: 'FAULT', fault: { kind: 'BROKEN', id: null } };
